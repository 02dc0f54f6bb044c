'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type SyntheticEvent } from 'react'
import type { QueueEntry, ReleaseView } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import type { Piece } from './deskApi.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { StageMarks } from './StageMarks.tsx'
import { useReleases } from './useReleases.ts'
import { useWords } from './useWords.ts'

/** Finds pieces that have not gone out, and adds them one by one. */
export function AddPieces({
  busy,
  kinds,
  onAdd,
  release,
}: {
  busy: boolean
  kinds: Readonly<Record<string, string>>
  onAdd: (piece: Piece) => void
  release: ReleaseView
}) {
  const releases = useReleases()
  const { say } = useWords()
  const id = useId()
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly QueueEntry[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const [ask] = useState(askedInTurn)
  const find = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    const isNewest = ask()
    setRefusal(null)
    try {
      const entries = await releases.find(search)
      if (isNewest()) setFound(entries)
    } catch (error) {
      if (isNewest()) setRefusal(refusalFrom(error))
    }
  }
  const isIn = (entry: QueueEntry): boolean =>
    release.pieces.some((piece) => piece.id === entry.id && piece.collection === entry.collection)

  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{say('releases:add_pieces')}</h2>
      <form className="imp-filters" onSubmit={(event) => void find(event)}>
        <div className="imp-field">
          <label htmlFor={id}>{say('queue:headline')}</label>
          <input
            dir="auto"
            id={id}
            onChange={(event) => {
              setSearch(event.target.value)
            }}
            type="search"
            value={search}
          />
        </div>
        <Button buttonStyle="secondary" margin={false} type="submit">
          {say('releases:find')}
        </Button>
      </form>
      {refusal && <RefusalNote refusal={refusal} />}
      {/* Not the list itself: what is added changes its button there, and a message says so. */}
      <p className={found?.length === 0 ? 'imp-quiet' : 'imp-for-ears'} role="status">
        {found?.length === 0 && say('releases:nothing_found')}
        {found && found.length > 0 && say('search:count', { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul className="imp-moves">
          {found.map((entry) => {
            const title = entry.headline ?? say('general:untitled')
            return (
              <li key={`${entry.collection}:${entry.id}`}>
                <Button
                  aria-label={say('queue:act_on', { act: say('releases:add'), title })}
                  buttonStyle="secondary"
                  disabled={busy || isIn(entry)}
                  margin={false}
                  onClick={() => {
                    onAdd(entry)
                  }}
                  size="small"
                >
                  {say(isIn(entry) ? 'releases:in_it' : 'releases:add')}
                </Button>
                <span>
                  <bdi>{title}</bdi> <span className="imp-quiet">{kinds[entry.collection] ?? entry.collection}</span>{' '}
                  <StageMarks mark={{ stage: entry.stage, live: entry.live !== null }} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
