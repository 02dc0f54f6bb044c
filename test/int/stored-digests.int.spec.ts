import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { CollectionConfig, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textToLexical } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { runtimeOf as runtimeOf } from '../../packages/plugin-imprimatur/src/runtime/index.ts'
import { newestRevision } from '../../packages/plugin-imprimatur/src/store/index.ts'
import { everyNode, everyNote } from '../helpers/everyNode.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { openStranger, type Stranger } from '../helpers/openStranger.ts'
import { aPicture } from '../helpers/pictures.ts'

/** `WRITE_DIGESTS=1` writes them anew: what was signed off before has another digest then, which needs an ADR. */
const FOLDER = path.resolve(import.meta.dirname, '../digests')

type Stored = { readonly canonical: string; readonly sha256: string }

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * Holds the canonical form of the newest revision, as the database gives it back, to the stored one. Ids and hashes of files, which differ each time,
 * have names in place of them.
 */
async function hold(
  payload: Payload,
  name: string,
  [slug, id]: readonly [slug: string, id: string],
  names: Readonly<Record<string, string>>,
): Promise<void> {
  const collection = runtimeOf(payload).collections.get(slug)
  if (!collection) throw new Error(`There is no ${slug}.`)
  const revision = await newestRevision({ payload }, collection, id)
  if (!revision) throw new Error(`There is no ${slug} ${id}.`)
  expect(revision.digest).toBe(`sha256:${sha256(revision.canonical)}`)
  const canonical = Object.entries(names).reduce(
    (text, [what, each]) => text.replaceAll(each, `<${what}>`),
    revision.canonical,
  )
  const file = path.join(FOLDER, `${name}.json`)
  if (process.env.WRITE_DIGESTS) {
    const stored: Stored = { canonical, sha256: sha256(canonical) }
    writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`)
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
  expect(JSON.parse(canonical)).toEqual(JSON.parse(stored.canonical))
  expect({ canonical, sha256: sha256(canonical) }).toEqual(stored)
  // A field that came later is in no stored document until somebody puts it there.
  const said = Object.keys(JSON.parse(canonical) as object)
  expect(collection.fields.map((field) => field.name).filter((field) => !said.includes(field))).toEqual([])
}

describe('the digest of a document of this newsroom is the stored one', () => {
  let newsroom: TestNewsroom
  let targets: { readonly picture: string; readonly article: string; readonly author: string }
  let names: Record<string, string>

  const make = async (collection: string, body: object): Promise<string> => {
    const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String(answer.body.doc.id)
  }
  const beside = async (collection: 'places' | 'sections' | 'topics', data: object): Promise<string> =>
    String((await newsroom.payload.create({ collection, data: data, overrideAccess: true })).id)

  beforeAll(async () => {
    newsroom = await openNewsroom()
    const words = { alt: 'A quay', caption: 'The quay at dawn', credit: 'Jane Doe' }
    const picture = await aPicture(newsroom, words)
    targets = {
      picture: picture.id,
      article: await make('articles', { headline: 'Target' }),
      author: await make('authors', { displayName: 'Target' }),
    }
    const { sha256: hash } = picture as unknown as { sha256: string }
    names = { ...targets, hash }
  })

  afterAll(async () => {
    await newsroom.close()
  })

  it('article', async () => {
    const section = await beside('sections', { name: 'Harbour' })
    const topic = await beside('topics', { name: 'Ferries' })
    const place = await beside('places', { name: 'Lisbon', countryCode: 'PT' })
    const id = await make('articles', {
      headline: 'Ferries “stop” — again',
      standfirst: 'Nobody crosses the river.',
      slug: 'ferries-stop',
      language: 'pt',
      body: everyNode(targets),
      credits: [
        { author: targets.author, role: 'author', creditedAs: 'Z. Ö.', affiliationAtPublication: 'Univ. of Évora' },
        { creditedAs: 'Jane Doe', role: 'photographer' },
      ],
      byline: 'By Z. Ö.',
      dateline: 'LISBON',
      leadImage: targets.picture,
      leadImageCaption: 'A caption of its own',
      leadImageCredit: 'A credit of its own',
      kicker: 'Transport',
      excerpt: 'Written by hand.',
      excerptManual: true,
      topics: [topic],
      places: [place],
      related: [targets.article],
      section,
      genre: 'report',
      embargoUntil: '2026-03-01T08:00:00.000Z',
      seo: { title: 'Ferries', description: 'About ferries.', image: targets.picture },
      canonicalUrl: 'https://example.org/ferries',
      corrections: [{ kind: 'clarification', at: '2026-03-02T08:00:00.000Z', text: 'The date was wrong.' }],
    })
    await hold(newsroom.payload, 'article', ['articles', id], { ...names, section, topic, place })
  })

  it('author', async () => {
    const id = await make('authors', {
      displayName: 'Zoë 👩‍🚀',
      fullName: 'Zoë Örn',
      sortName: 'Örn, Zoë',
      slug: 'zoe',
      honorificPrefix: 'Dr',
      jobTitle: 'Reporter',
      affiliations: [{ organization: 'Univ.', department: 'History', country: 'PT' }, { organization: 'Desk' }],
      biography: everyNote(targets),
      shortBio: 'Writes about the river.',
      portrait: targets.picture,
      sameAs: ['https://example.org/zoe'],
      language: 'en',
      seo: { title: 'Zoë', description: 'A reporter.', image: targets.picture },
    })
    await hold(newsroom.payload, 'author', ['authors', id], names)
  })

  it.each(['article', 'external'])('teaser of an %s', async (kind) => {
    const target =
      kind === 'article'
        ? { kind, article: targets.article }
        : { kind, url: 'https://example.org/a', sourceName: 'Elsewhere' }
    const id = await make('news-teasers', {
      headline: 'Ferries stop',
      slug: `teaser-${kind}`,
      language: 'en',
      excerpt: 'Nobody crosses.',
      excerptManual: true,
      target,
      kicker: 'Transport',
      image: targets.picture,
      pinned: true,
      rank: 3,
      expiresAt: '2027-03-01T08:00:00.000Z',
    })
    await hold(newsroom.payload, `teaser-${kind}`, ['news-teasers', id], names)
  })
})

describe('the digest of a document of somebody else is the stored one', () => {
  let stranger: Stranger
  const notes: CollectionConfig = { slug: 'notes', fields: [{ name: 'title', type: 'text' }] }
  const users: CollectionConfig = { slug: 'users', auth: true, fields: [] }
  const media: CollectionConfig = {
    slug: 'media',
    upload: { staticDir: path.join(tmpdir(), 'stored-digests'), mimeTypes: ['text/plain'] },
    fields: [{ name: 'alt', type: 'text' }],
  }

  /** Every kind of field that Payload 3.90 has and that holds a value. */
  const pages: CollectionConfig = {
    slug: 'pages',
    admin: { useAsTitle: 'title' },
    fields: [
      { name: 'title', type: 'text' },
      { name: 'slug', type: 'text', index: true },
      { name: 'labels', type: 'text', hasMany: true },
      { name: 'summary', type: 'textarea' },
      { name: 'rank', type: 'number' },
      { name: 'sizes', type: 'number', hasMany: true },
      { name: 'isOpen', type: 'checkbox' },
      { name: 'opens', type: 'date' },
      { name: 'contact', type: 'email' },
      { name: 'script', type: 'code' },
      { name: 'data', type: 'json' },
      { name: 'kind', type: 'select', options: ['one', 'two'] },
      { name: 'kinds', type: 'select', hasMany: true, options: ['one', 'two'] },
      { name: 'side', type: 'radio', options: ['left', 'right'] },
      { name: 'text', type: 'richText' },
      { name: 'picture', type: 'upload', relationTo: 'media' },
      { name: 'note', type: 'relationship', relationTo: 'notes' },
      { name: 'notes', type: 'relationship', relationTo: 'notes', hasMany: true },
      { name: 'either', type: 'relationship', relationTo: ['notes', 'users'] },
      { name: 'several', type: 'relationship', relationTo: ['notes', 'users'], hasMany: true },
      {
        name: 'rows',
        type: 'array',
        fields: [
          { name: 'words', type: 'text' },
          { name: 'count', type: 'number' },
        ],
      },
      { name: 'box', type: 'group', fields: [{ name: 'words', type: 'text' }] },
      { type: 'row', fields: [{ name: 'inRow', type: 'text' }] },
      { type: 'collapsible', label: 'More', fields: [{ name: 'inCollapsible', type: 'text' }] },
      {
        type: 'tabs',
        tabs: [
          { label: 'Bare', fields: [{ name: 'inTab', type: 'text' }] },
          { name: 'tab', fields: [{ name: 'words', type: 'text' }] },
        ],
      },
      {
        name: 'layout',
        type: 'blocks',
        blocks: [
          { slug: 'quote', fields: [{ name: 'words', type: 'text' }] },
          { slug: 'link', fields: [{ name: 'note', type: 'relationship', relationTo: 'notes' }] },
        ],
      },
    ],
  }

  beforeAll(async () => {
    stranger = await openStranger({
      collections: [pages, notes, media, users],
      plugin: { collections: { pages: {} } },
      config: { editor: lexicalEditor() },
    })
    await stranger.person('chief@example.org')
  })

  afterAll(async () => {
    await stranger.close()
  })

  it('page', async () => {
    const { id: noted } = await stranger.payload.create({ collection: 'notes', data: { title: 'A note' } })
    const note = String(noted)
    const bytes = Buffer.from('A file.')
    const file = { data: bytes, mimetype: 'text/plain', name: 'a.txt', size: bytes.length }
    const { id } = await stranger.payload.create({ collection: 'media', data: { alt: 'A file' }, file })
    const picture = String(id)
    const made = await stranger.ask(
      'POST',
      '/api/pages',
      {
        title: 'Every kind of field',
        slug: 'every-kind',
        labels: ['b', 'a', 'b'],
        summary: 'Two\nlines',
        rank: 1.5,
        sizes: [3, 1, 2],
        isOpen: true,
        opens: '2026-03-01T08:00:00.000Z',
        contact: 'desk@example.org',
        script: 'const a = 1\n',
        data: { b: [1, null, { a: 'é' }], a: true, '€': 1e21 },
        kind: 'two',
        kinds: ['two', 'one'],
        side: 'left',
        text: textToLexical(['First paragraph.', 'Second, with “quotes”.']),
        picture,
        note,
        notes: [note],
        either: { relationTo: 'notes', value: note },
        several: [{ relationTo: 'notes', value: note }],
        rows: [{ words: 'First', count: 1 }, { words: 'Second' }],
        box: { words: 'In a box' },
        inRow: 'In a row',
        inCollapsible: 'In a collapsible',
        inTab: 'In a tab',
        tab: { words: 'In a tab with a name' },
        layout: [
          { blockType: 'quote', words: 'Quoted' },
          { blockType: 'link', note },
        ],
      },
      'chief@example.org',
    )
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    await hold(stranger.payload, 'page', ['pages', String(made.body.doc.id)], { note, picture })
  })
})
