import type { Payload } from 'payload'
import { rowsOf, wrapAdapter, type Arguments, type MethodName } from '../adapter/index.ts'
import { alphabetKey } from './alphabetKey.ts'
import { sortKeysIn } from './sortKeyField.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * Writes each text that lists are sorted by together with its key, in the adapter itself, where every route of Payload ends:
 * a save, a publication, a version that is restored, an import, a script.
 */
export function keepSortKeys(payload: Payload): void {
  wrapAdapter(payload.db, [
    (method, kind, next) => (kind === 'writes' ? (args) => next(withKeys(payload, method, args)) : next),
  ])
}

function withKeys(payload: Payload, method: MethodName, args: Arguments): Arguments {
  const slug = args.collection ?? args.collectionSlug
  const config = typeof slug === 'string' ? payload.collections[slug]?.config : undefined
  const keys = sortKeysIn(config?.flattenedFields ?? [])
  if (keys.size === 0) return args
  const { data, versionData } = args
  if (rowsOf(method) === 'documents') return isData(data) ? { ...args, data: keyed(data, keys) } : args
  if (!isData(versionData)) return args
  // Payload 3.90 makes a version anew as a whole, and changes one by its parts.
  if (method === 'createVersion') return { ...args, versionData: keyed(versionData, keys) }
  const { version } = versionData
  return isData(version) ? { ...args, versionData: { ...versionData, version: keyed(version, keys) } } : args
}

/** A key goes with its text: none that came with the data is kept, and where no text is written the stored key stays. */
function keyed(data: Data, keys: ReadonlyMap<string, string>): Data {
  const said: Record<string, unknown> = { ...data }
  for (const [name, key] of keys) {
    Reflect.deleteProperty(said, key)
    if (name in data) said[key] = keyOf(data[name])
  }
  return said
}

/** What stands in place of a key where there is no text, so that it is the same from each database. */
export function keyOf(text: unknown): string | null {
  return typeof text === 'string' ? alphabetKey(text) : null
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}
