import type { PayloadRequest } from 'payload'
import {
  anchorIn,
  LIMITS,
  mayDo,
  openThreads,
  replaceable,
  replaceIn,
  type Anchor,
  type Comment,
  type CommentAct,
  type KeptAnchor,
} from '../domain/comments/index.ts'
import { contributorsOf, isDigest, maySeeDraft, type Dossier } from '../domain/workflow/index.ts'
import { canSeeDraft } from '../access/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import {
  addComment,
  changeComment,
  commentsOn,
  commentsWith,
  findDossier,
  peopleOf,
  requireStaff,
  splitPiece,
  writeNotifications,
} from '../store/index.ts'
import { inSnapshot, inTransaction, type Revision } from '../transaction/index.ts'
import { collectionOf, passagesIn, seenPiece, viewOf, type CommentView, type Seen } from './commentView.ts'
import { revisionWith } from './difference.ts'

/** What somebody says of a piece. */
export type CommentInput = {
  readonly text: string
  readonly anchor: Anchor | null
  /** Words that are to stand in the place of those of the anchor; null: none are proposed. */
  readonly suggestion: string | null
  readonly parent: string | null
  readonly mentions: readonly string[]
}

export type CommentsView = {
  readonly docs: readonly CommentView[]
  readonly totalDocs: number
  /** Threads that nobody has resolved. */
  readonly open: number
}

/**
 * All comments on a piece, first to last, with where their words stand in the newest text; to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden`
 */
export async function commentsOf(req: PayloadRequest, slug: string, id: string): Promise<CommentsView> {
  const seen = await seenPiece(req, slug, id)
  const comments = await commentsOn(req, seen.dossier.piece)
  return {
    docs: comments.map((comment) => viewOf(seen, comment)),
    totalDocs: comments.length,
    open: openThreads(comments).length,
  }
}

/**
 * Adds a comment and tells whom it concerns. What it is about is looked up before the transaction, as a revision does not change.
 *
 * @throws CodedError also `comments_full`, `invalid_value` for an answer to what is no thread of this piece, `not_mentionable`,
 *   `anchor_not_found`; of words that are suggested `suggestion_unplaced`, `suggestion_formats`
 */
export async function comment(
  req: PayloadRequest,
  slug: string,
  id: string,
  input: CommentInput,
): Promise<CommentView> {
  const anchor = await inSnapshot(req, (own) => judged(own, slug, id, input))
  return inTransaction(req, async () => {
    const actor = requireStaff(req)
    const seen = await seenPiece(req, slug, id)
    const { dossier } = seen
    const { parent, suggestion, text } = input
    const comments = await roomFor(req, dossier.piece)
    threadOf(comments, parent)
    const mentions = [...new Set(input.mentions)]
    await requireMentionable(req, mentions, dossier)
    const made = await addComment(req, {
      piece: dossier.piece,
      by: actor.id,
      guest: null,
      at: runtimeOf(req.payload).now().toISOString(),
      text,
      editedAt: null,
      parent,
      mentions,
      anchor,
      suggestion: suggestion === null ? null : { text: suggestion, decision: null },
      resolved: null,
      removed: null,
    })
    await tell(req, dossier, made, comments)
    return viewOf(seen, made)
  })
}

/**
 * Changes the words of a comment, or resolves its thread or opens it again.
 *
 * @throws CodedError `not_found` also for a comment on a piece that the asker may not see, `forbidden`, `invalid_value`
 */
export function editComment(
  req: PayloadRequest,
  id: string,
  { resolved, text }: { readonly text?: string; readonly resolved?: boolean },
): Promise<CommentView> {
  return changed(
    req,
    id,
    [...(text === undefined ? [] : ['change' as const]), ...(resolved === undefined ? [] : ['resolve' as const])],
    (before, deed) => {
      if (resolved !== undefined && before.parent !== null)
        throw coded('invalid_value', { field: 'resolved', message: 'A thread is resolved at its first comment.' })
      const isNew = resolved !== undefined && resolved !== (before.resolved !== null)
      return {
        ...(text === undefined || text === before.text ? {} : { text, editedAt: deed.at }),
        ...(isNew ? { resolved: resolved ? deed : null } : {}),
      }
    },
  )
}

/** Deletes the words of a comment; that it was there stays to be seen. */
export function removeComment(req: PayloadRequest, id: string): Promise<CommentView> {
  return changed(req, id, ['remove'], (_, deed) => ({ text: '', mentions: [], suggestion: null, removed: deed }))
}

export type Deed = { readonly by: string; readonly at: string }
type Change = Partial<Pick<Comment, 'text' | 'editedAt' | 'mentions' | 'suggestion' | 'resolved' | 'removed'>>

