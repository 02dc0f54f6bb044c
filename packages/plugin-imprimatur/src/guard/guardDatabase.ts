import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Payload } from 'payload'
import { soundTransactions } from '../hardening/postgres/index.ts'
import { answerAlike } from '../hardening/queries/index.ts'
import { newsroom } from '../runtime/index.ts'
import { lostTooOften } from '../transaction/index.ts'
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

async function guard(payload: Payload): Promise<void> {
  if (payload.db.name === 'postgres') soundTransactions(payload, () => newsroom(payload).slugs.dossiers, lostTooOften)
  await answerAlike(payload)
  guardWritePath(payload)
}

/** For a plugin that came into the config while the server ran, when nothing calls `onInit`. Changes no arguments. */
export const guardBefore: CollectionBeforeOperationHook & GlobalBeforeOperationHook = ({ req }) =>
  guardDatabase(req.payload)
