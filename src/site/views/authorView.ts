import { hasRichText } from '../richText/hasRichText.ts'
import {
  asRecord,
  asRecords,
  asText,
  hostOf,
  type Loose,
  pictureView,
  type PictureView,
  present,
  safeHref,
  SITE_LANGUAGE,
} from '../../bodies/index.ts'

/** Where somebody works: `Chair of History, School of Law, University of Somewhere, Norway`. */
export type AffiliationView = {
  readonly organization: string
  readonly department?: string
  readonly country?: string
}

/** A person with a public page. */
export type AuthorView = {
  readonly id: string
  readonly href: string
  readonly slug: string
  readonly name: string
  /** The name that the person bears, where it is not the one that is printed. */
  readonly fullName?: string
  readonly honorificPrefix?: string
  readonly jobTitle?: string
  readonly affiliations: readonly AffiliationView[]
  /** Lexical state; only when it says something. */
  readonly biography?: unknown
  readonly shortBio?: string
  readonly portrait?: PictureView
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

/** An author document as the site shows it; undefined when it is not populated, so not public. */
export function authorView(value: unknown): AuthorView | undefined {
  const doc = asRecord(value)
  const id = asText(doc?.id)
  const slug = asText(doc?.slug)
  const name = asText(doc?.displayName)
  if (!doc || id === undefined || slug === undefined || name === undefined) return undefined
  const fullName = asText(doc.fullName)
  const portrait = pictureView(doc.portrait, 'thumbnail')
  return {
    id,
    href: `/authors/${encodeURIComponent(slug)}`,
    slug,
    name,
    ...(fullName === undefined || fullName === name ? {} : { fullName }),
    ...present('honorificPrefix', asText(doc.honorificPrefix)),
    ...present('jobTitle', asText(doc.jobTitle)),
    affiliations: asRecords(doc.affiliations).flatMap(affiliationView),
    ...(hasRichText(doc.biography) ? { biography: doc.biography } : {}),
    ...present('shortBio', asText(doc.shortBio)),
    ...(portrait ? { portrait } : {}),
    links: linksOf(doc.sameAs),
  }
}

function affiliationView(row: Loose): readonly AffiliationView[] {
  const organization = asText(row.organization)
  if (organization === undefined) return []
  return [
    {
      organization,
      ...present('department', asText(row.department)),
      ...present('country', countryName(row.country)),
    },
  ]
}

/** The country in words; it is kept by its ISO 3166-1 code. */
function countryName(code: unknown): string | undefined {
  const text = asText(code)
  return text !== undefined && /^[A-Z]{2}$/.test(text)
    ? new Intl.DisplayNames(SITE_LANGUAGE, { type: 'region' }).of(text)
    : text
}

function linksOf(addresses: unknown): AuthorView['links'] {
  return (Array.isArray(addresses) ? addresses : []).flatMap((address: unknown) => {
    const href = safeHref(address)
    const host = href === undefined ? undefined : hostOf(href)
    return href === undefined || host === undefined ? [] : [{ href, label: host === 'orcid.org' ? 'ORCID' : host }]
  })
}
