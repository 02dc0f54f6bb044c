import { sqlStateOf } from '../../errors/index.ts'
import type { Method } from '../adapter/index.ts'
import { busyIfHeld } from './busyIfHeld.ts'

/** Postgres to whatever is asked after a statement of the transaction failed. */
const FAILED_BEFORE = '25P02'

type Database = { readonly sessions: Readonly<Record<string, unknown>> }

/** What failed first in each transaction that is open. */
export type FirstFailures = {
  /** `method`, saying what failed first in its transaction. */
  readonly remembering: (method: Method) => Method
  /** The error to tell instead of one that says no more than that something failed before. */
  readonly behind: (id: string, error: unknown) => unknown
  readonly forget: (id: string) => void
}

/**
 * Has methods of `database` say what failed first in their transaction. Payload 3.90 goes on after some failures, such as that of an autosave, and
 * then nothing would tell a race that was lost from a fault.
 */
export function rememberFirstFailures(database: Database): FirstFailures {
  const first = new Map<string, unknown>()
  const behind = (id: string, error: unknown) =>
    sqlStateOf(error) === FAILED_BEFORE ? (first.get(id) ?? error) : error
  const remembering =
    (method: Method): Method =>
    async (args) => {
      try {
        return await method(args)
      } catch (error) {
        const id = String(await args.req?.transactionID)
        const told = busyIfHeld(error)
        if (id in database.sessions && !first.has(id)) first.set(id, told)
        throw behind(id, told)
      }
    }
  return { remembering, behind, forget: (id) => first.delete(id) }
}
