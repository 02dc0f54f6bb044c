import { accountsOf } from './actor.ts'
import type { Digest } from './digest.ts'
import { contributorsOf, unreviewed, type Dossier, type SignOff } from './dossier.ts'
import { accountsBehind, overlap, reviewsFor, roleToGive, tally, type Review, type Tally } from './policy.ts'
import { ruleOf, type Rule, type TransitionName } from './table.ts'
import type { Command, Facts, TransitionContext } from './TransitionContext.ts'

export type Side = Rule['actsOn']

/** As much of a context as says which reviews are given and which are not. */
export type Reviewed = {
  readonly dossier: Dossier
  readonly facts: Pick<Facts, 'digest' | 'liveSubject' | 'people' | 'policy' | 'subject'>
}

/** A sign-off of what was fast-tracked stands beside the sign-off of a next revision when both are being reviewed. */
export function sidesOf({ dossier, facts }: Reviewed, name: TransitionName): readonly Side[] {
  if (name !== 'sign_off' || !unreviewed(dossier)) return [ruleOf(name).actsOn]
  if (facts.digest === dossier.live?.digest) return [dossier.stage === 'in_review' ? 'revision' : 'live']
  return ruleOf(name).from.includes(dossier.stage) ? ['revision', 'live'] : ['live']
}

/**
 * Which side of the dossier a command acts on: what the table says, but for the sign-off of what a `fast_track` made
 * public. That one names the live digest; while the very same text is in review, a sign-off is of the revision.
 */
export function sideOf({ dossier, facts }: TransitionContext, command: Pick<Command, 'transition' | 'digest'>): Side {
  if (command.transition !== 'sign_off' || !unreviewed(dossier)) return ruleOf(command.transition).actsOn
  if (facts.digest === dossier.live?.digest) return dossier.stage === 'in_review' ? 'revision' : 'live'
  return command.digest === dossier.live?.digest ? 'live' : 'revision'
}

/** The reviews that the text on that side needs. */
export function reviewsOf({ facts }: Reviewed, side: Side): readonly Review[] {
  return reviewsFor(facts.policy, side === 'live' ? (facts.liveSubject ?? facts.subject) : facts.subject)
}

/** The sign-offs given to one side: of the newest revision in this round, or of what was fast-tracked since it is out. */
function signOffsOn(side: Side, dossier: Dossier): readonly SignOff[] {
  return side === 'live' ? (unreviewed(dossier)?.signOffs ?? []) : dossier.signOffs
}

/** The accounts that may not sign that side off. */
export function handsOn(side: Side, dossier: Dossier): readonly string[] {
  return side === 'live' ? (unreviewed(dossier)?.hands ?? []) : contributorsOf(dossier)
}

function digestOn(side: Side, { dossier, facts }: Reviewed): Digest {
  return side === 'live' ? (dossier.live?.digest ?? facts.digest) : facts.digest
}

/** How far each review of that side is, `further` sign-offs counted with those that were given. */
export function tallyOf(context: Reviewed, side: Side, further: readonly SignOff[] = []) {
  const { dossier, facts } = context
  return tally(reviewsOf(context, side), [...signOffsOn(side, dossier), ...further], {
    digest: digestOn(side, context),
    writers: handsOn(side, dossier),
    people: facts.people,
  })
}

/** What the actor, with whichever of their accounts, has signed of that text. */
export function signedBy(context: Reviewed & Pick<TransitionContext, 'actor'>, side: Side): readonly SignOff[] {
  const { actor, dossier, facts } = context
  return signOffsOn(side, dossier).filter(
    (each) => each.digest === digestOn(side, context) && overlap(accountsBehind(each, facts.people), accountsOf(actor)),
  )
}

/** Whether the actor holds a role for one of the reviews of that side. */
export function mayGiveSome(context: TransitionContext, side: Side): boolean {
  const { actor } = context
  return actor.kind === 'person' && reviewsOf(context, side).some((review) => roleToGive(review, actor) !== undefined)
}

/** Reviews that the actor could give to this text now. */
export function givable(context: TransitionContext, side: Side): readonly Review[] {
  return openTo(context, side)
    .filter(isInTurn)
    .map(({ review }) => review)
}

/** Whether every review that has to be complete before it is. */
export function isInTurn({ waitsFor }: Tally): boolean {
  return waitsFor.length === 0
}

/**
 * Reviews that the actor holds a role for and has not given to this text: the outstanding ones, or else any. Those whose turn has
 * not come are among them.
 */
export function openTo(context: Reviewed & Pick<TransitionContext, 'actor'>, side: Side): readonly Tally[] {
  const { actor } = context
  if (actor.kind !== 'person') return []
  const signed = signedBy(context, side)
  const open = tallyOf(context, side).filter(
    ({ review }) => roleToGive(review, actor) !== undefined && !signed.some((each) => each.review === review.name),
  )
  const outstanding = open.filter((each) => each.missing > 0)
  return outstanding.length > 0 ? outstanding : open
}

/** A review, and those that have to be complete before it. */
export type Waiting = { readonly review: string; readonly waitsFor: readonly string[] }

/** The reviews that the actor could give to this text once those before them are complete. */
export function waitingOn(context: Reviewed & Pick<TransitionContext, 'actor'>, side: Side): readonly Waiting[] {
  return openTo(context, side).flatMap((each) =>
    isInTurn(each) ? [] : [{ review: each.review.name, waitsFor: each.waitsFor }],
  )
}

/**
 * The reviews that have to be complete before the actor has anything to sign off here. None when it is their turn for one of theirs, when none is theirs
 * to give, and where nothing is being reviewed.
 */
export function waitsFor(context: Reviewed & Pick<TransitionContext, 'actor'>): readonly string[] {
  const { dossier, facts } = context
  const waiting = unreviewed(dossier)
  if (!waiting && !ruleOf('sign_off').from.includes(dossier.stage)) return []
  // Which reviews what is live needs is not known here, unless it is the newest text.
  if (waiting && waiting.digest !== facts.digest && !facts.liveSubject) return []
  const open = sidesOf(context, 'sign_off').flatMap((side) => openTo(context, side))
  return open.some(isInTurn) ? [] : [...new Set(open.flatMap((each) => each.waitsFor))]
}

/** The reviews that what was fast-tracked still lacks, and who may give them; empty when nothing waits. */
export function missingAfterFastTrack(
  context: Pick<TransitionContext, 'dossier' | 'facts'>,
): readonly { review: string; missing: number; roles: readonly string[] }[] {
  if (!unreviewed(context.dossier)) return []
  return tallyOf(context, 'live').flatMap(({ review, missing }) =>
    missing > 0 ? [{ review: review.name, missing, roles: review.roles }] : [],
  )
}

/** Whether the quorum of that side is complete with one more sign-off by the actor. */
export function completes(context: TransitionContext, side: Side, review: string): boolean {
  const { actor, facts } = context
  if (actor.kind !== 'person') return false
  const own = { review, role: '', by: actor.id, digest: digestOn(side, context), at: '' }
  const people = new Map(facts.people).set(actor.id, actor)
  return tallyOf({ ...context, facts: { ...facts, people } }, side, [own]).every((each) => each.missing === 0)
}
