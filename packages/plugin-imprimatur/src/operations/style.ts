import type { PayloadRequest } from 'payload'
import { exceptionFor, mayExcuse, type StyleException, type StyleMatch, type StyleRule } from '../domain/style/index.ts'
import { accountsOf, contributorsOf, mayReview, overlap, type Digest } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { addStyleException, removeStyleException, requireStaff, styleExceptionsOn } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { subjectOf } from './transitionContext.ts'
import { styleMatchesOf } from './styleFindingsOf.ts'
import { wholePiece } from './transitionsOf.ts'

/** A passage that does not keep to the house style, as staff get it. */
export type StyleNote = Omit<StyleMatch, 'rule'> &
  Pick<StyleRule, 'advice' | 'severity'> & {
    /** Id of the rule. */
    readonly rule: string
    /** Name of the field that it stands in. */
    readonly field: string
    /** Who let it stand, if anybody did. */
    readonly exception: Pick<StyleException, 'id' | 'by' | 'at'> | null
    /** Whether the asker may let it stand, or take that back. */
    readonly may: boolean
  }

export type StyleView = {
  /** Digest of the newest text, which it is about. */
  readonly digest: Digest
  /** In the order of the text. */
  readonly docs: readonly StyleNote[]
  readonly totalDocs: number
  /** How many nobody let stand. */
  readonly open: number
}

/** Which words are let stand: of which rule, and where in the text with this digest. */
export type StylePassage = {
  readonly digest: Digest
  readonly rule: string
  readonly path: string
  readonly start: number
}

/**
 * Where the newest text of a piece does not keep to the house style; to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden`
 */
export async function styleOf(req: PayloadRequest, slug: string, id: string): Promise<StyleView> {
  const { collection, digest, may, piece, revision } = await seenText(req, slug, id)
  const matches = await styleMatchesOf(req, collection, revision)
  const exceptions = matches.length === 0 ? [] : await styleExceptionsOn(req, piece, digest)
  const docs = matches.map((match): StyleNote => {
    const { rule, ...place } = match
    const exception = exceptionFor(match, exceptions)
    return {
      ...place,
      rule: rule.id,
      advice: rule.advice,
      severity: rule.severity,
      field: place.path.split('.')[0] ?? place.path,
      exception: exception ? { id: exception.id, by: exception.by, at: exception.at } : null,
      may: may(rule.severity),
    }
  })
  return { digest, docs, totalDocs: docs.length, open: docs.filter(({ exception }) => exception === null).length }
}

/**
 * Lets words stand in this one revision. What is let stand already stays as it is.
 *
 * @throws CodedError also `stale_digest`, `anchor_not_found` where no such rule has words at that place
 */
export function letStand(req: PayloadRequest, slug: string, id: string, passage: StylePassage): Promise<StyleView> {
  return inTransaction(req, async () => {
    const seen = await seenText(req, slug, id)
    const { collection, digest, may, piece, revision } = seen
    const rules = await runtimeOf(req.payload).styleRules(req)
    const rule = rules.find((each) => each.id === passage.rule)
    if (rule && !may(rule.severity)) throw coded('forbidden')
    if (passage.digest !== digest)
      throw coded('stale_digest', { field: 'digest', hint: `The digest is now ${digest}.` })
    const matches = await styleMatchesOf(req, collection, revision)
    const match = matches.find(
      (each) => each.rule.id === passage.rule && each.path === passage.path && each.start === passage.start,
    )
    if (!match) throw coded('anchor_not_found')
    if (!exceptionFor(match, await styleExceptionsOn(req, piece, digest)))
      await addStyleException(req, {
        piece,
        digest,
        rule: match.rule.id,
        path: match.path,
        start: match.start,
        exact: match.exact,
        severity: match.rule.severity,
        by: requireStaff(req).id,
        at: runtimeOf(req.payload).now().toISOString(),
      })
    return styleOf(req, slug, id)
  })
}

/**
 * Takes back that words of the newest text may stand.
 *
 * @throws CodedError also `not_found` for what is no exception of that text
 */
export function letStandNoMore(req: PayloadRequest, slug: string, id: string, exception: string): Promise<StyleView> {
  return inTransaction(req, async () => {
    const { digest, may, piece } = await seenText(req, slug, id)
    const known = (await styleExceptionsOn(req, piece, digest)).find((each) => each.id === exception)
    if (!known) throw coded('not_found')
    if (!may(known.severity)) throw coded('forbidden')
    await removeStyleException(req, exception)
    return styleOf(req, slug, id)
  })
}

/** The newest text of a piece, and what the asker may let stand in it. */
async function seenText(req: PayloadRequest, slug: string, id: string) {
  const actor = requireStaff(req)
  const { revision, row } = await wholePiece(req, slug, id)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const policy = await runtimeOf(req.payload).policy(req)
  const rights = {
    givesReview: mayReview(policy, subjectOf(collection, revision.doc), actor),
    hadAHand: overlap(accountsOf(actor), contributorsOf(row.state)),
  }
  return {
    collection,
    revision,
    digest: revision.digest,
    piece: row.state.piece,
    may: (severity: StyleRule['severity']): boolean => mayExcuse(severity, rights),
  }
}
