import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'
import toSnakeCase from 'to-snake-case'
import { compareByBytes, type Columns } from '../postgres/index.ts'
import { sortKeysIn } from './sortKeyField.ts'

/** Has Postgres compare keys by their bytes, which is what they are made for. */
export function sortByBytes(payload: Payload): Promise<void> {
  return compareByBytes(payload, (adapter) => keyColumns(payload, adapter))
}

/** The columns of keys, by the table they stand in. */
function keyColumns(payload: Payload, { tableNameMap, versionsSuffix }: DrizzleAdapter): Columns {
  const found = new Map<string, Set<string>>()
  for (const { flattenedFields, slug } of payload.config.collections) {
    const keys = [...sortKeysIn(flattenedFields).values()].map((name) => toSnakeCase(name))
    if (keys.length === 0) continue
    const plain = toSnakeCase(slug)
    found.set(String(tableNameMap.get(plain)), new Set(keys))
    const versions = tableNameMap.get(`_${plain}${versionsSuffix}`)
    if (versions !== undefined) found.set(versions, new Set(keys.map((key) => `version_${key}`)))
  }
  return found
}
