'use client'

import { useId, useRef, useState, type ReactNode } from 'react'
import type { Words } from '../translations/index.ts'
import { DateBox } from './DateBox.tsx'
import { inNewsroomTime, zoneInWords } from './inNewsroomTime.ts'
import { useWords } from './useWords.ts'
import { localTime, readLocal, settledOn, type ZonedReading } from './zonedTime.ts'

/** What was typed, and what it was given as. */
type Typed = { readonly local: string; readonly gave: string | null; readonly isSettled: boolean }

/**
 * A day and a time by the newsroom's clock, which it names. It refuses a time that the clock skips and asks about one
 * that it shows twice; until the time is certain, `onChange` gets null, or with `keepsFormer` what stood there.
 */
export function DateTimeInput({
  describedBy,
  disabled = false,
  id,
  keepsFormer = false,
  label,
  onChange,
  required = false,
  timeZone,
  value,
}: {
  describedBy?: string
  disabled?: boolean
  id: string
  /** Whether what stood there holds until another time is certain. The box is invalid meanwhile: see `unsettledTimeIn`. */
  keepsFormer?: boolean
  /** Left out where a label stands beside it. */
  label?: string
  /** Gets an instant in ISO 8601, or null; and whether that is what the box says. */
  onChange: (at: string | null, isSettled: boolean) => void
  required?: boolean
  /** IANA name of the newsroom's. */
  timeZone: string
  /** An instant in ISO 8601, or null. */
  value: string | null
}) {
  const hintId = useId()
  const words = useWords()
  const { locale, say } = words
  const box = useRef<HTMLInputElement>(null)
  // What was typed, for as long as it stands for `value`; a value that comes from elsewhere replaces it.
  const [typed, setTyped] = useState<Typed | null>(null)
  const current = typed !== null && typed.gave === value ? typed : null
  const local = current?.local ?? (value === null ? '' : localTime(value, timeZone))
  const reading = readLocal(local, timeZone)
  const isUnsettled = keepsFormer && current?.isSettled === false

  const settle = (given: string, at: string | null | undefined) => {
    const gave = at ?? (at === undefined && keepsFormer ? value : null)
    setTyped({ local: given, gave, isSettled: at !== undefined })
    onChange(gave, at !== undefined)
  }
  return (
    <div className="imp-time">
      <span className="imp-time__line">
        <DateBox
          aria-label={label}
          aria-describedby={[hintId, describedBy].filter(Boolean).join(' ')}
          box={box}
          disabled={disabled}
          id={id}
          isUnsettled={isUnsettled}
          onRead={({ validity, value: given }) => {
            settle(given, settledOn(given, { former: value, isPartial: validity.badInput, timeZone }))
          }}
          required={required}
          type="datetime-local"
          value={local}
        />
        {value !== null && !disabled && !required && (
          <button
            className="imp-time__clear"
            onClick={() => {
              // Of a box that is half empty React takes it that nothing is in it.
              if (box.current) box.current.value = ''
              settle('', null)
            }}
            type="button"
          >
            {say('time:clear')}
          </button>
        )}
      </span>
      <p className="imp-quiet" id={hintId}>
        {say('time:clock', { zone: zoneInWords(timeZone, value === null ? new Date() : new Date(value), locale) })}
      </p>
      <div aria-live="polite">
        {isUnsettled && local === '' && <p className="imp-note imp-note--error">{say('time:unsettled')}</p>}
        {remark(reading, timeZone, isUnsettled ? null : value, words, (at) => {
          settle(localTime(at, timeZone), at)
        })}
      </div>
    </div>
  )
}

function remark(
  reading: ZonedReading,
  timeZone: string,
  value: string | null,
  { locale, say }: Words,
  choose: (at: string) => void,
): ReactNode {
  if (reading.kind === 'never') {
    return (
      <p className="imp-note imp-note--error">
        {say('time:never')}{' '}
        <button
          className="imp-time__choice"
          onClick={() => {
            choose(reading.next)
          }}
          type="button"
        >
          {say('time:take', { at: inNewsroomTime(reading.next, timeZone, locale) })}
        </button>
      </p>
    )
  }
  if (reading.kind !== 'twice') return null
  return (
    <fieldset className="imp-note">
      <legend>{say('time:twice')}</legend>
      {[reading.first, reading.second].map((at) => (
        <label key={at}>
          <input
            checked={value === at}
            onChange={() => {
              choose(at)
            }}
            type="radio"
          />{' '}
          {inNewsroomTime(at, timeZone, locale)}
        </label>
      ))}
    </fieldset>
  )
}
