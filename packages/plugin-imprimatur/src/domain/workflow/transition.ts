import { accountsOf, mayMove, signatureOf, type Actor } from './actor.ts'
import type { Digest } from './digest.ts'
import { apply, handsIn, unreviewed, type Dossier, type SignOff } from './dossier.ts'
import { blocker, firstRefusal, type Blocker } from './errors.ts'
import { appendToChain, type EventDraft, type WorkflowEvent } from './events.ts'
import type { Finding } from './gates.ts'
import {
  accountsBehind,
  overlap,
  reviewsFor,
  roleToGive,
  tally,
  type Person,
  type Policy,
  type PolicySubject,
  type Review,
} from './policy.ts'
import { STAGE_LABELS, type Stage } from './stages.ts'
import { makesPublic, ruleOf, TRANSITIONS, type Condition, type Rule, type TransitionName } from './table.ts'

export type Command = {
  readonly transition: TransitionName
  /**
   * What the asker was looking at: the live digest for `withdraw`, `retract` and the sign-off of what a `fast_track`
   * made public, else the newest revision's.
   */
  readonly digest: Digest
  readonly review?: string
  readonly reason?: string
  readonly notice?: string
  /** ISO 8601 with an offset or `Z`, for `schedule`. */
  readonly at?: string
}

/** What is true when the command is judged. All of it is read inside the transaction that acts on it. */
export type Facts = {
  /** Digest of the newest revision, computed from what is stored. */
  readonly digest: Digest
  readonly subject: PolicySubject
  /** The same of what is live, when that was fast-tracked and waits for its review; default {@link subject}. */
  readonly liveSubject?: PolicySubject
  readonly policy: Policy
  /** Everyone who signed off in this round, or afterwards what was fast-tracked. */
  readonly people: ReadonlyMap<string, Person>
  readonly findings: readonly Finding[]
  readonly embargoUntil: string | null
  /** Whether something publishes at the time that was set. */
  readonly hasClock: boolean
  /** Whether the piece is in the trash, where nothing moves. */
  readonly trashed: boolean
  readonly now: Date
}

export type Situation = {
  readonly dossier: Dossier
  readonly actor: Actor
  readonly facts: Facts
}

export type Decision =
  | { readonly ok: true; readonly event: WorkflowEvent; readonly dossier: Dossier }
  | { readonly ok: false; readonly status: number; readonly blockers: readonly Blocker[] }

/**
 * Judges one command and does nothing: either the event that it leads to and the dossier after it, or a refusal with
 * every reason of the first kind that applies (see {@link firstRefusal}).
 */
export function transition(situation: Situation, command: Command): Decision {
  const blockers = [...standing(situation, command), ...conditions(situation, command)]
  if (blockers.length > 0) return { ok: false, ...firstRefusal(blockers) }
  const event = appendToChain(draftOf(situation, command), situation.dossier)
  return { ok: true, event, dossier: apply(situation.dossier, event) }
}

export type Option = {
  readonly name: TransitionName
  readonly label: string
  readonly to: Stage
  readonly actsOn: Side
  readonly allowed: boolean
  readonly blockers: readonly Blocker[]
  /** What the command has to bring along. */
  readonly needs: readonly ('reason' | 'notice' | 'at')[]
  /** With `sign_off`: the reviews that this actor could give now. */
  readonly reviews?: readonly string[]
}

/**
 * Every row of the table as it stands for this actor: allowed, or with all that is in the way. What the command itself
 * would bring (a reason, a notice, a time) is not in the way; it is listed under `needs`.
 */
export function options(situation: Situation): readonly Option[] {
  return TRANSITIONS.flatMap((name) => sidesOf(situation, name).map((side) => optionOf(situation, name, side)))
}

/** A sign-off of what was fast-tracked stands beside the sign-off of a next revision when both are being reviewed. */
function sidesOf({ dossier, facts }: Situation, name: TransitionName): readonly Side[] {
  if (name !== 'sign_off' || !unreviewed(dossier)) return [ruleOf(name).actsOn]
  if (facts.digest === dossier.live?.digest) return [dossier.stage === 'in_review' ? 'revision' : 'live']
  return ruleOf(name).from.includes(dossier.stage) ? ['revision', 'live'] : ['live']
}

