import type { NotificationKind } from '../domain/notifications/index.ts'
import type { Say } from './types.ts'

type Told = {
  readonly kind: NotificationKind
  readonly piece: { readonly title: string | null } | null
  readonly release?: { readonly name: string }
}

/**
 * What somebody was told, as a sentence in their language. A piece that they may not see any more has no title.
 *
 * @param who the name of whoever did it
 */
export function toldSentence({ kind, piece, release }: Told, who: string, say: Say): string {
  const named =
    piece === null && !release
      ? say('notifications:unseen_piece')
      : say('general:quoted', { text: release?.name ?? piece?.title ?? say('general:untitled') })
  const sentence = say(`told:${kind}`, { who, piece: named })
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
