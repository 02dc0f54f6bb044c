import { asInstant, asText, present, type Loose } from '../bodies/index.ts'
import { absolute, siteView } from '../site/views/siteView.ts'
import { feedHref, type FeedFormat, type Scope } from '../site/views/feedHref.ts'
import type { Feed } from './Feed.ts'
import { feedItem } from './feedItem.ts'
import type { FeedSource, Found } from './FeedSource.ts'
import { lastingFeedId, lastingId } from './lasting.ts'
import { afterPlace, placeOf, type Place } from './place.ts'

type Asked = {
  readonly format: FeedFormat
  readonly scope?: { readonly of: Scope; readonly slug: string }
  /** Where the page before ended; the first page without it. */
  readonly after?: Place
}

type Where = Readonly<Record<string, unknown>>

/**
 * One page of a feed: public articles by the time of their publication, newest first, and what was retracted in the same stretch of time. Drafts, what is under
 * embargo and what was withdrawn are none of these: it is read with the rights of a reader.
 */
export async function loadFeed(source: FeedSource, { format, scope, after }: Asked): Promise<Found<Feed>> {
  const { reads, origin, texts, hub, items: onAPage } = source
  const narrowed = scope ? await narrowedBy(source, scope) : { kind: 'found' as const, value: undefined }
  if (narrowed.kind !== 'found') return narrowed
  const scoped = narrowed.value
  const newsroom = await reads.global('newsroom')
  const conditions = [...(scoped ? [scoped.where] : []), ...(after ? [afterPlace(after)] : [])]
  const { docs } = await reads.list('articles', {
    where: conditions.length === 0 ? {} : { and: conditions },
    sort: '-publishedAt,-id',
    limit: onAPage + 1,
    depth: 1,
  })
  const page = docs.slice(0, onAPage)
  const last = docs.length > onAPage ? placeOf(page.at(-1)) : undefined
  const retracted = await reads.retractions('articles', scoped ? { where: scoped.where } : {})
  const retractions = retracted
    .filter(({ at }) => (after === undefined || at < after.at) && (last === undefined || at >= last.at))
    .map(({ id, slug, notice, at }) => ({
      id: lastingId('articles', id),
      url: absolute({ origin }, `/articles/${encodeURIComponent(slug)}`),
      notice,
      at,
    }))
  const items = page.flatMap((doc) => feedItem(doc, origin, texts) ?? [])
  const { name } = siteView(newsroom, origin)
  const href = feedHref(format, scope)
  const first = absolute({ origin }, href)
  return {
    kind: 'found',
    value: {
      id: lastingFeedId(scoped ? `${scoped.of}:${scoped.id}` : `newsroom:${origin}`),
      publisher: name,
      title: scoped ? `${scoped.name} – ${name}` : name,
      description: scoped?.description ?? (scoped ? `${name}: ${scoped.name}` : name),
      language: languageOf(newsroom),
      page: absolute({ origin }, scoped?.page ?? '/'),
      first,
      self: after === undefined ? first : `${first}?after=${after.text}`,
      ...present('next', last && `${first}?after=${last.text}`),
      ...present('hub', hub),
      updated: updatedAt(
        [...items.map(({ updated }) => updated), ...retractions.map(({ at }) => at)],
        asInstant(newsroom.createdAt),
      ),
      items,
      retractions,
    },
  }
}

type Narrowed = {
  readonly of: Scope
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly page: string
  readonly where: Where
}

/** Fields of an article that lead to what a feed can be narrowed by. */
const FIELDS: Readonly<Record<Scope, (id: string) => Where>> = {
  sections: (id) => ({ section: { equals: id } }),
  authors: (id) => ({ 'credits.author': { equals: id } }),
  topics: (id) => ({ topics: { in: [id] } }),
}

async function narrowedBy({ reads }: FeedSource, { of, slug }: { of: Scope; slug: string }): Promise<Found<Narrowed>> {
  const there = await reads.bySlug(of, slug, { depth: 0 })
  if (there.kind !== 'found') return there
  const doc: Loose = there.doc
  return {
    kind: 'found',
    value: {
      of,
      id: there.doc.id,
      name: asText(doc.name) ?? asText(doc.displayName) ?? slug,
      ...present('description', asText(doc.description) ?? asText(doc.shortBio)),
      page: `/${of}/${encodeURIComponent(slug)}`,
      where: FIELDS[of](there.doc.id),
    },
  }
}

function languageOf({ languages }: Loose): string {
  return asText(Array.isArray(languages) ? languages[0] : undefined) ?? 'en'
}

function updatedAt(times: readonly string[], otherwise: string | undefined): string {
  return times.length === 0
    ? (otherwise ?? new Date(0).toISOString())
    : times.reduce((last, each) => (each > last ? each : last))
}
