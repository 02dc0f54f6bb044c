import { formatAdminURL } from 'payload/shared'

/** Address of the review screen of a piece, below the panel's own. */
export const REVIEW_PATH = '/review/:collection/:id'

/**
 * Where a piece is reviewed.
 *
 * @param ofLive the text that readers have, which went out without a review
 */
export function reviewAddress(adminRoute: string, piece: { collection: string; id: string }, ofLive = false): string {
  const path = `/review/${piece.collection}/${encodeURIComponent(piece.id)}` as const
  return `${formatAdminURL({ adminRoute, path })}${ofLive ? '?of=live' : ''}`
}
