import { createHmac } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

/** Preview tokens: the draft of one piece, for whoever has the token, and nothing else. */

const MINUTE = 60_000
const ELSEWHERE = 'https://front.example'
let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let neighbour: string
let hidden: string
let draft: string

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now, env: { CORS_ORIGINS: ELSEWHERE } })
  desk = pieces(newsroom)
  neighbour = await desk.published('articles', await desk.anArticle({ headline: 'A neighbour', slug: 'neighbour' }))
  await desk.save('articles', neighbour, { headline: 'The neighbour’s draft' })
  hidden = await desk.anArticle({ headline: 'A hidden neighbour' })
  draft = await desk.anArticle({
    headline: 'To be previewed',
    body: aText('Words to come.'),
    related: [neighbour, hidden],
  })
})
afterAll(async () => {
  await newsroom.close()
})

async function aToken(id = draft, as: Staff = 'editor', collection = 'articles'): Promise<string> {
  const answer = await newsroom.ask('POST', `/api/${collection}/${id}/preview-token`, { as })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'private, no-store'])
  expect(answer.body).toEqual({
    token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    expiresAt: new Date(now.getTime() + 60 * MINUTE).toISOString(),
  })
  return answer.body.token as string
}

const read = (token: string, id = draft, query = '', headers: Record<string, string> = {}) =>
  newsroom.ask('GET', `/api/articles/${id}?previewToken=${encodeURIComponent(token)}${query}`, { headers })

async function expectNothing(token: string, id = draft): Promise<void> {
  const answer = await read(token, id)
  expect([answer.status, codesOf(answer), answer.headers.get('cache-control')]).toEqual([
    404,
    ['not_found'],
    'private, no-store',
  ])
  expect(Object.keys(answer.body as object)).toEqual(['errors'])
}

