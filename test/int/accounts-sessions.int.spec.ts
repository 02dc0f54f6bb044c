import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAdministrator } from '../../src/accounts/index.ts'
import { openNewsroom, PASSWORD, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'

describe('sessions of one account', () => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(async () => newsroom.close())

  const logIn = (who: Staff, password = PASSWORD): Promise<Answer> =>
    newsroom.ask('POST', '/api/users/login', { body: { email: `${who}@imprimatur.example`, password } })
  const asSession = (token: string) => ({ authorization: `JWT ${token}` })
  const lives = async (token: string): Promise<boolean> =>
    (await newsroom.ask('GET', '/api/users/me', { headers: asSession(token) })).body.user !== null
  const tokenOf = async (who: Staff) => String((await logIn(who)).body.token)

  // Guard: keepSessions. Without it the account is written back as it was before the password was verified.
  it('all live that were begun at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => logIn('editor')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const tokens = answers.map(({ body }) => String(body.token))
    expect(await Promise.all(tokens.map(lives))).toEqual([true, true, true, true, true])
  })

  it('stay ended, and renewed, when another one begins at the same time', async () => {
    const [ended, renewed] = [await tokenOf('reviewer'), await tokenOf('reviewer')]
    const [login, logout, refresh] = await Promise.all([
      logIn('reviewer'),
      newsroom.ask('POST', '/api/users/logout', { headers: asSession(ended) }),
      newsroom.ask('POST', '/api/users/refresh-token', { headers: asSession(renewed) }),
    ])
    expect([login.status, logout.status, refresh.status]).toEqual([200, 200, 200])
    expect([await lives(ended), await lives(renewed), await lives(login.body.token)]).toEqual([false, true, true])
  })

  it('are told that they ended when they are renewed and ended at the same time', async () => {
    for (let round = 0; round < 4; round++) {
      const token = await tokenOf('reviewer2')
      const headers = asSession(token)
      const [refresh, logout] = await Promise.all([
        newsroom.ask('POST', '/api/users/refresh-token', { headers }),
        newsroom.ask('POST', '/api/users/logout', { headers }),
      ])
      expect(logout.status).toBe(200)
      expect([200, 403]).toContain(refresh.status)
      expect(await lives(token)).toBe(false)
    }
  })

  it('do not begin with a password that was changed meanwhile, nor bring back what an account could do before', async () => {
    // Somebody has to be left who publishes.
    const other = `/api/users/${newsroom.userIds.reviewer2}`
    await newsroom.ask('PATCH', other, { as: 'admin', body: { roles: ['reviewer', 'publisher'] } })
    const id = newsroom.userIds.publisher
    const [login, change] = await Promise.all([
      logIn('publisher'),
      newsroom.ask('PATCH', `/api/users/${id}`, { as: 'admin', body: { roles: ['editor'], name: 'Demoted' } }),
    ])
    expect([login.status, change.status]).toEqual([200, 200])
    const { body } = await newsroom.ask('GET', `/api/users/${id}`, { as: 'admin' })
    expect([body.roles, body.name]).toEqual([['editor'], 'Demoted'])

    const body2 = { password: 'a password that is new' }
    const [old, changed] = await Promise.all([
      logIn('publisher'),
      newsroom.ask('PATCH', `/api/users/${id}`, { as: 'admin', body: body2 }),
    ])
    expect(changed.status).toBe(200)
    if (old.status === 200) expect(await lives(old.body.token)).toBe(false)
    else expect(old.status).toBe(401)
    expect((await logIn('publisher')).status).toBe(401)
    expect((await logIn('publisher', body2.password)).status).toBe(200)
  })

  // Guard: the transaction of passwordByLink.
  it('are begun by one link once, of two that use it at the same moment', async () => {
    const { link } = await makeAdministrator(newsroom.payload, 'users', 'contributor@imprimatur.example', 'x')
    const before = await tokenOf('contributor')
    const body = { token: link.split('/').at(-1), password: 'a password by a link' }
    const answers = await Promise.all([0, 1].map(() => newsroom.ask('POST', '/api/users/reset-password', { body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    const done = answers.find(({ status }) => status === 200)
    expect([await lives(done?.body.token), await lives(before)]).toEqual([true, false])
    expect(done?.headers.get('set-cookie')).toContain('HttpOnly')
  })
})
