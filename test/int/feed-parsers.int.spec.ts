import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAS_SCHEMAS, ninjsFaults, xmlFaults } from '../helpers/feedSchemas.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { byFeedparser, byFeedsmith, PYTHON, type ReadEntry, type ReadFeed } from '../helpers/readFeed.ts'

/** What parsers that are not ours read in every feed, held against what was put in, by hand. */

const SUMMARY = 'Not <b>bold</b> & not &amp; either'
const NOTICE = "It was <made> up & 'so'.\nAll of it."
const CORRECTION = 'It was 5 < 6 & "so".'
const TITLE = 'Communiqué: 5 < 6 & 7 – “Zoë’s” 🐟 日本'
const AUTHOR = 'António O’Neill & Söhne'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-11-20T12:00:00.000Z')
const made: Record<string, string> = {}

const filed = async (collection: string, body: object) =>
  String((await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })).body.doc.id)

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date(now), env: { FEED_ITEMS: '2' } })
  desk = pieces(newsroom)
  const section = await filed('sections', { name: 'Süd & Ost', slug: 'sued' })
  const topic = await filed('topics', { name: 'R&D <lab>', slug: 'lab' })
  const author = await desk.published('authors', await desk.anAuthor({ displayName: AUTHOR, slug: 'antonio' }))
  const credits = [{ author, role: 'author' }]
  const inIt = { section, topics: [topic], credits }
  const published = async (slug: string, more: object) => {
    const id = await desk.anArticle({ slug, headline: `About ${slug}`, body: aText(`Text of ${slug}.`), ...more })
    made[slug] = await desk.published('articles', id)
    now += 60_000
  }
  const text = aText('1 < 2 & ]]> “q” 日本 🐟')
  await published('plain', { ...inIt, headline: TITLE, standfirst: SUMMARY, body: text })
  await published('old-place', inIt)
  await published('withdrawn', inIt)
  await published('retracted', inIt)
  await published('corrected', inIt)
  await published('elsewhere', {})
  await desk.anArticle({ ...inIt, slug: 'a-draft', headline: 'A draft' })
  now = Date.parse('2026-11-20T13:00:00.000Z')
  await desk.save('articles', String(made['old-place']), { slug: 'new-place' })
  await desk.published('articles', String(made['old-place']))
  const corrections = [{ kind: 'correction', at: new Date(now).toISOString(), text: CORRECTION }]
  await desk.save('articles', String(made.corrected), { body: aText('Put right.'), corrections })
  await desk.published('articles', String(made.corrected))
  await desk.moved('articles', String(made.withdrawn), 'withdraw', 'publisher', { reason: 'A slip.' })
  await desk.moved('articles', String(made.retracted), 'retract', 'publisher', { reason: 'x', notice: NOTICE })
  now += 60_000
}, 300_000)
afterAll(async () => {
  delete process.env.FEED_ITEMS
  await newsroom.close()
})

type Format = 'atom.xml' | 'feed.json' | 'rss.xml'
const TYPES: Readonly<Record<Format, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}

type Reader = { readonly name: string; readonly read: typeof byFeedsmith; readonly format: Format }

const by = (name: string, read: typeof byFeedsmith, ...formats: readonly Format[]): readonly Reader[] =>
  formats.map((format) => ({ name, read, format }))

const READERS = [
  ...by('feedsmith', byFeedsmith, 'rss.xml', 'atom.xml', 'feed.json'),
  ...(PYTHON ? by('feedparser', byFeedparser, 'rss.xml', 'atom.xml') : []),
]

/** Where feeds are, what they are called, and their page. */
const FEEDS = [
  { at: '/feeds', title: '', page: '/', all: true },
  { at: '/feeds/sections/sued', title: 'Süd & Ost – ', page: '/sections/sued', all: false },
  { at: '/feeds/topics/lab', title: 'R&D <lab> – ', page: '/topics/lab', all: false },
  { at: '/feeds/authors/antonio', title: `${AUTHOR} – `, page: '/authors/antonio', all: false },
]

/** Pages from the first to the last, by the links that the parser found. */
async function pagesOf(read: typeof byFeedsmith, at: string, format: Format): Promise<readonly ReadFeed[]> {
  const pages: ReadFeed[] = []
  for (let url: string | null = `${newsroom.url}${at}/${format}`; url !== null; url = pages.at(-1)?.next ?? null) {
    const answer = await fetch(url)
    const type = String(answer.headers.get('content-type'))
    expect([answer.status, type]).toEqual([200, TYPES[format]])
    const page = await read(await answer.text(), type)
    expect([page.faults, page.self]).toEqual([[], url])
    pages.push(page)
  }
  return pages
}

const urn = (slug: string) => `urn:uuid:${String(made[slug])}`
const address = (slug: string) => `${newsroom.url}/articles/${slug}`

