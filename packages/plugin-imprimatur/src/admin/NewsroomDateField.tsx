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
import { useCallback } from 'react'
import { DateTimeInput } from './DateTimeInput.tsx'
import { useDesk } from './DeskContext.tsx'
import { dayOf, isDayOnly, noonOf } from './dayOnly.ts'

/** In place of Payload's date field (3.90), which reckons with the browser's time zone: the same by the newsroom's clock. */
export const NewsroomDateField = withCondition(function NewsroomDateField(props: DateFieldClientProps) {
  const { field, path: given, readOnly, validate } = props
  const { admin: { className, description } = {}, label, localized = false, required = false } = field
  const { timeZone } = useDesk()
  const check = useCallback(
    (value: unknown, options: object) => validate?.(value as never, { ...options, required } as never) ?? true,
    [required, validate],
  )
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: given,
    validate: check as never,
  })
  const id = `field-${path.replaceAll('.', '__')}`
  const shown = typeof value === 'string' && value !== '' ? value : null
  const isClosed = Boolean(readOnly) || disabled
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
          <input
            className="imp-day"
            disabled={isClosed}
            id={id}
            onChange={(event) => {
              setValue(noonOf(event.target.value))
            }}
            type="date"
            value={shown === null ? '' : dayOf(shown)}
          />
        ) : (
          <DateTimeInput disabled={isClosed} id={id} onChange={setValue} timeZone={timeZone} value={shown} />
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
