import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAS_SCHEMAS, ninjsFaults, xmlFaults } from '../helpers/feedSchemas.ts'
import { given } from '../helpers/given.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

/** Feeds and sitemaps over real HTTP: each piece is what it is for readers, in every format. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-11-20T12:00:00.000Z')

type Item = {
  readonly id: string
  readonly url: string | undefined
  readonly title: string | undefined
  readonly says: string
}

/** A feed by a parser that is not ours, in one form for all formats. */
const READ: Readonly<Record<string, (text: string) => readonly Item[]>> = {
  'rss.xml': (text) =>
    (parseRssFeed(text).items ?? []).map((each) => ({
      id: String(each.guid?.value),
      url: each.link,
      title: each.title,
      says: JSON.stringify(each),
    })),
  'atom.xml': (text) =>
    (parseAtomFeed(text).entries ?? []).map((each) => ({
      id: String(each.id),
      url: each.links?.[0]?.href,
      title: each.title?.value,
      says: JSON.stringify(each),
    })),
  'feed.json': (text) =>
    (parseJsonFeed(text).items ?? []).map((each) => ({
      id: String(each.id),
      url: each.url,
      title: each.title,
      says: JSON.stringify(each),
    })),
  'ninjs.json': (text) =>
    (
      JSON.parse(text) as { associations: { uri: string; title?: string; altIds: { role: string; value: string }[] }[] }
    ).associations.map((each) => ({
      id: each.uri,
      url: each.altIds.find(({ role }) => role === 'url')?.value,
      title: each.title,
      says: JSON.stringify(each),
    })),
}
const FORMATS = Object.keys(READ)

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(newsroom.url + path, { headers, redirect: 'manual' })
const textOf = async (path: string) => (await get(path)).text()
const itemsOf = async (name: string, at = '/feeds') => given(READ[name])(await textOf(`${at}/${name}`))

const filed = async (collection: string, slug: string) => {
  const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { name: slug, slug } })
  return String(answer.body.doc.id)
}
const anArticle = async (slug: string, more: object = {}) =>
  desk.anArticle({ slug, headline: `About ${slug}`, body: aText(`The text of ${slug}.`), ...more })
const published = async (slug: string, more: object = {}) => desk.published('articles', await anArticle(slug, more))

beforeAll(async () => {
  newsroom = await openNewsroom({
    now: () => new Date(now),
    env: { WEBSUB_HUB: 'https://hub.example.org/', FEED_ITEMS: '6' },
  })
  desk = pieces(newsroom)
})
afterAll(async () => {
  await newsroom.close()
})

