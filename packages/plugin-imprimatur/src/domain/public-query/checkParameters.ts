import type { Blocker } from '../workflow/index.ts'
import { invalidValue, unknownParameter } from './faults.ts'
import { isFurther, readFurther } from './parsePublicQuery.ts'
import type { FieldTree, FurtherParameters, QueryKind } from './queryRules.ts'
import { readPopulate, readSelect } from './readSelection.ts'

const LOCALES = ['fallback-locale', 'fallbackLocale', 'locale']
const ONE = [...LOCALES, 'data', 'depth', 'draft', 'flattenLocales', 'joins', 'populate', 'select', 'trash']
/** What Payload 3.90 reads of an address, by what is asked for (`payload/dist/utilities/parseParams`, `addLocalesToRequest`). */
const PARAMETERS: Readonly<Record<QueryKind, readonly string[]>> = {
  list: [...ONE, 'limit', 'page', 'pagination', 'sort', 'where'],
  byId: ONE,
  bySlug: ONE,
  global: ONE,
  count: [...LOCALES, 'draft', 'trash', 'where'],
  bare: [],
}

/** What is written: a new document, one that is there, or all that a `where` finds. */
export type WriteKind = 'create' | 'one' | 'many'

const WRITTEN = [...LOCALES, 'autosave', 'depth', 'draft', 'populate', 'publishAllLocales', 'select']
const CHANGED = [...WRITTEN, 'overrideLock', 'trash', 'unpublishAllLocales']
/** The same of writes; `uploadEdits` is what the panel says of a picture that is cut, and `limit` what it says whenever it deletes several. */
const WRITE_PARAMETERS: Readonly<Record<WriteKind, readonly string[]>> = {
  create: [...WRITTEN, 'publishSpecificLocale', 'uploadEdits'],
  one: [...CHANGED, 'publishSpecificLocale', 'uploadEdits'],
  many: [...CHANGED, 'limit', 'sort', 'where'],
}

type Fields = { readonly selectable: FieldTree; readonly populatable: Readonly<Record<string, FieldTree>> }

/**
 * For requests of staff: parameters that nothing reads, numbers that are none, and fields named by `select` and `populate` that are not
 * there. Payload takes no notice of any of them.
 */
export function checkParameters(
  query: Readonly<Record<string, unknown>>,
  kind: QueryKind,
  fields: Fields,
  further: FurtherParameters = {},
): Blocker[] {
  const faults = Object.keys(query)
    .filter((name) => !PARAMETERS[kind].includes(name) && !isFurther(name, { kind, further }))
    .map(unknownParameter)
  for (const name of Object.keys(further)) if (name in query) readFurther(name, query[name], further, faults)
  return [...faults, ...checkNumbers(query), ...checkSelected(query, fields)]
}

/** Payload takes them as they come: a list is then on page `AAA`, or the database refuses half a row. */
function checkNumbers(query: Readonly<Record<string, unknown>>): Blocker[] {
  return ['depth', 'limit', 'page']
    .filter((name) => name in query && query[name] !== '' && !isWholeNumber(query[name]))
    .map((name) => invalidValue(name, 'a whole number'))
}

function isWholeNumber(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,9}$/.test(value)
}

/** The same for writes. */
export function checkWriteParameters(
  query: Readonly<Record<string, unknown>>,
  kind: WriteKind,
  fields: Fields,
): Blocker[] {
  const unknown = Object.keys(query).filter((name) => !WRITE_PARAMETERS[kind].includes(name))
  return [...unknown.map(unknownParameter), ...checkSelected(query, fields)]
}

function checkSelected({ populate, select }: Readonly<Record<string, unknown>>, fields: Fields): Blocker[] {
  const faults: Blocker[] = []
  if (select !== undefined) readSelect(select, fields.selectable, faults)
  if (populate !== undefined) readPopulate(populate, fields.populatable, faults)
  return faults
}
