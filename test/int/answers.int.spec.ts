import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

let time = Date.parse('2027-01-01T08:00:00Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let author: string
let old: string
let young: string
let hidden: string
let withdrawn: string

/** A text with a link to the article and a box that leads to it. */
function textAbout(id: string) {
  const { root } = aText('Some words.')
  const element = { version: 1, direction: null, format: '', indent: 0 }
  const words = { type: 'text', version: 1, text: 'a link', format: 0, detail: 0, mode: 'normal', style: '' }
  const fields = { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: id } }
  const link = { ...element, type: 'link', version: 3, fields, children: [words] }
  const box = { type: 'block', version: 2, format: '', fields: { blockType: 'relatedLink', article: id } }
  return { root: { ...root, children: [...root.children, { ...element, type: 'paragraph', children: [link] }, box] } }
}

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date(time) })
  desk = pieces(newsroom)
  author = await desk.publicAuthor()
  hidden = await desk.anArticle({ headline: 'Never public' })
  withdrawn = await desk.published('articles', await desk.anArticle({ headline: 'Public for a day' }))
  old = await desk.published(
    'articles',
    await desk.anArticle({
      headline: 'Old',
      slug: 'old',
      genre: 'analysis',
      related: [withdrawn],
      body: textAbout(withdrawn),
    }),
  )
  time += 60_000
  young = await desk.published(
    'articles',
    await desk.anArticle({ headline: 'Young', slug: 'young', genre: 'opinion', related: [old] }),
  )
  await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'Wrong.' })
})
afterAll(() => newsroom.close())

const get = (address: string, as?: Staff) => newsroom.ask('GET', address, as ? { as } : {})

describe('by slug (F1)', () => {
  it.each([
    'select[headline]=true',
    'select[body]=false&depth=0',
    'depth=0',
    'depth=2&populate[authors][slug]=true',
    'populate[articles][headline]=true',
    'locale=en',
  ])('answers %s as by id', async (query) => {
    for (const as of [undefined, 'editor'] as const) {
      const byId = await get(`/api/articles/${young}?${query}`, as)
      const bySlug = await get(`/api/articles/by-slug/young?${query}`, as)
      expect(byId.status).toBe(200)
      expect(bySlug.body).toEqual(byId.body)
    }
  })

  it('gives only what was selected', async () => {
    const { body } = await get('/api/articles/by-slug/young?select[headline]=true')
    expect(body).toEqual({ id: young, headline: 'Young' })
  })

  it('gives staff the newest draft, by the slug that readers have and by its own', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'Live words', slug: 'live-slug' }))
    await desk.save('articles', id, { headline: 'Newer words', slug: 'draft-slug' })
    for (const slug of ['live-slug', 'draft-slug']) {
      const { body } = await get(`/api/articles/by-slug/${slug}?draft=true&select[headline]=true`, 'editor')
      expect(body, slug).toEqual({ id, headline: 'Newer words' })
    }
    expect((await get('/api/articles/by-slug/live-slug', 'editor')).body.headline).toBe('Live words')
    expect((await get('/api/articles/by-slug/draft-slug', 'editor')).status).toBe(404)
    expect((await get('/api/articles/by-slug/draft-slug')).status).toBe(404)
    expect((await get('/api/articles/by-slug/live-slug?draft=true')).status).toBe(401)
    const others = await get('/api/articles/by-slug/draft-slug?draft=true', 'contributor')
    expect(JSON.stringify(others.body)).not.toContain('Newer words')
  })

  it.each(['where[headline][exists]=true', 'sort=headline', 'limit=1', 'page=2', 'nosuch=1'])(
    'takes no %s, which by id takes neither',
    async (query) => {
      for (const as of [undefined, 'editor'] as const)
        for (const address of ['by-slug/young', young])
          expect(codesOf(await get(`/api/articles/${address}?${query}`, as)), address).toEqual(['unknown_parameter'])
    },
  )
})

