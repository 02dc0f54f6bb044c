import { apply, contributorsOf, isBeginning, unreviewed, type Dossier, type SignOff } from './dossier.ts'
import { ADOPTER } from './actor.ts'
import { faultInChain, type WorkflowEvent } from './events.ts'
import { overlap } from './policy.ts'
import { isTransitionName, ruleOf } from './table.ts'

/**
 * Says what is wrong with the events of one piece (in order of `seq`), or null: every link of the chain holds, each move
 * started at a stage from which the table allows it, and everything that was ever published was signed off, with this
 * very digest, by somebody who had no hand in it, or fast-tracked with a reason. How many had to sign, and who might, is the policy's of that day and
 * cannot be seen afterwards. A sign-off says
 * which reviews came before it.
 */
export function faultInHistory(events: readonly WorkflowEvent[]): string | null {
  const broken = faultInChain(events)
  if (broken) return broken
  let dossier: Dossier | null = null
  for (const event of events) {
    const fault = faultInStep(dossier, event)
    if (fault) return `event ${String(event.seq)} (${event.transition}) ${fault}`
    dossier = apply(dossier, event)
  }
  return null
}

function faultInStep(before: Dossier | null, event: WorkflowEvent): string | null {
  if ((before === null) !== isBeginning(event)) return 'is not where a history begins'
  if (before === null) return faultInBeginning(event)
  if (event.from !== before.stage) return `says that it started from ${String(event.from)}, not from ${before.stage}`
  if (!isTransitionName(event.transition)) return null
  const rule = ruleOf(event.transition)
  if (rule.actsOn === 'live') {
    if (before.live === null) return 'takes down what was not public'
    return event.digest === before.live.digest ? null : 'takes down another text than the public one'
  }
  if (event.afterFastTrack) return faultInReviewAfterwards(before, event)
  if (event.transition === 'sign_off' && !isInOrder(before.signOffs, event)) return OUT_OF_ORDER
  if (!rule.from.includes(before.stage)) return `cannot start from ${before.stage}`
  if (event.transition === 'fast_track') return event.reason ? null : 'gives no reason'
  if (event.transition !== 'publish') return null
  const signed = before.signOffs.some(
    ({ accounts = [], by, digest }) => digest === event.digest && !overlap([by, ...accounts], contributorsOf(before)),
  )
  return signed ? null : 'published a text that nobody but its writers signed off'
}

const OUT_OF_ORDER = 'gives a review before those that it comes after'

/** Whether each review that the event says it comes after was given to this very digest, by at least one person. */
function isInOrder(given: readonly SignOff[], { after = [], digest }: WorkflowEvent): boolean {
  return after.every((review) => given.some((each) => each.review === review && each.digest === digest))
}

/** What was public before there was a workflow was recorded by the system, by nobody as their own doing. */
function faultInBeginning(event: WorkflowEvent): string | null {
  if (event.transition === 'create') return event.to === 'draft' ? null : 'made something else than a draft'
  return event.to === 'published' && event.actor === ADOPTER ? null : 'was not recorded by the system'
}

function faultInReviewAfterwards(before: Dossier, event: WorkflowEvent): string | null {
  const waiting = unreviewed(before)
  if (event.transition !== 'sign_off' || event.digest !== waiting?.digest || event.to !== before.stage) {
    return 'reviews what was not public without a review'
  }
  if (!isInOrder(waiting.signOffs, event)) return OUT_OF_ORDER
  return overlap([event.actor, ...(event.accounts ?? [])], waiting.hands)
    ? 'is by somebody who wrote it or sent it out'
    : null
}
