'use client'

import { useState } from 'react'
import { DateBox } from './DateBox.tsx'
import { dayOf, noonOf } from './dayOnly.ts'
import { useWords } from './useWords.ts'

/** A day without a time. While only a part of it is filled, what stood there holds, and the box is invalid. */
export function DayInput({
  disabled,
  id,
  label,
  onChange,
  value,
}: {
  disabled: boolean
  id: string
  /** Left out where a label stands beside it. */
  label?: string
  /** Gets what Payload stores for a day, or null; and whether that is what the box says. */
  onChange: (day: string | null, isSettled: boolean) => void
  value: string | null
}) {
  const { say } = useWords()
  // For as long as the value is the one that was kept; one that comes from elsewhere is shown.
  const [partial, setPartial] = useState<{ readonly kept: string | null } | null>(null)
  const isPartial = partial !== null && partial.kept === value
  return (
    <>
      <DateBox
        aria-label={label}
        className="imp-day"
        disabled={disabled}
        id={id}
        isUnsettled={isPartial}
        onRead={({ validity, value: day }) => {
          setPartial(validity.badInput ? { kept: value } : null)
          onChange(validity.badInput ? value : noonOf(day), !validity.badInput)
        }}
        type="date"
        value={isPartial || value === null ? '' : dayOf(value)}
      />
      <div aria-live="polite">{isPartial && <p className="imp-note imp-note--error">{say('time:unsettled')}</p>}</div>
    </>
  )
}