describe('select and populate (F3)', () => {
  const at = (query: string) => [
    `/api/articles?${query}`,
    `/api/articles/${young}?${query}`,
    `/api/articles/by-slug/young?${query}`,
  ]

  it.each([
    'select[nosuch]=true',
    'select[nosuch]=false',
    'select[seo][nosuch]=true',
    'select[credits][nosuch]=true',
    'select[headline][nosuch]=true',
    'populate[authors][nosuch]=true',
    'populate[nosuch][name]=true',
  ])('of what is not there are refused: %s', async (query) => {
    for (const as of [undefined, 'editor'] as const)
      for (const address of at(query)) {
        const answer = await get(address, as)
        expect([answer.status, ...codesOf(answer)], `${address} ${String(as)}`).toEqual([400, 'field_not_queryable'])
      }
  })

  it('say what there is, and to strangers nothing of what is for staff', async () => {
    const { body } = await get('/api/articles?select[seo][nosuch]=true')
    expect(body.errors[0].hint).toBe('There are description, image, title.')
    const all = (await get('/api/articles?select[nosuch]=true')).body.errors[0].hint as string
    expect(all).toContain('headline')
    expect(all).not.toMatch(/createdBy|changedBy|source/)
    expect((await get('/api/articles?select[nosuch]=true', 'editor')).body.errors[0].hint).toContain('createdBy')
    expect(codesOf(await get('/api/articles?select[createdBy]=true'))).toEqual(['field_not_queryable'])
    expect(codesOf(await get('/api/articles?populate[users][email]=true'))).toEqual(['field_not_queryable'])
  })

  it('inside of rows and groups are obeyed', async () => {
    const { body } = await get(`/api/articles/${young}?depth=0&select[credits][author]=true`)
    expect(body).toEqual({ id: young, credits: [{ id: expect.any(String) as string, author }] })
  })

  it('of versions and globals too', async () => {
    expect((await get('/api/articles/versions?select[version][headline]=true', 'editor')).status).toBe(200)
    expect(codesOf(await get('/api/articles/versions?select[version][nosuch]=true', 'editor'))).toEqual([
      'field_not_queryable',
    ])
    for (const as of [undefined, 'editor'] as const) {
      expect(codesOf(await get('/api/globals/front?select[nosuch]=true', as))).toEqual(['field_not_queryable'])
      expect(codesOf(await get('/api/globals/front?nosuch=true', as))).toEqual(['unknown_parameter'])
    }
    const order = { lead: young, list: [old, hidden], rail: [], listLength: 3, railLength: 2 }
    expect((await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: order })).status).toBe(200)
    const { body } = await get('/api/globals/front?select[lead]=true&depth=0')
    expect({ ...body, id: 0, globalType: '' }).toEqual({ id: 0, globalType: '', lead: young })
    expect((await get('/api/globals/front?depth=0')).body).toMatchObject({ lead: young, list: [old], rail: [] })
  })
})

describe('a write with a parameter that nothing reads', () => {
  const body = { headline: 'Never written' }
  const write = (method: string, address: string, as?: 'editor') =>
    newsroom.ask(method, address, { body, ...(as ? { as } : {}) })

  it.each([
    ['POST', '/api/articles?depht=0', 'unknown_parameter'],
    ['POST', '/api/articles?limit=1', 'unknown_parameter'],
    ['POST', '/api/articles?select[nosuch]=true', 'field_not_queryable'],
    ['POST', '/api/topics?where[id][exists]=true', 'unknown_parameter'],
    ['PATCH', '/api/articles?where[headline][equals]=Never&lmit=5', 'unknown_parameter'],
    ['PATCH', '/api/articles?where[headline][equals]=Never&populate[nosuch][x]=true', 'field_not_queryable'],
    ['DELETE', '/api/topics?where[name][equals]=Never&lmit=5', 'unknown_parameter'],
    ['PATCH', '/api/articles/young?select[nosuch]=true', 'field_not_queryable'],
    ['PATCH', '/api/articles/young?darft=true', 'unknown_parameter'],
    ['DELETE', '/api/articles/young?trsh=true', 'unknown_parameter'],
  ])('is refused: %s %s', async (method, address, code) => {
    const at = address.replace('articles/young', `articles/${young}`)
    const answer = await write(method, at, 'editor')
    expect([answer.status, ...codesOf(answer)]).toEqual([400, code])
    // Of strangers it is said that they may not write.
    expect([401, 403]).toContain((await write(method, at)).status)
    expect((await get(`/api/articles/${young}`)).body.headline).not.toBe('Never written')
  })

  it.each([
    ['POST', '/api/articles?locale=en&depth=0&draft=true&fallback-locale=null', 201],
    ['PATCH', '/api/articles?locale=en&where[headline][equals]=None&limit=0&trash=true', 200],
    ['PATCH', '/api/articles/hidden?autosave=true&depth=0&draft=true&fallback-locale=null&locale=en', 200],
  ])('goes on with those of the panel: %s %s', async (method, address, status) => {
    const answer = await newsroom.ask(method, address.replace('hidden', hidden), {
      as: 'editor',
      body: { standfirst: 'From the panel.' },
    })
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.any(String)])
  })
})

