import { coded, sqlStateOf } from '../../errors/index.ts'

/** Postgres to whoever waited too long for a lock. */
const HELD = '55P03'

/** `busy` instead of an error that says that somebody else holds what was asked for: nothing is wrong with the server. */
export function busyIfHeld(error: unknown): unknown {
  return sqlStateOf(error) === HELD ? coded('busy') : error
}
