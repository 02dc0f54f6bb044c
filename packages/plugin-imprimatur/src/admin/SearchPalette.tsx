'use client'

import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '../search/index.ts'
import { Dialog } from './Dialog.tsx'
import { sentencesOf } from './refusal.ts'
import { useSearch } from './useSearch.ts'
import { useWords } from './useWords.ts'

/** As many as a query may have, in UTF-16 code units. */
const LONGEST = 200

/**
 * A field for words and below it the pieces that have them: the arrows choose, Enter opens.
 *
 * A combobox with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { say } = words
  const [typed, setTyped] = useState('')
  const { hits, isLooking, query, refusal, totalDocs } = useSearch(typed)
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const idOf = (at: number) => `${id}-${String(at)}`
  // After the dialog, which gives the focus to its heading.
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    setChosen(0)
  }, [query])
  useEffect(() => {
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' })
  })

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || hits.length === 0) return
    const moves: Readonly<Record<string, number>> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setChosen((to + hits.length) % hits.length)
    } else if (event.key === 'Enter' && !isLooking) {
      event.preventDefault()
      // As a click on the link: a form with words that are not saved asks before it is left.
      document.getElementById(idOf(chosen))?.click()
    }
  }
  return (
    <Dialog onClose={onClose} title={say('search:title')}>
      <input
        aria-activedescendant={hits.length > 0 ? idOf(chosen) : undefined}
        aria-autocomplete="list"
        aria-controls={id}
        aria-expanded={hits.length > 0}
        aria-label={say('search:label')}
        autoComplete="off"
        className="imp-search__field"
        maxLength={LONGEST}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
        onKeyDown={press}
        placeholder={say('search:label')}
        ref={field}
        role="combobox"
        spellCheck={false}
        type="text"
        value={typed}
      />
      <p aria-live="polite" className="imp-quiet imp-search__state">
        {stateOf()}
      </p>
      <div aria-label={say('search:found')} className="imp-search__list" id={id} role="listbox">
        {hits.map((hit, at) => (
          <Hit hit={hit} id={idOf(at)} isChosen={at === chosen} key={`${hit.collection}:${hit.id}`} onOpen={onClose} />
        ))}
      </div>
    </Dialog>
  )

  function stateOf(): string {
    if (typed.trim() === '') return say('search:hint')
    if (isLooking) return say('search:looking')
    if (refusal) return sentencesOf(refusal, words).join(' ')
    return totalDocs === 0 ? say('search:none', { query }) : say('search:count', { count: totalDocs })
  }
}

function Hit({
  hit,
  id,
  isChosen,
  onOpen,
}: {
  readonly hit: SearchHit
  readonly id: string
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const { say } = useWords()
  const { collection, snippet, stage, title } = hit
  const kind = getEntityConfig({ collectionSlug: collection }).labels.singular
  return (
    <Link
      aria-selected={isChosen}
      className="imp-search__hit"
      href={formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${collection}/${hit.id}` })}
      id={id}
      onClick={onOpen}
      prefetch={false}
      role="option"
      tabIndex={-1}
    >
      <span className="imp-search__head">
        <span className="imp-search__title" dir="auto">
          {title === '' ? say('search:untitled') : title}
        </span>
        {stage && <span className={`imp-stage imp-stage--${stage}`}>{say(`stages:${stage}`)}</span>}
      </span>
      <span className="imp-quiet">{getTranslation(kind, i18n)}</span>
      <span className="imp-search__words" dir="auto">
        {snippet}
      </span>
    </Link>
  )
}
