import type { FlattenedField } from 'payload'
import { instant } from '../../domain/workflow/index.ts'

/** What is wrong with a value of a field that has no others in it, as a sentence. */
export function problemIn(field: FlattenedField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return typeof value === 'string' ? undefined : 'Enter a text.'
    case 'number':
      return isNumber(value) ? undefined : 'Enter a number of at most 15 digits.'
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'Send true or false.'
    case 'date':
      return isDate(value) ? undefined : 'Enter a date and time with an offset or Z, such as 2026-08-09T10:00:00Z.'
    case 'select':
    case 'radio':
      return isChoice(field.options, value)
        ? undefined
        : `“${shown(value)}” is none of the choices. ${choices(field.options)}`
    default:
      return undefined
  }
}

/** Of greater whole numbers not each is a number of its own (RFC 7493, 2.2), and SQLite's driver fails on them. */
function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  )
}

/** A time without an offset would mean another moment on each server. */
function isDate(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return typeof value === 'string' && instant(value) !== null
}

type Options = readonly (string | { readonly value: string })[]

function isChoice(options: Options, value: unknown): boolean {
  return options.some((option) => (typeof option === 'string' ? option : option.value) === value)
}

function choices(options: Options): string {
  const values = options.map((option) => (typeof option === 'string' ? option : option.value))
  if (values.length > 12) return 'Choose one from the list.'
  return `Choose ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values)}.`
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
