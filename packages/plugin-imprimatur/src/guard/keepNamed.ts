import type { Payload, PayloadRequest, Where } from 'payload'
import { coded } from '../errors/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type MachineSlugs } from '../runtime/index.ts'
import { pagesOf } from '../store/index.ts'
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

/** Where an account is named, by the collection. */
const NAMES: Partial<Record<keyof MachineSlugs, readonly string[]>> = {
  events: ['actor'],
  dossiers: ['owner', 'writers', 'assignees', 'assignedBy'],
  comments: ['author', 'resolvedBy', 'removedBy'],
  reviewLinks: ['madeBy', 'revokedBy'],
  styleExceptions: ['author'],
  releases: ['madeBy', 'scheduledBy', 'publishedBy'],
  releasePieces: ['addedBy'],
}

/**
 * Refuses to delete accounts that the log, a dossier or something beside a piece names: SQLite gives the number of the last row again, and whoever
 * came next would have signed off, written and said what this person did, and have their work to do.
 *
 * @throws CodedError `in_use`.
 */
export async function refuseOnRecord(req: InPayload, ids: readonly string[]): Promise<void> {
  if (await isOnRecord(req, ids))
    throw coded('in_use', {
      message: 'What this person did is on record under this account.',
      hint: 'Take its roles away instead.',
    })
}

async function isOnRecord(req: InPayload, ids: readonly string[]): Promise<boolean> {
  const { slugs } = runtimeOf(req.payload)
  for (const [name, fields] of Object.entries(NAMES)) {
    const where: Where = { or: fields.map((field) => ({ [field]: { in: [...ids] } })) }
    if (await req.payload.db.findOne({ collection: slugs[name as keyof MachineSlugs], where, req })) return true
  }
  return isNamedBeside(req, new Set(ids))
}

const BESIDE = { accounts: true, writers: true } as const

/** Whether an event names one of them beside who acted: as a writer, or as another account of the same person. No database looks into such lists. */
async function isNamedBeside(req: InPayload, ids: ReadonlySet<string>): Promise<boolean> {
  const where: Where = { or: [{ accounts: { exists: true } }, { writers: { exists: true } }] }
  const asked = { collection: runtimeOf(req.payload).slugs.events, by: 'id', select: BESIDE, where }
  for await (const page of pagesOf<{ accounts?: unknown; writers?: unknown }>(req, asked))
    for (const { accounts, writers } of page)
      if ([accounts, writers].flat().some((each) => typeof each === 'string' && ids.has(each))) return true
  return false
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
