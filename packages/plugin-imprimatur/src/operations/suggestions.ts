import type { PayloadRequest } from 'payload'
import { replaceable, replaceIn, type Comment, type Suggestion } from '../domain/comments/index.ts'
import type { Dossier } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { basesOf } from '../hooks/index.ts'
import { peopleOf, splitPiece, writeNotifications } from '../store/index.ts'
import { scopeOf } from '../transaction/index.ts'
import { changed, type Deed } from './comments.ts'
import { collectionOf, passagesIn, type CommentView, type Seen } from './commentView.ts'
import { wholePiece } from './transitionsOf.ts'

/** Leaves the text as it is. The thread stays open for whoever resolves it. */
export function leaveSuggestion(req: PayloadRequest, id: string): Promise<CommentView> {
  return changed(req, id, ['leave'], async (before, deed, { dossier }) => {
    const suggestion = decided(before, 'left', deed)
    await tellSuggester(req, dossier, before, 'suggestion_left', deed)
    return { suggestion }
  })
}

/** On which text somebody takes suggested words, and whether that may take sign-offs and a publication back. */
export type TakingInput = { readonly baseDigest: unknown; readonly mayVoid: boolean }

/**
 * Puts suggested words into the newest text, as an ordinary save by whoever takes them, and resolves the thread. Whoever suggested them is one
 * of the writers from then on.
 *
 * @throws CodedError as `editComment()`; `suggestion_decided`, `suggestion_unplaced`, `suggestion_formats`, and as any save
 *   `stale_revision`, `would_void`, `wrong_stage`
 */
export function takeSuggestion(req: PayloadRequest, id: string, input: TakingInput): Promise<CommentView> {
  return changed(req, id, ['take'], async (before, deed, seen) => {
    const suggestion = decided(before, 'taken', deed)
    await replaceWords(req, before, suggestion.text, seen, input)
    await tellSuggester(req, seen.dossier, before, 'suggestion_taken', deed)
    return { suggestion, resolved: before.resolved ?? deed }
  })
}

function decided({ suggestion }: Comment, kind: 'taken' | 'left', deed: Deed): Suggestion {
  if (!suggestion) throw coded('invalid_value', { message: 'This comment suggests no words.' })
  if (suggestion.decision) throw coded('suggestion_decided')
  return { ...suggestion, decision: { kind, ...deed } }
}

function tellSuggester(
  req: PayloadRequest,
  dossier: Dossier,
  { by, id }: Comment,
  kind: 'suggestion_left' | 'suggestion_taken',
  deed: Deed,
): Promise<void> {
  return writeNotifications(req, dossier, { kind, to: [by], actor: deed.by, comment: id })
}

async function replaceWords(
  req: PayloadRequest,
  { anchor, by }: Comment,
  text: string,
  { dossier: { piece }, passages }: Seen,
  { baseDigest, mayVoid }: TakingInput,
): Promise<void> {
  if (basesOf(req, baseDigest).length === 0)
    throw coded('invalid_value', {
      field: 'baseDigest',
      message: 'Name the digest of the text that you are looking at.',
    })
  const [slug, id] = splitPiece(piece)
  const collection = collectionOf(req, slug)
  const spot = anchor && replaceable(anchor, passages)
  if (!spot) throw coded('suggestion_unplaced')
  const { revision } = await wholePiece(req, slug, id)
  const replacement = replaceIn(revision.doc, collection.fields, spot, text)
  if (replacement.kind === 'formats') throw coded('suggestion_formats')
  if (replacement.kind === 'no_text') throw coded('suggestion_unplaced')
  const { wordsOf } = await scopeOf(req)
  wordsOf.set(piece, [by, ...((await peopleOf(req, [by])).get(by)?.accounts ?? [])])
  try {
    await req.payload.update({
      collection: slug,
      id: idFor(req.payload, slug, id),
      data: { [replacement.field]: replacement.value, baseDigest, mayVoid },
      draft: true,
      depth: 0,
      overrideAccess: false,
      req,
    })
  } finally {
    wordsOf.delete(piece)
  }
  const { passage, start, end } = spot
  const expected = passage.text.slice(0, start) + text + passage.text.slice(end)
  const after = passagesIn((await wholePiece(req, slug, id)).revision).find(({ path }) => path === passage.path)
  // A field that whoever takes it may not write stays as it was, without a refusal.
  if ((after?.text ?? '') !== expected) throw coded('suggestion_unplaced')
}
