import type { PayloadRequest } from 'payload'
import type { Policy, Review } from '../../workflow/index.ts'

/** The policy as the `newsroom` global holds it, read within the transaction of `req`. */
export async function newsroomPolicy(req: PayloadRequest): Promise<Policy> {
  const stored = (await req.payload.findGlobal({ slug: 'newsroom', depth: 0, overrideAccess: true, req })) as {
    workflow?: { reviews?: unknown; reviewWithinHours?: unknown }
  }
  const reviews = stored.workflow?.reviews
  const hours = stored.workflow?.reviewWithinHours
  return {
    reviews: Array.isArray(reviews) ? reviews.map(reviewOf) : [],
    ...(typeof hours === 'number' && hours > 0 ? { reviewWithinHours: hours } : {}),
  }
}

function reviewOf(stored: Readonly<Record<string, unknown>>): Review {
  return {
    name: String(stored.name),
    needed: typeof stored.needed === 'number' ? stored.needed : 1,
    roles: texts(stored.roles),
    collections: texts(stored.collections),
    when: { genre: texts(stored.genres), section: texts(stored.sections) },
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
