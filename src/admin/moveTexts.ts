import type { TransitionName } from '../workflow/index.ts'

/** What a move leads to, for the moves that are asked about before they are made. */
const ASKED = {
  sign_off: 'You sign off exactly the text that is stored now. When it is changed, your sign-off no longer counts.',
  request_changes: 'The piece goes back to its writers with your reason. Sign-offs given so far no longer count.',
  schedule: 'The text that was signed off goes out by itself at this time.',
  publish: 'Readers get exactly the text that was signed off, at once.',
  withdraw: 'Readers can no longer find the piece. Your reason is for the staff.',
  retract: 'Readers who come to the piece are shown your notice in its place.',
  spike: 'The piece is dropped. It can be restored later.',
} as const satisfies Partial<Record<TransitionName, string>>

/** The text of the question, or null for a move that is made without one. */
export function questionOf(move: TransitionName): string | null {
  return (ASKED as Partial<Record<TransitionName, string>>)[move] ?? null
}

/** Moves that take something away from readers or from the desk. */
const TAKING: readonly TransitionName[] = ['withdraw', 'retract', 'spike']

export function takesAway(move: TransitionName): boolean {
  return TAKING.includes(move)
}
