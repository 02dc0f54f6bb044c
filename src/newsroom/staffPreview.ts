import type { CollectionSlug, Payload, PopulateType } from 'payload'
import type { PublicDocument } from 'payload-plugin-imprimatur/types'
import { staffMember } from './fields/index.ts'
import { type InPayload, inSnapshot } from 'payload-plugin-imprimatur'

/** What a member of the staff gets to see of a piece that need not be public. */
export type PreviewedPiece =
  | { readonly kind: 'found'; readonly doc: PublicDocument }
  /** Nobody is logged in, or the account is closed. */
  | { readonly kind: 'no_session' }
  /** No such piece, no such kind of piece, or not for this person. */
  | { readonly kind: 'missing' }

export type PreviewRequest = {
  readonly collection: string
  readonly id: string
  /** Of the request, with the session in them. */
  readonly headers: Headers
}

/** Port: the newest revision of a piece, for the one who is logged in. */
export type StaffPreview = (request: PreviewRequest) => Promise<PreviewedPiece>

const COLLECTIONS: readonly CollectionSlug[] = ['articles', 'authors', 'news-teasers']

/** Everything of an author that a page about an article shows, which is more than lists populate. */
export const POPULATE: PopulateType = {
  authors: {
    displayName: true,
    fullName: true,
    slug: true,
    honorificPrefix: true,
    jobTitle: true,
    affiliations: true,
    biography: true,
    shortBio: true,
    portrait: true,
    sameAs: true,
  },
}

/** Previews over Payload's Local API, with the access that the person has who is asking. */
export function staffPreview(payload: Payload): StaffPreview {
  return async ({ collection, id, headers }) => {
    const { user } = await payload.auth({ headers, canSetHeaders: false })
    if (staffMember({ user }) === undefined) return { kind: 'no_session' }
    const slug = COLLECTIONS.find((each) => each === collection)
    if (slug === undefined) return { kind: 'missing' }
    const doc = await inSnapshot<InPayload, unknown>({ payload }, ({ transactionID }) =>
      payload.findByID({
        collection: slug,
        id,
        depth: 2,
        draft: true,
        disableErrors: true,
        populate: POPULATE,
        overrideAccess: false,
        user,
        req: transactionID === undefined ? {} : { transactionID },
      }),
    )
    return doc === null ? { kind: 'missing' } : { kind: 'found', doc: doc as unknown as PublicDocument }
  }
}
