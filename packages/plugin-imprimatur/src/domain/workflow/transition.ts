import { mayMove, signatureOf } from './actor.ts'
import { conditions } from './conditions.ts'
import { apply, type Dossier } from './dossier.ts'
import { blocker, firstRefusal, type Blocker } from './errors.ts'
import { appendToChain, type EventDraft, type WorkflowEvent } from './events.ts'
import { comesAfter, roleToGive } from './policy.ts'
import { completes, givable, mayGiveSome, openTo, reviewsOf, sideOf, tallyOf } from './reviewsOnSide.ts'
import { STAGE_LABELS, type Stage } from './stages.ts'
import { ruleOf } from './table.ts'
import type { Command, TransitionContext } from './TransitionContext.ts'

export type Decision =
  | { readonly ok: true; readonly event: WorkflowEvent; readonly dossier: Dossier }
  | { readonly ok: false; readonly status: number; readonly blockers: readonly Blocker[] }

/**
 * Judges one command and does nothing: either the event that it leads to and the dossier after it, or a refusal with
 * every reason of the first kind that applies (see {@link firstRefusal}).
 */
export function transition(context: TransitionContext, command: Command): Decision {
  const blockers = blockersTo(context, command)
  if (blockers.length > 0) return { ok: false, ...firstRefusal(blockers) }
  const event = appendToChain(eventFor(context, command), context.dossier)
  return { ok: true, event, dossier: apply(context.dossier, event) }
}

/** All that is in the way. Whoever gave the review already is told that first: the stage may have moved on because of it. */
export function blockersTo(context: TransitionContext, command: Command): readonly Blocker[] {
  const blockers = [...authorizationBlockers(context, command), ...conditions(context, command)]
  const isGiven = ({ code }: Blocker) => code === 'already_signed'
  return [...blockers.filter(isGiven), ...blockers.filter((each) => !isGiven(each))]
}

/** Right and stage. */
function authorizationBlockers(context: TransitionContext, command: Command): readonly Blocker[] {
  const { actor, dossier, facts } = context
  const name = command.transition
  const rule = ruleOf(name)
  const side = sideOf(context, command)
  const blockers: Blocker[] = []
  if (!mayMove(actor, name, dossier, mayGiveSome(context, side)) || (actor.kind === 'clock' && !isDue(context))) {
    blockers.push(blocker('forbidden', { message: `You do not have the right to do this: ${rule.label}.` }))
  }
  if (facts.trashed) {
    return [...blockers, blocker('wrong_stage', { message: 'The piece is in the trash. Take it out first.' })]
  }
  const reachable =
    side === 'live' ? dossier.live !== null : rule.from.includes(dossier.stage) && !isBesideTheRound(context, command)
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
function isBesideTheRound(context: TransitionContext, command: Command): boolean {
  if (command.transition !== 'sign_off' || context.dossier.stage === 'in_review') return false
  const given =
    command.review === undefined ? openTo(context, 'revision').map(({ review }) => review.name) : [command.review]
  return !tallyOf(context, 'revision').some(({ review, missing }) => missing > 0 && given.includes(review.name))
}

/** Whether a time of publication is set and has come. */
function isDue({ dossier, facts }: TransitionContext): boolean {
  return dossier.schedule !== null && Date.parse(dossier.schedule.at) <= facts.now.getTime()
}

function eventFor(context: TransitionContext, command: Command): EventDraft {
  const { actor, dossier, facts } = context
  const due = command.transition === 'schedule' ? command.at : actor.kind === 'clock' ? dossier.schedule?.at : undefined
  return {
    piece: dossier.piece,
    transition: command.transition,
    from: dossier.stage,
    to: targetOf(context, command),
    ...signatureOf(actor),
    digest: command.digest,
    at: facts.now.toISOString(),
    ...(command.transition === 'sign_off' ? signature(context, command) : {}),
    ...(command.reason?.trim() ? { reason: command.reason.trim() } : {}),
    ...(command.transition === 'retract' && command.notice ? { notice: command.notice.trim() } : {}),
    ...(command.transition === 'revise' ? { writers: [] } : {}),
    ...(due === undefined ? {} : { due: new Date(due).toISOString() }),
  }
}

function signature(
  context: TransitionContext,
  command: Command,
): Pick<EventDraft, 'after' | 'afterFastTrack' | 'review' | 'role'> {
  const { actor } = context
  const side = sideOf(context, command)
  const name = command.review ?? givable(context, side)[0]?.name
  // Two rows of a policy may have one name; the actor needs a role for one of them.
  const [role] = reviewsOf(context, side).flatMap((review) =>
    review.name === name && actor.kind === 'person' ? (roleToGive(review, actor) ?? []) : [],
  )
  if (name === undefined || role === undefined) {
    throw new Error('A sign-off was judged without a review that the actor may give.')
  }
  const after = comesAfter(reviewsOf(context, side), name)
  return {
    review: name,
    role,
    ...(after.length > 0 ? { after } : {}),
    ...(side === 'live' ? { afterFastTrack: completes(context, side, name) ? 'complete' : 'incomplete' } : {}),
  }
}

/** Where the newest revision stands afterwards. */
export function targetOf(context: TransitionContext, command: Command): Stage {
  const { actor, dossier } = context
  const rule = ruleOf(command.transition)
  if (rule.actsOn === 'live') return dossier.stage === 'published' ? rule.to : dossier.stage
  if (command.transition !== 'sign_off') return rule.to
  if (sideOf(context, command) === 'live' || dossier.stage !== 'in_review') return dossier.stage
  const review = command.review ?? givable(context, 'revision')[0]?.name
  return review === undefined || actor.kind !== 'person' || completes(context, 'revision', review)
    ? rule.to
    : 'in_review'
}

function quoted(stages: readonly Stage[]): string {
  return stages.map((stage) => `“${STAGE_LABELS[stage]}”`).join(', ')
}
