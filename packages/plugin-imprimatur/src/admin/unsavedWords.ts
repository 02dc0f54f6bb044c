import type { Voids } from '../domain/workflow/index.ts'
import type { Say, Words } from '../translations/index.ts'
import type { NewerRevision } from './deskApi.ts'
import { inNewsroomTime } from './inNewsroomTime.ts'
import { sentencesOf, type Refusal } from './refusal.ts'

/** What becomes of words that are not stored in the newsroom. */
export type Unsaved =
  /** There are none. */
  | { readonly kind: 'none' }
  /** They are saved in a moment. */
  | { readonly kind: 'soon' }
  /** A document that was never saved is not saved of its own accord. */
  | { readonly kind: 'new' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'loggedOut' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else stored another text meanwhile. */
  | { readonly kind: 'newer'; readonly newer: NewerRevision }
  /** Somebody else holds the piece. */
  | { readonly kind: 'held'; readonly by: string }
  /** A save would take something back. */
  | { readonly kind: 'voids'; readonly voids: Voids }

/** Sentences about them, but for where they are kept: see {@link whereKept}. */
export function unsavedSentence(unsaved: Unsaved, words: Words, timeZone: string): string | null {
  const { say } = words
  switch (unsaved.kind) {
    case 'none':
    case 'soon':
    case 'new':
      return null
    case 'unreachable':
      return say('unsaved:unreachable')
    case 'loggedOut':
      return say('unsaved:logged_out')
    case 'refused':
      return say('unsaved:refused', { why: sentencesOf(unsaved.refusal, words).join(' ') })
    case 'newer':
      return say('unsaved:newer')
    case 'held':
      return say('unsaved:held', { who: unsaved.by })
    case 'voids':
      return say('unsaved:voids', { what: voidsInWords(unsaved.voids, words, timeZone) })
  }
}

export function whereKept(isKept: boolean, say: Say): string {
  return say(isKept ? 'unsaved:kept' : 'unsaved:not_kept')
}

/** “2 sign-offs and the publication on 30 Nov 2026, 07:00 GMT”. */
export function voidsInWords({ scheduledAt, signOffs }: Voids, { locale, say }: Words, timeZone: string): string {
  const given = signOffs > 0 ? say('voids:sign_off', { count: signOffs }) : null
  const publication =
    scheduledAt === null ? null : say('voids:publication', { at: inNewsroomTime(scheduledAt, timeZone, locale) })
  if (given !== null && publication !== null) return say('voids:both', { one: given, other: publication })
  return given ?? publication ?? say('voids:approval')
}
