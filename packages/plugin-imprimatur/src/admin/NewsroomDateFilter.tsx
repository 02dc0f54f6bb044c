'use client'

import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import type { DateFieldClient } from 'payload'
import { useId } from 'react'
import { DateTimeInput } from './DateTimeInput.tsx'
import { DayInput } from './DayInput.tsx'
import { useDesk } from './DeskContext.tsx'
import { isDayOnly } from './dayOnly.ts'

/** A date in the filter of a list: a day as it is stored, or a time by the newsroom's clock. */
export function NewsroomDateFilter({
  disabled,
  field,
  onChange,
  value,
}: {
  disabled?: boolean
  field: DateFieldClient
  onChange: (at: string | null) => void
  value?: unknown
}) {
  const { timeZone } = useDesk()
  const { i18n } = useTranslation()
  const shared = {
    disabled: disabled === true,
    id: useId(),
    label: field.label ? getTranslation(field.label, i18n) : field.name,
    onChange,
    value: typeof value === 'string' && value !== '' ? value : null,
  }
  return isDayOnly(field) ? <DayInput {...shared} /> : <DateTimeInput {...shared} timeZone={timeZone} />
}
