import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

describe('GET /api/{collection}/{id}/diff', () => {
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>

  beforeAll(async () => {
    newsroom = await openNewsroom()
    the = pieces(newsroom)
  })
  afterAll(async () => newsroom.close())

  const diff = (id: string, query = '', as: Staff | null = 'reviewer', collection = 'articles') =>
    newsroom.ask('GET', `/api/${collection}/${id}/diff${query}`, as ? { as } : {})
  const digestOf = async (id: string): Promise<string> => (await the.transitions('articles', id, 'reviewer')).digest
  const saved = async (id: string, body: object): Promise<string> => {
    expect((await the.save('articles', id, body)).status).toBe(200)
    return digestOf(id)
  }

  it('of a new piece is its plain text, each field new', async () => {
    const id = await the.anArticle({ headline: 'Harbour reopens', body: aText('Ships came in.') })
    const { body, status } = await diff(id)
    expect(status).toBe(200)
    expect(body.from).toBeNull()
    expect(body.to).toBe(await digestOf(id))
    expect(body.html).toContain('Ships came in.')
    expect(body.html).not.toMatch(/<(ins|del)/)
    expect(body.changes).toContainEqual({
      path: 'headline',
      kind: 'added',
      after: 'Harbour reopens',
      visible: true,
    })
  })

  it('is against what readers have, however often it was saved since', async () => {
    const id = await the.published('articles', await the.anArticle({ body: aText('Ministers met in Paris.') }))
    const live = await digestOf(id)
    await saved(id, { body: aText('Ministers met in Geneva.') })
    const newest = await saved(id, { standfirst: 'Talks resumed.' })
    const { body } = await diff(id)
    expect([body.from, body.to]).toEqual([live, newest])
    expect(body.changes).toEqual([
      // In the order of the form.
      { path: 'standfirst', kind: 'added', after: 'Talks resumed.', visible: true },
      {
        path: 'body.root.children.0.children.0.text',
        kind: 'text',
        before: 'Paris',
        after: 'Geneva',
        visible: true,
      },
    ])
    expect(body.html).toMatch(/<del [^>]*>.*Paris.*<\/del><ins [^>]*>.*Geneva.*<\/ins>/s)
    expect((await diff(id, '?from=live&to=newest')).body).toEqual(body)
  })

  it('is between any two revisions by their digests, in either direction', async () => {
    const id = await the.anArticle({ standfirst: 'One' })
    const one = await digestOf(id)
    const two = await saved(id, { standfirst: 'Two' })
    const three = await saved(id, { standfirst: 'Three' })
    const between = async (from: string, to: string) => (await diff(id, `?from=${from}&to=${to}`)).body
    const change = (before: string, after: string) => [
      { path: 'standfirst', kind: 'field', before, after, visible: true },
    ]
    expect((await between(one, two)).changes).toEqual(change('One', 'Two'))
    expect((await between(three, one)).changes).toEqual(change('Three', 'One'))
    expect(await between(two, two)).toMatchObject({ from: two, to: two, changes: [] })
    expect((await between(two, 'newest')).changes).toEqual(change('Two', 'Three'))
  })

  it('is against nothing when nothing is live any more, and there is no live text to compare', async () => {
    const id = await the.published('articles', await the.anArticle())
    await the.moved('articles', id, 'retract', 'publisher', { notice: 'It was wrong.', reason: 'Wrong.' })
    expect((await diff(id)).body.from).toBeNull()
    expect(codesOf(await diff(id, '?to=live'))).toEqual(['not_found'])
  })

  it('lists what no reader sees, and says so in the HTML', async () => {
    const linked = (fields: object) => {
      const text = aText('Read the report.')
      const words = text.root.children[0]?.children ?? []
      const link = { type: 'link', version: 3, format: '', indent: 0, direction: null, id: '64f000000000000000000001' }
      return {
        root: {
          ...text.root,
          children: [{ ...text.root.children[0], children: [{ ...link, fields, children: words }] }],
        },
      }
    }
    const fields = { linkType: 'custom', url: 'https://example.org', newTab: false }
    const id = await the.published('articles', await the.anArticle({ body: linked(fields) }))
    await saved(id, { body: linked({ ...fields, newTab: true }) })
    const { body } = await diff(id)
    expect(body.changes).toEqual([
      {
        path: 'body.root.children.0.children.0.fields.newTab',
        kind: 'link',
        before: false,
        after: true,
        words: 'Read the report.',
        property: 'fields.newTab',
        visible: false,
      },
    ])
    expect(body.html).toContain('What you cannot see in the text')
  })

  it('calls people, choices and times by their names', async () => {
    const author = await the.anAuthor({ displayName: 'Ama Boateng' })
    const id = await the.published('articles', await the.anArticle({ genre: 'analysis' }))
    await saved(id, {
      genre: 'opinion',
      credits: [{ author, role: 'author' }],
      embargoUntil: '2030-03-01T05:00:00.000Z',
    })
    const { html } = (await diff(id)).body
    expect(html).toContain('<dt>Not public before</dt>')
    expect(html).toContain('1 Mar 2030')
    expect(html).toMatch(/Analysis.*Opinion/s)
    expect(html).toContain('Ama Boateng')
  })

  describe('is for those who may see both texts', () => {
    it('and for nobody without a login, whether the piece is public or not there', async () => {
      const id = await the.published('articles', await the.anArticle())
      expect((await diff(id, '', null)).status).toBe(401)
      expect((await diff('no-such-piece', '', null)).status).toBe(401)
    })

    it('a contributor: of her own pieces, not of those of others', async () => {
      const own = await the.anArticle({}, 'contributor')
      const others = await the.anArticle()
      const live = await the.published('articles', await the.anArticle())
      expect((await diff(own, '', 'contributor')).status).toBe(200)
      expect(codesOf(await diff(others, '', 'contributor'))).toEqual(['not_found'])
      expect(codesOf(await diff('no-such-piece', '', 'contributor'))).toEqual(['not_found'])
      // As with the dossier: that it is public she knows.
      expect(codesOf(await diff(live, '', 'contributor'))).toEqual(['forbidden'])
    })

    it('and tells nothing of the revisions of another piece', async () => {
      const [one, other] = [await the.anArticle(), await the.anArticle()]
      expect(codesOf(await diff(one, `?from=${await digestOf(other)}`))).toEqual(['not_found'])
    })
  })

  it('refuses what it does not know', async () => {
    const id = await the.anArticle()
    expect(codesOf(await diff(id, '?form=live'))).toEqual(['unknown_parameter'])
    expect(codesOf(await diff(id, '?from=yesterday'))).toEqual(['invalid_value'])
    expect(codesOf(await diff(id, '?from=live&from=newest'))).toEqual(['invalid_value'])
    expect(codesOf(await diff(id, `?from=sha256:${'0'.repeat(64)}`))).toEqual(['not_found'])
  })
})
