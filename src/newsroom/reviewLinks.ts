import type { Payload } from 'payload'
import { commentByLink, openReviewLink, type GuestComment, type ShownRevision } from 'payload-plugin-imprimatur'
import { POPULATE } from './staffPreview.ts'

/** Port: what somebody without an account gets to see and may say, by the token of a review link. */
export type ReviewLinks = {
  /** Null: there is no such link, or it has ended. */
  readonly open: (token: string) => Promise<ShownRevision | null>
  /** `text` is null for more than was read. */
  readonly comment: (token: string, text: string | null) => Promise<GuestComment>
}

export function reviewLinks(payload: Payload): ReviewLinks {
  return {
    open: (token) => openReviewLink(payload, token, POPULATE),
    comment: (token, text) => commentByLink(payload, token, text),
  }
}
