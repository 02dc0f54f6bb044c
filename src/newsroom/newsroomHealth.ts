import type { PayloadRequest } from 'payload'
import { reviewShortfalls, runtimeOf } from 'payload-plugin-imprimatur'

/** What an administrator has to know of the newsroom, each as numbers; 0 is well. */
export type NewsroomHealth = {
  /** As the adapter calls itself: `sqlite`, `postgres` or `mongoose`. */
  readonly database: string
  /** Pieces that are still to go out although their time has passed by {@link LATE_MS}. */
  readonly late: number
  /** Reviews that fewer people could give than have to. */
  readonly shortfalls: number
  /** Whether mail goes out. */
  readonly mails: boolean
}

/** The clock looks every few seconds; longer than this is no pause between two looks. */
const LATE_MS = 60_000

/** For those who may see all pieces: nothing is left out for anybody's sake. */
export async function newsroomHealth(req: PayloadRequest): Promise<NewsroomHealth> {
  const { payload } = req
  const { now, slugs } = runtimeOf(payload)
  const before = new Date(now().getTime() - LATE_MS).toISOString()
  const { totalDocs } = await payload.db.count({
    collection: slugs.dossiers,
    where: { scheduledAt: { less_than: before } },
    req,
  })
  return {
    database: payload.db.name,
    late: totalDocs,
    shortfalls: (await reviewShortfalls(req)).length,
    mails: payload.email.name !== 'none',
  }
}