describe('a value that a field does not have (F4)', () => {
  it.each(['equals', 'not_equals', 'in', 'not_in'])('is refused with those it has: %s', async (operator) => {
    for (const as of [undefined, 'editor'] as const)
      for (const route of ['articles', 'articles/count']) {
        const answer = await get(`/api/${route}?where[genre][${operator}]=nosuch`, as)
        expect([answer.status, ...codesOf(answer)]).toEqual([400, 'invalid_value'])
        expect(answer.body.errors[0].message).toContain('analysis, opinion, report, interview, communique, editorial')
      }
  })

  it('is refused beside one that it has, in junctions, in rows, and of versions', async () => {
    for (const query of ['where[genre][in]=opinion,nosuch', 'where[or][0][and][0][genre][equals]=nosuch'])
      for (const as of [undefined, 'editor'] as const)
        expect(codesOf(await get(`/api/articles?${query}`, as)), query).toEqual(['invalid_value'])
    for (const query of [
      'articles?where[credits.role][equals]=nosuch',
      'articles/versions?where[version.genre][equals]=nosuch',
    ])
      expect(codesOf(await get(`/api/${query}`, 'editor')), query).toEqual(['invalid_value'])
    const json = encodeURIComponent('{"genre":{"equals":"nosuch"}}')
    expect(codesOf(await get(`/api/articles?where=${json}`, 'editor'))).toEqual(['invalid_value'])
  })

  it.each([
    'articles?where[genre][contains]=nosuch',
    'articles?where[genre][like]=nosuch',
    'articles?where[genre][not_like]=nosuch',
    'articles?where[genre][all]=nosuch',
    'articles?where[credits__role][equals]=nosuch',
    'articles?where[places.kind][equals]=nosuch',
    'sections?where[desk.roles][in]=nosuch',
  ])('is refused to staff, however it is asked for: %s', async (query) => {
    expect(codesOf(await get(`/api/${query}`, 'editor'))).toEqual(['invalid_value'])
  })

  it.each(['equals', 'in', 'greater_than', 'less_than_equal'])('is refused for a number: %s', async (operator) => {
    const answer = await get(`/api/articles?where[wordCount][${operator}]=many`, 'editor')
    expect([answer.status, ...codesOf(answer)]).toEqual([400, 'invalid_value'])
    expect(answer.body.errors[0].message).toContain('has to be a number')
    expect((await get(`/api/articles?where[wordCount][${operator}]=3`, 'editor')).status).toBe(200)
  })

  it('is what it was where the value is there', async () => {
    expect((await get('/api/articles?where[genre][contains]=port', 'editor')).status).toBe(200)
    for (const as of [undefined, 'editor'] as const)
      expect((await get('/api/articles?where[genre][in]=opinion,report', as)).body.totalDocs).toBe(1)
  })
})

describe('a moved slug (F5)', () => {
  it('keeps the query on the way, and leads nowhere else', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'Moving', slug: 'moved-from' }))
    await desk.save('articles', id, { slug: 'moved-to' })
    await desk.published('articles', id)
    const location = async (query: string) => {
      const answer = await get(`/api/articles/by-slug/moved-from${query}`)
      expect(answer.status, query).toBe(308)
      expect(answer.body.location).toBe(answer.headers.get('location'))
      return answer.headers.get('location')
    }
    expect(await location('')).toBe('/api/articles/by-slug/moved-to')
    expect(await location('?depth=0')).toBe('/api/articles/by-slug/moved-to?depth=0')
    const followed = await get((await location('?select[headline]=true')) ?? '')
    expect(followed.body).toEqual({ id, headline: 'Moving' })
    for (const odd of ['?locale=%0d%0aX-Evil:1', '?//evil.invalid', '?depth=0%0d%0a'])
      expect((await get(`/api/articles/by-slug/moved-from${odd}`)).status, odd).toBe(400)
  })
})

