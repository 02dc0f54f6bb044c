import { dequal } from 'dequal/lite'
import type { FormState } from 'payload'

type Doc = Readonly<Record<string, unknown>>
type Field = FormState[string]
type Rows = NonNullable<Field['rows']>

export type Exchange = {
  /** The form as it was when the newsroom was asked. */
  readonly asked: FormState
  /** What the newsroom says of it. */
  readonly answer: FormState
  /** The form as it is now. */
  readonly now: FormState
  /** Whether the answer tells what was stored, and not only what may be said of the form. */
  readonly stored: boolean
  /** Path of the text that somebody has the caret in. */
  readonly focused?: string | undefined
}

/**
 * Merges an answer about a form with what was done in the form since the request: a value of the server goes in where
 * it differs from what was sent and nobody has touched the field; rows are matched by their ids, wherever they are by
 * now. Payload (3.90) takes the values of a save as they are, and rows by their number.
 */
export function settleAnswer({ answer, asked, focused, now, stored }: Exchange): FormState {
  const settled: FormState = {}
  for (const [path, field] of Object.entries(answer)) {
    const place = placeNow(path, answer, asked, now)
    if (place === null) continue
    const current = now[place]
    if (!current) {
      // A row that was sent and is gone was removed by the person.
      if (!(path in asked)) settled[place] = field
      continue
    }
    settled[place] = field.rows
      ? { ...field, ...rowsNow(field, asked[path], current, stored) }
      : takesValue(field, asked[path], current, stored, place === focused)
        ? field
        : withoutValue(field)
  }
  return settled
}

/** Where the field at `path` of the answer stands in the form now; null when its row is gone. */
function placeNow(path: string, answer: FormState, asked: FormState, now: FormState): string | null {
  const before: string[] = []
  const place: string[] = []
  for (const part of path.split('.')) {
    const id = /^\d+$/.test(part) ? answer[before.join('.')]?.rows?.[Number(part)]?.id : undefined
    const index = id === undefined ? part : rowNow(id, before.join('.'), place.join('.'), answer, asked, now)
    if (index === null) return null
    before.push(part)
    place.push(String(index))
  }
  return place.join('.')
}

function rowNow(
  id: string,
  before: string,
  place: string,
  answer: FormState,
  asked: FormState,
  now: FormState,
): number | null {
  const rows = now[place]?.rows ?? []
  const found = rows.findIndex((row) => row.id === id)
  if (found >= 0) return found
  const made = madeByNewsroom(answer[before]?.rows, asked[before]?.rows)
  const nth = made.findIndex((row) => row.id === id)
  return nth < 0 ? null : rows.length + nth
}

function madeByNewsroom(answered: Rows = [], asked: Rows = []): Rows {
  return answered.filter((row) => !asked.some((each) => each.id === row.id))
}

/** The rows that the person has, in their order, each with what the newsroom says of it. */
function rowsNow(field: Field, asked: Field | undefined, current: Field, stored: boolean): Partial<Field> {
  const made = madeByNewsroom(field.rows, [...(asked?.rows ?? []), ...(current.rows ?? [])])
  const rows = [
    ...(current.rows ?? []).map((row) => ({ ...row, ...field.rows?.find((each) => each.id === row.id) })),
    ...(stored ? made.map((row) => ({ ...row, addedByServer: false })) : made),
  ]
  return { rows, value: rows.length, initialValue: rows.length, disableFormData: rows.length > 0 }
}

function takesValue(
  field: Field,
  asked: Field | undefined,
  current: Field,
  stored: boolean,
  focused: boolean,
): boolean {
  const touched = asked ? !same(current.value, asked.value) : current.value !== undefined
  if (touched) return false
  if (!stored) return field.addedByServer === true
  // Replacing a text would move the caret.
  return !same(field.value, asked?.value) && !focused
}

function withoutValue(field: Field): Field {
  const rest = { ...field }
  delete rest.value
  delete rest.initialValue
  delete rest.addedByServer
  return rest
}

/** Whether `now` holds what was neither sent nor `given` by the newsroom. */
export function hasWords(sent: FormState, now: FormState, given: FormState): boolean {
  const isGiven = (path: string) => path in given && same(given[path]?.value, now[path]?.value)
  return [...new Set([...Object.keys(sent), ...Object.keys(now)])].some(
    (path) => !same(sent[path]?.value, now[path]?.value) && !isGiven(path),
  )
}

/** Whether both are stored as the same. */
export function same(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || dequal(asStored(one), asStored(other))
}

function asStored(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value))
}

/** Single values that are stored in place of those that were sent, where nobody has touched them since. */
export function singlesOf(stored: Doc, sent: FormState, now: FormState): [path: string, value: unknown][] {
  return Object.entries(sent).flatMap(([path, field]): [string, unknown][] => {
    const value = stored[path]
    const differs = isSingle(value) && !same(value, field.value)
    return differs && same(field.value, now[path]?.value) && !isFocused(path) ? [[path, value]] : []
  })
}

export function isSingle(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isFocused(path: string): boolean {
  const { activeElement } = document
  return activeElement?.id === `field-${path}` || activeElement?.getAttribute('name') === path
}
