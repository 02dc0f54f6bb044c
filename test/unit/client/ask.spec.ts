import { describe, expect, it } from 'vitest'
import { createClient, ImprimaturError } from '../../../packages/client/src/index.ts'

/** What goes over the wire, and what is done with answers that are none: with a `fetch` of our own, which real requests go through in test/int. */

type Answer = { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }

function answering(...answers: readonly Answer[]) {
  const asked: { readonly url: string; readonly headers: Headers }[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push({ url: new Request(url).url, headers: new Headers(init?.headers) })
    const { status, body = '{}', headers = {} } = answers[asked.length - 1] ?? answers.at(-1) ?? { status: 500 }
    return new Response(body, { status, headers })
  }
  const client = createClient({ url: 'https://news.example.org/cms/', fetch, headers: { authorization: 'a key' } })
  return { client, asked }
}
const list = { status: 200, body: '{"docs":[]}' }
const busy = { status: 503, body: '{"errors":[{"code":"busy","message":"Later."}]}', headers: { 'retry-after': '0' } }

describe('a request', () => {
  it('has one address for one question, with lists by commas and dates in UTC', async () => {
    const { client, asked } = answering(list)
    await client.find('articles', {
      where: {
        publishedAt: { greater_than: new Date('2026-11-24T01:00:00+01:00') },
        or: [{ genre: { in: ['opinion', 'editorial'] } }, { 'section.slug': { equals: 'a&b' } }],
      },
      sort: ['-publishedAt', 'id'],
      select: { body: false },
      limit: 2,
    })
    const { pathname, searchParams } = new URL(asked[0]?.url ?? '')
    expect(pathname).toBe('/cms/api/articles')
    expect([...searchParams]).toEqual([
      ['limit', '2'],
      ['select[body]', 'false'],
      ['sort', '-publishedAt,id'],
      ['where[or][0][genre][in]', 'opinion,editorial'],
      ['where[or][1][section.slug][equals]', 'a&b'],
      ['where[publishedAt][greater_than]', '2026-11-24T00:00:00.000Z'],
    ])
    expect(asked[0]?.headers.get('authorization')).toBe('a key')
  })

  it('keeps what is written into an address in its place', async () => {
    const { client, asked } = answering({ status: 404, body: '{"errors":[{"code":"not_found","message":"No."}]}' })
    expect(await client.bySlug('articles', '../users?x=1#y')).toEqual({ kind: 'missing' })
    expect(asked[0]?.url).toBe('https://news.example.org/cms/api/articles/by-slug/..%2Fusers%3Fx%3D1%23y')
  })
})

describe('a newsroom that is away', () => {
  it('is waited for as long as it says, and so often and no more', async () => {
    const patient = answering(busy, busy, list)
    expect((await patient.client.find('articles')).docs).toEqual([])
    expect(patient.asked).toHaveLength(3)
    const never = answering(busy)
    await expect(never.client.find('articles')).rejects.toMatchObject({ status: 503, code: 'busy', retryAfter: 0 })
    expect(never.asked).toHaveLength(4)
  })

  it.each([
    ['says not how long', { status: 503, headers: {} }],
    ['is away for longer than anybody waits', { status: 503, headers: { 'retry-after': '86400' } }],
    ['says so in no time that can be read', { status: 503, headers: { 'retry-after': 'later' } }],
    ['fails', { status: 500, headers: { 'retry-after': '0' } }],
    ['refuses', { status: 429, headers: { 'retry-after': '0' } }],
  ])('is not asked again when it %s', async (_, answer) => {
    const { client, asked } = answering(answer)
    await expect(client.find('articles')).rejects.toMatchObject({ status: answer.status, code: 'unreadable_answer' })
    expect(asked).toHaveLength(1)
  })

  it('is not waited for by whoever has given up', async () => {
    const { client } = answering({ ...busy, headers: { 'retry-after': '30' } })
    const stop = new AbortController()
    const finding = client.find('articles', {}, { signal: stop.signal })
    stop.abort(new Error('Never mind.'))
    await expect(finding).rejects.toThrow('Never mind.')
  })
})

describe('an answer', () => {
  it.each([
    ['is a page of something else', '<!doctype html>'],
    ['was broken off', '{"docs":[{"id":'],
  ])('that %s is an error, and no empty list', async (_, body) => {
    const { client } = answering({ status: 200, body })
    const error: unknown = await client.find('articles').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ImprimaturError)
    expect(error).toMatchObject({ status: 200, code: 'unreadable_answer', refusals: [] })
  })

  it('that refuses keeps all that it says', async () => {
    const errors = [
      { code: 'field_not_queryable', message: 'No.', hint: 'There are …', field: 'select' },
      { code: 'invalid_value', message: 'Nor this.' },
    ]
    const { client } = answering({ status: 400, body: JSON.stringify({ errors }) })
    await expect(client.find('articles')).rejects.toMatchObject({
      message: 'No.',
      code: 'field_not_queryable',
      hint: 'There are …',
      field: 'select',
      refusals: errors,
    })
  })

  it('that retracts nothing by that name is no retraction', async () => {
    const { client } = answering({ status: 410, body: '{"errors":[{"code":"cursor_reset","message":"Anew."}]}' })
    await expect(client.bySlug('articles', 'x')).rejects.toMatchObject({ code: 'cursor_reset' })
  })
})
