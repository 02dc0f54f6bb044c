import type { Policy } from './policy.ts'
import type { Stage } from './stages.ts'

/** One list on somebody's dashboard. */
export type DeskCard = {
  /** Who has it: whoever holds one of these roles. */
  readonly roles: readonly string[]
  /** Whether whoever may give one of the reviews has it too. */
  readonly forReviewers?: true
  /** At which stages the pieces are; left out: at any. */
  readonly stages?: readonly Stage[]
  /** Whose pieces: those that the person wrote or is to work on, or those that they did not write. Left out: everybody's. */
  readonly whose?: 'own' | 'of_others'
  /** What beside the stage: readers have it unreviewed, or it did not go out at its time. */
  readonly also?: 'unreviewed' | 'missed'
  /** Only pieces that came to their stage within so many days. */
  readonly withinDays?: number
  readonly order: 'longest_waiting' | 'newest' | 'next_out'
}

/** What the dashboard answers “what needs me now?” with, the most pressing first. */
export const DESK_CARDS = {
  sent_back: { roles: ['contributor', 'editor'], stages: ['changes_requested'], whose: 'own', order: 'newest' },
  to_review: {
    roles: ['reviewer'],
    forReviewers: true,
    stages: ['in_review'],
    also: 'unreviewed',
    whose: 'of_others',
    order: 'longest_waiting',
  },
  missed: { roles: ['publisher'], also: 'missed', order: 'newest' },
  approved: { roles: ['publisher'], stages: ['approved'], order: 'longest_waiting' },
  scheduled: { roles: ['publisher'], stages: ['scheduled'], order: 'next_out' },
  drafts: { roles: ['contributor', 'editor'], stages: ['draft'], whose: 'own', order: 'newest' },
  handed_in: {
    roles: ['contributor', 'editor'],
    stages: ['in_review', 'approved', 'scheduled'],
    whose: 'own',
    order: 'longest_waiting',
  },
  out: { roles: ['contributor', 'editor'], stages: ['published'], whose: 'own', withinDays: 7, order: 'newest' },
} as const satisfies Record<string, DeskCard>

export type DeskCardName = keyof typeof DESK_CARDS

/** Names of the cards that somebody with these roles has, in their order. */
export function deskCardsFor(roles: readonly string[], policy: Policy): readonly DeskCardName[] {
  const reviewing = policy.reviews.flatMap((review) => review.roles)
  return (Object.entries(DESK_CARDS) as [DeskCardName, DeskCard][]).flatMap(([name, card]) => {
    const holders = [...card.roles, ...(card.forReviewers ? reviewing : [])]
    return roles.some((role) => holders.includes(role)) ? [name] : []
  })
}
