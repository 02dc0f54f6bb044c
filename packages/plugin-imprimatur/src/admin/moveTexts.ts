import type { Option, TransitionName } from '../domain/workflow/index.ts'
import type { TranslationKey } from '../translations/index.ts'

/** The moves that are asked about before they are made. */
const ASKED = [
  'sign_off',
  'request_changes',
  'schedule',
  'publish',
  'withdraw',
  'retract',
  'spike',
  'fast_track',
] as const satisfies readonly TransitionName[]

/** What a move is called: signing off what readers have already is another one for whoever does it. */
export function nameOfMove({ actsOn, name }: Pick<Option, 'actsOn' | 'name'>): TranslationKey {
  return name === 'sign_off' && actsOn === 'live' ? 'moves:sign_off_live' : `moves:${name}`
}

/** The question about a move: what it leads to. Null for a move that is made without one. */
export function questionOf({ actsOn, name }: Pick<Option, 'actsOn' | 'name'>): TranslationKey | null {
  if (name === 'sign_off' && actsOn === 'live') return 'questions:sign_off_live'
  const asked = ASKED.find((each) => each === name)
  return asked ? `questions:${asked}` : null
}

/** Moves that take something away from readers or staff, if only the review. */
const GRAVE: readonly TransitionName[] = ['withdraw', 'retract', 'spike', 'fast_track']

export function isGrave(move: TransitionName): boolean {
  return GRAVE.includes(move)
}

/** Moves that can be made of several pieces at once: those that ask for no words, and for no reading. */
export const IN_BULK = [
  'submit',
  'recall',
  'publish',
  'unschedule',
  'spike',
  'restore',
] as const satisfies TransitionName[]