describe('what stands in feeds', () => {
  const made: Record<string, string> = {}

  beforeAll(async () => {
    const world = await filed('sections', 'world')
    const fish = await filed('topics', 'fish')
    made.draft = await anArticle('a-draft', { section: world })
    made.waiting = await desk.approved('articles', await anArticle('waiting', { section: world }))
    made.plain = await published('plain', { section: world, topics: [fish] })
    now += 60_000
    made.elsewhere = await published('elsewhere')
    made.moved = await published('old-place', { section: world })
    made.withdrawn = await published('withdrawn', { section: world })
    made.retracted = await published('retracted', { section: world, topics: [fish] })
    made.corrected = await published('corrected', { section: world })
    made.embargoed = await anArticle('embargoed', {
      section: world,
      embargoUntil: new Date(now + 3_600_000).toISOString(),
    })
  })

  it.each(FORMATS)('%s has what is public, newest first, and nothing of what is not', async (name) => {
    const items = await itemsOf(name)
    expect(items.map(({ title }) => title).sort()).toEqual(
      [
        'About corrected',
        'About elsewhere',
        'About old-place',
        'About plain',
        'About retracted',
        'About withdrawn',
      ].sort(),
    )
    expect(items.at(-1)?.title).toBe('About plain')
    const text = await textOf(`/feeds/${name}`)
    for (const hidden of ['a-draft', 'waiting', 'embargoed']) expect(text).not.toContain(hidden)
    expect(items.at(-1)?.says).toContain('The text of plain.')
  })

  it.each(FORMATS)('%s of a section and of a topic has what is filed there', async (name) => {
    const titles = async (at: string) => (await itemsOf(name, at)).map(({ title }) => title).sort()
    expect(await titles('/feeds/sections/world')).toEqual(
      ['About corrected', 'About old-place', 'About plain', 'About retracted', 'About withdrawn'].sort(),
    )
    expect(await titles('/feeds/topics/fish')).toEqual(['About plain', 'About retracted'])
  })

  it.each(FORMATS)('%s of an author has what they wrote', async (name) => {
    const { body } = await newsroom.ask('GET', `/api/authors/${await desk.publicAuthor()}`)
    expect(await itemsOf(name, `/feeds/authors/${String(body.slug)}`)).toHaveLength(6)
  })

  it('names a piece in the same way in every format, by its own id', async () => {
    const ids = await Promise.all(FORMATS.map(async (name) => (await itemsOf(name)).map(({ id }) => id)))
    for (const each of ids) expect([...each].sort()).toEqual([...given(ids[0])].sort())
    for (const id of given(ids[0])) expect(id).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  })

  it('knows a piece again that was corrected and moved; one that was withdrawn is gone, one that was retracted says so', async () => {
    const before = new Map(await Promise.all(FORMATS.map(async (name) => [name, await itemsOf(name)] as const)))
    now += 60_000
    const id = (slug: string) => String(made[slug])
    await desk.save('articles', id('moved'), { slug: 'new-place' })
    await desk.published('articles', id('moved'))
    await desk.save('articles', id('corrected'), {
      body: aText('The text put right.'),
      corrections: [{ kind: 'correction', at: new Date(now).toISOString(), text: 'It was the other way round.' }],
    })
    await desk.published('articles', id('corrected'))
    await desk.moved('articles', id('withdrawn'), 'withdraw', 'publisher', { reason: 'A slip.' })
    await desk.moved('articles', id('retracted'), 'retract', 'publisher', {
      reason: 'Made up.',
      notice: 'It was <made> up.',
    })
    for (const name of FORMATS) {
      const [was, is] = [given(before.get(name)), await itemsOf(name)]
      const idOf = (title: string) => was.find((each) => each.title === title)?.id
      const now = (title: string) => is.find(({ id }) => id === idOf(title))
      expect(now('About old-place')?.url, name).toBe(`${newsroom.url}/articles/new-place`)
      expect(now('About corrected')?.says, name).toContain('It was the other way round.')
      expect(now('About corrected')?.says, name).toContain('The text put right.')
      expect(now('About withdrawn'), name).toBeUndefined()
      expect(JSON.stringify(is), name).not.toContain('A slip.')
      const said = await textOf(`/feeds/${name}`)
      for (const secret of ['Made up.', 'The text of retracted.', 'About retracted'])
        expect(said, name).not.toContain(secret)
      expect(said, name).toContain(String(idOf('About retracted')))
      // RSS has HTML there.
      const plain = said.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      expect(plain, name).toContain('It was <made> up.')
      const narrowed = await textOf(`/feeds/topics/fish/${name}`)
      expect(narrowed, name).toContain(String(idOf('About retracted')))
      expect(await textOf(`/feeds/authors/nobody/${name}`)).not.toContain('made')
    }
  })

  it('says nothing of a retraction where the piece was not filed', async () => {
    await filed('topics', 'empty')
    for (const name of FORMATS) expect(await textOf(`/feeds/topics/empty/${name}`)).not.toContain('made')
  })

  it.skipIf(!HAS_SCHEMAS)('keeps to the schemas', async () => {
    for (const at of ['/feeds', '/feeds/sections/world', '/feeds/topics/empty']) {
      expect(await xmlFaults('atom', await textOf(`${at}/atom.xml`))).toEqual([])
      expect(ninjsFaults(JSON.parse(await textOf(`${at}/ninjs.json`)))).toEqual([])
    }
  })
})

