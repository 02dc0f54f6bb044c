import type { PayloadRequest } from 'payload'
import { changesInWords, type ChangeInWords } from '../domain/difference/index.ts'
import {
  handsIn,
  options,
  reviewsFor,
  tally,
  type Digest,
  type Finding,
  type Option,
  type SignOff,
  type WorkflowEvent,
} from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { eventsOf, requireStaff } from '../store/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'
import { drawnBetween } from './difference.ts'
import { reviewQueue, type QueueEntry } from './reviewQueue.ts'
import { situationOf } from './situation.ts'

/** One of the reviews that a piece needs, and who has given it to exactly this text. */
export type ReviewState = {
  readonly review: string
  readonly given: readonly SignOff[]
  readonly missing: number
  readonly roles: readonly string[]
}

/** Everything that a reviewer decides by, of one moment. */
export type ReviewView = {
  readonly dossier: DossierView
  /** Digest of the text that is shown: what a move from here is about. */
  readonly digest: Digest
  readonly from: Digest | null
  /** HTML of the text with its changes marked, escaped. */
  readonly text: string
  readonly changes: readonly ChangeInWords[]
  /** The moves that are about the text that is shown, and only those. */
  readonly moves: readonly Option[]
  readonly findings: readonly Finding[]
  readonly labels: ReadonlyMap<string, string>
  readonly reviews: readonly ReviewState[]
  readonly events: readonly WorkflowEvent[]
  /** The piece that waits behind this one, for whoever asks. */
  readonly next: QueueEntry | null
  readonly waiting: number
}

/**
 * A piece as its reviewer sees it, to be read in one snapshot: the newest text against what readers have, or, `ofLive`, what readers have.
 *
 * @throws CodedError as `GET …/diff` does.
 */
export async function reviewOf(req: PayloadRequest, slug: string, id: string, ofLive: boolean): Promise<ReviewView> {
  const asked = ofLive ? { from: null, to: 'live' } : {}
  const { drawing, drawn, from, newest, row, to } = await drawnBetween(req, slug, id, asked)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const actor = requireStaff(req)
  const situation = await situationOf(req, { collection, row, revision: newest, actor, goingPublic: new Set() })
  const { facts } = situation
  const queue = await reviewQueue(req, { limit: '100' })
  const side = ofLive ? 'live' : 'revision'
  return {
    dossier: dossierView(row),
    digest: to.digest,
    from: from?.digest ?? null,
    text: drawn.text,
    changes: from
      ? changesInWords(drawn.changes, drawing)
      : changesInWords(
          drawn.changes.filter((each) => !each.visible),
          drawing,
        ),
    moves: options(situation).filter((move) => move.actsOn === side),
    // The gates are about the newest text.
    findings: ofLive ? [] : facts.findings,
    labels: drawing.labels,
    reviews: tally(
      reviewsFor(facts.policy, ofLive ? (facts.liveSubject ?? facts.subject) : facts.subject),
      signOffsOn(row.state, ofLive),
      {
        digest: to.digest,
        writers: ofLive ? (row.state.fastTracked?.hands ?? []) : handsIn(row.state),
        people: facts.people,
      },
    ).map(({ counted, missing, review }) => ({ review: review.name, given: counted, missing, roles: review.roles })),
    events: await eventsOf(req, row.state.piece),
    next: behind(queue.docs, `${slug}:${id}`, actor.id),
    waiting: queue.totalDocs,
  }
}

function signOffsOn(
  { fastTracked, signOffs }: Pick<DossierView, 'fastTracked' | 'signOffs'>,
  ofLive: boolean,
): readonly SignOff[] {
  return ofLive ? (fastTracked?.signOffs ?? []) : signOffs
}

/** What comes next in the queue, around to its beginning: what somebody else wrote and this person has not signed yet. */
function behind(queue: readonly QueueEntry[], piece: string, person: string): QueueEntry | null {
  const keyOf = (entry: QueueEntry): string => `${entry.collection}:${entry.id}`
  const at = queue.findIndex((entry) => keyOf(entry) === piece)
  const open = (entry: QueueEntry): boolean =>
    keyOf(entry) !== piece &&
    !entry.writers.includes(person) &&
    !entry.signOffs.some((each) => each.by === person && each.digest === entry.digest)
  return [...queue.slice(at + 1), ...queue.slice(0, Math.max(0, at))].find(open) ?? null
}