function optionOf(situation: Situation, name: TransitionName, side: Side): Option {
  const rule = ruleOf(name)
  const digest = side === 'live' ? (situation.dossier.live?.digest ?? situation.facts.digest) : situation.facts.digest
  const open = rule.needs.includes('four_eyes') ? givable(situation, side).map((review) => review.name) : undefined
  const supplied = { transition: name, digest, reason: '-', notice: '-', ...(open?.[0] ? { review: open[0] } : {}) }
  const blockers = [...standing(situation, supplied), ...conditions(situation, supplied)].filter(
    (each) => !(rule.needs.includes('time_ahead') && each.field === 'at'),
  )
  const refusal = blockers.length > 0 ? firstRefusal(blockers).blockers : []
  return {
    name,
    label: name === 'sign_off' && side === 'live' ? 'Sign off what is public' : rule.label,
    to: targetOf(situation, supplied),
    actsOn: side,
    allowed: refusal.length === 0,
    blockers: refusal,
    needs: rule.needs.flatMap((need) =>
      need === 'reason' || need === 'notice' ? [need] : need === 'time_ahead' ? ['at' as const] : [],
    ),
    ...(open ? { reviews: open } : {}),
  }
}

type Side = Rule['actsOn']

/**
 * Which side of the dossier a command acts on: what the table says, but for the sign-off of what a `fast_track` made
 * public. That one names the live digest; while the very same text is in review, a sign-off is of the revision.
 */
function sideOf({ dossier, facts }: Situation, command: Pick<Command, 'transition' | 'digest'>): Side {
  if (command.transition !== 'sign_off' || !unreviewed(dossier)) return ruleOf(command.transition).actsOn
  if (facts.digest === dossier.live?.digest) return dossier.stage === 'in_review' ? 'revision' : 'live'
  return command.digest === dossier.live?.digest ? 'live' : 'revision'
}

/** The reviews that what was fast-tracked still lacks, and who may give them; empty when nothing waits. */
export function missingAfterFastTrack(
  situation: Pick<Situation, 'dossier' | 'facts'>,
): readonly { review: string; missing: number; roles: readonly string[] }[] {
  if (!unreviewed(situation.dossier)) return []
  return tallyOf(situation, 'live').flatMap(({ review, missing }) =>
    missing > 0 ? [{ review: review.name, missing, roles: review.roles }] : [],
  )
}

/** Right and stage. */
function standing(situation: Situation, command: Command): readonly Blocker[] {
  const { actor, dossier, facts } = situation
  const name = command.transition
  const rule = ruleOf(name)
  const side = sideOf(situation, command)
  const blockers: Blocker[] = []
  if (!mayMove(actor, name, dossier, mayGiveSome(situation, side)) || (actor.kind === 'clock' && !isDue(situation))) {
    blockers.push(blocker('forbidden', { message: `You do not have the right to do this: ${rule.label}.` }))
  }
  if (facts.trashed) {
    return [...blockers, blocker('wrong_stage', { message: 'The piece is in the trash. Take it out first.' })]
  }
  const reachable =
    side === 'live' ? dossier.live !== null : rule.from.includes(dossier.stage) && !isBesideTheRound(situation, command)
  if (!reachable) {
    blockers.push(
      blocker('wrong_stage', {
        message:
          rule.actsOn === 'live'
            ? 'Nothing of this piece is public.'
            : rule.from.includes(dossier.stage)
              ? 'No review that you could give is outstanding for this text.'
              : `From ${quoted([dossier.stage])} this cannot be done; it starts from ${quoted(rule.from)}.`,
      }),
    )
  }
  return blockers
}

/**
 * Whether a sign-off comes after the round of review and is for no review that is outstanding: every one was complete when
 * the piece was approved, and is lacking again only when a sign-off stops counting or the policy becomes stricter.
 */
