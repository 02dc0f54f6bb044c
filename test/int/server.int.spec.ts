import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isErrorCode } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { openNewsroom, PASSWORD, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'

/** What Payload itself answers, through the whole app: shapes that no fake could vouch for. */
let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(async () => {
  await newsroom.close()
})

const firstError = ({ body }: Answer) => body.errors?.[0]

/** Every refusal, whoever makes it: a known code, a message, and nothing of the inside. */
function expectContractShape(answer: Answer): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(Object.keys(answer.body)).toContain('errors')
  expect(answer.body.errors.length).toBeGreaterThan(0)
  for (const { code, message } of answer.body.errors) {
    expect(isErrorCode(code), String(code)).toBe(true)
    expect(message).toMatch(/\S/)
  }
  expect(JSON.stringify(answer.body)).not.toMatch(/"(name|stack)":|\wError:|node_modules|\.ts:/)
}

describe('refusals of Payload, in the shape of the contract', () => {
  it.each([
    ['GET', '/api', 404, 'not_found'],
    ['GET', '/api/nothing', 404, 'not_found'],
    ['GET', '/api/globals/nothing', 404, 'not_found'],
    ['GET', '/api/articles/no-such-id', 404, 'not_found'],
    ['GET', '/api/articles/by-slug/no-such-slug', 404, 'not_found'],
    ['PUT', '/api/articles', 405, 'method_not_allowed'],
    ['PUT', '/api/users/login', 405, 'method_not_allowed'],
    ['PUT', '/api/graphql', 405, 'method_not_allowed'],
    ['GET', '/api/graphql', 400, 'invalid_value'],
  ])('%s %s is %i %s', async (method, address, status, code) => {
    const answer = await newsroom.ask(method, address)
    expect([answer.status, firstError(answer)?.code]).toEqual([status, code])
    expectContractShape(answer)
    const isPublicAddress = method === 'GET' && status === 404 && address.startsWith('/api/articles/')
    expect(answer.headers.get('cache-control')).toMatch(isPublicAddress ? /^public, max-age=0,/ : /no-store/)
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/[A-Z]/)
  })

  it('names each field that does not pass', async () => {
    const answer = await newsroom.ask('POST', '/api/users', {
      as: 'admin',
      body: { email: 'no address', password: PASSWORD },
    })
    expect(answer.status).toBe(400)
    expectContractShape(answer)
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toContain('email')
    expect(firstError(answer).code).toBe('invalid_value')
  })

  it('says 401 for a wrong password', async () => {
    const answer = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'wrong' },
    })
    expect([answer.status, firstError(answer).code]).toEqual([401, 'not_authenticated'])
    expectContractShape(answer)
  })

  it.each(['POST', 'PATCH', 'DELETE'])('refuses a %s by nobody', async (method) => {
    const address = method === 'POST' ? '/api/articles' : '/api/articles/no-such-id'
    const answer = await newsroom.ask(method, address, { body: { headline: 'x' } })
    expect([401, 403, 404]).toContain(answer.status)
    expectContractShape(answer)
  })

  it('refuses broken JSON, other types and too much of either', async () => {
    const post = async (body: string, type: string) => {
      const response = await fetch(`${newsroom.url}/api/users/login`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      })
      const answer = { status: response.status, headers: response.headers, body: await response.json() }
      expectContractShape(answer)
      return [answer.status, firstError(answer).code]
    }
    expect(await post('{', 'application/json')).toEqual([400, 'invalid_value'])
    expect(await post('email=a', 'application/x-www-form-urlencoded')).toEqual([415, 'unsupported_media_type'])
    expect(await post(`{"email":"${'x'.repeat(1024 * 1024)}"}`, 'application/json')).toEqual([413, 'too_large'])
  })

  it('refuses an upload over 25 MB', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(26 * 1024 * 1024)]), 'big.png')
    const response = await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'too_large' }] })
  })

  it('answers a GraphQL syntax error with its code', async () => {
    // The GraphQL over HTTP draft has 400 for those who name its own media type, and 200 for application/json.
    const headers = { accept: 'application/graphql-response+json' }
    const answer = await newsroom.ask('POST', '/api/graphql', { body: { query: '{' }, headers })
    expect(answer.status).toBe(400)
    expectContractShape(answer)
    expect(firstError(answer).extensions.code).toBe(firstError(answer).code)
  })
})

describe('what passes through the bridge', () => {
  it('sets the session cookie at login, and takes it back', async () => {
    const response = await fetch(`${newsroom.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'editor@imprimatur.example', password: PASSWORD }),
    })
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^payload-token=[^;]+;.*HttpOnly/)
    const me = await newsroom.ask('GET', '/api/users/me', {
      headers: { cookie: cookie.split(';')[0] ?? '', origin: newsroom.url },
    })
    expect(me.body.user.email).toBe('editor@imprimatur.example')
  })

  it('answers HEAD as GET without the body', async () => {
    const [get, head] = [await newsroom.ask('GET', '/api/articles'), await newsroom.ask('HEAD', '/api/articles')]
    expect([get.status, head.status]).toEqual([200, 200])
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(head.body).toBe('')
  })

  it('takes the long queries of the admin panel as a POST that stands for a GET', async () => {
    const response = await fetch(`${newsroom.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'editor@imprimatur.example', password: PASSWORD }),
    })
    const { token } = (await response.json()) as { token: string }
    const listed = await fetch(`${newsroom.url}/api/articles`, {
      method: 'POST',
      headers: {
        authorization: `JWT ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      },
      body: 'limit=1&depth=0',
    })
    expect([listed.status, (await listed.json()) as object]).toMatchObject([200, { docs: [], limit: 1 }])
  })

  it('answers a preflight request', async () => {
    const { status } = await newsroom.ask('OPTIONS', '/api/articles', {
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(status).toBe(200)
  })
})
