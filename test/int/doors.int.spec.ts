import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, PASSWORD, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// That the rules about queries are asked at every door; the rules themselves are tested in test/unit/public-query. Which guard
// a test is about, and that it goes red without it, stands in test/mutants/doors.mjs.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

describe('REST', () => {
  it.each([
    ['/api/articles?unknown=1', 400, 'unknown_parameter'],
    ['/api/articles?where[changedBy][exists]=true', 400, 'field_not_queryable'],
    ['/api/articles?sort=createdBy', 400, 'field_not_queryable'],
    ['/api/articles?limit=0', 400, 'invalid_value'],
    ['/api/articles?depth=3', 400, 'invalid_value'],
    ['/api/articles?draft=true', 401, 'not_authenticated'],
    ['/api/articles/count?trash=true', 401, 'not_authenticated'],
    ['/api/globals/front?draft=true', 401, 'not_authenticated'],
  ])('asks the rules about %s of a reader', async (address, status, code) => {
    const answer = await newsroom.ask('GET', address)
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
  })

  it('takes a token that is nobody’s for no token', async () => {
    for (const token of ['JWT nonsense', 'Bearer nonsense', 'users API-Key nonsense']) {
      const answer = await newsroom.ask('GET', '/api/articles?draft=true', { headers: { authorization: token } })
      expect([token, answer.status]).toEqual([token, 401])
    }
  })

  it('takes no question of a reader by POST', async () => {
    const answer = await fetch(`${newsroom.url}/api/articles`, {
      method: 'POST',
      headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'draft=true&limit=10',
    })
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { errors: { code: string }[] }).errors[0]?.code).toBe('invalid_value')
  })

  it('answers a path that is no field, and goes on', async () => {
    for (const address of ['sort=credits.author.user.nothing', 'where[credits.author.nothing][exists]=true']) {
      const answer = await newsroom.ask('GET', `/api/articles?${address}`, { as: 'editor' })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['field_not_queryable']])
    }
  })

  it('tells nothing of the slug of a piece that never was public', async () => {
    const id = await desk.anArticle({ headline: 'A secret', slug: 'a-secret' })
    await desk.moved('articles', id, 'spike', 'editor')
    const [hidden, unknown] = await Promise.all(
      ['a-secret', 'a-secreu'].map((slug) => newsroom.ask('GET', `/api/articles/by-slug/${slug}`)),
    )
    expect([hidden?.status, hidden?.body]).toEqual([unknown?.status, unknown?.body])
    expect(hidden?.status).toBe(404)
  })
})

describe('GraphQL', () => {
  const codeOf = async (query: string, as?: 'editor') =>
    (await newsroom.graphql(query, {}, as)).body.errors?.[0]?.extensions.code

  it('asks the limits: depth, root fields, lists', async () => {
    const many = Array.from({ length: 21 }, (_, at) => `a${String(at)}: Articles(limit: 1) { totalDocs }`).join(' ')
    expect(await codeOf(`{ ${many} }`)).toBe('query_too_complex')
    expect(await codeOf('{ Articles(limit: 100000) { docs { id } } }')).toBe('invalid_value')
    expect(await codeOf('{ Articles(limit: 10) { docs { id } } }')).toBeUndefined()
  })

  it('shows its schema to staff and to nobody else', async () => {
    const query = '{ __schema { queryType { name } } }'
    expect(await codeOf(query)).toBe('forbidden')
    expect(await codeOf(query, 'editor')).toBeUndefined()
  })
})

describe('people', () => {
  it('give themselves no roles', async () => {
    for (const body of [
      { roles: ['editor', 'publisher'] },
      { rights: ['breaking'] },
      { active: true, roles: ['admin'] },
    ]) {
      const answer = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds.editor}`, { as: 'editor', body })
      expect([answer.status, codesOf(answer)]).toEqual([403, ['forbidden']])
    }
  })

  it('of a closed account do not log in', async () => {
    const set = (active: boolean) =>
      newsroom.payload.update({
        collection: 'users',
        id: newsroom.userIds.reviewer2,
        data: { active },
        overrideAccess: true,
      })
    await set(false)
    const body = { email: 'reviewer2@imprimatur.example', password: PASSWORD }
    const answer = await newsroom.ask('POST', '/api/users/login', { body })
    expect(answer.body.token).toBeUndefined()
    expect([401, 403]).toContain(answer.status)
    await set(true)
  })
})
