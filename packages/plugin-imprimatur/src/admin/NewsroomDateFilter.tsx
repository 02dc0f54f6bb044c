'use client'

import type { DateFieldClient } from 'payload'
import { useId } from 'react'
import { DateTimeInput } from './DateTimeInput.tsx'
import { useDesk } from './DeskContext.tsx'

/** A date in the filter of a list, by the newsroom's clock. */
export function NewsroomDateFilter({
  disabled,
  onChange,
  value,
}: {
  disabled?: boolean
  field: DateFieldClient
  onChange: (at: string | null) => void
  value?: unknown
}) {
  const { timeZone } = useDesk()
  const id = useId()
  return (
    <DateTimeInput
      disabled={disabled === true}
      id={id}
      onChange={onChange}
      timeZone={timeZone}
      value={typeof value === 'string' && value !== '' ? value : null}
    />
  )
}
