import type { Digest, ErrorCode } from '../workflow/index.ts'

export const RELEASE_STATES = ['open', 'scheduled', 'published'] as const

/** How many pieces go out in one transaction, as in `POST /api/transitions`. */
export const MOST_PIECES = 50

/** Pieces that go public together. Times are ISO 8601 in UTC, people are ids of users. */
export type Release = {
  readonly id: string
  readonly name: string
  readonly state: (typeof RELEASE_STATES)[number]
  readonly createdBy: string
  readonly createdAt: string
  readonly scheduledAt: string | null
  readonly scheduledBy: string | null
  readonly publishedAt: string | null
  /** The id of a user, or `clock`. */
  readonly publishedBy: string | null
  /** A time that was set and at which it did not go out; until somebody decides about it. */
  readonly missed: MissedRelease | null
  /** Goes up with each change: what a request is based on. */
  readonly version: number
}

/** Why a release did not go out at its time: all of its pieces stayed as they were. */
export type MissedRelease = {
  readonly due: string
  /** When that was found out first. */
  readonly at: string
  readonly code: ErrorCode
  readonly message: string
  /** The pieces that stood in the way. */
  readonly pieces: readonly {
    readonly collection: string
    readonly id: string
    readonly code: ErrorCode
    readonly message: string
  }[]
}

/** A piece in a release, with the text that was meant. */
export type ReleasePiece = {
  /** `collection:id`. */
  readonly piece: string
  readonly digest: Digest
  readonly addedBy: string
  readonly addedAt: string
}

/** Whether the time that is set has passed without a publication, and that was written down. */
export function isHeldBack({ missed, scheduledAt }: Pick<Release, 'missed' | 'scheduledAt'>): boolean {
  return missed !== null && missed.due === scheduledAt
}

/** Whether a piece has the time of the release that holds it, and no other. */
export function hasItsTime(
  { scheduledAt, state }: Pick<Release, 'scheduledAt' | 'state'>,
  schedule: { readonly at: string } | null | undefined,
): boolean {
  return state === 'scheduled' && scheduledAt !== null && Date.parse(scheduledAt) === Date.parse(schedule?.at ?? '')
}