describe('corrections', () => {
  it('are told in a list and as feeds, newest first, with what was retracted and nothing of it', async () => {
    const { body } = await newsroom.ask('GET', '/api/corrections')
    const entries = body.docs as { kind: string; text: string; piece: { slug: string; headline?: string } }[]
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['correction', 'retraction'])
    const byKind = Object.fromEntries(entries.map((each) => [each.kind, each]))
    expect(byKind.correction).toMatchObject({
      text: 'It was the other way round.',
      piece: { collection: 'articles', slug: 'corrected', headline: 'About corrected' },
    })
    expect(byKind.retraction).toMatchObject({ text: 'It was <made> up.', piece: { slug: 'retracted' } })
    expect(JSON.stringify(body)).not.toContain('About retracted')
    expect((await newsroom.ask('GET', '/api/corrections?limit=1')).body.docs).toHaveLength(1)
    const rss = parseRssFeed(await textOf('/feeds/corrections.xml')).items
    expect(rss?.map(({ title }) => title).sort()).toEqual(['Correction: About corrected', 'Retraction'])
    const json = parseJsonFeed(await textOf('/feeds/corrections.json')).items
    expect(json?.map(({ id }) => id).sort()).toEqual(rss?.map(({ guid }) => guid?.value).sort())
  })

  it('tell of people and teasers that were retracted', async () => {
    const teaser = await newsroom.ask('POST', '/api/news-teasers', {
      as: 'editor',
      body: {
        headline: 'About a teaser',
        slug: 'a-teaser',
        excerpt: 'What happened.',
        target: { kind: 'external', url: 'https://example.org/', sourceName: 'Example' },
      },
    })
    const pieces = [
      ['authors', await desk.anAuthor({ slug: 'nobody-real' }), '/authors/nobody-real'],
      ['news-teasers', String(teaser.body.doc.id), '/'],
    ] as const
    for (const [collection, id, page] of pieces) {
      await desk.published(collection, id)
      await desk.moved(collection, id, 'retract', 'publisher', { notice: `No ${collection}.` })
      const { body } = await newsroom.ask('GET', '/api/corrections')
      const piece = expect.objectContaining({ collection, id, url: `${newsroom.url}${page}` }) as object
      expect(body.docs).toContainEqual(
        expect.objectContaining({ kind: 'retraction', text: `No ${collection}.`, piece }),
      )
      expect(JSON.stringify(parseRssFeed(await textOf('/feeds/corrections.xml')))).toContain(`No ${collection}.`)
    }
  })

  it.each([
    ['GET', '/api/corrections?limit=0', 400, 'invalid_value'],
    ['GET', '/api/corrections?limit=101', 400, 'invalid_value'],
    ['GET', '/api/corrections?limit=1&limit=2', 400, 'invalid_value'],
    ['GET', '/api/corrections?page=2', 400, 'unknown_parameter'],
    ['GET', '/feeds/corrections.xml?limit=1', 400, 'unknown_parameter'],
    ['POST', '/api/corrections', 405, 'method_not_allowed'],
  ])('%s %s is %s %s', async (method, path, status, code) => {
    const answer = await newsroom.ask(method, path)
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
  })
})

describe('pages of a feed', () => {
  it('have each piece once, also when one comes out in between', async () => {
    const at = now
    for (const count of [1, 2, 3, 4]) await published(`many-${String(count)}`)
    const first = parseJsonFeed(await textOf('/feeds/feed.json'))
    // Six articles, and what was retracted since the last of them came out.
    expect(first.items).toHaveLength(7)
    now = at + 60_000
    await published('in-between')
    const next = String(first.next_url).replace(newsroom.url, '')
    const second = parseJsonFeed(await textOf(next))
    const ids = [...given(first.items), ...given(second.items)].map((each) => each.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(9)
    expect(second.next_url).toBeUndefined()
    const [, cursor] = next.split('?')
    const links = parseAtomFeed(await textOf(`/feeds/atom.xml?${String(cursor)}`)).links
    expect(links?.find(({ rel }) => rel === 'first')?.href).toBe(`${newsroom.url}/feeds/atom.xml`)
    expect(parseRssFeed(await textOf(`/feeds/rss.xml?${String(cursor)}`)).items).toHaveLength(2)
  })
})

describe('sitemaps', () => {
  it('lead from the index to every public page, with when it changed', async () => {
    const robots = await textOf('/robots.txt')
    expect(robots).toContain(`Sitemap: ${newsroom.url}/sitemap.xml`)
    const index = await textOf('/sitemap.xml')
    if (HAS_SCHEMAS) expect(await xmlFaults('siteindex', index)).toEqual([])
    const addresses = [...index.matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod>/g)].map(([, loc]) =>
      String(loc),
    )
    expect(addresses.map((each) => each.replace(newsroom.url, ''))).toEqual([
      '/sitemaps/pages.xml',
      '/sitemaps/articles-2026-11.xml',
    ])
    const [pages, articles] = await Promise.all(addresses.map((each) => textOf(each.replace(newsroom.url, ''))))
    if (HAS_SCHEMAS) for (const each of [pages, articles]) expect(await xmlFaults('sitemap', String(each))).toEqual([])
    expect(pages).toContain(`<loc>${newsroom.url}/</loc>`)
    expect(pages).toContain('/authors/')
    expect(articles).toContain(`<loc>${newsroom.url}/articles/new-place</loc>`)
    for (const gone of ['old-place', 'withdrawn', 'retracted', 'a-draft', 'embargoed', 'waiting'])
      expect(articles).not.toContain(`/articles/${gone}<`)
  })

  it('has for Google News what came out within two days', async () => {
    const news = await textOf('/news-sitemap.xml')
    if (HAS_SCHEMAS) expect(await xmlFaults('sitemap', news)).toEqual([])
    expect(news).toContain('<news:title>About plain</news:title>')
    expect(news).toContain('<news:language>en</news:language>')
    now += 49 * 3_600_000
    await published('fresh')
    const later = await textOf('/news-sitemap.xml')
    expect([...later.matchAll(/<news:title>([^<]+)/g)].map(([, title]) => title)).toEqual(['About fresh'])
  })
})