function isBesideTheRound(situation: Situation, command: Command): boolean {
  if (command.transition !== 'sign_off' || situation.dossier.stage === 'in_review') return false
  const given = command.review === undefined ? givable(situation, 'revision').map(({ name }) => name) : [command.review]
  return !tallyOf(situation, 'revision').some(({ review, missing }) => missing > 0 && given.includes(review.name))
}

/** Whether a time of publication is set and has come. */
function isDue({ dossier, facts }: Situation): boolean {
  return dossier.schedule !== null && Date.parse(dossier.schedule.at) <= facts.now.getTime()
}

function conditions(situation: Situation, command: Command): readonly Blocker[] {
  const rule = ruleOf(command.transition)
  const named = sideOf(situation, command) === 'live' ? situation.dossier.live?.digest : situation.facts.digest
  const stale =
    named !== undefined && command.digest !== named
      ? [blocker('stale_digest', { hint: `The digest is now ${named}.`, field: 'digest' })]
      : []
  return [...stale, ...rule.needs.flatMap((need) => check(need, situation, command))]
}

function check(need: Condition, situation: Situation, command: Command): readonly Blocker[] {
  const { facts } = situation
  switch (need) {
    case 'reason':
      return command.reason?.trim() ? [] : [blocker('reason_required', { field: 'reason' })]
    case 'notice':
      return command.notice?.trim() ? [] : [blocker('notice_required', { field: 'notice' })]
    case 'gates':
      return gateBlockers(facts.findings, makesPublic(command.transition))
    case 'embargo':
      return embargoBlockers(facts.embargoUntil, facts.now)
    case 'time_ahead':
      return timeBlockers(command.at, facts)
    case 'quorum':
      return quorumBlockers(situation)
    case 'four_eyes':
      return reviewBlockers(situation, command.review, sideOf(situation, command))
    case 'no_retraction':
      return situation.dossier.retraction === null || situation.dossier.stage === 'retracted'
        ? []
        : [
            blocker('wrong_stage', {
              message:
                'Readers were told that this piece is retracted. A text that takes this back has to be signed off first.',
            }),
          ]
  }
}

function gateBlockers(findings: readonly Finding[], publishing: boolean): readonly Blocker[] {
  return findings
    .filter((finding) => finding.blocks === 'submit' || (publishing && finding.blocks === 'publish'))
    .map(({ gate, message, field, hint }) =>
      blocker('gate_failed', { gate, message, ...(field ? { field } : {}), ...(hint ? { hint } : {}) }),
    )
}

