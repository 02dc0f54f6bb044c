import type { Blocker } from '../workflow/index.ts'
import { unknownParameter } from './faults.ts'
import type { FieldTree, QueryKind } from './queryRules.ts'
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

/**
 * For requests of staff: parameters that nothing reads, and fields named by `select` and `populate` that are not there. Payload
 * takes no notice of either.
 */
export function checkParameters(
  query: Readonly<Record<string, unknown>>,
  kind: QueryKind,
  fields: { readonly selectable: FieldTree; readonly populatable: Readonly<Record<string, FieldTree>> },
): Blocker[] {
  const faults = Object.keys(query)
    .filter((name) => !PARAMETERS[kind].includes(name))
    .map(unknownParameter)
  if (query.select !== undefined) readSelect(query.select, fields.selectable, faults)
  if (query.populate !== undefined) readPopulate(query.populate, fields.populatable, faults)
  return faults
}
