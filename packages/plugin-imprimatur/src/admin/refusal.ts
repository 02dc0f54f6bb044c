import type { Blocker } from '../domain/workflow/index.ts'

/** What the newsroom said instead of doing something. */
export type Refusal = {
  readonly status: number
  /** What to tell the person, at least one sentence. */
  readonly sentences: readonly string[]
  readonly blockers: readonly Blocker[]
}

/** Thrown by every call of the admin panel that was refused or did not arrive. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.sentences.join(' '))
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
      ? (entry['blockers'] as Blocker[]).flatMap((each) => sentencesOf(each))
      : sentencesOf(entry),
  )
  return {
    status,
    sentences: sentences.length > 0 ? [...new Set(sentences)] : [`The newsroom answered with an error (${status}).`],
    blockers,
  }
}

/** What to tell when no answer came at all. */
export const UNREACHABLE: Refusal = {
  status: 0,
  sentences: ['The newsroom could not be reached. Check your connection and try again.'],
  blockers: [],
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

function sentencesOf(entry: { message?: unknown; hint?: unknown }): readonly string[] {
  return [entry.message, entry.hint].filter((text): text is string => typeof text === 'string' && text !== '')
}