describe('a preview token', () => {
  it('gives the newest revision, as a reader would have it', async () => {
    const token = await aToken()
    const answer = await read(token)
    expect([answer.status, answer.body.headline, answer.body._status]).toEqual([200, 'To be previewed', 'draft'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('surrogate-key')).toBeNull()
    for (const name of ['createdBy', 'changedBy', 'source']) expect(answer.body).not.toHaveProperty(name)
    await desk.save('articles', draft, { headline: 'To be previewed, again' })
    expect((await read(token)).body.headline).toBe('To be previewed, again')
    expect((await read(token, draft, '&body=html')).body.body).toBe('<p>Words to come.</p>')
    expect(Object.keys((await read(token, draft, '&select[headline]=true')).body as object).sort()).toEqual([
      'headline',
      'id',
    ])
    for (const collection of ['authors', 'news-teasers'] as const) {
      const body = collection === 'authors' ? { displayName: 'Ada Draft' } : { headline: 'A teaser' }
      const made = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
      const id = String(made.body.doc.id)
      const other = await newsroom.ask(
        'GET',
        `/api/${collection}/${id}?previewToken=${await aToken(id, 'editor', collection)}`,
      )
      expect(other.status).toBe(200)
    }
  })

  it('of a public piece gives the draft of it', async () => {
    const token = await aToken(neighbour)
    expect((await read(token, neighbour)).body.headline).toBe('The neighbour’s draft')
    expect((await newsroom.ask('GET', `/api/articles/${neighbour}`)).body.headline).toBe('A neighbour')
  })

  it('shows neighbours as readers have them, at every depth and in every form', async () => {
    const token = await aToken()
    for (const query of [
      '',
      '&depth=0',
      '&depth=1',
      '&depth=2',
      '&depth=2&body=html',
      '&depth=2&populate[articles][headline]=true',
    ]) {
      const { body, status } = await read(token, draft, query)
      const whole = JSON.stringify(body)
      expect(status, whole).toBe(200)
      expect(whole, query).not.toContain('hidden neighbour')
      expect(whole, query).not.toContain(hidden)
      expect(whole, query).not.toContain('neighbour’s draft')
      expect(body.related, query).toHaveLength(1)
      if (!query.includes('depth=0')) expect(body.related[0].headline, query).toBe('A neighbour')
    }
  })

  it('takes what readers may ask, and nothing more', async () => {
    const token = await aToken()
    const refused: readonly [string, number, string][] = [
      ['&depth=3', 400, 'invalid_value'],
      ['&select[createdBy]=true', 400, 'field_not_queryable'],
      ['&trash=true', 401, 'not_authenticated'],
      ['&where[id][exists]=true', 400, 'unknown_parameter'],
      [`&previewToken=${token}`, 404, 'not_found'],
    ]
    for (const [query, status, code] of refused) {
      const answer = await read(token, draft, query)
      expect([answer.status, codesOf(answer)[0]], query).toEqual([status, code])
    }
  })

  it('opens nothing beside its piece', async () => {
    const token = await aToken()
    await expectNothing(token, neighbour)
    await expectNothing(token, hidden)
    await expectNothing(token, 'nothing')
    const addresses: readonly [string, string, number][] = [
      ['GET', '/api/articles', 400],
      ['GET', '/api/articles/by-slug/neighbour', 400],
      ['GET', '/api/articles/count', 400],
      ['GET', `/api/authors/${draft}`, 404],
      ['GET', `/api/articles/${draft}/dossier`, 401],
      ['GET', `/api/articles/${draft}/imprimatur`, 400],
      ['GET', '/api/articles/versions', 400],
      ['PATCH', `/api/articles/${draft}`, 401],
      ['DELETE', `/api/articles/${draft}`, 401],
      ['POST', `/api/articles/${draft}/transitions`, 401],
    ]
    for (const [method, address, status] of addresses) {
      const answer = await newsroom.ask(
        method,
        `${address}?previewToken=${token}`,
        method === 'PATCH' ? { body: {} } : {},
      )
      const what = `${method} ${address} ${JSON.stringify(answer.body)}`
      if (status === 401) expect([400, 401, 403, 404], what).toContain(answer.status)
      else expect(answer.status, what).toBe(status)
    }
    // A token is no session.
    for (const authorization of [`JWT ${token}`, `Bearer ${token}`, `users API-Key ${token}`])
      expect((await newsroom.ask('GET', `/api/articles/${draft}`, { headers: { authorization } })).status).not.toBe(200)
    expect((await newsroom.ask('GET', `/api/articles/${draft}`)).status).toBe(404)
  })

  it('is of no use when a byte of it is changed', async () => {
    const token = await aToken()
    // The last character of each part may hold bits that say nothing.
    const ends = [...token.matchAll(/[\w-](?=\.|$)/g)].map(({ index }) => index)
    for (let at = 0; at < token.length; at += 7) {
      if (ends.includes(at)) continue
      const other = token[at] === 'A' ? 'B' : 'A'
      await expectNothing(token.slice(0, at) + other + token.slice(at + 1))
    }
    const key = createHmac('sha256', newsroom.payload.secret).update('preview tokens of pieces').digest()
    const claims = new SignJWT({ sub: `articles:${draft}`, aud: 'preview' }).setProtectedHeader({ alg: 'HS256' })
    const mine = await claims.setJti('a row that is not there').setExpirationTime('1h').sign(key)
    const wrongKey = await claims.sign(new TextEncoder().encode(newsroom.payload.secret))
    const [, body = ''] = token.split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
    for (const each of [mine, wrongKey, unsigned, '', 'x', `${token}x`, token.slice(1)]) await expectNothing(each)
  })

  it('ends after an hour', async () => {
    const token = await aToken()
    now = new Date(now.getTime() + 60 * MINUTE - 1_000)
    expect((await read(token)).status).toBe(200)
    now = new Date(now.getTime() + 1_000)
    await expectNothing(token)
  })

  it('ends when its maker says so, and only theirs', async () => {
    const [mine, other] = [await aToken(), await aToken(draft, 'reviewer')]
    const answer = await newsroom.ask('DELETE', `/api/articles/${draft}/preview-token`, { as: 'editor' })
    expect([answer.status, answer.body.revoked >= 1]).toEqual([200, true])
    await expectNothing(mine)
    expect((await read(other)).status).toBe(200)
    const nobody = await newsroom.ask('DELETE', `/api/articles/${draft}/preview-token`)
    expect([nobody.status, codesOf(nobody)]).toEqual([401, ['not_authenticated']])
  })

  it('ends when its maker may not see the draft any more', async () => {
    const token = await aToken(draft, 'editor2')
    const { id } = { id: newsroom.userIds.editor2 }
    await newsroom.ask('PATCH', `/api/users/${id}`, { as: 'admin', body: { roles: ['contributor'] } })
    await expectNothing(token)
    await newsroom.ask('PATCH', `/api/users/${id}`, { as: 'admin', body: { roles: ['editor'] } })
    expect((await read(token)).status).toBe(200)
    await newsroom.ask('PATCH', `/api/users/${id}`, { as: 'admin', body: { active: false } })
    await expectNothing(token)
  })

  it('ends with the piece', async () => {
    const gone = await desk.anArticle({ headline: 'Soon gone' })
    const token = await aToken(gone)
    await desk.save('articles', gone, { deletedAt: now.toISOString() })
    await expectNothing(token, gone)
    const where = { piece: { equals: `articles:${gone}` } }
    const rows = async () => (await newsroom.payload.db.count({ collection: 'preview-tokens', where })).totalDocs
    expect(await rows()).toBe(1)
    const deleted = await newsroom.ask('DELETE', `/api/articles/${gone}?trash=true`, { as: 'editor' })
    expect(deleted.status, JSON.stringify(deleted.body)).toBe(200)
    expect(await rows()).toBe(0)
    await expectNothing(token, gone)
  })

  it('is made by staff who may see the draft', async () => {
    const own = await desk.anArticle({ headline: 'Of a contributor' }, 'contributor')
    expect((await read(await aToken(own, 'contributor'), own)).status).toBe(200)
    const refused: readonly [Staff | undefined, string, number, string][] = [
      [undefined, draft, 401, 'not_authenticated'],
      ['contributor', draft, 404, 'not_found'],
      ['contributor', neighbour, 403, 'forbidden'],
      ['editor', 'nothing', 404, 'not_found'],
    ]
    for (const [as, id, status, code] of refused) {
      for (const method of ['POST', 'DELETE']) {
        const answer = await newsroom.ask(method, `/api/articles/${id}/preview-token`, as ? { as } : {})
        expect([answer.status, codesOf(answer)], `${method} ${String(as)} ${id}`).toEqual([status, [code]])
      }
    }
    const extra = await newsroom.ask('POST', `/api/articles/${draft}/preview-token?ttl=9`, { as: 'editor' })
    expect([extra.status, codesOf(extra)]).toEqual([400, ['unknown_parameter']])
    const condition = await newsroom.ask('POST', `/api/articles/${draft}/preview-token`, {
      as: 'editor',
      headers: { 'if-match': '"sha256:0"' },
    })
    expect([condition.status, codesOf(condition)]).toEqual([400, ['condition_unsupported']])
  })

  it('is read from pages of other origins as CORS_ORIGINS says, session or not', async () => {
    const token = await aToken()
    const there = await read(token, draft, '', { origin: ELSEWHERE })
    expect([there.status, there.headers.get('access-control-allow-origin')]).toEqual([200, ELSEWHERE])
    const stranger = await read(token, draft, '', { origin: 'https://stranger.example' })
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
    const staff = await newsroom.ask('GET', `/api/articles/${draft}?previewToken=${token}&depth=2`, { as: 'editor' })
    expect(JSON.stringify(staff.body)).not.toContain('neighbour’s draft')
    expect(staff.body).not.toHaveProperty('createdBy')
  })

  it('leaves no trace in the digest, the events and the answers for everybody', async () => {
    const before = [await desk.dossier('articles', draft), await desk.events('articles', draft)]
    await read(await aToken())
    expect([await desk.dossier('articles', draft), await desk.events('articles', draft)]).toEqual(before)
    expect(JSON.stringify((await newsroom.ask('GET', '/api/articles?limit=100')).body)).not.toContain('previewed')
  })
})