/** An embargo that cannot be read as a time has not passed. */
function embargoBlockers(embargoUntil: string | null, at: Date): readonly Blocker[] {
  return embargoUntil !== null && !(at.getTime() >= Date.parse(embargoUntil))
    ? [blocker('embargoed', { message: `The piece is under embargo until ${embargoUntil}.`, field: 'embargoUntil' })]
    : []
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970 of an ISO 8601 time with an offset or `Z`, or null for anything else. */
export function instant(value: string | undefined): number | null {
  const day = value === undefined ? undefined : INSTANT.exec(value)?.[1]
  if (value === undefined || day === undefined) return null
  const time = Date.parse(value)
  return Number.isNaN(time) || !isCalendarDay(day) ? null : time
}

/** V8 reads 30 February as 2 March; a day that the calendar does not have is a typing error. */
function isCalendarDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function timeBlockers(at: string | undefined, facts: Facts): readonly Blocker[] {
  if (!facts.hasClock) return [blocker('no_clock')]
  const time = instant(at)
  if (time === null) {
    return [
      blocker('invalid_value', {
        field: 'at',
        message: 'The time has to be an ISO 8601 time with an offset or Z, such as 2026-03-01T06:00:00+01:00.',
      }),
    ]
  }
  if (time <= facts.now.getTime()) return [blocker('time_not_ahead', { field: 'at' })]
  return embargoBlockers(facts.embargoUntil, new Date(time)).map((each) => ({ ...each, field: 'at' }))
}

function quorumBlockers(situation: Situation): readonly Blocker[] {
  const { people } = situation.facts
  return tallyOf(situation, 'revision').flatMap(({ review, missing, lapsed }) =>
    missing === 0
      ? []
      : [
          blocker('quorum_missing', {
            message: [
              `The review “${review.name}” lacks ${String(missing)} sign-off${missing === 1 ? '' : 's'} for exactly this text.`,
              ...lapsed.map(({ by }) => `${nameOf(people.get(by))} gave it, and may not give it any more.`),
            ].join(' '),
          }),
        ],
  )
}

function nameOf(person: Person | undefined): string {
  return person?.name ?? 'Somebody who is not here any more'
}

function reviewBlockers(situation: Situation, named: string | undefined, side: Side): readonly Blocker[] {
  const { actor, dossier } = situation
  const reviews = reviewsOf(situation, side)
  if (named !== undefined && !reviews.some((review) => review.name === named)) {
    return [
      blocker('invalid_value', {
        field: 'review',
        message: `This piece has no review of that name. It needs: ${reviews.map((review) => review.name).join(', ')}.`,
      }),
    ]
  }
  const chosen = named === undefined ? givable(situation, side) : reviews.filter((review) => review.name === named)
  if (named !== undefined && chosen.every((review) => actor.kind === 'person' && !roleToGive(review, actor))) {
    return [blocker('forbidden', { message: `You may not give the review “${named}”.`, field: 'review' })]
  }
  const blockers: Blocker[] = []
  if (overlap(accountsOf(actor), handsOn(side, dossier))) {
    blockers.push(fourEyes(situation, side))
  }
  const signed = signedBy(situation, side)
  const gaveAll = chosen.length === 0 && signed.length > 0
  if (gaveAll || signed.some((each) => each.review === named)) blockers.push(blocker('already_signed'))
  if (named === undefined && chosen.length > 1) {
    blockers.push(
      blocker('review_required', {
        field: 'review',
        hint: `You may give:  ${chosen.map((review) => review.name).join(', ')}.`,
      }),
    )
  }
  return blockers
}

type Reviewed = Pick<Situation, 'dossier' | 'facts'>

function reviewsOf({ facts }: Reviewed, side: Side): readonly Review[] {
  return reviewsFor(facts.policy, side === 'live' ? (facts.liveSubject ?? facts.subject) : facts.subject)
}

/** The sign-offs given to one side: of the newest revision in this round, or of what was fast-tracked since it is out. */
function signOffsOn(side: Side, dossier: Dossier): readonly SignOff[] {
  return side === 'live' ? (unreviewed(dossier)?.signOffs ?? []) : dossier.signOffs
}

/** The accounts that may not sign that side off. */
function handsOn(side: Side, dossier: Dossier): readonly string[] {
  return side === 'live' ? (unreviewed(dossier)?.hands ?? []) : handsIn(dossier)
}

function digestOn(side: Side, { dossier, facts }: Reviewed): Digest {
  return side === 'live' ? (dossier.live?.digest ?? facts.digest) : facts.digest
}

function tallyOf(situation: Reviewed, side: Side, further: readonly SignOff[] = []) {
  const { dossier, facts } = situation
  return tally(reviewsOf(situation, side), [...signOffsOn(side, dossier), ...further], {
    digest: digestOn(side, situation),
    writers: handsOn(side, dossier),
    people: facts.people,
  })
}

/** What the actor, with whichever of their accounts, has signed of that text. */
function signedBy(situation: Situation, side: Side): readonly SignOff[] {
  const { actor, dossier, facts } = situation
  return signOffsOn(side, dossier).filter(
    (each) =>
      each.digest === digestOn(side, situation) && overlap(accountsBehind(each, facts.people), accountsOf(actor)),
  )
}

function fourEyes({ actor, dossier }: Situation, side: Side): Blocker {
  if (side === 'live' || !overlap(accountsOf(actor), dossier.writers)) {
    return blocker('four_eyes', {
      message: 'You wrote or sent out what went to readers without a review, so somebody else has to sign it off.',
    })
  }
  return accountsOf(actor).length === 1
    ? blocker('four_eyes')
    : blocker('four_eyes', {
        message: 'You, or another account of yours, worked on this revision, so somebody else has to sign it off.',
      })
}

function mayGiveSome(situation: Situation, side: Side): boolean {
  const { actor } = situation
  return actor.kind === 'person' && reviewsOf(situation, side).some((review) => roleToGive(review, actor) !== undefined)
}

/** Reviews that the actor holds a role for and has not given to this text: the outstanding ones, or else any. */
function givable(situation: Situation, side: Side): readonly Review[] {
  const { actor } = situation
  if (actor.kind !== 'person') return []
  const signed = signedBy(situation, side)
  const open = tallyOf(situation, side).filter(
    ({ review }) => roleToGive(review, actor) !== undefined && !signed.some((each) => each.review === review.name),
  )
  const outstanding = open.filter((each) => each.missing > 0)
  return (outstanding.length > 0 ? outstanding : open).map((each) => each.review)
}

function draftOf(situation: Situation, command: Command): EventDraft {
  const { actor, dossier, facts } = situation
  const due = command.transition === 'schedule' ? command.at : actor.kind === 'clock' ? dossier.schedule?.at : undefined
  return {
    piece: dossier.piece,
    transition: command.transition,
    from: dossier.stage,
    to: targetOf(situation, command),
    ...signatureOf(actor),
    digest: command.digest,
    at: facts.now.toISOString(),
    ...(command.transition === 'sign_off' ? signature(situation, command) : {}),
    ...(command.reason?.trim() ? { reason: command.reason.trim() } : {}),
    ...(command.transition === 'retract' && command.notice ? { notice: command.notice.trim() } : {}),
    ...(command.transition === 'revise' ? { writers: [] } : {}),
    ...(due === undefined ? {} : { due: new Date(due).toISOString() }),
  }
}

function signature(situation: Situation, command: Command): Pick<EventDraft, 'review' | 'role' | 'afterFastTrack'> {
  const { actor } = situation
  const side = sideOf(situation, command)
  const name = command.review ?? givable(situation, side)[0]?.name
  // Two rows of a policy may have one name; the actor needs a role for one of them.
  const [role] = reviewsOf(situation, side).flatMap((review) =>
    review.name === name && actor.kind === 'person' ? (roleToGive(review, actor) ?? []) : [],
  )
  if (name === undefined || role === undefined) {
    throw new Error('A sign-off was judged without a review that the actor may give.')
  }
  return {
    review: name,
    role,
    ...(side === 'live' ? { afterFastTrack: completes(situation, side, name) ? 'complete' : 'incomplete' } : {}),
  }
}

/** Whether the quorum of that side is complete with one more sign-off by the actor. */
function completes(situation: Situation, side: Side, review: string): boolean {
  const { actor, facts } = situation
  if (actor.kind !== 'person') return false
  const own = { review, role: '', by: actor.id, digest: digestOn(side, situation), at: '' }
  const people = new Map(facts.people).set(actor.id, actor)
  return tallyOf({ ...situation, facts: { ...facts, people } }, side, [own]).every((each) => each.missing === 0)
}

/** Where the newest revision stands afterwards. */
function targetOf(situation: Situation, command: Command): Stage {
  const { actor, dossier } = situation
  const rule = ruleOf(command.transition)
  if (rule.actsOn === 'live') return dossier.stage === 'published' ? rule.to : dossier.stage
  if (command.transition !== 'sign_off') return rule.to
  if (sideOf(situation, command) === 'live' || dossier.stage !== 'in_review') return dossier.stage
  const review = command.review ?? givable(situation, 'revision')[0]?.name
  return review === undefined || actor.kind !== 'person' || completes(situation, 'revision', review)
    ? rule.to
    : 'in_review'
}

function quoted(stages: readonly Stage[]): string {
  return stages.map((stage) => `“${STAGE_LABELS[stage]}”`).join(', ')
}
