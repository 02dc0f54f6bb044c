import type { PayloadRequest } from 'payload'
import type { Policy, Review } from 'payload-plugin-imprimatur/workflow'
import { storedNewsroom } from './newsroomSettings.ts'
import { GENRES } from '../fields/genres.ts'
import { PIECES } from './reviews.ts'

/** The policy as the `newsroom` global holds it, read within the transaction of `req`. */
export async function newsroomPolicy(req: PayloadRequest): Promise<Policy> {
  const stored = (await storedNewsroom(req)) as {
    workflow?: {
      reviews?: unknown
      reviewWithinHours?: unknown
      commentsBlockSignOff?: unknown
      commentsBlockPublish?: unknown
    }
  }
  const reviews = stored.workflow?.reviews
  const hours = stored.workflow?.reviewWithinHours
  const openCommentsBlock = [
    ...(stored.workflow?.commentsBlockSignOff === true ? (['sign_off'] as const) : []),
    ...(stored.workflow?.commentsBlockPublish === true ? (['publish'] as const) : []),
  ]
  return {
    reviews: Array.isArray(reviews) ? await standing(req, reviews.map(reviewOf)) : [],
    ...(typeof hours === 'number' && hours > 0 ? { reviewWithinHours: hours } : {}),
    ...(openCommentsBlock.length > 0 ? { openCommentsBlock } : {}),
  }
}

function reviewOf(stored: Readonly<Record<string, unknown>>): Review {
  return {
    name: String(stored.name),
    needed: typeof stored.needed === 'number' ? stored.needed : 1,
    roles: texts(stored.roles),
    collections: texts(stored.collections),
    when: { genre: texts(stored.genres), section: texts(stored.sections) },
    after: texts(stored.after),
  }
}

/**
 * The reviews as they bind: one that was narrowed by what is not there any more is for every piece that it may have been
 * for. Nothing here deletes what a review names; a database that was changed by hand must not take a review away.
 */
async function standing(req: PayloadRequest, reviews: readonly Review[]): Promise<readonly Review[]> {
  const named = [...new Set(reviews.flatMap(({ when }) => when.section ?? []))]
  const known = await sectionsAmong(req, named)
  return reviews.map((review) => ({
    ...review,
    collections: whole(review.collections, COLLECTIONS),
    when: { genre: whole(review.when.genre ?? [], KNOWN_GENRES), section: whole(review.when.section ?? [], known) },
  }))
}

/** The list, or the empty one, which is for all, when something in it is not known. */
function whole(values: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return values.every((value) => known.has(value)) ? values : []
}

const KNOWN_GENRES: ReadonlySet<string> = new Set(GENRES.map(({ value }) => value))
const COLLECTIONS: ReadonlySet<string> = new Set(PIECES.map(({ value }) => value))

/** Those of `ids` that are sections. */
export async function sectionsAmong(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'sections',
    where: { id: { in: [...ids] } },
    pagination: false,
    limit: 0,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
