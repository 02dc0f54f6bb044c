import type { Payload } from 'payload'
import toSnakeCase from 'to-snake-case'
import { compareByBytes } from '../hardening/postgres/index.ts'
import { slugsOf } from './rows.ts'

/** Has every database keep words in the same order: the one in which they are looked up. */
export function wordsByBytes(payload: Payload): Promise<void> {
  return compareByBytes(payload, ({ tableNameMap }) => {
    const tables = (['live', 'newest'] as const).map((side) => slugsOf({ payload }, side).words)
    return new Map(tables.map((slug) => [String(tableNameMap.get(toSnakeCase(slug))), new Set(['id'])]))
  })
}
