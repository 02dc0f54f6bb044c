import { accountsOf, type Actor } from '../workflow/index.ts'
import type { KeptAnchor } from './anchorIn.ts'
import type { Suggestion } from './suggestion.ts'

/** One comment on a piece, as it is kept. It is no content: it is in no digest, no proof and no event. */
export type Comment = {
  readonly id: string
  /** `collection:id`. */
  readonly piece: string
  /** Id of whoever wrote it. */
  readonly by: string
  /** Their name, where they have no account and wrote it by a review link; null otherwise. */
  readonly guest: string | null
  readonly at: string
  readonly text: string
  readonly editedAt: string | null
  /** Id of the comment that it answers, the first of its thread. */
  readonly parent: string | null
  /** Ids of users. */
  readonly mentions: readonly string[]
  /** The words that it is about; null: the piece. */
  readonly anchor: KeptAnchor | null
  /** Other words for those of the anchor; null: it proposes none. */
  readonly suggestion: Suggestion | null
  readonly resolved: { readonly by: string; readonly at: string } | null
  /** Deleted: its words are gone, and that it was there is not. */
  readonly removed: { readonly by: string; readonly at: string } | null
}

/** What somebody does with a comment that is there. */
export type CommentAct = 'change' | 'remove' | 'resolve' | 'take' | 'leave'

type Party = 'its_writer' | 'review_giver' | 'piece_writer'

/** Who may do what. Whoever may see the newest text of a piece may comment on it and answer. */
const RIGHTS: Readonly<Record<CommentAct, readonly Party[]>> = {
  change: ['its_writer'],
  remove: ['its_writer'],
  resolve: ['review_giver'],
  take: ['piece_writer'],
  leave: ['piece_writer'],
}

/** What somebody may do with the piece that a comment is on. */
export type OnPiece = {
  /** Whether they may give some review that it needs. */
  readonly givesReview: boolean
  /** Whether they may change its text. */
  readonly writes: boolean
}

export function mayDo(
  actor: Actor,
  act: CommentAct,
  comment: Pick<Comment, 'by'>,
  { givesReview, writes }: OnPiece,
): boolean {
  const isOne: Readonly<Record<Party, boolean>> = {
    its_writer: accountsOf(actor).includes(comment.by),
    review_giver: givesReview,
    piece_writer: writes,
  }
  return RIGHTS[act].some((party) => isOne[party])
}

/**
 * The threads that nobody has resolved, by their first comment. One whose first comment was deleted is open as long as an answer
 * stands.
 */
export function openThreads(comments: readonly Comment[]): readonly Comment[] {
  const answered = new Set(comments.flatMap(({ parent, removed }) => (parent === null || removed ? [] : [parent])))
  return comments.filter(
    ({ id, parent, removed, resolved }) =>
      parent === null && resolved === null && (removed === null || answered.has(id)),
  )
}
