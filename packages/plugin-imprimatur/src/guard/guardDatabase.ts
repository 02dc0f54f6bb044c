import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Payload } from 'payload'
import { soundTransactions } from '../hardening/postgres/index.ts'
import { answerAlike } from '../hardening/queries/index.ts'
import { wrapAdapter } from '../hardening/adapter/index.ts'
import { hasPlugin, runtimeOf } from '../runtime/index.ts'
import { atBarrier, forgetWhatIsWritten, lostTooOften, noBarrier, holdToSnapshots } from '../transaction/index.ts'
import { proveAtCommit } from './proveAtCommit.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { guardWritePath } from './writePath.ts'

type Guarded = { [GUARDED]?: Promise<void> }

/** On the adapter itself, as Next bundles a second copy of this module. */
const GUARDED = Symbol.for('imprimatur.guarded')

/**
 * Puts the guards into the database adapter, once for each adapter. It outlives edits of the config under `next dev`: Payload 3.90 goes on
 * with the same one.
 */
export function guardDatabase(payload: Payload): Promise<void> {
  const database = payload.db as Guarded
  return (database[GUARDED] ??= guard(payload))
}

/**
 * The one wrapper around the adapter. From the outside in, each where it is because of what it must see:
 *
 * 1. Tests hold a request before anything else happens to it.
 * 2. The proof at the commit comes last of all that a transaction does, and reads through everything below.
 * 3. Within a snapshot a write is refused before anybody judges it, or reads for it; so is a read in one that is over.
 * 4. The write path judges what was asked for, in the words of whoever asks.
 * 5. What is remembered is forgotten beneath the judge: whatever it lets through, and whatever it writes instead.
 * 6. Conditions are said in the words of this database behind all that look at them.
 * 7. Transactions of Postgres are nearest to the database: they see which of its statements failed first.
 *
 * Beneath are what belongs to the adapter and not to the workflow: keys of the alphabet, and the one writer of SQLite.
 */
async function guard(payload: Payload): Promise<void> {
  const isPiece = (collection: string) => hasPlugin(payload) && runtimeOf(payload).collections.has(collection)
  const alike = await answerAlike(payload)
  wrapAdapter(payload.db, [
    atBarrier(() => (hasPlugin(payload) ? runtimeOf(payload).barrier : noBarrier)),
    proveAtCommit(payload),
    holdToSnapshots,
    guardWritePath(payload),
    forgetWhatIsWritten(payload, isPiece),
    alike,
    ...(payload.db.name === 'postgres'
      ? [soundTransactions(payload, () => runtimeOf(payload).slugs.dossiers, lostTooOften)]
      : []),
  ])
  refuseUnknown(payload.db)
}

/** For a plugin that came into the config while the server ran, when nothing calls `onInit`. Changes no arguments. */
export const guardBefore: CollectionBeforeOperationHook & GlobalBeforeOperationHook = ({ req }) =>
  guardDatabase(req.payload)
