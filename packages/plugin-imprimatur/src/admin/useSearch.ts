'use client'

import { useEffect, useState } from 'react'
import type { SearchHit } from '../search/index.ts'
import { useDesk } from './DeskContext.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'

/** How long nobody types before it is looked up, in milliseconds. */
const PAUSE_MS = 150

export type Search = {
  /** What the hits are for; empty before the first answer. */
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly totalDocs: number
  readonly refusal: Refusal | null
}

const NOTHING: Search = { query: '', hits: [], totalDocs: 0, refusal: null }

/** The pieces that a query finds, a moment after it was typed; what is found stays until the next answer is there. */
export function useSearch(typed: string): Search & { readonly isLooking: boolean } {
  const { desk } = useDesk()
  const [search, setSearch] = useState(NOTHING)
  const query = typed.trim()
  useEffect(() => {
    if (query === '') {
      setSearch(NOTHING)
      return
    }
    let isWanted = true
    const timer = setTimeout(() => {
      desk.api.search(query).then(
        ({ docs, totalDocs }) => {
          if (isWanted) setSearch({ query, hits: docs, totalDocs, refusal: null })
        },
        (error: unknown) => {
          if (isWanted) setSearch({ query, hits: [], totalDocs: 0, refusal: refusalFrom(error) })
        },
      )
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [desk, query])
  return { ...search, isLooking: query !== search.query }
}
