import canonicalize from 'canonicalize'
import { digestOf, type Digest } from './digest.ts'
import type { Stage } from './stages.ts'
import type { TransitionName } from './table.ts'

/**
 * Beside the transitions: a piece comes into being, or was public before there was a workflow; a further writer changes it,
 * a change voids what was given, a scheduled piece could not go out at its time.
 */
export type EventName = TransitionName | 'create' | 'adopt' | 'touch' | 'void' | 'missed'

/** One accepted transition, as the log keeps it. Absent values are absent, never null. */
export type WorkflowEvent = {
  /** `collection:id` of the piece. */
  readonly piece: string
  /** 1, 2, 3 … without a gap; with `piece` it is unique, which makes it the compare-and-set. */
  readonly seq: number
  readonly transition: EventName
  readonly from: Stage | null
  readonly to: Stage
  /** Id of a user, or `clock`, or `system:` and a name. */
  readonly actor: string
  /** The other accounts that belonged to the same human being at that time, if any. */
  readonly accounts?: readonly string[]
  /** Digest that the move is about: the live one for `withdraw` and `retract`, else the newest revision's. */
  readonly digest: Digest
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string
  /** With `sign_off`: which review, and the role it was given in. */
  readonly review?: string
  readonly role?: string
  /** With a `sign_off` of a review that has its turn: the reviews that were complete before it. */
  readonly after?: readonly string[]
  /** With a `sign_off` of what a `fast_track` made public: whether the review afterwards is complete with it. */
  readonly afterFastTrack?: 'incomplete' | 'complete'
  /** For staff. */
  readonly reason?: string
  /** For readers, with `retract`. */
  readonly notice?: string
  /** With `schedule` the time set, with `publish` from the clock and `missed` the time it was due; ISO 8601 in UTC. */
  readonly due?: string
  /** With `missed`: the error code of what stood in the way. */
  readonly code?: string
  /**
   * Whose text it is, when that is not just the actor's: with `create` of a duplicate the writers of its source, with
   * `revise` by button nobody, as nothing has been written yet; with a change that takes suggested words all who wrote it.
   */
  readonly writers?: readonly string[]
  /** Hash of the event before; null for the first. */
  readonly prevHash: string | null
  readonly hash: string
}

/** An event before it has its place in the chain. */
export type EventDraft = Omit<WorkflowEvent, 'seq' | 'prevHash' | 'hash'>

/** `collection:id`. */
export function pieceKey(collection: string, id: string): string {
  return `${collection}:${id}`
}

/** SHA-256 over the RFC 8785 form of everything in the event but the hash itself. */
export function hashOf(event: Omit<WorkflowEvent, 'hash'>): string {
  const canonical = canonicalize({ ...event, hash: undefined })
  if (canonical === undefined) throw new TypeError('The event has no JSON form.')
  return digestOf(canonical)
}

/** Gives `draft` its place after the event with `seq` and `hash` (0 and null before the first). */
export function appendToChain(draft: EventDraft, previous: { seq: number; head: string | null }): WorkflowEvent {
  const placed = { ...draft, seq: previous.seq + 1, prevHash: previous.head }
  return { ...placed, hash: hashOf(placed) }
}

/** Says what is wrong with a chain (in order of `seq`), or null when every link holds. */
export function faultInChain(events: readonly WorkflowEvent[]): string | null {
  let previous: WorkflowEvent | undefined
  for (const event of events) {
    const expected = (previous?.seq ?? 0) + 1
    if (event.seq !== expected) return `event ${String(expected)} is missing`
    if (event.prevHash !== (previous?.hash ?? null)) return `event ${String(event.seq)} does not follow the one before`
    if (event.hash !== hashOf(event)) return `event ${String(event.seq)} was changed after it was written`
    if (previous && event.piece !== previous.piece) return `event ${String(event.seq)} belongs to another piece`
    previous = event
  }
  return null
}
