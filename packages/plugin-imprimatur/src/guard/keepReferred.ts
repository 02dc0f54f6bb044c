import type { Payload } from 'payload'
import { pieceKey } from '../domain/workflow/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { mayRefer, referrersOf, type Documents } from '../store/index.ts'
import type { InPayload } from '../transaction/index.ts'

/** Whether pieces can refer to documents of `collection` other than by the files that they show, which are kept by themselves. */
export function mayBeReferredTo(payload: Payload, collection: string): boolean {
  const { collections, media } = runtimeOf(payload)
  return !media.includes(collection) && [...collections.values()].some((each) => mayRefer(each, collection))
}

/**
 * Key of a piece that stays and refers to one of `ids` of the collection `to`, in the main row or in the newest revision.
 *
 * @param going what is deleted in the same call, and does not count
 */
export async function referrerOf(
  req: InPayload,
  to: string,
  ids: readonly string[],
  going?: Documents,
): Promise<string | undefined> {
  for (const collection of runtimeOf(req.payload).collections.values()) {
    const holder = await holderOf(req, collection, { to, ids, going })
    if (holder !== undefined) return pieceKey(collection.slug, holder)
  }
  return undefined
}

async function holderOf(
  req: InPayload,
  collection: WorkflowCollection,
  { to, ids, going }: { to: string; ids: readonly string[]; going: Documents | undefined },
): Promise<string | undefined> {
  for await (const holders of referrersOf(req, collection, to, ids)) {
    const gone = going && collection.slug === to ? await going.among(holders) : []
    const holder = holders.find((each) => !gone.includes(each))
    if (holder !== undefined) return holder
  }
  return undefined
}
