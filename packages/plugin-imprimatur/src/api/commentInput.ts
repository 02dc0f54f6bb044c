import { LIMITS, type Anchor } from '../domain/comments/index.ts'
import { cleanText, isRecord } from '../domain/content/index.ts'
import { isDigest } from '../domain/workflow/index.ts'
import { coded, type CodedError } from '../errors/index.ts'
import { mayVoidIn } from '../hooks/index.ts'
import type { CommentInput, TakingInput } from '../operations/index.ts'

const NEW = ['text', 'anchor', 'suggestion', 'parent', 'mentions'] as const
const CHANGE = ['text', 'resolved'] as const
const TAKING = ['baseDigest', 'mayVoid'] as const
const ANCHOR = ['digest', 'path', 'exact', 'prefix', 'suffix'] as const

/**
 * The comment that a body asks to add.
 *
 * @throws CodedError `invalid_value`, `too_large`, naming the field
 */
export function newCommentOf(body: unknown): CommentInput {
  const { anchor: about, mentions, parent, suggestion: other, text } = recordOf(body, '', NEW)
  if (parent !== undefined && parent !== null && typeof parent !== 'string' && typeof parent !== 'number')
    throw invalid('parent', 'Name the comment that this one answers by its id.')
  if (parent && about) throw invalid('anchor', 'An answer is about what its thread is about.')
  const anchor = about === undefined || about === null ? null : anchorOf(about)
  const suggestion = other === undefined || other === null ? null : suggestionOf(other, anchor)
  return {
    text: suggestion !== null && (text === undefined || text === '') ? '' : wordsOf(text),
    anchor,
    suggestion,
    parent: parent === undefined || parent === null ? null : String(parent),
    mentions: idsOf(mentions),
  }
}

/** What a body asks to change of a comment: at least one of the two. */
export function commentChangeOf(body: unknown): { readonly text?: string; readonly resolved?: boolean } {
  const { resolved, text } = recordOf(body, '', CHANGE)
  if (text === undefined && resolved === undefined) throw invalid('text', 'Say what to change: text or resolved.')
  if (resolved !== undefined && typeof resolved !== 'boolean') throw invalid('resolved', 'It is true or false.')
  return {
    ...(text === undefined ? {} : { text: wordsOf(text) }),
    ...(resolved === undefined ? {} : { resolved }),
  }
}

/**
 * On which text somebody takes suggested words.
 *
 * @throws CodedError `invalid_value`
 */
export function takingOf(body: unknown): TakingInput {
  const { baseDigest, mayVoid } = recordOf(body ?? {}, '', TAKING)
  return { baseDigest, mayVoid: mayVoidIn(mayVoid) }
}

/** For what takes nothing. @throws CodedError `invalid_value` */
export function refuseValues(body: unknown): void {
  recordOf(body ?? {}, '', [])
}

function suggestionOf(value: unknown, anchor: Anchor | null): string {
  const text = cleanText(textOf('suggestion', value, LIMITS.exact))
  if (!anchor || anchor.exact === '') throw invalid('anchor', 'Words are suggested in the place of words.')
  if (text === anchor.exact) throw invalid('suggestion', 'These are the words that stand there.')
  const breaks = (words: string): number => words.split(/[\n\r\t]/).length
  if (breaks(text) > breaks(anchor.exact)) throw invalid('suggestion', 'Words are suggested without breaks of lines.')
  return text
}

function wordsOf(value: unknown): string {
  const text = cleanText(textOf('text', value, LIMITS.text)).trim()
  if (text === '') throw invalid('text', 'A comment has words.')
  return text
}

function anchorOf(value: unknown): Anchor {
  const { digest, exact = '', path, prefix = '', suffix = '' } = recordOf(value, 'anchor', ANCHOR)
  if (!isDigest(digest))
    throw invalid('anchor.digest', 'Name the digest of the text that you were looking at: sha256: and 64 hex digits.')
  return {
    digest,
    path: textOf('anchor.path', path, LIMITS.path),
    exact: textOf('anchor.exact', exact, LIMITS.exact),
    prefix: textOf('anchor.prefix', prefix, LIMITS.context),
    suffix: textOf('anchor.suffix', suffix, LIMITS.context),
  }
}

function idsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string' || typeof each === 'number'))
    throw invalid('mentions', 'Give a list of ids of users.')
  if (value.length > LIMITS.mentions) throw tooLarge('mentions', LIMITS.mentions)
  return value.map(String)
}

function textOf(field: string, value: unknown, most: number): string {
  if (typeof value !== 'string' || /\p{Surrogate}/u.test(value)) throw invalid(field, 'This has to be text.')
  if (value.length > most) throw tooLarge(field, most)
  return value
}

function recordOf<Name extends string>(
  value: unknown,
  field: string,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  if (!isRecord(value)) throw invalid(field, 'This has to be one JSON object.')
  const odd = Object.keys(value).find((name) => !names.some((known) => known === name))
  if (odd !== undefined) throw invalid(field === '' ? odd : `${field}.${odd}`, 'There is no such value here.')
  return value as Partial<Record<Name, unknown>>
}

function invalid(field: string, message: string): CodedError {
  return coded('invalid_value', { ...(field === '' ? {} : { field }), message })
}

function tooLarge(field: string, most: number): CodedError {
  return coded('too_large', { field, message: `There may be ${String(most)} at most.` })
}
