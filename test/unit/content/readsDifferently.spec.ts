import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { FlattenedField, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import ArticlePage from '../../../src/app/(site)/articles/[slug]/page.tsx'
import AuthorPage from '../../../src/app/(site)/authors/[slug]/page.tsx'
import { contentOf, type ContentField } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import type { PublicDocument } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'
import { contentFields } from '../../../packages/plugin-imprimatur/src/collections/contentFields.ts'
import { canonicalForm, type ShownMedia } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { everyNode, everyNote } from '../../helpers/everyNode.ts'
import { aPicture, aTeaser, anArticle, anAuthor, MemoryReads } from '../site/builders.ts'
import { renderPage } from '../site/renderPage.ts'

// Pages by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Json = Readonly<Record<string, unknown>>
/** A change of one value deep within a document: where, what it was, and the document with it. */
type Change = { readonly at: string; readonly doc: Json }

const COLLECTIONS = ['articles', 'authors', 'news-teasers'] as const
const TARGETS = { picture: 'm1', article: 'a2', author: 'au1' }

let config: SanitizedConfig
const fields = new Map<string, readonly ContentField[]>()

beforeAll(async () => {
  Object.assign(process.env, {
    DATA_DIR: path.join(tmpdir(), 'reads-differently'),
    PAYLOAD_SECRET: 'a secret for tests only',
  })
  const [{ newsroomConfig }, { parseEnvironment }] = await Promise.all([
    import('../../../src/payload.config.ts'),
    import('../../../src/environment/environment.ts'),
  ])
  config = await newsroomConfig({ ...parseEnvironment(process.env, tmpdir()), secret: 'a secret for tests only' })
  for (const slug of COLLECTIONS) fields.set(slug, contentFields(collectionOf(slug), config))
}, 60_000)

function collectionOf(slug: string) {
  const collection = config.collections.find((each) => each.slug === slug)
  if (!collection) throw new Error(`There are no ${slug}.`)
  return collection
}

/** The canonical form of a document as it is stored; of an excerpt that somebody wrote, where there is one. */
const canonical = (slug: string, doc: Json, media: readonly ShownMedia[] = []): string =>
  canonicalForm(contentOf(doc, fields.get(slug) ?? []), media)

/** What stands in a document and is no content, by hand. Whatever else a collection has, somebody has to sign off. */
const NO_CONTENT: Readonly<Record<string, readonly string[]>> = {
  articles: [
    'wordCount',
    'readingMinutes',
    'firstPublishedAt',
    'publishedAt',
    'excerptTruncated',
    'excerptManual',
    'source',
    'generateSlug',
    'createdBy',
    'changedBy',
    'bylineSortKey',
    'headlineSortKey',
    'kickerSortKey',
  ],
  authors: [
    'articles',
    'logins',
    'source',
    'generateSlug',
    'createdBy',
    'changedBy',
    'publishedAt',
    'firstPublishedAt',
    'displayNameSortKey',
    'fullNameSortKey',
    'jobTitleSortKey',
    'sortNameSortKey',
  ],
  'news-teasers': [
    'excerptTruncated',
    'excerptManual',
    'publishedAt',
    'source',
    'generateSlug',
    'createdBy',
    'changedBy',
    'firstPublishedAt',
    'headlineSortKey',
    'kickerSortKey',
  ],
}
const PAYLOADS = ['id', 'createdAt', 'updatedAt', 'deletedAt', '_status']

/** A value for a field of any type, read off Payload's own config; rows have one of everything. */
function valueFor(field: FlattenedField): unknown {
  const many = 'hasMany' in field && field.hasMany === true
  const one = (value: unknown) => (many ? [value] : value)
  switch (field.type) {
    case 'number':
      return one(7)
    case 'checkbox':
      return true
    case 'date':
      return '2027-01-01T00:00:00.000Z'
    case 'group':
    case 'tab':
      return docOf(field.flattenedFields)
    case 'array':
      return [docOf(field.flattenedFields)]
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) ? one({ relationTo: field.relationTo[0], value: 'd1' }) : one('d1')
    case 'richText':
      return field.name === 'body' ? everyNode(TARGETS) : everyNote(TARGETS)
    default:
      return one('A text')
  }
}

const docOf = (of: readonly FlattenedField[]): Json =>
  Object.fromEntries(of.map((field) => [field.name, valueFor(field)]))

