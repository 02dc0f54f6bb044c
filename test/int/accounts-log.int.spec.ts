import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, PASSWORD, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'
import { runningRest } from '../helpers/routes/runningRoutes.ts'
import { sendRaw } from '../helpers/sendRaw.ts'

describe('the log', () => {
  let newsroom: TestNewsroom
  const lines: string[] = []

  beforeAll(async () => {
    newsroom = await openNewsroom({ log: (line) => lines.push(line) })
  })
  afterAll(async () => newsroom.close())

  const loud = () =>
    lines.filter((line) => /^\{"level":"(?:warn|error|fatal)"/.test(line) || /"level":"info".*"stack"/.test(line))

  // Guard: quietLog. Without it Payload writes an error with its stack for most of these.
  it('has no error of what a client did wrong', async () => {
    const id = await pieces(newsroom).anArticle()
    const json = { 'content-type': 'application/json' }
    const body = { email: 'editor@imprimatur.example', password: PASSWORD }
    const { token } = (await newsroom.ask('POST', '/api/users/login', { body })).body
    const staff = { authorization: `JWT ${String(token)}` }
    lines.length = 0
    const askers: readonly Record<string, string>[] = [
      {},
      staff,
      { authorization: 'JWT rubbish' },
      { cookie: 'payload-token=rubbish' },
    ]
    for (const headers of askers) {
      for (const [method, path, sent] of [
        ['GET', '/api/articles/nothing', undefined],
        ['GET', `/api/articles/${id}`, undefined],
        ['GET', '/api/articles?where[nosuch][equals]=1', undefined],
        ['GET', '/api/articles?where=%7B', undefined],
        ['GET', '/api/articles?sort=a.b.c.d', undefined],
        ['GET', '/api/articles?where[createdAt][equals]=never&draft=true', undefined],
        ['GET', '/api/media/file/nothing.jpg', undefined],
        ['GET', '/api/nosuch', undefined],
        ['GET', '/api/globals/nosuch', undefined],
        ['GET', '/api/users', undefined],
        ['POST', '/api/articles', '{'],
        ['POST', '/api/articles', '[]'],
        ['POST', '/api/articles', 'null'],
        ['PATCH', `/api/articles/${id}`, '{"headline": 7}'],
        ['PATCH', `/api/articles/${id}`, '{"body": {"root": 1}}'],
        ['PATCH', `/api/articles/${id}`, '{"section": "nothing"}'],
        ['POST', `/api/articles/${id}/transitions`, '{"transition": "publish"}'],
        ['POST', `/api/articles/${id}/transitions`, '{"transition": 1}'],
        ['POST', '/api/media', '{}'],
        ['POST', '/api/users', '{"email": 1}'],
        ['POST', '/api/users/login', '{"email": "nobody@example.org", "password": "wrong"}'],
        ['POST', '/api/users/login', '{}'],
        ['POST', '/api/users/reset-password', '{"token": "expired", "password": "the tide took my boots"}'],
        ['POST', '/api/users/reset-password', '{}'],
        ['POST', '/api/users/forgot-password', '{}'],
        ['POST', '/api/users/unlock', '{}'],
        ['POST', '/api/users/first-register', '{}'],
        ['DELETE', '/api/payload-preferences/nothing', undefined],
        ['POST', '/api/graphql', '{"query": "{ nosuch"}'],
        ['POST', '/api/graphql', '{"query": "{ nosuch }"}'],
        ['POST', '/api/graphql', '{"query": "{ Article(id: \\"nothing\\") { id } }"}'],
        ['POST', '/api/graphql', '{"query": "mutation { deleteArticle(id: \\"nothing\\") { id } }"}'],
        ['POST', '/api/graphql', '{"query": "mutation { createArticle(data: {headline: 1}) { id } }"}'],
        ['POST', '/api/graphql', '{'],
        ['PUT', '/api/articles', '{}'],
        ['POST', '/api/users/refresh-token', undefined],
        ['POST', '/api/users/logout?allSessions=x', headers === staff ? '{' : undefined],
      ] as const) {
        if (path.includes('logout') && headers === staff) continue
        const { status } = await sendRaw(newsroom.url, { method, path, headers: { ...json, ...headers }, body: sent })
        expect(status, `${method} ${path} ${String(sent)}`).toBeLessThan(500)
      }
    }
    expect(loud()).toEqual([])
    expect(lines.length).toBeGreaterThan(150)
  })

  // Guard: privateAnswers, on every address that there is, by the list that the running application gives.
  it('and every answer to somebody who says who they are stays out of caches, a refused one too', async () => {
    const routes = runningRest(newsroom.payload.config)
    expect(routes.length).toBeGreaterThan(150)
    const askers: readonly Record<string, string>[] = [
      { authorization: 'JWT rubbish' },
      { cookie: 'payload-token=rubbish' },
    ]
    for (const headers of askers) {
      for (const route of [...routes, 'POST /api/graphql', 'GET /healthz', 'GET /admin', 'GET /nosuch']) {
        const [method = '', path = ''] = route.split(' ')
        const answer = await sendRaw(newsroom.url, { method, path: path.replaceAll(/:\w+\??/g, 'x'), headers })
        expect(answer.headers['cache-control'], route).toBe('private, no-store')
      }
    }
    const asked = (method: string, address: string) => newsroom.ask(method, address, { as: 'editor' })
    for (const address of [
      '/api/articles',
      '/api/users/me',
      '/api/globals/newsroom',
      '/api/access',
      '/api/articles/nothing',
    ]) {
      expect((await asked('GET', address)).headers.get('cache-control'), address).toBe('private, no-store')
    }
    const anonymous = await newsroom.ask('GET', '/api/access-events')
    expect([anonymous.status, anonymous.headers.get('cache-control')]).toEqual([403, 'no-store'])
  })

  // Guard: the mixin of createLog.
  it('has a fault as an error, with the request that it was in', async () => {
    lines.length = 0
    const { db } = newsroom.payload
    const find = db.find.bind(db)
    Object.assign(db, { find: () => Promise.reject(new Error('a fault of the disk')) })
    const answer = await newsroom.ask('GET', '/api/sections', { headers: { 'x-request-id': 'the-one' } })
    Object.assign(db, { find })
    expect(answer.status).toBe(500)
    const errors = lines.filter((line) => line.startsWith('{"level":"error"')).map((line) => JSON.parse(line) as object)
    expect(errors).toContainEqual(
      expect.objectContaining({
        requestId: 'the-one',
        err: expect.objectContaining({ message: 'a fault of the disk' }),
      }),
    )
  })
})
