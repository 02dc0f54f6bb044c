import type { PayloadRequest } from 'payload'
import { openThreads } from '../domain/comments/index.ts'
import { relationsOf } from '../domain/content/index.ts'
import {
  contributorsOf,
  pieceKey,
  ruleOf,
  runGates,
  unreviewed,
  type Actor,
  type Finding,
  type PolicySubject,
  type RelatedPiece,
  type TransitionContext,
  type TransitionName,
} from '../domain/workflow/index.ts'
import { fieldFaults } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import {
  asKnown,
  attributesOf,
  commentsOn,
  dossiersOf,
  mainRevision,
  movedFrom,
  peopleOf,
  type DossierRow,
} from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'
import { styleFindingsOf } from './styleFindingsOf.ts'

/** Everything that is true of a piece now and that `transition()` may look at. */
export async function transitionContextOf(
  req: PayloadRequest,
  piece: {
    collection: WorkflowCollection
    row: DossierRow
    revision: Revision
    actor: Actor
    /** Keys of the pieces that become public in the same call. */
    goingPublic: ReadonlySet<string>
    /** When it is to be judged, unless that is now. */
    at?: Date | undefined
    /** The only move that will be judged; left out: all. */
    transition?: TransitionName
  },
): Promise<TransitionContext> {
  const { collection, row, revision, actor, goingPublic, at, transition } = piece
  const { doc } = revision
  const now = at ?? runtimeOf(req.payload).now()
  const { embargo } = collection.options
  const waiting = unreviewed(row.state)
  const live = waiting ? await mainRevision(req, collection, row.pieceId) : null
  const signers = [...row.state.signOffs, ...(waiting?.signOffs ?? [])].map((each) => each.by)
  // Whoever is told of the move is read with them: see `concerned()`.
  const told = [...contributorsOf(row.state), row.state.owner, ...(row.state.schedule ? [row.state.schedule.by] : [])]
  const embargoUntil = embargo === undefined ? undefined : doc[embargo]
  const policy = await runtimeOf(req.payload).policy(req)
  const people = await peopleOf(req, [...signers, ...told, ...(actor.kind === 'person' ? [actor.id] : [])])
  return {
    dossier: row.state,
    actor: asKnown(actor, people),
    facts: {
      digest: revision.digest,
      subject: subjectOf(collection, doc),
      ...(live ? { liveSubject: subjectOf(collection, live.doc) } : {}),
      policy,
      people,
      findings: [
        ...(await findingsOf(req, { collection, row, revision, goingPublic, now })),
        ...(transition === undefined || ruleOf(transition).needs.includes('review_gates')
          ? await styleFindingsOf(req, collection, row.state.piece, revision)
          : []),
      ],
      ...(policy.openCommentsBlock?.length
        ? { openComments: openThreads(await commentsOn(req, row.state.piece)).length }
        : {}),
      embargoUntil: embargoOf(embargoUntil),
      hasClock: runtimeOf(req.payload).clock !== 'none',
      trashed: Boolean(doc.deletedAt),
      now,
    },
  }
}

/** What the policy may look at of a document. */
export function subjectOf(collection: WorkflowCollection, doc: Revision['doc']): PolicySubject {
  return { collection: collection.slug, attributes: attributesOf(collection, doc) }
}

async function findingsOf(
  req: PayloadRequest,
  piece: {
    collection: WorkflowCollection
    row: DossierRow
    revision: Revision
    goingPublic: ReadonlySet<string>
    now: Date
  },
): Promise<readonly Finding[]> {
  const { collection, row, revision, goingPublic, now } = piece
  const { gates = [], limits } = collection.options
  const found = runGates(gates, {
    collection: collection.slug,
    doc: revision.doc,
    now,
    media: revision.media,
    related: await relatedPieces(req, collection, revision, goingPublic),
    slugTaken: await isSlugTaken(req, collection, row.pieceId, revision),
    slugLeadsTo: await slugLeadsTo(req, collection, row.pieceId, revision),
    limits: limits ? await limits(req) : {},
  })
  return [...found, ...withoutHash(revision), ...(await invalidFields(req, collection, revision, found))]
}

/** A file without a hash could be changed after the sign-off. */
function withoutHash({ media }: Revision): readonly Finding[] {
  const message = 'A file that this piece shows was never read, so nobody can sign it off.'
  const hint = 'Upload it again, or run `payload imprimatur:adopt`.'
  return media.some(({ hash }) => hash === '') ? [{ gate: 'file_hash', blocks: 'submit', message, hint }] : []
}

/**
 * What the fields' own validations refuse; drafts are stored without them. A field that a gate already names is left
 * out.
 */
async function invalidFields(
  req: PayloadRequest,
  collection: WorkflowCollection,
  revision: Revision,
  found: readonly Finding[],
): Promise<readonly Finding[]> {
  const { config } = req.payload.collections[collection.slug] ?? {}
  const faults = config ? await fieldFaults(req, config, revision.doc) : []
  return faults
    .filter((fault) => !found.some((finding) => finding.field === fault.field))
    .map((fault) => ({ ...fault, gate: 'valid', blocks: 'submit' }))
}

async function relatedPieces(
  req: PayloadRequest,
  collection: WorkflowCollection,
  revision: Revision,
  goingPublic: ReadonlySet<string>,
): Promise<ReadonlyMap<string, RelatedPiece>> {
  const fields = new Map<string, string>()
  for (const relation of relationsOf(revision.doc, collection.fields)) {
    const key = pieceKey(relation.collection, relation.id)
    if (runtimeOf(req.payload).collections.has(relation.collection) && !fields.has(key)) fields.set(key, relation.field)
  }
  const byPiece = await dossiersOf(req, [...fields.keys()])
  return new Map(
    [...fields].map(([key, field]) => {
      const row = byPiece.get(key)
      return [
        key,
        {
          exists: row !== undefined,
          public: row !== undefined && row.state.live !== null,
          goingPublic: goingPublic.has(key),
          everPublic: row !== undefined && (row.state.live !== null || row.state.firstPublishedAt !== null),
          field,
        },
      ]
    }),
  )
}

/** Whether the main row of another piece, which is where public slugs live, holds this revision's slug. */
async function isSlugTaken(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  revision: Revision,
): Promise<boolean> {
  const slug = collection.slugField === null ? undefined : revision.doc[collection.slugField]
  if (collection.slugField === null || typeof slug !== 'string' || slug === '') return false
  const { docs } = await req.payload.db.find({
    collection: collection.slug,
    where: {
      and: [
        { [collection.slugField]: { equals: slug } },
        { id: { not_equals: idFor(req.payload, collection.slug, id) } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  return docs.length > 0
}

async function slugLeadsTo(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  revision: Revision,
): Promise<{ title: string | null } | null> {
  const slug = collection.slugField === null ? undefined : revision.doc[collection.slugField]
  if (typeof slug !== 'string' || slug === '') return null
  const title = (await movedFrom(req, collection.slug, [slug], id)).get(slug)
  return title === undefined ? null : { title }
}

/** Any value counts: an embargo that cannot be read holds the piece back. */
function embargoOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : 'an unreadable time'
}
