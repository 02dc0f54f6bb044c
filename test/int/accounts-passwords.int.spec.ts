import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAdministrator } from '../../src/accounts/index.ts'
import { openNewsroom, PASSWORD, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'

/** Five letters of which two have two forms, as keyboards of different makers send them. */
const [COMPOSED, DECOMPOSED] = ['p\u00e4ssw\u00f6rter im Regen', 'pa\u0308sswo\u0308rter im Regen']

describe('passwords', () => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(async () => newsroom.close())

  const logIn = (email: string, password: string): Promise<Answer> =>
    newsroom.ask('POST', '/api/users/login', { body: { email, password } })
  const editor = 'editor@imprimatur.example'

  /** Every way in which somebody gets a password. */
  const ways: Record<string, (password: string) => Promise<Answer>> = {
    'a new account': (password) =>
      newsroom.ask('POST', '/api/users', {
        as: 'admin',
        body: { email: `${randomBytes(4).toString('hex')}@imprimatur.example`, name: 'New', password },
      }),
    'one’s own': (password) =>
      newsroom.ask('PATCH', `/api/users/${newsroom.userIds.reviewer}`, { as: 'reviewer', body: { password } }),
    'one’s own by GraphQL': (password) =>
      newsroom.graphql(
        `mutation($password: String!) { updateUser(id: "${newsroom.userIds.reviewer}", data: { password: $password }) { id } }`,
        { password },
        'reviewer',
      ),
    'a new account by GraphQL': (password) =>
      newsroom.graphql(
        'mutation($password: String!, $email: String!) { createUser(data: { email: $email, name: "New", password: $password }) { id } }',
        { password, email: `${randomBytes(4).toString('hex')}@imprimatur.example` },
        'admin',
      ),
    'a link': async (password) => {
      const { link } = await makeAdministrator(newsroom.payload, 'users', 'contributor@imprimatur.example', 'x')
      return newsroom.ask('POST', '/api/users/reset-password', { body: { token: link.split('/').at(-1), password } })
    },
    'a link by GraphQL': async (password) => {
      const { link } = await makeAdministrator(newsroom.payload, 'users', 'publisher@imprimatur.example', 'x')
      return newsroom.graphql(
        'mutation($token: String!, $password: String!) { resetPasswordUser(token: $token, password: $password) { token } }',
        { token: link.split('/').at(-1), password },
      )
    },
  }
  const told = ({ body }: Answer) => {
    const [first] = body.errors ?? []
    return first && { ...first, ...first.extensions }
  }

  // Guard: judgePassword, in passwordHooks.judge and passwordByLink.
  it.each(Object.entries(ways))('are refused with the reason, and taken when they are good: %s', async (_, set) => {
    for (const [password, reason] of [
      ['fourteen signs', 'too_short'],
      ['Password 12345678', 'common'],
      ['aaaaaaaaaaaaaaaaaaaa', 'predictable'],
      ['imprimatur 2026 2027', 'expected'],
      [`${'long '.repeat(50)}and 7`, 'predictable'],
    ] as const) {
      const refused = await set(password)
      expect(told(refused), password).toMatchObject({ code: 'weak_password', field: 'password', reason })
    }
    expect(told(await set('the tide took my grey boots'))).toBeUndefined()
  })

  it('are no text of another kind, and set for one person at a time', async () => {
    const address = `/api/users/${newsroom.userIds.reviewer2}`
    for (const password of [123_456_789_012_345, ['the tide took my grey boots'], { a: 1 }, true]) {
      const answer = await newsroom.ask('PATCH', address, { as: 'reviewer2', body: { password } })
      expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'invalid_value'])
    }
    const body = { password: 'the tide took my grey boots' }
    const all = await newsroom.ask('PATCH', '/api/users?where[id][exists]=true', { as: 'admin', body })
    expect(all.status).toBe(400)
    const other = await newsroom.ask('PATCH', address, { as: 'editor2', body: { password: 'short' } })
    expect(other.status, 'no right comes before the reason').toBe(403)
    expect((await newsroom.ask('POST', '/api/users', { body: { password: 'short' } })).status).toBe(403)
  })

  it('are one however they were typed, and the time of a login does not tell whether there is an account', async () => {
    const address = `/api/users/${newsroom.userIds.editor}`
    const set = await newsroom.ask('PATCH', address, { as: 'admin', body: { password: DECOMPOSED } })
    expect(set.status).toBe(200)
    for (const password of [COMPOSED, DECOMPOSED]) expect((await logIn(editor, password)).status).toBe(200)
    const took = async (email: string) => {
      const start = performance.now()
      expect((await logIn(email, 'wro\u0308ng')).status).toBe(401)
      return performance.now() - start
    }
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 3; round++) {
      times.known.push(await took(editor))
      times.unknown.push(await took('nobody@imprimatur.example'))
    }
    const ratio = Math.min(...times.unknown) / Math.min(...times.known)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })

  it('that were stored before they were normalized let their owner in', async () => {
    const salt = randomBytes(32).toString('hex')
    const key = pbkdf2Sync(DECOMPOSED, salt, 600_000, 32, 'sha256').toString('hex')
    const account = await newsroom.payload.db.findOne<{ id: string }>({
      collection: 'users',
      where: { email: { equals: editor } },
    })
    const data = { ...account, hash: `pbkdf2-sha256-v1:${key}`, salt }
    await newsroom.payload.db.updateOne({ collection: 'users', id: newsroom.userIds.editor, data })
    expect((await logIn(editor, DECOMPOSED)).status).toBe(200)
    expect((await logIn(editor, `${DECOMPOSED}!`)).status).toBe(401)
    expect((await logIn(editor, PASSWORD)).status).toBe(401)
  })

  // Guard: withoutTransaction. Without it, what is saved meanwhile waits for each hash.
  it('are hashed while nobody holds the database', async () => {
    const { db } = newsroom.payload
    const begin = db.beginTransaction.bind(db)
    const [commit, rollback] = [db.commitTransaction.bind(db), db.rollbackTransaction.bind(db)]
    const began = new Map<unknown, number>()
    const held: number[] = []
    const ended = async (given: Promise<number | string> | number | string) => {
      const from = began.get(await given)
      if (from !== undefined) held.push(performance.now() - from)
      began.delete(await given)
    }
    Object.assign(db, {
      beginTransaction: async () => {
        const id = await begin()
        began.set(id, performance.now())
        return id
      },
      commitTransaction: async (id: string) => (await ended(id), commit(id)),
      rollbackTransaction: async (id: string) => (await ended(id), rollback(id)),
    })
    const hash = performance.now()
    pbkdf2Sync('x', 'y', 600_000, 32, 'sha256')
    const oneHash = performance.now() - hash
    for (const way of Object.values(ways)) expect(told(await way('the tide took my grey boots'))).toBeUndefined()
    expect((await logIn('editor2@imprimatur.example', PASSWORD)).status).toBe(200)
    expect(held.length).toBeGreaterThan(7)
    expect(Math.max(...held)).toBeLessThan(oneHash)
    Object.assign(db, { beginTransaction: begin, commitTransaction: commit, rollbackTransaction: rollback })
  })
})