describe('an answer', () => {
  it('may be kept by caches, and is told by its tag, its date and its digest', async () => {
    for (const path of ['/feeds/rss.xml', '/feeds/sections/world/atom.xml', '/feeds/feed.json', '/sitemap.xml']) {
      const first = await get(path)
      expect(first.status, path).toBe(200)
      expect(first.headers.get('cache-control')).toContain('public')
      expect(first.headers.get('repr-digest')).toMatch(/^sha-256=:/)
      expect(first.headers.get('surrogate-key')?.split(' ')).toContain('articles')
      const etag = String(first.headers.get('etag'))
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
      const since = String(first.headers.get('last-modified'))
      expect((await get(path, { 'if-modified-since': since })).status).toBe(304)
      const head = await fetch(newsroom.url + path, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag')]).toEqual([200, etag])
    }
  })

  it('is another one when, and only when, something in it changed', async () => {
    const path = '/feeds/atom.xml'
    const etag = async () => (await get(path)).headers.get('etag')
    const before = await etag()
    const draft = await anArticle('nobody-sees-this')
    await desk.save('articles', draft, { headline: 'Nobody sees this' })
    expect(await etag()).toBe(before)
    await desk.published('articles', draft)
    expect(await etag()).not.toBe(before)
    await desk.moved('articles', draft, 'retract', 'publisher', { reason: 'x', notice: 'It never was.' })
    expect(await textOf(path)).toContain('It never was.')
  })

  it('names the hub where one is set', async () => {
    const answer = await get('/feeds/rss.xml')
    expect(answer.headers.get('link')).toBe(
      `<https://hub.example.org/>; rel="hub", <${newsroom.url}/feeds/rss.xml>; rel="self"`,
    )
    expect(await answer.text()).toContain('rel="hub"')
  })

  it.each([
    ['/feeds/rss.xml?page=2', 400, 'unknown_parameter'],
    ['/sitemap.xml?after=x', 400, 'unknown_parameter'],
    ['/feeds/rss.xml?after=x', 400, 'invalid_value'],
    ['/feeds/rss.xml?after=', 400, 'invalid_value'],
    ['/feeds/rss.xml?after=a&after=b', 400, 'invalid_value'],
    ['/feeds/rdf.xml', 404, 'not_found'],
    ['/feeds/', 404, 'not_found'],
    ['/feeds/places/x/rss.xml', 404, 'not_found'],
    ['/feeds/sections/nosuch/rss.xml', 404, 'not_found'],
    ['/feeds/authors/nosuch/feed.json', 404, 'not_found'],
    ['/feeds/sections/%E0%A4%A/rss.xml', 400, 'invalid_value'],
    ['/sitemaps/articles-2020-01.xml', 404, 'not_found'],
    ['/sitemaps/articles-2026-13.xml', 404, 'not_found'],
  ])('%s is %s %s', async (path, status, code) => {
    const answer = await newsroom.ask('GET', path)
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
  })

  it('leads from a slug that a person had before to the present one', async () => {
    const author = await desk.published('authors', await desk.anAuthor({ slug: 'before' }))
    await desk.save('authors', author, { slug: 'now' })
    await desk.published('authors', author)
    const answer = await get('/feeds/authors/before/atom.xml')
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/feeds/authors/now/atom.xml'])
    await desk.moved('authors', author, 'retract', 'publisher', { reason: 'x', notice: 'There is no such person.' })
    const gone = await newsroom.ask('GET', '/feeds/authors/now/atom.xml')
    expect([gone.status, codesOf(gone)]).toEqual([410, ['retracted']])
    expect(gone.body.errors[0].notice).toBe('There is no such person.')
  })

  it('to somebody who is logged in is the same, and for nobody else', async () => {
    const answer = await newsroom.ask('GET', '/feeds/feed.json', { as: 'editor' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(JSON.stringify(answer.body)).not.toContain('embargoed')
  })

  it('to anything but a read is 405', async () => {
    const answer = await newsroom.ask('POST', '/feeds/rss.xml', { body: {} })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})
