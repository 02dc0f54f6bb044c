import type { PayloadRequest } from 'payload'
import {
  locate,
  mayDo,
  passagesOf,
  replaceable,
  type Anchor,
  type Comment,
  type CommentAct,
  type KeptAnchor,
  type OnPiece,
  type Passage,
  type Place,
  type Suggestion,
} from '../domain/comments/index.ts'
import type { JsonObject } from '../domain/content/index.ts'
import { mayReview, mayWrite, type Dossier } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { requireStaff } from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'
import { subjectOf } from './transitionContext.ts'
import { wholePiece } from './transitionsOf.ts'

/** A comment as staff get it. */
export type CommentView = Omit<Comment, 'anchor' | 'piece' | 'suggestion' | 'text'> & {
  /** Null: it was deleted. */
  readonly text: string | null
  readonly anchor: Anchor | null
  /** Words that it proposes for those of the anchor. */
  readonly suggestion: SuggestionView | null
  /** Whether its words stand in the newest text; `anchored` too when it is about the piece, or a whole field. */
  readonly state: 'anchored' | 'orphaned'
  /** Where they stand there: of a comment on the piece, and of an orphan, nowhere. */
  readonly place: Place | null
  /** What the asker may do with it. */
  readonly may: readonly CommentAct[]
}

export type SuggestionView = {
  /** Empty: nothing is to stand there. */
  readonly text: string
  readonly state: 'open' | 'taken' | 'left'
  /** Who took or left it, and when; null while it is open. */
  readonly decided: { readonly by: string; readonly at: string } | null
  /** Whether the words that it is for stand in the newest text as they were, in one place alone. */
  readonly fits: boolean
}

/** A piece as far as comments on it go, and what the asker may do there. */
export type Seen = {
  readonly dossier: Dossier
  readonly passages: readonly Passage[]
  readonly fields: ReadonlySet<string>
  readonly actor: ReturnType<typeof requireStaff>
  readonly may: OnPiece
}

/** @throws CodedError `not_authenticated`, `not_found`, `forbidden` */
export async function seenPiece(req: PayloadRequest, slug: string, id: string): Promise<Seen> {
  const actor = requireStaff(req)
  const { revision, row } = await wholePiece(req, slug, id)
  const collection = collectionOf(req, slug)
  const policy = await runtimeOf(req.payload).policy(req)
  return {
    dossier: row.state,
    passages: passagesIn(revision),
    fields: new Set(collection.fields.map(({ name }) => name)),
    actor,
    may: {
      givesReview: mayReview(policy, subjectOf(collection, revision.doc), actor),
      writes: mayWrite(actor, row.state.owner),
    },
  }
}

/** A comment as whoever looks at the piece gets it. */
export function viewOf({ actor, fields, may, passages }: Seen, comment: Comment): CommentView {
  const { anchor, piece: _, suggestion, text, ...rest } = comment
  const place = anchor && (anchor.exact === '' ? fieldPlace(fields, anchor.path) : locate(anchor, passages))
  return {
    ...rest,
    text: comment.removed ? null : text,
    anchor: anchor && given(anchor),
    state: anchor && !place ? 'orphaned' : 'anchored',
    place,
    suggestion: suggestion && suggestionView(suggestion, anchor, passages),
    may: actsOn(comment).filter((act) => mayDo(actor, act, comment, may)),
  }
}

function actsOn({ parent, removed, suggestion }: Comment): readonly CommentAct[] {
  if (removed) return []
  return [
    'change',
    'remove',
    ...(parent === null ? ['resolve' as const] : []),
    ...(suggestion?.decision === null ? (['take', 'leave'] as const) : []),
  ]
}

function suggestionView(
  { decision, text }: Suggestion,
  anchor: KeptAnchor | null,
  passages: readonly Passage[],
): SuggestionView {
  return {
    text,
    state: decision?.kind ?? 'open',
    decided: decision && { by: decision.by, at: decision.at },
    fits: decision === null && anchor !== null && replaceable(anchor, passages) !== null,
  }
}

function fieldPlace(fields: ReadonlySet<string>, path: string): Place | null {
  return fields.has(path) ? { path, start: 0, end: 0 } : null
}

function given({ digest, exact, path, prefix, suffix }: KeptAnchor): Anchor {
  return { digest, path, exact, prefix, suffix }
}

export function passagesIn({ canonical }: Revision): readonly Passage[] {
  return passagesOf(JSON.parse(canonical) as JsonObject)
}

export function collectionOf(req: PayloadRequest, slug: string): WorkflowCollection {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  return collection
}
