'use client'

import { ArrayField, FieldContext, useField } from '@payloadcms/ui'
import type { ArrayFieldClientComponent, Validate } from 'payload'
import { useCallback, useMemo } from 'react'

/**
 * Payload's field of rows (3.90), but a row that was just added can be typed in at once: Payload shows a grey bar in its
 * place until the server has answered, and half a second longer.
 */
export const ArrayAtOnce: ArrayFieldClientComponent = (props) => {
  const {
    field: { maxRows, minRows, required = false },
    path,
    validate,
  } = props
  const counted = useCallback<NonNullable<typeof validate>>(
    (value, options) =>
      validate?.(value, { ...options, maxRows, minRows: minRows ?? (required ? 1 : 0), required }) ?? true,
    [maxRows, minRows, required, validate],
  )
  // Payload's own types (3.90) do not fit together here: what `useField` hands on is what the field's validation takes.
  const own = useField({ hasRows: true, potentiallyStalePath: path, validate: counted as unknown as Validate })
  const value = useMemo(
    () => (own.rows ? { ...own, rows: own.rows.map((row) => ({ ...row, isLoading: false })) } : own),
    [own],
  )
  return (
    <FieldContext value={value}>
      <ArrayField {...props} />
    </FieldContext>
  )
}
