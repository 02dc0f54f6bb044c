import type { Option, TransitionName } from '../domain/workflow/index.ts'

/** What a move leads to, for the moves that are asked about before they are made. */
const ASKED = {
  sign_off: 'You sign off exactly the text that is stored now. When it is changed, your sign-off no longer counts.',
  request_changes: 'The piece goes back to its writers with your reason. Sign-offs given so far no longer count.',
  schedule: 'The text that was signed off goes out by itself at this time.',
  publish: 'Readers get exactly the text that was signed off, at once.',
  withdraw: 'Readers can no longer find the piece. Your reason is for the staff.',
  retract: 'Readers who come to the piece are shown your notice in its place.',
  spike: 'The piece is dropped. It can be restored later.',
  fast_track:
    'Readers get this text at once, although nobody has signed it off. It is marked as unreviewed until somebody else, who did not write it, has signed it off. Staff can see your name and your reason. That there was no review stays public.',
} as const satisfies Partial<Record<TransitionName, string>>

const SIGN_OFF_AFTERWARDS =
  'You sign off exactly the text that readers have now and that went out without a review. If something is wrong with it, do not sign: have it withdrawn, retracted or revised.'

/** The text of the question, or null for a move that is made without one. */
export function questionOf({ actsOn, name }: Pick<Option, 'actsOn' | 'name'>): string | null {
  if (name === 'sign_off' && actsOn === 'live') return SIGN_OFF_AFTERWARDS
  return (ASKED as Partial<Record<TransitionName, string>>)[name] ?? null
}

/** Moves that take something away from readers or staff, if only the review. */
const GRAVE: readonly TransitionName[] = ['withdraw', 'retract', 'spike', 'fast_track']

export function isGrave(move: TransitionName): boolean {
  return GRAVE.includes(move)
}
