import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyNode } from '../helpers/everyNode.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

/** What readers can ask for beyond Payload's own parameters: texts in another form, filters by slug, places in a list. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-11-20T12:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date(now) })
  desk = pieces(newsroom)
})
afterAll(async () => newsroom.close())

const get = (path: string) => newsroom.ask('GET', path)

describe('?body=', () => {
  let id: string
  let hidden: string

  beforeAll(async () => {
    const other = await desk.published('articles', await desk.anArticle({ headline: 'The other', slug: 'the-other' }))
    hidden = await desk.anArticle({ headline: 'Nobody knows this', slug: 'nobody-knows-this' })
    const author = await desk.publicAuthor()
    const picture = (await aPicture(newsroom)).id
    id = await desk.anArticle({
      slug: 'every',
      headline: 'Every',
      body: everyNode({ picture, article: other, author }),
    })
    await desk.published('articles', id)
  })

  it.each([
    ['by id', () => `/api/articles/${id}?`],
    ['by slug', () => '/api/articles/by-slug/every?'],
    ['in a list', () => '/api/articles?where[slug][equals]=every&'],
  ])('gives the text %s as HTML, Markdown and plain text, at every depth', async (_, address) => {
    for (const depth of ['', '&depth=0', '&depth=1', '&depth=2']) {
      const body = async (form: string) => {
        const answer = await get(`${address()}body=${form}${depth}`)
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        return (answer.body.docs?.[0] ?? answer.body).body as unknown
      }
      const html = await body('html')
      expect(html).toContain('<h2 id="h-a-heading">A heading</h2>')
      expect(html).toContain('href="/articles/the-other" data-collection="articles" data-slug="the-other"')
      expect(html).toMatch(/<img src="http[^"]+\/api\/media\/file\//)
      expect(await body('markdown')).toContain('## A heading')
      expect(await body('text')).toContain('A heading\n\nA smaller one')
      expect(await body('lexical')).toMatchObject({ root: { type: 'root' } })
    }
  })

  it('keeps to what populate and select say of everything else', async () => {
    const { body } = await get(
      `/api/articles/${id}?body=html&depth=1&select[body]=true&populate[articles][headline]=true`,
    )
    expect(Object.keys(body as object).sort()).toEqual(['body', 'id'])
    expect(body.body).toContain('data-slug="the-other"')
    expect((await get(`/api/articles/${id}?body=html&select[headline]=true`)).body).not.toHaveProperty('body')
  })

  it('has a field beside the text in GraphQL', async () => {
    const query = `query ($slug: String!) { Articles(where: { slug: { equals: $slug } }) {
      docs { html: bodyAs(form: HTML) text: bodyAs(form: TEXT) credits { author { biographyAs(form: MARKDOWN) } } }
    } }`
    const { body } = await newsroom.graphql(query, { slug: 'every' })
    const [doc] = body.data.Articles.docs as { html: string; text: string; credits: { author: object }[] }[]
    expect(doc?.html).toContain('data-slug="the-other"')
    expect(doc?.text).toContain('A heading')
    expect(doc?.credits[0]?.author).toEqual({ biographyAs: 'A life.' })
    const odd = await newsroom.graphql('{ Articles { docs { bodyAs(form: LEXICAL) } } }')
    expect(odd.status).toBe(400)
    const without = await newsroom.graphql('{ Articles { docs { bodyAs } } }')
    expect(without.status).toBe(400)
  })

  // Guard: `extensions` in textForms.ts.
  it('has the text of the revision that is asked for, in whatever way', async () => {
    const newer = await desk.published('articles', await desk.anArticle({ body: aText('What was out.') }))
    await desk.save('articles', newer, { body: aText('What is to come.') })
    const text = async (asked: string) => {
      const query = `{ Articles(where: { id: { equals: "${newer}" } }${asked}) { docs { bodyAs(form: TEXT) } } }`
      const { body } = await newsroom.ask('POST', '/api/graphql', { as: 'editor', body: { query } })
      return body.data.Articles.docs as unknown
    }
    for (const select of ['', ', select: true']) {
      expect(await text(`, draft: true${select}`)).toEqual([{ bodyAs: 'What is to come.' }])
      expect(await text(select)).toEqual([{ bodyAs: 'What was out.' }])
    }
  })

  it('gives biographies, too', async () => {
    const { body } = await get(`/api/authors/${await desk.publicAuthor()}?body=html`)
    expect(body.biography).toBe('<p>A life.</p>')
  })

  it('keeps the form through a redirect', async () => {
    await desk.save('articles', id, { slug: 'every-one' })
    await desk.published('articles', id)
    const answer = await get('/api/articles/by-slug/every?body=html')
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/api/articles/by-slug/every-one?body=html'])
    await desk.save('articles', id, { slug: 'every' })
    await desk.published('articles', id)
  })

  it('changes with a document that the text refers to, and is kept until then', async () => {
    const address = `/api/articles/${id}?body=html&depth=0`
    const etag = async () => (await get(address)).headers.get('etag')
    const before = await etag()
    expect(await etag()).toBe(before)
    const { docs } = (await get('/api/articles?where[slug][equals]=the-other')).body
    await desk.save('articles', String(docs[0].id), { slug: 'elsewhere' })
    await desk.published('articles', String(docs[0].id))
    expect((await get(address)).body.body).toContain('href="/articles/elsewhere"')
  })

  it('leads to no piece that is not public any more', async () => {
    const linked = await desk.published('articles', await desk.anArticle({ slug: 'linked', headline: 'Linked' }))
    const picture = (await aPicture(newsroom)).id
    const author = await desk.publicAuthor()
    const from = await desk.anArticle({ body: everyNode({ picture, article: linked, author }) })
    await desk.published('articles', from)
    const html = async () => String((await get(`/api/articles/${from}?body=html`)).body.body)
    expect(await html()).toContain('data-slug="linked"')
    await desk.moved('articles', linked, 'withdraw', 'publisher', { reason: 'x' })
    const without = await html()
    expect(without).toContain('an article')
    expect(without).not.toMatch(/linked|Linked/)
  })

  it('is no part of what is signed: proof and digest are of the text as it is stored', async () => {
    const proof = async (path: string) => (await get(path)).body.digest as unknown
    const before = await proof(`/api/articles/${id}/imprimatur`)
    await get(`/api/articles/${id}?body=html`)
    expect(await proof(`/api/articles/${id}/imprimatur`)).toBe(before)
    const staff = await newsroom.ask('GET', `/api/articles/${id}?body=html&draft=true`, { as: 'editor' })
    expect(staff.body.body).toContain('<h2 id="h-a-heading">')
    expect(staff.headers.get('cache-control')).toBe('private, no-store')
  })

  it.each([
    ['/api/articles?body=docx', 400, 'invalid_value'],
    ['/api/articles?body=', 400, 'invalid_value'],
    ['/api/articles?body=html&body=text', 400, 'invalid_value'],
    ['/api/articles?body[html]=1', 400, 'invalid_value'],
    ['/api/articles/count?body=html', 400, 'unknown_parameter'],
    ['/api/sections?body=html', 400, 'unknown_parameter'],
    ['/api/news-teasers?body=html', 400, 'unknown_parameter'],
    ['/api/globals/front?body=html', 400, 'unknown_parameter'],
  ])('%s is %s %s', async (path, status, code) => {
    const answer = await get(path)
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
    const staff = await newsroom.ask('GET', path, { as: 'editor' })
    expect(staff.status).toBe(status)
  })

  it('of what is hidden is 404 as ever', async () => {
    expect((await get(`/api/articles/${hidden}?body=html`)).status).toBe(404)
  })
})

describe('filters by what a piece refers to', () => {
  const slugs = async (query: string) =>
    ((await get(`/api/articles?${query}&limit=100`)).body.docs as { slug: string }[]).map(({ slug }) => slug).sort()
  const filed = async (collection: string, slug: string, more: object = {}) => {
    const made = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { name: slug, slug, ...more } })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return String(made.body.doc.id)
  }
  let world: string
  let hiddenAuthor: string

  beforeAll(async () => {
    world = await filed('sections', 'world')
    const sports = await filed('sections', 'sports')
    const [fish, law] = [await filed('topics', 'fish'), await filed('topics', 'law')]
    const geneva = await filed('places', 'geneva', { kind: 'place', countryCode: 'CH' })
    const writer = await desk.published('authors', await desk.anAuthor({ displayName: 'A Writer', slug: 'a-writer' }))
    hiddenAuthor = await desk.published('authors', await desk.anAuthor({ displayName: 'Gone', slug: 'gone-author' }))
    const make = async (slug: string, more: object) =>
      desk.published('articles', await desk.anArticle({ slug, headline: slug, ...more }))
    await make('f-one', { section: world, topics: [fish, law], places: [geneva] })
    await make('f-two', { section: sports, topics: [law], credits: [{ author: writer, role: 'author' }] })
    await make('f-three', {
      section: world,
      credits: [
        { author: hiddenAuthor, role: 'author' },
        { author: writer, role: 'editor' },
      ],
    })
    await desk.anArticle({ slug: 'f-draft', section: world, topics: [fish] })
  })

  it.each([
    ['where[section.slug][equals]=world', ['f-one', 'f-three']],
    ['where[section.slug][in]=world,sports', ['f-one', 'f-three', 'f-two']],
    ['where[section.slug][equals]=nosuch', []],
    ['where[section.slug][in]=nosuch,sports', ['f-two']],
    ['where[topics.slug][equals]=fish', ['f-one']],
    ['where[topics.slug][in]=fish,law', ['f-one', 'f-two']],
    ['where[places.slug][equals]=geneva', ['f-one']],
    ['where[credits.author.slug][equals]=a-writer', ['f-three', 'f-two']],
    ['where[section.slug][equals]=world&where[credits.author.slug][equals]=a-writer', ['f-three']],
    ['where[or][0][topics.slug][equals]=fish&where[or][1][section.slug][equals]=sports', ['f-one', 'f-two']],
    ['where[section.slug][not_equals]=world&where[slug][in]=f-one,f-two', ['f-two']],
    ['where[section.slug][not_equals]=nosuch&where[slug][in]=f-one,f-two', ['f-one', 'f-two']],
    ['where[and][0][section.slug][not_equals]=nosuch&where[and][1][topics.slug][equals]=fish', ['f-one']],
    ['where[or][0][topics.slug][equals]=nosuch&where[or][1][section.slug][equals]=sports', ['f-two']],
  ])('%s', async (query, expected) => {
    expect(await slugs(query)).toEqual(expected)
    const { body } = await get(`/api/articles/count?${query}`)
    expect(body).toEqual({ totalDocs: expected.length })
  })

  it('finds nothing by a person who is not public any more, and finds them again', async () => {
    const query = 'where[credits.author.slug][equals]=gone-author'
    expect(await slugs(query)).toEqual(['f-three'])
    await desk.moved('authors', hiddenAuthor, 'withdraw', 'publisher', { reason: 'x' })
    expect(await slugs(query)).toEqual([])
    await desk.save('authors', hiddenAuthor, { shortBio: 'Back.' })
    await desk.published('authors', hiddenAuthor)
    expect(await slugs(query)).toEqual(['f-three'])
  })

  it('follows a section whose slug changes, at once', async () => {
    expect(await slugs('where[section.slug][equals]=wide-world')).toEqual([])
    const answer = await newsroom.ask('PATCH', `/api/sections/${world}`, { as: 'editor', body: { slug: 'wide-world' } })
    expect(answer.status).toBe(200)
    expect(await slugs('where[section.slug][equals]=world')).toEqual([])
    expect(await slugs('where[section.slug][equals]=wide-world')).toEqual(['f-one', 'f-three'])
    expect((await get('/api/sections/by-slug/wide-world')).body.id).toBe(world)
    expect((await get('/api/sections/by-slug/world')).status).toBe(308)
  })

  it.each([
    ['where[section.name][equals]=x', 'field_not_queryable'],
    ['where[section.desk.email][equals]=x', 'field_not_queryable'],
    ['where[credits.author.user.email][equals]=x', 'field_not_queryable'],
    ['where[section.slug][exists]=true', 'field_not_queryable'],
    ['where[section.slug][like]=w', 'field_not_queryable'],
    ['where[section.slug][equals]=', 'invalid_value'],
    ['sort=section.slug', 'field_not_queryable'],
    ['sort=-credits.author.slug', 'field_not_queryable'],
  ])('%s is %s', async (query, code) => {
    const answer = await get(`/api/articles?${query}`)
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })
})

describe('?after=', () => {
  // In the same millisecond as those before.
  beforeAll(async () => {
    for (const headline of ['One', 'Two', 'Three']) await desk.published('articles', await desk.anArticle({ headline }))
  })

  const seen = async (query: string, meanwhile: (page: number) => Promise<unknown> = () => Promise.resolve()) => {
    const found: string[] = []
    let after: string | null = ''
    for (let page = 1; after !== null && page < 20; page++) {
      const { status, body } = await get(`/api/articles?${query}${after === '' ? '' : `&after=${after}`}`)
      expect(status, JSON.stringify(body)).toBe(200)
      found.push(...(body.docs as { id: string }[]).map(({ id }) => id))
      after = body.after as string | null
      await meanwhile(page)
    }
    return found
  }
  const all = async (sort: string) =>
    ((await get(`/api/articles?limit=100&sort=${sort}`)).body.docs as { id: string }[]).map(({ id }) => id)

  it.each(['-publishedAt', 'publishedAt', '-publishedAt,-id', 'id', '-id', 'firstPublishedAt,-updatedAt'])(
    'leads through the whole list in the order %s',
    async (sort) => {
      const whole = await all(sort)
      expect(whole.length).toBeGreaterThan(4)
      expect(await seen(`limit=2&sort=${sort}`)).toEqual(whole)
      expect(await seen(`limit=2&sort=${sort}&select[headline]=true`)).toEqual(whole)
    },
  )

  it('goes with filters', async () => {
    const found = await seen('limit=1&where[or][0][section.slug][equals]=sports&where[or][1][topics.slug][equals]=fish')
    expect(found).toHaveLength(2)
  })

  it('shows nothing twice, and misses nothing that was there, when pieces come and go in between', async () => {
    const before = await all('-publishedAt')
    const gone = String(before.at(-2))
    const found = await seen('limit=2', async (page) => {
      now += 1000
      if (page !== 1) return
      await desk.published('articles', await desk.anArticle({ headline: 'In between' }))
      await desk.moved('articles', gone, 'withdraw', 'publisher', { reason: 'x' })
    })
    expect(found).toEqual(before.filter((id) => id !== gone))
  })

  it('says that there is no further page, and nothing of an order that is not by dates', async () => {
    expect((await get('/api/articles?limit=100')).body.after).toBeNull()
    const byName = await get('/api/articles?limit=1&sort=headline')
    expect([byName.body.hasNextPage, byName.body.after]).toEqual([true, null])
  })

  it('is refused where it is none, or of another order', async () => {
    const { after } = (await get('/api/articles?limit=1')).body as { after: string }
    const forged = Buffer.from(JSON.stringify(['-publishedAt,id', 'x', 'y'])).toString('base64url')
    for (const query of [
      `after=${after}&sort=publishedAt`,
      `after=${after}&sort=headline`,
      `after=${after}&page=2`,
      `after=${after}x`,
      `after=${after.slice(0, -3)}`,
      `after=${forged}`,
      'after=',
      'after=%20',
      'after=a&after=b',
      'after[a]=b',
    ]) {
      const answer = await get(`/api/articles?${query}`)
      expect([query, answer.status, codesOf(answer)]).toEqual([query, 400, ['invalid_value']])
    }
    for (const path of ['/api/articles/count', '/api/globals/front']) {
      const answer = await get(`${path}?after=${after}`)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['unknown_parameter']])
    }
  })
})
