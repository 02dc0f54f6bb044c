import { sqlStateOf } from './sqlState.ts'

/** What MongoDB's driver calls its errors when no server takes the request now (mongodb 6). */
const OUT_OF_REACH = /^Mongo(?:Network\w*|ServerSelection|WaitQueueTimeout|PoolCleared\w*|NotConnected)Error$/

/** Postgres: no connection, no room for one, somebody who holds a lock, a transaction or a server that was ended. */
const POSTGRES_IS_AWAY = /^(?:08...|53...|55P03|25P03|57P0.)$/

/** What its driver says by itself (pg 8). */
const PG_IS_AWAY =
  /^(?:Connection terminated|timeout exceeded when trying to connect$|Client has encountered a connection error|Client was closed)/

/** Codes of Node for a connection that cannot be made or that broke. */
const NETWORK: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
])

/** Whether `error` says that SQLite is held by somebody else. */
export function isBusy(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (/SQLITE_BUSY|database is locked/.test(`${String((each as { code?: unknown }).code)} ${each.message}`))
      return true
  }
  return false
}

/** Whether `error` says that the database takes no requests now, so that trying later may succeed. */
export function isUnavailable(error: unknown): boolean {
  if (isBusy(error) || POSTGRES_IS_AWAY.test(sqlStateOf(error) ?? '')) return true
  let ofQuery = false
  for (let each = error; each instanceof Error; each = each.cause) {
    if (OUT_OF_REACH.test(each.name) || PG_IS_AWAY.test(each.message)) return true
    // Of other connections, such as to a mail server, this says nothing.
    if (ofQuery && NETWORK.has((each as { code?: unknown }).code)) return true
    ofQuery ||= 'query' in each && 'params' in each
  }
  return false
}
