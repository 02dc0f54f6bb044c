import type { Blocker } from '../domain/workflow/index.ts'
import type { Words } from '../translations/index.ts'

/** What the newsroom said instead of doing something. */
export type Refusal = {
  readonly status: number
  /** What the server said about it, in English; none where it had nothing to say. {@link sentencesOf} is for people. */
  readonly sentences: readonly string[]
  readonly blockers: readonly Blocker[]
  /** The first entry of the answer's `errors`, with all its members. */
  readonly entry?: Readonly<Record<string, unknown>> | undefined
}

/** Thrown by every call of the admin panel that was refused or did not arrive. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.sentences.join(' ') || `Refused with the status ${String(refusal.status)}.`)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Reads an answer of 400 or more; `body` is whatever came, in the contract's error shape or not. */
export function refusalOf(status: number, body: unknown): Refusal {
  const entries = entriesIn(body)
  const blockers = entries.flatMap((entry) =>
    Array.isArray(entry['blockers']) ? (entry['blockers'] as Blocker[]) : [],
  )
  const sentences = entries.flatMap((entry) =>
    Array.isArray(entry['blockers']) && entry['blockers'].length > 0
      ? (entry['blockers'] as Blocker[]).flatMap((each) => toldBy(each))
      : toldBy(entry),
  )
  return {
    status,
    sentences: [...new Set(sentences)],
    blockers,
    entry: entries[0],
  }
}

/** What to tell when no answer came at all. */
export const UNREACHABLE: Refusal = { status: 0, sentences: [], blockers: [] }

/** What to tell a person about it: at least one sentence, in their language. */
export function sentencesOf({ sentences, status }: Refusal, { said, say }: Words): readonly string[] {
  if (sentences.length > 0) return sentences.map(said)
  return [status === 0 ? say('refusals:unreachable') : say('refusals:status', { status })]
}

/** The stable code of what was refused, if the newsroom gave one. */
export function codeOf({ blockers, entry }: Refusal): string | undefined {
  const code: unknown = blockers[0]?.code ?? entry?.['code']
  return typeof code === 'string' ? code : undefined
}

/** The refusal behind anything that was thrown. */
export function refusalFrom(error: unknown): Refusal {
  return error instanceof Refused ? error.refusal : UNREACHABLE
}

function entriesIn(body: unknown): readonly Record<string, unknown>[] {
  const errors = typeof body === 'object' && body !== null ? (body as { errors?: unknown }).errors : undefined
  return Array.isArray(errors)
    ? errors.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    : []
}

function toldBy(entry: { message?: unknown; hint?: unknown }): readonly string[] {
  return [entry.message, entry.hint].filter((text): text is string => typeof text === 'string' && text !== '')
}
