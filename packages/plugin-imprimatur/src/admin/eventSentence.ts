import type { EventName, Missed, WorkflowEvent } from '../domain/workflow/index.ts'

const SENTENCES = {
  create: (who) => `${who} made it.`,
  adopt: () => 'It was public before there was a workflow.',
  touch: (who) => `${who} changed the text as well.`,
  void: (who) => `${who} changed the text. What was signed off before does not count for it.`,
  missed: () => 'It could not go out at the time that was set.',
  submit: (who) => `${who} submitted it for review.`,
  recall: (who) => `${who} took it back to draft.`,
  request_changes: (who) => `${who} asked for changes.`,
  sign_off: (who, { afterFastTrack, review }) => {
    const given = review ? ` (${reviewLabel(review)})` : ''
    if (!afterFastTrack) return `${who} signed it off${given}.`
    const more = afterFastTrack === 'incomplete' ? ' Further sign-offs are missing.' : ''
    return `${who} signed off what had gone out without a review${given}.${more}`
  },
  schedule: (who) => `${who} set a time for it to go out.`,
  unschedule: (who) => `${who} took it off the schedule.`,
  publish: (who, { actor }) => (actor === 'clock' ? 'It went out at the time that was set.' : `${who} published it.`),
  revise: (who) => `${who} began a new revision.`,
  withdraw: (who) => `${who} withdrew it.`,
  retract: (who) => `${who} retracted it.`,
  fast_track: (who) => `${who} sent it to readers without a review.`,
  spike: (who) => `${who} spiked it.`,
  restore: (who) => `${who} restored it.`,
} as const satisfies Record<EventName, (who: string, event: WorkflowEvent) => string>

/** What happened, as a sentence about the person who did it. */
export function eventSentence(event: WorkflowEvent, who: string): string {
  return SENTENCES[event.transition](capitalised(who), event)
}

/** Why a piece did not go out at the time that was set. */
export function missedSentence(missed: Missed, who: string): string {
  if (missed.by === 'clock') return missed.message ?? 'something stood in the way.'
  switch (missed.code) {
    case 'void':
      return `${who} had changed the text.`
    case 'spike':
      return `${who} had spiked it.`
    default:
      return `${who} had asked for changes.`
  }
}

/** The name of a review as people read it: `fact_check` is “fact check”. */
export function reviewLabel(review: string): string {
  return review.replaceAll('_', ' ')
}

function capitalised(who: string): string {
  return who.charAt(0).toUpperCase() + who.slice(1)
}
