import { describe, expect, it } from 'vitest'
import { purgeRequests } from '../../../src/webhooks/purgeRequests.ts'

/** What the caches in front are sent, by their own documentation. */

const urls = ['https://cache.example.org/purge']
const keys = (count: number): string[] => Array.from({ length: count }, (_, at) => `articles:${String(at)}`)

describe('a purge', () => {
  it('of Fastly is a list of keys, with its own header for the token', () => {
    expect(purgeRequests({ kind: 'fastly', urls, token: 't' }, ['articles:1', 'articles'])).toEqual([
      {
        url: urls[0],
        method: 'POST',
        headers: { 'content-type': 'application/json', 'fastly-key': 't' },
        body: '{"surrogate_keys":["articles:1","articles"]}',
      },
    ])
  })

  it('of Cloudflare is a list of tags', () => {
    expect(purgeRequests({ kind: 'cloudflare', urls, token: 't' }, ['articles:1'])).toEqual([
      {
        url: urls[0],
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer t' },
        body: '{"tags":["articles:1"]}',
      },
    ])
  })

  it('of Varnish is a PURGE with the header of xkey', () => {
    expect(purgeRequests({ kind: 'varnish', urls, token: undefined }, ['articles:1', 'articles'])).toEqual([
      { url: urls[0], method: 'PURGE', headers: { xkey: 'articles:1 articles' }, body: '' },
    ])
  })

  it('of anything else is a list of keys', () => {
    const [request] = purgeRequests({ kind: 'http', urls, token: undefined }, ['articles'])
    expect(request).toMatchObject({ method: 'POST', body: '{"keys":["articles"]}' })
    expect(request?.headers).toEqual({ 'content-type': 'application/json' })
  })

  // Guard: `most` of each kind.
  it.each([
    ['fastly', 600, [256, 256, 88]],
    ['cloudflare', 201, [100, 100, 1]],
    ['http', 1_001, [1_000, 1]],
  ] as const)('of %s names no more at once than it takes', (kind, count, sizes) => {
    const sent = purgeRequests({ kind, urls, token: 't' }, keys(count)).map(({ body }) =>
      Object.values(JSON.parse(body) as Record<string, string[]>).flat(),
    )
    expect(sent.map(({ length }) => length)).toEqual(sizes)
    expect(sent.flat()).toEqual(keys(count))
  })

  it('of Varnish keeps below the length of a header, and within it names all', () => {
    const long = Array.from({ length: 30 }, (_, at) => `articles:${String(at).padStart(2, '0')}${'x'.repeat(300)}`)
    const headers = purgeRequests({ kind: 'varnish', urls, token: undefined }, long).map(
      (each) => each.headers.xkey ?? '',
    )
    expect(headers.length).toBeGreaterThan(1)
    for (const each of headers) expect(each.length).toBeLessThanOrEqual(4_000)
    expect(headers.join(' ').split(' ')).toEqual(long)
  })

  it('names each key once, and goes to each cache', () => {
    const two = ['http://10.0.0.1/', 'http://10.0.0.2/']
    const sent = purgeRequests({ kind: 'http', urls: two, token: undefined }, ['a', 'b', 'a'])
    expect(sent.map(({ body, url }) => [url, body])).toEqual(two.map((url) => [url, '{"keys":["a","b"]}']))
  })

  it('of nothing is none', () => {
    expect(purgeRequests({ kind: 'http', urls, token: undefined }, [])).toEqual([])
  })
})