describe('a list without an order (F7)', () => {
  it('has the newest publication first, not what was corrected last', async () => {
    await desk.save('articles', old, { standfirst: 'Corrected.' })
    time += 60_000
    await desk.published('articles', old)
    const ids = `${old},${young}`
    const rest = await get(`/api/articles?where[id][in]=${ids}&select[headline]=true`)
    expect(rest.body.docs.map((each: { headline: string }) => each.headline)).toEqual(['Young', 'Old'])
    const { body } = await newsroom.graphql(
      `{ Articles(where: {id: {in: ["${old}", "${young}"]}}) { docs { headline } } }`,
    )
    expect(body.data.Articles.docs).toEqual([{ headline: 'Young' }, { headline: 'Old' }])
    const asked = await get(`/api/articles?where[id][in]=${ids}&select[headline]=true&sort=publishedAt`)
    expect(asked.body.docs.map((each: { headline: string }) => each.headline)).toEqual(['Old', 'Young'])
  })

  it('is one order also of what is equal, over its pages', async () => {
    const topics: string[] = []
    for (let n = 0; n < 5; n++) {
      const { body } = await newsroom.ask('POST', '/api/topics', {
        as: 'editor',
        body: { name: 'Equal', slug: `equal-${String(n)}` },
      })
      topics.push(String(body.doc.id))
    }
    const seen: string[] = []
    for (let page = 1; page <= 5; page++)
      seen.push(String((await get(`/api/topics?sort=name&limit=1&page=${String(page)}`)).body.docs[0].id))
    expect(seen).toEqual([...topics].sort())
  })
})

describe('what a public piece refers to (F9)', () => {
  it('keeps it from going out while that was never public, whether in a field or in the text', async () => {
    for (const more of [{ related: [hidden] }, { body: textAbout(hidden) }]) {
      const id = await desk.approved('articles', await desk.anArticle(more))
      const answer = await desk.move('articles', id, 'publish', 'publisher')
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'gate_failed'])
      expect(answer.body.errors[0].blockers[0]).toMatchObject({
        gate: 'references_public',
        field: Object.keys(more)[0],
      })
    }
  })

  it('may refer to what goes out in the same call', async () => {
    const [one, two] = [await desk.anArticle(), await desk.anArticle()]
    await desk.save('articles', one, { related: [two] })
    await desk.save('articles', two, { related: [one], body: textAbout(one) })
    const items = await Promise.all(
      [one, two].map(async (id) => {
        await desk.approved('articles', id)
        return {
          collection: 'articles',
          id,
          transition: 'publish',
          digest: (await desk.transitions('articles', id, 'publisher')).digest,
        }
      }),
    )
    expect((await newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items } })).status).toBe(200)
    expect((await get(`/api/articles/${one}?depth=0`)).body.related).toEqual([two])
  })

  it('is out of what readers get once that is not public any more, at every depth', async () => {
    for (const depth of [0, 1, 2])
      for (const address of [
        `/api/articles/${old}?depth=${String(depth)}`,
        `/api/articles/by-slug/old?depth=${String(depth)}`,
        `/api/articles?where[id][equals]=${old}&depth=${String(depth)}`,
        `/api/articles/${young}?depth=${String(depth)}&populate[articles][related]=true&populate[articles][body]=true`,
      ]) {
        const answer = await get(address)
        expect(answer.status, address).toBe(200)
        expect(JSON.stringify(answer.body), address).not.toContain(withdrawn)
        expect(JSON.stringify(answer.body), address).toContain(
          'Some words.'.slice(0, address.includes(young) && depth === 0 ? 0 : undefined),
        )
      }
    expect((await get(`/api/articles/${old}?depth=0`)).body.related).toEqual([])
    const { body } = await newsroom.graphql(`{ Article(id: "${old}") { body(depth: 2) related { id } } }`)
    expect(body.data.Article.related).toEqual([])
    expect(JSON.stringify(body)).not.toContain(withdrawn)
  })

  it('stays whole for staff, who save what they get, and in the proof, which was signed', async () => {
    for (const as of ['editor', 'contributor'] as const)
      expect((await get(`/api/articles/${old}?depth=0`, as)).body.related, as).toEqual([withdrawn])
    const { body } = await get(`/api/articles/${old}/imprimatur`)
    expect(JSON.parse(body.canonical).related).toEqual([withdrawn])
  })
})

describe('what one may do (F10)', () => {
  it('is told to staff alone', async () => {
    const answer = await get('/api/access')
    expect([answer.status, ...codesOf(answer)]).toEqual([401, 'not_authenticated'])
    expect(Object.keys(answer.body)).toEqual(['errors'])
    expect((await get('/api/access/')).status).toBe(401)
    expect((await get('/api/access', 'editor')).body.collections.articles.create).toBeTruthy()
  })
})
