/** What MongoDB's driver calls its errors when no server takes the request now (mongodb 6). */
const OUT_OF_REACH = /^Mongo(?:Network\w*|ServerSelection|WaitQueueTimeout|PoolCleared\w*|NotConnected)Error$/

/** Whether `error` says that SQLite is held by somebody else. */
export function isBusy(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (/SQLITE_BUSY|database is locked/.test(`${String((each as { code?: unknown }).code)} ${each.message}`))
      return true
  }
  return false
}

/** Whether `error` says that the database takes nothing just now: trying later may have another outcome. */
export function isUnavailable(error: unknown): boolean {
  if (isBusy(error)) return true
  for (let each = error; each instanceof Error; each = each.cause) if (OUT_OF_REACH.test(each.name)) return true
  return false
}
