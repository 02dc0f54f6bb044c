import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Feed, FeedItem } from '../../../src/feeds/Feed.ts'
import { writeAtom } from '../../../src/feeds/writeAtom.ts'
import { writeJsonFeed } from '../../../src/feeds/writeJsonFeed.ts'
import { writeNinjs } from '../../../src/feeds/writeNinjs.ts'
import { writeRss } from '../../../src/feeds/writeRss.ts'
import { HAS_SCHEMAS, ninjsFaults, xmlFaults } from '../../helpers/feedSchemas.ts'
import { given } from '../../helpers/given.ts'

/** Each format by a parser that is not ours, and against its schema. What it should say is worked out from the formats. */

const ID = 'urn:uuid:2f1b0c6e-8a54-4d3e-9d0e-8f3b1a2c4d5e'
const TITLE = 'Fish & <chips> “today” 👩‍🚀 مرحبا ]]> \u0007'
/** XML 1.0 has no way to write a bell. */
const PRINTED = TITLE.replace('\u0007', '\uFFFD')

const item: FeedItem = {
  id: ID,
  document: { collection: 'articles', id: '2f1b0c6e-8a54-4d3e-9d0e-8f3b1a2c4d5e', slug: 'fish' },
  url: 'https://news.example.org/articles/fish',
  title: TITLE,
  summary: 'A & B',
  html: '<p>1 &lt; 2 &amp; <a href="https://example.org/?a=1&amp;b=2">more</a></p>',
  published: '2026-11-24T09:30:00.000Z',
  updated: '2026-11-25T10:00:00.000Z',
  language: 'en',
  authors: [{ name: 'Paul Wang', url: 'https://news.example.org/authors/paul-wang' }, { name: 'Anna O’Neil' }],
  byline: 'Paul Wang and Anna O’Neil',
  dateline: 'Geneva',
  section: 'World',
  genre: 'report',
  topics: ['Fish', 'R&D'],
  places: ['Geneva'],
  wordCount: 4,
  picture: {
    id: 'urn:uuid:11111111-2222-4333-8444-555555555555',
    src: 'https://news.example.org/api/media/file/a%20b.jpg',
    alt: 'A fish',
    width: 1600,
    height: 900,
    type: 'image/jpeg',
    sources: [],
    caption: 'A caption',
    credit: 'Somebody',
    language: {},
  },
  corrections: [{ kind: 'correction', text: 'It was 2015.', at: '2026-11-25T10:00:00.000Z' }],
}

const feed: Feed = {
  id: 'urn:uuid:99999999-2222-4333-8444-555555555555',
  title: 'The & Times',
  description: 'News',
  publisher: 'The & Times',
  language: 'en',
  page: 'https://news.example.org/',
  self: 'https://news.example.org/feeds/x',
  first: 'https://news.example.org/feeds/x',
  next: 'https://news.example.org/feeds/x?after=abc',
  hub: 'https://hub.example.org/',
  updated: '2026-11-26T00:00:00.000Z',
  items: [item],
  retractions: [
    {
      id: 'urn:uuid:77777777-2222-4333-8444-555555555555',
      url: 'https://news.example.org/articles/gone',
      notice: 'It was <wrong>.',
      at: '2026-11-26T00:00:00.000Z',
    },
  ],
}

const bare: Feed = { ...feed, items: [], retractions: [], next: undefined, hub: undefined }

describe('RSS 2.0', () => {
  it('is read by feedsmith as it was meant', () => {
    const read = parseRssFeed(writeRss(feed))
    expect([read.title, read.link, read.language]).toEqual(['The & Times', 'https://news.example.org/', 'en'])
    expect(read.items).toHaveLength(2)
    const [gone, own] = given(read.items)
    expect(gone).toMatchObject({ title: 'Retracted', description: 'It was &lt;wrong&gt;.' })
    expect(gone?.guid).toEqual({ value: feed.retractions[0]?.id, isPermaLink: false })
    expect(own).toMatchObject({
      title: PRINTED,
      link: item.url,
      guid: { value: ID, isPermaLink: false },
      pubDate: 'Tue, 24 Nov 2026 09:30:00 GMT',
      // Of `description` readers take HTML.
      description: 'A &amp; B',
      content: { encoded: item.html },
    })
    expect(own?.dc?.creators).toEqual(['Paul Wang', 'Anna O’Neil'])
    expect(own?.categories?.map(({ name }) => name)).toEqual(['World', 'Fish', 'R&D'])
    expect(own?.media?.contents).toMatchObject([{ url: item.picture?.src, type: 'image/jpeg', width: 1600 }])
    // RSS has e-mail addresses in `author`.
    expect(own?.authors).toBeUndefined()
  })

  it('names itself, its next page and its hub', () => {
    const links = given(parseRssFeed(writeRss(feed)).atom?.links).map(({ rel, href }) => [rel, href])
    expect(Object.fromEntries(links)).toEqual({
      self: feed.self,
      first: feed.first,
      next: feed.next,
      hub: 'https://hub.example.org/',
    })
  })

  it('has nothing in it when nothing is public', () => {
    expect(writeRss(bare)).not.toContain('<item')
  })
})

