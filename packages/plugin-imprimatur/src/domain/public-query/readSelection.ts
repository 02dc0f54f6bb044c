import type { Blocker } from '../workflow/index.ts'
import { invalidValue, notQueryable, tooComplex } from './faults.ts'
import { type FieldTree, QUERY_BOUNDS, type Selection } from './queryRules.ts'
import { readBoolean } from './readValue.ts'
import { isBranch } from './readWhere.ts'

const FIELD_NAME = /^_?[A-Za-z][A-Za-z0-9_]{0,63}$/
const SLUG = /^[a-z][a-z0-9-]{0,63}$/

/** One selection at a time: Payload takes the mode of the whole from the first leaf it meets. */
function readTree(raw: unknown, at: string, faults: Blocker[], fields?: FieldTree): Selection | undefined {
  const found = faults.length
  const modes = new Set<boolean>()
  let leaves = 0

  const read = (given: unknown, here: string, depth: number, known: FieldTree | true | undefined): Selection => {
    if (!isBranch(given)) {
      faults.push(invalidValue(here, 'given with the name of a field in brackets and `true` or `false`'))
      return {}
    }
    if (depth > QUERY_BOUNDS.selectionDepth) {
      faults.push(tooComplex(here, `A selection is nested at most ${QUERY_BOUNDS.selectionDepth} levels deep.`))
      return {}
    }
    const entries = Object.keys(given)
      .sort()
      .map((name): [string, boolean | Selection] => {
        const inside = `${here}[${name}]`
        const within = known === true ? {} : known
        if (!isNameIn(name, within)) {
          faults.push(notQueryable(name, 'selected', within && whatThereIs(within)))
          return [name, true]
        }
        const value = given[name]
        if (typeof value === 'object') return [name, read(value, inside, depth + 1, within?.[name])]
        leaves += 1
        const mode = readBoolean(value)
        if (mode === undefined) faults.push(invalidValue(inside, '`true` or `false`'))
        else modes.add(mode)
        return [name, mode ?? true]
      })
    return Object.fromEntries(entries)
  }

  const selection = read(raw, at, 1, fields)
  if (modes.size > 1) faults.push(invalidValue(at, '`true` for each field or `false` for each field'))
  if (leaves > QUERY_BOUNDS.selectionFields) {
    faults.push(tooComplex(at, `A selection names at most ${QUERY_BOUNDS.selectionFields} fields.`))
  }
  return faults.length > found ? undefined : selection
}

function isNameIn(name: string, fields: FieldTree | undefined): boolean {
  return fields === undefined ? FIELD_NAME.test(name) : Object.hasOwn(fields, name)
}

function whatThereIs(fields: FieldTree): string {
  const names = Object.keys(fields).sort()
  return names.length === 0 ? 'There are no fields in it to select.' : `There are ${names.join(', ')}.`
}

/** Reads `select`; `fields` are those there are. Undefined with a fault added when it is not sound. */
export function readSelect(raw: unknown, fields: FieldTree | undefined, faults: Blocker[]): Selection | undefined {
  return readTree(raw, 'select', faults, fields)
}

/** Reads `populate`: a selection by collection slug. Undefined with a fault added when it is not sound. */
export function readPopulate(
  raw: unknown,
  collections: Readonly<Record<string, FieldTree>> | undefined,
  faults: Blocker[],
): Readonly<Record<string, Selection>> | undefined {
  const found = faults.length
  if (!isBranch(raw)) {
    faults.push(invalidValue('populate', 'given with a collection and a field in brackets'))
    return undefined
  }
  const entries = Object.keys(raw)
    .sort()
    .map((slug): [string, Selection] => {
      if (!SLUG.test(slug) || (collections !== undefined && !Object.hasOwn(collections, slug))) {
        const hint = collections && `There are ${Object.keys(collections).sort().join(', ')}.`
        faults.push(notQueryable(slug, 'populated', hint))
        return [slug, {}]
      }
      return [slug, readTree(raw[slug], `populate[${slug}]`, faults, collections?.[slug]) ?? {}]
    })
  return faults.length > found ? undefined : Object.fromEntries(entries)
}
