import type { Payload, PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'

/**
 * Refuses to delete what the rules of the workflow hang on: a document that a review of the policy is for, since the
 * review would be for every piece afterwards or for none; and one that says of several accounts that they are one
 * person, since one of them could then sign off what another wrote.
 *
 * @throws CodedError `in_use`.
 */
export async function refuseNamed(req: InPayload, collection: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !mayBeNamed(req.payload, collection)) return
  const review = await reviewThatNames(req, collection, ids)
  if (review !== undefined) {
    throw coded('in_use', {
      message: `The review “${review}” is for this.`,
      hint: 'An administrator can change which pieces the review is for, under Newsroom.',
    })
  }
  if (await isSomebody(req, collection, ids)) {
    throw coded('in_use', {
      message: 'A login belongs to this author.',
      hint: 'An administrator can take the link away at the person.',
    })
  }
}

/** Whether the rules of the workflow can name documents of `collection` at all. */
export function mayBeNamed(payload: Payload, collection: string): boolean {
  return attributesLeadingTo(payload, collection).size > 0 || saysWhoSomebodyIs(payload, collection)
}

async function reviewThatNames(
  req: InPayload,
  collection: string,
  ids: readonly string[],
): Promise<string | undefined> {
  const attributes = attributesLeadingTo(req.payload, collection)
  if (attributes.size === 0) return undefined
  const policy = await runtimeOf(req.payload).policy(req as PayloadRequest)
  return policy.reviews.find((review) =>
    Object.entries(review.when).some(
      ([attribute, values]) => attributes.has(attribute) && values.some((value) => ids.includes(value)),
    ),
  )?.name
}

/** Names of the attributes that are relations to `collection` in some piece. */
function attributesLeadingTo(payload: Payload, collection: string): ReadonlySet<string> {
  const names = [...runtimeOf(payload).collections.values()].flatMap(({ fields, options }) =>
    Object.entries(options.attributes ?? {}).flatMap(([name, at]) => {
      const field = fields.find((each) => each.name === at)
      return field?.kind === 'relation' && field.to.includes(collection) ? [name] : []
    }),
  )
  return new Set(names)
}

/** Whether the field that says which human being an account belongs to leads to `collection`. */
function saysWhoSomebodyIs(payload: Payload, collection: string): boolean {
  const { person, users } = runtimeOf(payload)
  const field = payload.collections[users]?.config.flattenedFields.find(({ name }) => name === person)
  return field?.type === 'relationship' && [field.relationTo].flat().includes(collection)
}

async function isSomebody(req: InPayload, collection: string, ids: readonly string[]): Promise<boolean> {
  const { person, users } = runtimeOf(req.payload)
  if (person === null || !saysWhoSomebodyIs(req.payload, collection)) return false
  const where = { [person]: { in: idsFor(req.payload, collection, ids) } }
  return (await req.payload.db.findOne({ collection: users, where, req })) !== null
}
