import { appendToChain } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import type {
  Actor,
  Digest,
  Dossier,
  Facts,
  FastTracked,
  Finding,
  Live,
  Person,
  Review,
  SignOff,
  TransitionContext,
  WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import type { EventDraft } from '../../../packages/plugin-imprimatur/src/domain/workflow/events.ts'

/** A digest that is easy to tell from others: 64 times the same hex digit. */
export function aDigest(hexDigit: string): Digest {
  return `sha256:${hexDigit.repeat(64)}`
}

/** What readers get, and the newest revision, wherever a test does not say otherwise. */
export const LIVE = aDigest('a')
export const NEXT = aDigest('b')

/** Monday, 2 March 2026, nine o'clock. */
export const NOW = new Date('2026-03-02T09:00:00.000Z')
export const BEFORE = '2026-03-01T09:00:00.000Z'
export const AHEAD = '2026-03-03T06:00:00.000Z'

/** An active user. */
export function aPerson(id: string, ...roles: string[]): Actor {
  return { kind: 'person', id, active: true, roles }
}

/** A publisher who may send out breaking news before anybody has reviewed it. */
export function aBreakingPublisher(id: string, ...roles: string[]): Actor {
  return { kind: 'person', id, active: true, roles: ['publisher', ...roles], rights: ['breaking'] }
}

export function aSignOff(by: string, details: Partial<SignOff> = {}): SignOff {
  return { review: 'desk', role: 'reviewer', by, digest: NEXT, at: BEFORE, ...details }
}

export function whatIsLive(details: Partial<Live> = {}): Live {
  return {
    digest: LIVE,
    since: BEFORE,
    event: 4,
    signOffs: [aSignOff('rita', { digest: LIVE })],
    writers: ['wanda'],
    ...details,
  }
}

/** What wanda wrote and bea sent out a day ago, and nobody has reviewed. */
export function whatWasFastTracked(details: Partial<FastTracked> = {}): FastTracked {
  return {
    digest: LIVE,
    at: BEFORE,
    event: 4,
    since: BEFORE,
    by: 'bea',
    reason: 'The bridge is down.',
    hands: ['wanda', 'bea'],
    signOffs: [],
    reviewedAt: null,
    ...details,
  }
}

/** A draft that wanda made and nobody else touched, never published. */
export function aDossier(details: Partial<Dossier> = {}): Dossier {
  return {
    piece: 'articles:1',
    seq: 7,
    head: aDigest('7'),
    stage: 'draft',
    stageSince: BEFORE,
    live: null,
    firstPublishedAt: null,
    owner: 'wanda',
    writers: ['wanda'],
    signOffs: [],
    schedule: null,
    missed: null,
    retraction: null,
    fastTracked: null,
    ...details,
  }
}

export function aReview(name: string, details: Partial<Review> = {}): Review {
  return { name, needed: 1, roles: ['reviewer'], collections: [], when: {}, ...details }
}

export function aFinding(blocks: Finding['blocks'], details: Partial<Finding> = {}): Finding {
  return { gate: 'headline_present', blocks, message: 'Write a headline.', field: 'headline', ...details }
}

/** One desk review by one reviewer, everybody still in office, no fault found, no embargo. */
export function someFacts(details: Partial<Facts> = {}): Facts {
  return {
    digest: NEXT,
    subject: { collection: 'articles', attributes: { genre: 'analysis' } },
    policy: { reviews: [aReview('desk')] },
    people: people({ rita: ['reviewer'], remy: ['reviewer'] }),
    findings: [],
    embargoUntil: null,
    hasClock: true,
    trashed: false,
    now: NOW,
    ...details,
  }
}

/** Active people by id, with their roles. */
export function people(roles: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Person> {
  return new Map(Object.entries(roles).map(([id, held]) => [id, { active: true, roles: held }]))
}

export function aSituation(actor: Actor, dossier: Partial<Dossier>, facts: Partial<Facts> = {}): TransitionContext {
  return { actor, dossier: aDossier(dossier), facts: someFacts(facts) }
}

/** A chain of events of one piece, sealed one after the other; what is not said is filled in. */
export function aChain(...drafts: (Partial<EventDraft> & Pick<EventDraft, 'transition'>)[]): WorkflowEvent[] {
  const events: WorkflowEvent[] = []
  for (const draft of drafts) {
    const last = events.at(-1)
    events.push(
      appendToChain(
        {
          piece: 'articles:1',
          from: last?.to ?? null,
          to: last?.to ?? 'draft',
          actor: 'wanda',
          digest: NEXT,
          at: new Date(NOW.getTime() + events.length * 60_000).toISOString(),
          ...draft,
        },
        { seq: last?.seq ?? 0, head: last?.hash ?? null },
      ),
    )
  }
  return events
}

/** Makes `value` and all in it read-only, so that a function that changes its input throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