function expected(format: Format): Readonly<Record<string, Partial<ReadEntry>>> {
  const isHtml = format === 'rss.xml'
  const filing = { authors: [AUTHOR], tags: ['Süd & Ost', 'R&D <lab>'] }
  return {
    [TITLE]: {
      id: urn('plain'),
      url: address('plain'),
      published: '2026-11-20T12:00:00Z',
      ...filing,
      summary: expect.objectContaining(
        isHtml
          ? { type: 'text/html', value: 'Not &lt;b&gt;bold&lt;/b&gt; &amp; not &amp;amp; either' }
          : { type: 'text/plain', value: SUMMARY },
      ) as object,
      html: '<p>1 &lt; 2 &amp; ]]&gt; “q” 日本 🐟</p>',
    },
    'About old-place': {
      id: urn('old-place'),
      url: address('new-place'),
      published: '2026-11-20T12:01:00Z',
      ...filing,
    },
    'About corrected': {
      id: urn('corrected'),
      url: address('corrected'),
      published: '2026-11-20T12:04:00Z',
      ...filing,
      html: [
        '<p>Put right.</p>',
        '<aside class="correction"><p><strong>Correction</strong> (<time datetime="2026-11-20T13:00:00.000Z">2026-11-20</time>): It was 5 &lt; 6 &amp; &quot;so&quot;.</p></aside>',
      ].join('\n'),
    },
    // Atom has a form of its own for what is gone (RFC 6721), which these parsers do not read.
    ...(format === 'atom.xml'
      ? {}
      : {
          Retracted: {
            id: urn('retracted'),
            url: address('retracted'),
            ...(isHtml ? { published: '2026-11-20T13:00:00Z' } : { updated: '2026-11-20T13:00:00Z' }),
            summary: expect.objectContaining(
              isHtml
                ? { value: "It was &lt;made&gt; up &amp; 'so'.<br />All of it." }
                : { type: 'text/plain', value: NOTICE },
            ) as object,
            html: null,
          },
        }),
  }
}

describe.each(FEEDS)('$at', ({ at, title, page, all }) => {
  it.each(READERS)('is read by $name as it was meant: $format', async ({ read, format }) => {
    const pages = await pagesOf(read, at, format)
    for (const each of pages) expect([each.title, each.page]).toEqual([`${title}Newsroom`, newsroom.url + page])
    const entries = pages.flatMap((each) => each.entries)
    const wanted = expected(format)
    const titles = [...Object.keys(wanted), ...(all ? ['About elsewhere'] : [])]
    expect(entries.map((each) => each.title).sort()).toEqual(titles.sort())
    expect(pages.length).toBe(2)
    for (const [name, piece] of Object.entries(wanted))
      expect(entries.find((each) => each.title === name)).toMatchObject(piece)
    const [plain, corrected] = [TITLE, 'About corrected'].map((name) => entries.find((each) => each.title === name))
    expect(Date.parse(String(plain?.updated))).toBeGreaterThanOrEqual(Date.parse(String(plain?.published)))
    expect(Date.parse(String(corrected?.updated))).toBeGreaterThan(Date.parse('2026-11-20T12:59:59Z'))
  })
})

describe('what the parsers do not read', () => {
  it('has what was retracted as a deleted entry of Atom', async () => {
    const atom = await (await fetch(`${newsroom.url}/feeds/atom.xml`)).text()
    expect(atom).toContain(`<at:deleted-entry ref="${urn('retracted')}" when="2026-11-20T13:00:00.000Z">`)
    expect(atom).toContain('<at:comment>It was &lt;made&gt; up &amp; &apos;so&apos;.')
  })

  it('has each piece in ninjs as what it is', async () => {
    const found: Record<string, unknown>[] = []
    for (let url: string | undefined = `${newsroom.url}/feeds/topics/lab/ninjs.json`; url !== undefined;) {
      const ninjs = (await (await fetch(url)).json()) as {
        altIds: { role: string; value: string }[]
        associations: Record<string, unknown>[]
      }
      if (HAS_SCHEMAS) expect(ninjsFaults(ninjs)).toEqual([])
      found.push(...ninjs.associations)
      url = ninjs.altIds.find(({ role }) => role === 'next')?.value
    }
    const byId = new Map(found.map((each) => [each.uri, each]))
    expect([...byId.keys()].sort()).toEqual(['plain', 'old-place', 'corrected', 'retracted'].map(urn).sort())
    expect(byId.get(urn('plain'))).toMatchObject({
      pubStatus: 'usable',
      title: TITLE,
      firstCreated: '2026-11-20T12:00:00.000Z',
      people: [{ name: AUTHOR, rel: 'author', uri: `${newsroom.url}/authors/antonio` }],
      subjects: [{ name: 'R&D <lab>' }],
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: SUMMARY }],
    })
    expect(byId.get(urn('corrected'))).toMatchObject({ edNote: `correction: ${CORRECTION}` })
    expect(byId.get(urn('retracted'))).toMatchObject({ pubStatus: 'canceled', edNote: NOTICE })
    expect(byId.get(urn('old-place'))).toMatchObject({
      altIds: expect.arrayContaining([{ role: 'url', value: address('new-place') }]) as object,
    })
  })

  it.skipIf(!HAS_SCHEMAS)('keeps to the schemas, on every page', async () => {
    for (const { at } of FEEDS) {
      for (const { self } of await pagesOf(byFeedsmith, at, 'atom.xml'))
        expect(await xmlFaults('atom', await (await fetch(String(self))).text())).toEqual([])
    }
    for (const path of ['/news-sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/articles-2026-11.xml'])
      expect(await xmlFaults('sitemap', await (await fetch(newsroom.url + path)).text()), path).toEqual([])
    expect(await xmlFaults('siteindex', await (await fetch(`${newsroom.url}/sitemap.xml`)).text())).toEqual([])
  })
})
