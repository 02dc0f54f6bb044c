'use client'

import { useId, useState, type ReactNode } from 'react'
import { inNewsroomTime, zoneInWords } from './inNewsroomTime.ts'
import { localTime, readLocal, type ZonedReading } from './zonedTime.ts'

/**
 * A day and a time by the newsroom's clock, which it names. It refuses a time that the clock skips and asks about one
 * that it shows twice; until the time is certain, `onChange` gets null.
 */
export function DateTimeInput({
  describedBy,
  disabled = false,
  id,
  onChange,
  required = false,
  timeZone,
  value,
}: {
  describedBy?: string
  disabled?: boolean
  id: string
  /** Gets an instant in ISO 8601, or null for nothing certain. */
  onChange: (at: string | null) => void
  required?: boolean
  /** IANA name of the newsroom's. */
  timeZone: string
  /** An instant in ISO 8601, or null. */
  value: string | null
}) {
  const hintId = useId()
  // What was typed, for as long as it stands for `value`; a value that comes from elsewhere replaces it.
  const [typed, setTyped] = useState<{ local: string; gave: string | null } | null>(null)
  const local = typed !== null && typed.gave === value ? typed.local : value === null ? '' : localTime(value, timeZone)
  const reading = readLocal(local, timeZone)
  const settle = (given: string, at: string | null) => {
    setTyped({ local: given, gave: at })
    onChange(at)
  }
  return (
    <div className="imp-time">
      <span className="imp-time__line">
        <input
          aria-describedby={[hintId, describedBy].filter(Boolean).join(' ')}
          disabled={disabled}
          id={id}
          onChange={({ target }) => {
            const given = readLocal(target.value, timeZone)
            settle(target.value, given.kind === 'once' ? given.at : null)
          }}
          required={required}
          type="datetime-local"
          value={local}
        />
        {value !== null && !disabled && !required && (
          <button
            className="imp-time__clear"
            onClick={() => {
              settle('', null)
            }}
            type="button"
          >
            Clear
          </button>
        )}
      </span>
      <p className="imp-quiet" id={hintId}>
        By the newsroom’s clock: {zoneInWords(timeZone, value === null ? new Date() : new Date(value))}
      </p>
      <div aria-live="polite">
        {remark(reading, timeZone, value, (at) => {
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
  choose: (at: string) => void,
): ReactNode {
  if (reading.kind === 'never') {
    return (
      <p className="imp-note imp-note--error">
        There is no such time that day: clocks are put forward.{' '}
        <button
          className="imp-time__choice"
          onClick={() => {
            choose(reading.next)
          }}
          type="button"
        >
          Take {inNewsroomTime(reading.next, timeZone)}
        </button>
      </p>
    )
  }
  if (reading.kind !== 'twice') return null
  return (
    <fieldset className="imp-note">
      <legend>Clocks are put back: this time comes twice that day. Which one?</legend>
      {[reading.first, reading.second].map((at) => (
        <label key={at}>
          <input
            checked={value === at}
            onChange={() => {
              choose(at)
            }}
            type="radio"
          />{' '}
          {inNewsroomTime(at, timeZone)}
        </label>
      ))}
    </fieldset>
  )
}