/** Does `change` to a comment, for whoever may do all of `acts` with it. */
export async function changed(
  req: PayloadRequest,
  id: string,
  acts: readonly CommentAct[],
  change: (before: Comment, deed: Deed, seen: Seen) => Change | Promise<Change>,
): Promise<CommentView> {
  return inTransaction(req, async () => {
    const actor = requireStaff(req)
    const [before] = await commentsWith(req, [id])
    const [slug, pieceId] = splitPiece(before?.piece ?? '')
    const row = before && (await findDossier(req, slug, pieceId))
    if (!row || !canSeeDraft(req)(row.state) || before.removed) throw coded('not_found')
    const seen = await seenPiece(req, slug, pieceId)
    if (!acts.every((act) => mayDo(actor, act, before, seen.may))) throw coded('forbidden')
    const own = await change(before, { by: actor.id, at: runtimeOf(req.payload).now().toISOString() }, seen)
    if (Object.keys(own).length > 0) await changeComment(req, id, own)
    return viewOf(await seenPiece(req, slug, pieceId), { ...before, ...own })
  })
}

/** Judges what does not hang on others at the same moment, in the order of refusals; the anchor as it is kept. */
async function judged(
  req: PayloadRequest,
  slug: string,
  id: string,
  { anchor, mentions, parent, suggestion }: CommentInput,
): Promise<KeptAnchor | null> {
  const { dossier, fields } = await seenPiece(req, slug, id)
  threadOf(await roomFor(req, dossier.piece), parent)
  await requireMentionable(req, mentions, dossier)
  if (!anchor) return null
  if (anchor.exact === '') {
    if (!fields.has(anchor.path)) throw coded('anchor_not_found', { field: 'anchor.path' })
    return { ...anchor, prefix: '', suffix: '', before: '', after: '', nth: 0, of: 0, alone: true }
  }
  const row = await findDossier(req, slug, id)
  const revision =
    row && isDigest(anchor.digest) ? await revisionWith(req, collectionOf(req, slug), row, anchor.digest) : null
  const kept = revision && anchorIn(passagesIn(revision), anchor)
  if (!kept) throw coded('anchor_not_found', { field: 'anchor' })
  if (suggestion !== null) requireReplaceable(collectionOf(req, slug), revision, kept, suggestion)
  return kept
}

/** Whoever suggests words is told at once where they could not be taken. */
function requireReplaceable(
  { fields }: WorkflowCollection,
  revision: Revision,
  anchor: KeptAnchor,
  text: string,
): void {
  const spot = replaceable(anchor, passagesIn(revision))
  if (!spot) throw coded('suggestion_unplaced', { field: 'anchor' })
  const { kind } = replaceIn(revision.doc, fields, spot, text)
  if (kind === 'formats') throw coded('suggestion_formats', { field: 'anchor' })
  if (kind === 'no_text')
    throw coded('invalid_value', { field: 'anchor.path', message: 'Words can be suggested for a text only.' })
}

async function roomFor(req: PayloadRequest, piece: string): Promise<readonly Comment[]> {
  const comments = await commentsOn(req, piece)
  if (comments.length >= LIMITS.perPiece) throw coded('comments_full')
  return comments
}

/** The first comment of the thread that is answered. */
function threadOf(comments: readonly Comment[], parent: string | null): Comment | null {
  if (parent === null) return null
  const first = comments.find(({ id }) => id === parent)
  if (first?.parent !== null)
    throw coded('invalid_value', {
      field: 'parent',
      message: 'This is not the first comment of a thread of this piece.',
    })
  return first
}

async function requireMentionable(req: PayloadRequest, ids: readonly string[], { owner }: Dossier): Promise<void> {
  const people = await peopleOf(req, ids)
  const sees = (id: string): boolean => {
    const person = people.get(id)
    return person !== undefined && maySeeDraft(id, person, owner)
  }
  if (!ids.every(sees)) throw coded('not_mentionable', { field: 'mentions' })
}

/** Whoever is mentioned, else whoever is in the thread, else who writes the piece: each is told once. */
async function tell(
  req: PayloadRequest,
  dossier: Dossier,
  { by, id, mentions, parent }: Comment,
  others: readonly Comment[],
): Promise<void> {
  const thread = parent === null ? [] : others.filter((each) => each.id === parent || each.parent === parent)
  const told = [
    { kind: 'mentioned' as const, to: mentions },
    { kind: 'replied' as const, to: thread.map((each) => each.by) },
    { kind: 'commented' as const, to: parent === null ? [...contributorsOf(dossier), dossier.owner] : [] },
  ]
  const named = new Set<string>()
  for (const { kind, to } of told) {
    const fresh = to.filter((each) => !named.has(each))
    for (const each of fresh) named.add(each)
    await writeNotifications(req, dossier, { kind, to: fresh, actor: by, comment: id })
  }
}
