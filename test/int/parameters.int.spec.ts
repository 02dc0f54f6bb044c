import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

/** Parameters of the addresses that are not Payload's own. */
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let id: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  id = await desk.published('articles', await desk.anArticle({ headline: 'A harbour' }))
})
afterAll(async () => {
  await newsroom.close()
})

describe('an empty value', () => {
  it.each([
    ['/api/notifications', 'unread=&limit=&page='],
    ['/api/releases', 'state=&limit=&page='],
    ['/api/search?q=harbour', 'collection=&stage=&limit=&page='],
    ['/api/reports/desk', 'format=&from=&to=&section='],
    ['/api/review-queue', 'stage=&collection=&assignee=&overdue=&age=&search=&limit=&page='],
    ['/api/changes', 'since=&collection=&limit=&include='],
    ['/api/corrections', 'limit='],
    ['diff', 'from=&to='],
  ])('of %s?%s counts as left out', async (address, parameters) => {
    const path = address.startsWith('/') ? address : `/api/articles/${id}/${address}`
    const [left, empty] = [
      await newsroom.ask('GET', path, { as: 'editor' }),
      await newsroom.ask('GET', `${path}${path.includes('?') ? '&' : '?'}${parameters}`, { as: 'editor' }),
    ]
    expect([left.status, empty.status], JSON.stringify(empty.body)).toEqual([200, 200])
    // The period of a report ends now.
    if (address !== '/api/reports/desk') expect(empty.body).toEqual(left.body)
  })

  it('of what is needed is missing', async () => {
    const answer = await newsroom.ask('GET', '/api/search?q=', { as: 'editor' })
    expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([400, ['invalid_value'], 'q'])
  })

  it('of a lease takes nothing over', async () => {
    const held = await newsroom.ask('PUT', `/api/articles/${id}/lease?takeOver=`, { as: 'editor' })
    expect(held.status).toBe(200)
  })
})

describe('a number of those who are logged in', () => {
  const LISTS = ['articles', 'articles/versions', 'sections', 'users'] as const

  it.each(LISTS)('is a whole one: /api/%s', async (list) => {
    for (const name of ['limit', 'page', 'depth']) {
      for (const value of ['0.5', 'AAA', '-1', '1e3', '1&REPEATED=2']) {
        const asked = `${name}=${value}`.replace('REPEATED', name)
        const answer = await newsroom.ask('GET', `/api/${list}?${asked}`, { as: 'editor' })
        expect([answer.status, codesOf(answer), answer.body.errors[0].field], asked).toEqual([
          400,
          ['invalid_value'],
          name,
        ])
      }
    }
    // The panel asks for all with a limit of nothing.
    for (const asked of ['limit=0', 'limit=2&page=2&depth=0', 'limit=&page=&depth=']) {
      const answer = await newsroom.ask('GET', `/api/${list}?${asked}`, { as: 'editor' })
      expect(answer.status, asked).toBe(200)
    }
  })
})

describe('what a piece tells of itself', () => {
  it.each(['transitions', 'dossier', 'events', 'companions'])('%s takes no parameters', async (what) => {
    const address = `/api/articles/${id}/${what}`
    expect((await newsroom.ask('GET', address, { as: 'editor' })).status).toBe(200)
    for (const asked of ['limit=1', 'depth=0', 'stage=draft']) {
      const answer = await newsroom.ask('GET', `${address}?${asked}`, { as: 'editor' })
      expect([answer.status, codesOf(answer)], asked).toEqual([400, ['unknown_parameter']])
      expect((await newsroom.ask('GET', `${address}?${asked}`)).status, asked).toBe(401)
    }
  })

  // CONTRACT §6: `GET …/events` is a Payload list.
  it('has its events as a list on one page', async () => {
    const { body } = await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })
    const { docs, ...page } = body
    expect((docs as { transition: string }[]).map(({ transition }) => transition)).toEqual([
      'create',
      'submit',
      'sign_off',
      'publish',
    ])
    expect(page).toEqual({
      totalDocs: 4,
      limit: 4,
      page: 1,
      totalPages: 1,
      pagingCounter: 1,
      hasNextPage: false,
      hasPrevPage: false,
      nextPage: null,
      prevPage: null,
    })
  })
})
