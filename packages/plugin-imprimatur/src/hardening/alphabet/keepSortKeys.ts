import type { Payload } from 'payload'
import { alphabetKey } from './alphabetKey.ts'
import { sortKeysIn } from './sortKeyField.ts'

type Data = Readonly<Record<string, unknown>>

/** What the methods of an adapter have in common that write documents or their versions. */
type Arguments = {
  readonly collection?: string
  readonly collectionSlug?: string
  readonly data?: Data
  readonly versionData?: Data
}

type Write = (args: Arguments) => Promise<unknown>

/** By what they write: documents, a whole version as Payload 3.90 makes it anew, or the parts of one. */
const WRITES = {
  documents: ['create', 'updateOne', 'updateMany', 'upsert'],
  newVersions: ['createVersion'],
  versions: ['updateVersion'],
} as const

/**
 * Writes each text that lists are sorted by together with its key, in the adapter itself, where every route of Payload ends:
 * a save, a publication, a version that is restored, an import, a script.
 */
export function keepSortKeys(payload: Payload): void {
  const database = payload.db
  for (const [kind, names] of Object.entries(WRITES)) {
    for (const name of names) {
      const plain = (database[name] as unknown as Write).bind(database)
      const keyed: Write = (args) => plain(withKeys(payload, kind as keyof typeof WRITES, args))
      Object.assign(database, { [name]: keyed })
    }
  }
}

function withKeys(payload: Payload, kind: keyof typeof WRITES, args: Arguments): Arguments {
  const { data, versionData } = args
  const slug = args.collection ?? args.collectionSlug ?? ''
  const keys = sortKeysIn(payload.collections[slug]?.config.flattenedFields ?? [])
  if (keys.size === 0) return args
  if (kind === 'documents') return data ? { ...args, data: keyed(data, keys) } : args
  if (!versionData) return args
  if (kind === 'newVersions') return { ...args, versionData: keyed(versionData, keys) }
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
