import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAdministrator } from '../../src/accounts/index.ts'
import { holdWriter } from '../helpers/holdWriter.ts'
import { onServer, openNewsroom, PASSWORD, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'

type ErrorEntry = { readonly code?: string; readonly extensions?: { readonly code?: string } }

describe('an account while its database is held by somebody else', () => {
  let newsroom: TestNewsroom
  let token: string
  const lines: string[] = []

  beforeAll(async () => {
    newsroom = await openNewsroom({ trustProxy: 1, log: (line) => lines.push(line) })
    token = (await logIn('editor', PASSWORD)).body.token
  })
  afterAll(async () => newsroom.close())

  const logIn = (who: string, password: string, address = '192.0.2.1'): Promise<Answer> =>
    newsroom.ask('POST', '/api/users/login', {
      body: { email: `${who}@imprimatur.example`, password },
      headers: { 'x-forwarded-for': address },
    })

  const expectBusy = (answer: Answer, what: string) => {
    const codes = answer.body.errors.map((each: ErrorEntry) => each.code ?? each.extensions?.code)
    expect([answer.status, codes], what).toEqual([503, ['busy']])
    expect(Number(answer.headers.get('retry-after')), what).toBeGreaterThan(0)
  }

  // Guard: loginHooks.attend, Retry-After in createApp, LoginThrottle.takeBack.
  it('is told so with 503 and when to come again, loses no attempt by it, and a wrong password counts', async () => {
    const { link } = await makeAdministrator(newsroom.payload, 'users', 'reviewer@imprimatur.example', 'x')
    const headers = { authorization: `JWT ${token}` }
    const id = newsroom.userIds.editor
    const graphql = (query: string) =>
      newsroom.ask('POST', '/api/graphql', { body: { query }, headers: { ...headers, 'x-forwarded-for': '192.0.2.9' } })
    const letGo = await holdWriter(newsroom, id)
    try {
      const reset = { token: link.split('/').at(-1), password: 'remembered this time' }
      // MongoDB and Postgres hold one account, SQLite everything.
      const writes = onServer()
        ? []
        : [
            newsroom.ask('POST', '/api/users/reset-password', { body: reset }),
            newsroom.ask('POST', '/api/articles', { headers, body: { headline: 'Held' } }),
            newsroom.ask('POST', '/api/payload-preferences/some', { headers, body: { value: 1 } }),
            newsroom.ask('POST', '/api/users', { headers, body: {} }),
            graphql(`mutation { updateUser(id: "${id}", data: { name: "Held" }) { id } }`),
          ]
      const held = {
        login: logIn('editor', PASSWORD, '192.0.2.2'),
        refresh: newsroom.ask('POST', '/api/users/refresh-token', { headers }),
        logout: newsroom.ask('POST', '/api/users/logout', { headers }),
        update: newsroom.ask('PATCH', `/api/users/${id}`, { headers, body: { name: 'Other' } }),
        graphql: graphql(
          `mutation { loginUser(email: "editor@imprimatur.example", password: "${PASSWORD}") { token } }`,
        ),
      }
      // Readers do not wait.
      expect((await newsroom.ask('GET', '/readyz')).status).toBe(200)
      for (const [what, answer] of Object.entries(held)) expectBusy(await answer, what)
      for (const [at, answer] of writes.entries()) expectBusy(await answer, `write ${String(at)}`)
      // Hashes are made one at a time, and nobody waits long for their turn.
      for (let nth = 0; nth < 3; nth++) {
        const wrong = Array.from({ length: 3 }, () => logIn('editor', 'not it', '192.0.2.2'))
        expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([401, 401, 401])
      }
      expect((await newsroom.ask('GET', '/api/articles/by-slug/nothing')).status).toBe(404)
      expect((await newsroom.ask('GET', '/api/users/me', { headers })).body.user.id).toBe(id)
    } finally {
      await letGo()
    }
    // Nine failures count of the ten that there are, and the held ones do not.
    expect((await logIn('editor', 'not it', '192.0.2.2')).status).toBe(401)
    expect((await logIn('editor', PASSWORD, '192.0.2.2')).status).toBe(429)
    expect((await logIn('editor', PASSWORD, '192.0.2.3')).status).toBe(200)
    expect(lines.filter((line) => line.startsWith('{"level":"error"'))).toEqual([])
  })
})
