import { firstRefusal, type Blocker } from './errors.ts'
import { givable, sidesOf, waitingOn, type Side, type Waiting } from './reviewsOnSide.ts'
import type { Stage } from './stages.ts'
import { ruleOf, TRANSITIONS, type TransitionName } from './table.ts'
import { blockersTo, targetOf } from './transition.ts'
import type { TransitionContext } from './TransitionContext.ts'

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
  /** With `sign_off`: the reviews that this actor could give once those before them are complete. */
  readonly waiting?: readonly Waiting[]
}

/**
 * Every row of the table as it stands for this actor: allowed, or with all that is in the way. What the command itself
 * would bring (a reason, a notice, a time) is not in the way; it is listed under `needs`.
 */
export function options(context: TransitionContext): readonly Option[] {
  return TRANSITIONS.flatMap((name) => sidesOf(context, name).map((side) => optionOf(context, name, side)))
}

function optionOf(context: TransitionContext, name: TransitionName, side: Side): Option {
  const rule = ruleOf(name)
  const digest = side === 'live' ? (context.dossier.live?.digest ?? context.facts.digest) : context.facts.digest
  const isReview = rule.needs.includes('four_eyes')
  const open = isReview ? givable(context, side).map((review) => review.name) : undefined
  const waiting = isReview ? waitingOn(context, side) : []
  const supplied = { transition: name, digest, reason: '-', notice: '-', ...(open?.[0] ? { review: open[0] } : {}) }
  const blockers = blockersTo(context, supplied).filter(
    (each) => !(rule.needs.includes('time_ahead') && each.field === 'at'),
  )
  const refusal = blockers.length > 0 ? firstRefusal(blockers).blockers : []
  return {
    name,
    label: name === 'sign_off' && side === 'live' ? 'Sign off what is public' : rule.label,
    to: targetOf(context, supplied),
    actsOn: side,
    allowed: refusal.length === 0,
    blockers: refusal,
    needs: rule.needs.flatMap((need) =>
      need === 'reason' || need === 'notice' ? [need] : need === 'time_ahead' ? ['at' as const] : [],
    ),
    ...(open ? { reviews: open } : {}),
    ...(waiting.length > 0 ? { waiting } : {}),
  }
}