describe('Atom', () => {
  it('is read by feedsmith as it was meant', () => {
    const read = parseAtomFeed(writeAtom(feed))
    expect(read).toMatchObject({ id: feed.id, title: { value: 'The & Times' }, updated: feed.updated })
    const [entry] = given(read.entries)
    expect(entry).toMatchObject({
      id: ID,
      title: { value: PRINTED },
      published: item.published,
      updated: item.updated,
      summary: { value: 'A & B' },
      content: { type: 'html', value: item.html },
    })
    expect(entry?.authors).toEqual([
      { name: 'Paul Wang', uri: 'https://news.example.org/authors/paul-wang' },
      { name: 'Anna O’Neil' },
    ])
    expect(entry?.links?.find(({ rel }) => rel === 'alternate')?.href).toBe(item.url)
  })

  it('says what was retracted as RFC 6721 has it', () => {
    expect(writeAtom(feed)).toContain(
      '<at:deleted-entry ref="urn:uuid:77777777-2222-4333-8444-555555555555" when="2026-11-26T00:00:00.000Z"><at:comment>It was &lt;wrong&gt;.</at:comment>',
    )
  })

  it.skipIf(!HAS_SCHEMAS).each([
    ['with everything', feed],
    ['with nothing', bare],
    ['with excerpts', { ...feed, items: [{ ...item, html: undefined }] }],
    ['without names', { ...feed, items: [{ ...item, authors: [], section: undefined, topics: [] }] }],
  ])('keeps to RFC 4287, %s', async (_, each) => {
    expect(await xmlFaults('atom', writeAtom(each))).toEqual([])
  })

  it.skipIf(!HAS_SCHEMAS)('would not with an entry that has no id', async () => {
    expect(await xmlFaults('atom', writeAtom(feed).replace(/<id>[^<]*<\/id>/, ''))).not.toEqual([])
  })
})

describe('JSON Feed 1.1', () => {
  it('is read by feedsmith as it was meant', () => {
    const read = parseJsonFeed(writeJsonFeed(feed))
    expect(read).toMatchObject({ title: 'The & Times', next_url: feed.next, hubs: [{ type: 'WebSub' }] })
    expect(read.items).toMatchObject([
      { id: feed.retractions[0]?.id, content_text: 'It was <wrong>.' },
      { id: ID, url: item.url, title: TITLE, content_html: item.html, tags: ['World', 'Fish', 'R&D'] },
    ])
  })

  it('has one of the two contents in each item, no nulls, and extensions under a name of their own', () => {
    for (const each of [
      feed,
      { ...feed, items: [{ ...item, html: undefined as never, summary: undefined as never }] },
    ]) {
      const written = writeJsonFeed(each)
      const { version, items, ...more } = JSON.parse(written) as { version: string; items: object[] }
      expect(version).toBe('https://jsonfeed.org/version/1.1')
      expect(written).not.toContain(':null')
      expect(more).not.toHaveProperty('author')
      for (const one of items) {
        expect(Object.keys(one).filter((name) => ['content_html', 'content_text'].includes(name))).toHaveLength(1)
        expect(one).toHaveProperty('id', expect.any(String))
      }
    }
  })
})

describe('ninjs 3.1', () => {
  it.skipIf(!HAS_SCHEMAS).each([
    ['with everything', feed],
    ['with nothing', bare],
    ['with excerpts', { ...feed, items: [{ ...item, html: undefined }] }],
  ])('keeps to its schema, %s', (_, each) => {
    expect(ninjsFaults(JSON.parse(writeNinjs(each)))).toEqual([])
  })

  it.skipIf(!HAS_SCHEMAS)('would not with a field of our own', () => {
    expect(ninjsFaults({ ...(JSON.parse(writeNinjs(feed)) as object), headline: 'x' })).not.toEqual([])
  })

  it('calls what was retracted cancelled, by the uri that it had', () => {
    const { associations } = JSON.parse(writeNinjs(feed)) as { associations: object[] }
    expect(associations.at(-1)).toMatchObject({ uri: feed.retractions[0]?.id, pubStatus: 'canceled', type: 'text' })
  })
})
