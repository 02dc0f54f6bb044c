'use client'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
  useField,
  withCondition,
} from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'
import { useCallback, useState } from 'react'
import { DateTimeInput } from './DateTimeInput.tsx'
import { DayInput } from './DayInput.tsx'
import { useDesk } from './DeskContext.tsx'
import { isDayOnly } from './dayOnly.ts'
import { useWords } from './useWords.ts'

/** In place of Payload's date field (3.90), which reckons with the browser's time zone: the same by the newsroom's clock. */
export const NewsroomDateField = withCondition(function NewsroomDateField(props: DateFieldClientProps) {
  const { field, path: given, readOnly, validate } = props
  const { admin: { className, description } = {}, label, localized = false, required = false } = field
  const { timeZone } = useDesk()
  const { say } = useWords()
  const [unsettled, setUnsettled] = useState<{ readonly kept: string | null } | null>(null)
  const check = useCallback(
    (value: unknown, options: object) =>
      // A value that comes from elsewhere takes the place of what was typed.
      unsettled !== null && unsettled.kept === (value ?? null)
        ? say('time:unsettled')
        : (validate?.(value as never, { ...options, required } as never) ?? true),
    [required, say, unsettled, validate],
  )
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: given,
    validate: check as never,
  })
  const id = `field-${path.replaceAll('.', '__')}`
  const shown = typeof value === 'string' && value !== '' ? value : null
  const isClosed = Boolean(readOnly) || disabled
  const take = (at: string | null, settled: boolean) => {
    setUnsettled(settled ? null : { kept: at })
    setValue(at)
  }
  return (
    <div
      className={[
        fieldBaseClass,
        'date-time-field',
        className,
        showError && 'date-time-field--has-error',
        isClosed && 'read-only',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <RenderCustomComponent
        CustomComponent={customComponents?.Label}
        Fallback={<FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />}
      />
      <div className={`${fieldBaseClass}__wrap`}>
        <RenderCustomComponent
          CustomComponent={customComponents?.Error}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {customComponents?.BeforeInput}
        {isDayOnly(field) ? (
          <DayInput disabled={isClosed} id={id} onChange={take} value={shown} />
        ) : (
          <DateTimeInput disabled={isClosed} id={id} keepsFormer onChange={take} timeZone={timeZone} value={shown} />
        )}
        {customComponents?.AfterInput}
      </div>
      <RenderCustomComponent
        CustomComponent={customComponents?.Description}
        Fallback={<FieldDescription description={description} path={path} />}
      />
    </div>
  )
})
