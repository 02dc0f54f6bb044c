'use client'

import type { StyleNote } from '../operations/index.ts'
import { useNameOf } from './DeskContext.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import './review.css'
import type { useStyle } from './useStyle.ts'
import { useWords } from './useWords.ts'

/** What the house style says of a text, one passage after the other, and what somebody let stand. */
export function StyleNotes({
  here,
  labelOf,
  onShow,
  style: { letStand, notes, refusal, said },
}: {
  readonly here: StyleNote | null
  /** How a field is called, by its name. */
  readonly labelOf: (field: string) => string
  readonly onShow: (note: StyleNote) => void
  readonly style: ReturnType<typeof useStyle>
}) {
  const nameOf = useNameOf()
  const { say } = useWords()
  return (
    <>
      <p aria-live="polite" className="imp-for-ears">
        {said}
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
      <ul className="imp-comment__list">
        {notes.map((note) => (
          <li className={isSame(note, here) ? 'imp-comment imp-comment--here' : 'imp-comment'} key={keyOf(note)}>
            <p>
              <strong>{say(note.severity === 'blocks' ? 'review:stops_review' : 'style:advice')}</strong>{' '}
              <span className="imp-style__words">
                {inSentence(say, 'general:quoted', { text: <bdi>{note.exact}</bdi> })}
              </span>{' '}
              <span className="imp-quiet">({labelOf(note.field)})</span>
            </p>
            <p className="imp-comment__text" dir="auto">
              {note.advice}
            </p>
            {note.exception && (
              <p className="imp-quiet">
                {inSentence(
                  say,
                  'style:stands',
                  { at: <LocalTime at={note.exception.at} /> },
                  { who: nameOf(note.exception.by) },
                )}
              </p>
            )}
            <p className="imp-comment__acts">
              <button
                onClick={() => {
                  onShow(note)
                }}
                type="button"
              >
                {say('comments:show')}
              </button>
              {note.may && (
                <button
                  aria-label={note.exception ? undefined : say('style:stand_words', { words: note.exact })}
                  onClick={() => void letStand(note)}
                  type="button"
                >
                  {say(note.exception ? 'style:undo' : 'style:stand')}
                </button>
              )}
            </p>
            {!note.may && !note.exception && <p className="imp-quiet">{say('style:who_may')}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A rule has each place in a text once. */
export function keyOf({ path, rule, start }: StyleNote): string {
  return `${rule} ${path} ${String(start)}`
}

function isSame(note: StyleNote, other: StyleNote | null): boolean {
  return other !== null && keyOf(note) === keyOf(other)
}