/** Every change of one text, number, tick or nothing in `value`, and of what stands in lists. */
function changesOf(value: unknown, at = ''): { at: string; value: unknown }[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((each: unknown, index) =>
      changesOf(each, `${at}[]`).map((change) => ({ ...change, value: value.with(index, change.value) })),
    )
    const gone = value.length > 0 ? [{ at: `${at} less`, value: value.slice(1) }] : []
    const turned = value.length > 1 ? [{ at: `${at} turned`, value: value.toReversed() }] : []
    return [...inside, ...gone, ...turned]
  }
  if (typeof value === 'object' && value !== null) {
    const within = Object.entries(value).flatMap(([name, each]) =>
      changesOf(each, at === '' ? name : `${at}.${name}`).map((change) => ({
        ...change,
        value: { ...value, [name]: change.value },
      })),
    )
    return within
  }
  switch (typeof value) {
    case 'string':
      return [{ at, value: `${value}x` }]
    case 'number':
      return [{ at, value: value + 1 }]
    case 'boolean':
      return [{ at, value: !value }]
    default:
      return [{ at, value: 'x' }]
  }
}

const changes = (doc: Json): readonly Change[] => changesOf(doc).map(({ at, value }) => ({ at, doc: value as Json }))

/** Up to four changes in places of one kind, as a page takes its time to be made. */
function someOfEach(all: readonly Change[]): readonly Change[] {
  const taken = new Map<string, number>()
  return all.filter(({ at }) => {
    taken.set(at, (taken.get(at) ?? 0) + 1)
    return (taken.get(at) ?? 0) <= 4
  })
}

/** What the editor keeps for itself within a text: a change of these is none. By hand, from the docs of Lexical 0.50. */
const EDITORS_OWN = [/\.version$/, /\.textFormat$/]

// Guards: contentFields(), readContent.ts, readRichText.ts.
describe.each(COLLECTIONS)('%s', (slug) => {
  it('has a new digest for each change of a field, read off the config, but for those that are no content', () => {
    const own = collectionOf(slug).flattenedFields.filter(({ name }) => !PAYLOADS.includes(name))
    const doc = docOf(own)
    const before = canonical(slug, doc)
    const unnoticed = changes(doc)
      .filter((change) => canonical(slug, change.doc) === before)
      .map(({ at }) => at)
    const top = new Set(unnoticed.map((at) => at.split(/[.[ ]/)[0]))
    const outside = [...top].filter((name) => !['body', 'biography'].includes(name ?? ''))
    expect(outside.sort()).toEqual([...(NO_CONTENT[slug] ?? [])].sort())
    const inside = unnoticed.filter((at) => /^(?:body|biography)\b/.test(at))
    expect(inside.filter((at) => !EDITORS_OWN.some((own) => own.test(at)) && !isBulletsNumber(at))).toEqual([])
  })

  it('has the same digest whatever the machine writes', () => {
    const doc = docOf(collectionOf(slug).flattenedFields.filter(({ name }) => !PAYLOADS.includes(name)))
    const before = canonical(slug, doc)
    for (const name of [...PAYLOADS, ...(NO_CONTENT[slug] ?? [])]) {
      expect([name, canonical(slug, { ...doc, [name]: 'something else' })]).toEqual([name, before])
    }
  })
})

/** Bullets have no numbers: what Lexical counts there is nobody’s. */
const isBulletsNumber = (at: string): boolean =>
  at.endsWith('children[].children[].value') || at.endsWith('children[].value')

const NEWSROOM = { newsroom: { name: 'The Review', timeZone: 'UTC' } }

async function htmlOf(slug: 'articles' | 'authors', doc: Json): Promise<string> {
  const others = { articles: [RELATED], authors: [AUTHOR], 'news-teasers': [aTeaser('t1')] }
  const reads = new MemoryReads({ ...others, [slug]: [doc as PublicDocument] }, NEWSROOM)
  const params = Promise.resolve({ slug: encodeURIComponent(String(doc.slug)) })
  const searchParams = Promise.resolve({})
  const page = slug === 'articles' ? () => ArticlePage({ params }) : () => AuthorPage({ params, searchParams })
  return (await renderPage(page, reads)).html
}

const PICTURE = aPicture({ caption: 'A caption', credit: 'A credit' })
const AUTHOR = anAuthor({
  fullName: 'Ana Maria Sousa',
  jobTitle: 'Fellow',
  affiliations: [{ organization: 'University', department: 'Law', country: 'PT' }],
  biography: everyNote(TARGETS),
  shortBio: 'A life.',
  portrait: PICTURE,
  sameAs: ['https://example.org/ana'],
  honorificPrefix: 'Dr',
})
const RELATED = anArticle({ id: 'a2', slug: 'another', headline: 'Another', credits: [] })

/** A body as readers get it at depth 1: with the documents that it refers to. */
function populated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(populated)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (each === TARGETS.picture && (name === 'value' || name === 'image')) return [name, PICTURE]
      if (each === TARGETS.article && (name === 'value' || name === 'article')) return [name, RELATED]
      if (each === TARGETS.author && name === 'value') return [name, anAuthor()]
      return [name, populated(each)]
    }),
  )
}

