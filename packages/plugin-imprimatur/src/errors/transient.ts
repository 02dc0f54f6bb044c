import { sqlStateOf } from './sqlState.ts'

/** Postgres: could not be put into an order with other transactions, and two that waited for each other. */
const LOST: ReadonlySet<unknown> = new Set(['40001', '40P01'])

/**
 * Whether `error` says that a transaction lost against another and may be tried again: MongoDB's label
 * `TransientTransactionError` and code 112 (WriteConflict), Postgres' SQLSTATE 40001 and 40P01.
 */
export function isTransient(error: unknown): boolean {
  if (LOST.has(sqlStateOf(error))) return true
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { code, errorLabels, errorLabelSet } = each as {
      code?: unknown
      errorLabels?: readonly string[]
      errorLabelSet?: ReadonlySet<string>
    }
    const label = 'TransientTransactionError'
    if (code === 112 || errorLabels?.includes(label) || errorLabelSet?.has(label)) return true
  }
  return false
}
