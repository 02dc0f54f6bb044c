import { accountsOf } from './actor.ts'
import { blocker, type Blocker } from './errors.ts'
import type { Finding } from './gates.ts'
import { overlap, roleToGive, type Person, type Policy } from './policy.ts'
import { handsOn, isInTurn, openTo, reviewsOf, sideOf, signedBy, tallyOf, type Side } from './reviewsOnSide.ts'
import { makesPublic, ruleOf, type Condition } from './table.ts'
import type { Command, Facts, TransitionContext } from './TransitionContext.ts'

/** What the command lacks and what else stands in its way, beyond right and stage. */
export function conditions(context: TransitionContext, command: Command): readonly Blocker[] {
  const rule = ruleOf(command.transition)
  const named = sideOf(context, command) === 'live' ? context.dossier.live?.digest : context.facts.digest
  const stale =
    named !== undefined && command.digest !== named
      ? [blocker('stale_digest', { hint: `The digest is now ${named}.`, field: 'digest' })]
      : []
  return [...stale, ...rule.needs.flatMap((need) => check(need, context, command))]
}

function check(need: Condition, context: TransitionContext, command: Command): readonly Blocker[] {
  const { facts } = context
  switch (need) {
    case 'reason':
      return command.reason?.trim() ? [] : [blocker('reason_required', { field: 'reason' })]
    case 'notice':
      return command.notice?.trim() ? [] : [blocker('notice_required', { field: 'notice' })]
    case 'gates':
      return gateBlockers(facts.findings, makesPublic(command.transition) ? ['submit', 'publish'] : ['submit'])
    case 'review_gates':
      // The findings are about the newest text.
      return sideOf(context, command) === 'live' ? [] : gateBlockers(facts.findings, ['review'])
    case 'embargo':
      return embargoBlockers(facts.embargoUntil, facts.now)
    case 'time_ahead':
      return timeBlockers(command.at, facts)
    case 'quorum':
      return quorumBlockers(context)
    case 'four_eyes':
      return reviewBlockers(context, command.review, sideOf(context, command))
    case 'comments':
      // The comments are about the newest text, too.
      if (sideOf(context, command) === 'live') return []
      return commentBlockers(facts, command.transition === 'sign_off' ? 'sign_off' : 'publish')
    case 'no_retraction':
      return context.dossier.retraction === null || context.dossier.stage === 'retracted'
        ? []
        : [
            blocker('wrong_stage', {
              message:
                'Readers were told that this piece is retracted. A text that takes this back has to be signed off first.',
            }),
          ]
  }
}

function gateBlockers(findings: readonly Finding[], blocking: readonly Finding['blocks'][]): readonly Blocker[] {
  return findings
    .filter(({ blocks }) => blocking.includes(blocks))
    .map(({ field, gate, hint, message, passage }) =>
      blocker('gate_failed', {
        gate,
        message,
        ...(field ? { field } : {}),
        ...(hint ? { hint } : {}),
        ...(passage ? { passage } : {}),
      }),
    )
}

function commentBlockers(
  { openComments = 0, policy }: Facts,
  before: NonNullable<Policy['openCommentsBlock']>[number],
): readonly Blocker[] {
  if (openComments === 0 || !policy.openCommentsBlock?.includes(before)) return []
  const message =
    openComments === 1 ? 'A comment is not resolved yet.' : `${String(openComments)} comments are not resolved yet.`
  return [blocker('comments_unresolved', { message })]
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

function quorumBlockers(context: TransitionContext): readonly Blocker[] {
  const { people } = context.facts
  return tallyOf(context, 'revision').flatMap(({ review, missing, lapsed }) =>
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

function reviewBlockers(context: TransitionContext, named: string | undefined, side: Side): readonly Blocker[] {
  const { actor, dossier } = context
  const reviews = reviewsOf(context, side)
  if (named !== undefined && !reviews.some((review) => review.name === named)) {
    return [
      blocker('invalid_value', {
        field: 'review',
        message: `This piece has no review of that name. It needs: ${reviews.map((review) => review.name).join(', ')}.`,
      }),
    ]
  }
  const open = openTo(context, side)
  const ready = open.filter(isInTurn)
  const chosen =
    named !== undefined
      ? tallyOf(context, side).filter(({ review }) => review.name === named)
      : ready.length > 0
        ? ready
        : open
  if (named !== undefined && chosen.every(({ review }) => actor.kind === 'person' && !roleToGive(review, actor))) {
    return [blocker('forbidden', { message: `You may not give the review “${named}”.`, field: 'review' })]
  }
  const blockers: Blocker[] = []
  if (overlap(accountsOf(actor), handsOn(side, dossier))) {
    blockers.push(fourEyes(context, side))
  }
  const signed = signedBy(context, side)
  const gaveAll = chosen.length === 0 && signed.length > 0
  if (gaveAll || signed.some((each) => each.review === named)) blockers.push(blocker('already_signed'))
  if (named === undefined && ready.length > 1) {
    blockers.push(
      blocker('review_required', {
        field: 'review',
        hint: `You may give: ${ready.map(({ review }) => review.name).join(', ')}.`,
      }),
    )
  }
  for (const { review, waitsFor } of chosen.filter((each) => !isInTurn(each))) {
    blockers.push(
      blocker('review_waits', {
        field: 'review',
        message: `The review “${review.name}” waits for: ${waitsFor.join(', ')}.`,
      }),
    )
  }
  return blockers
}

function fourEyes({ actor, dossier }: TransitionContext, side: Side): Blocker {
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