const ARTICLE: Json = {
  ...anArticle(),
  kicker: 'A series',
  standfirst: 'Why to read on.',
  excerpt: 'Some words.',
  excerptManual: true,
  dateline: 'Lisbon',
  section: { id: 's1', name: 'World' },
  genre: 'analysis',
  topics: [{ id: 't1', name: 'Sea' }],
  places: [{ id: 'p1', name: 'Portugal' }],
  leadImage: PICTURE,
  leadImageCaption: 'A caption of its own',
  leadImageCredit: 'A credit of its own',
  canonicalUrl: 'https://example.org/original',
  seo: { title: 'For engines', description: 'What it is', image: PICTURE },
  related: [RELATED],
  corrections: [{ kind: 'correction', at: '2026-02-01T00:00:00.000Z', text: 'It was 2015.' }],
  credits: [{ author: AUTHOR, role: 'author', creditedAs: 'A. Sousa', affiliationAtPublication: 'Then' }],
  body: populated(everyNode(TARGETS)),
  publishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  wordCount: 100,
  readingMinutes: 1,
}

/**
 * What the page of an article shows beside its own content: of the machine, and of other documents. Authors and articles
 * are pieces with sign-offs of their own; what is shown of pictures is in the digest under `_media`, and the rest of them
 * is locked while they are shown; names of sections, topics and places are nobody's to sign.
 */
const SHOWN_BESIDE = [
  /^(?:publishedAt|updatedAt|wordCount|readingMinutes|id)$/,
  /^credits\[\]\.author\./,
  /^related\[\]\./,
  /^(?:section|topics\[\]|places\[\])\.name$/,
  /^(?:leadImage|seo\.image)\./,
  /\.(?:image|value|article)\.(?!type)/,
]

describe('what reads differently on the page', () => {
  it('has another digest, but for what the page shows of other documents', async () => {
    const [before, html] = [canonical('articles', ARTICLE), await htmlOf('articles', ARTICLE)]
    const missed: string[] = []
    let different = 0
    for (const { at, doc } of someOfEach(changes(ARTICLE))) {
      if (at === 'slug' || SHOWN_BESIDE.some((known) => known.test(at)) || (await htmlOf('articles', doc)) === html)
        continue
      different += 1
      if (canonical('articles', doc) === before) missed.push(at)
    }
    expect(different).toBeGreaterThan(50)
    expect(missed).toEqual([])
  })

  it.each(['section.name', 'topics[].name', 'related[].headline', 'wordCount'])(
    '%s is shown beside it and signed off elsewhere, or by nobody',
    async (at) => {
      const [change] = changes(ARTICLE).filter((each) => each.at === at)
      const doc = change?.doc ?? {}
      expect(await htmlOf('articles', doc)).not.toBe(await htmlOf('articles', ARTICLE))
      expect(canonical('articles', doc)).toBe(canonical('articles', ARTICLE))
    },
  )

  it('of an author likewise', async () => {
    const author = { ...AUTHOR, biography: populated(everyNote(TARGETS)) }
    const [before, html] = [canonical('authors', author), await htmlOf('authors', author)]
    const missed: string[] = []
    for (const { at, doc } of someOfEach(changes(author))) {
      if (at === 'slug' || (await htmlOf('authors', doc)) === html) continue
      if (canonical('authors', doc) === before) missed.push(at)
    }
    expect([...new Set(missed)].filter((at) => !/^id$|^portrait\.|\.value\./.test(at))).toEqual([])
  })

  it('also when several things were changed at once: no two bodies that show something else have one digest', async () => {
    const all = changes({ ...ARTICLE, related: [], leadImage: null, seo: {} }).filter(
      ({ at }) => at.startsWith('body') && !/\.(?:image|value|article|doc)\b/.test(at),
    )
    const shown = new Map<string, string>()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), async (first) => {
        const second = changes(first.doc)[all.indexOf(first) % 200]?.doc ?? first.doc
        for (const doc of [first.doc, second]) {
          const [form, html] = [
            canonical('articles', { body: doc.body }),
            await htmlOf('articles', { ...ARTICLE, body: doc.body }),
          ]
          expect(shown.get(form) ?? html).toBe(html)
          shown.set(form, html)
        }
      }),
      { numRuns: 30 },
    )
  })
})
