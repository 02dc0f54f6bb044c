import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answerWithFile } from '../../../src/delivery/index.ts'

/** The example of RFC 9110 §14.1.2 has 10,000 bytes. */
const BYTES = Buffer.from(Array.from({ length: 10_000 }, (_, at) => at % 251))
const MODIFIED = Date.UTC(2026, 0, 2, 3, 4, 5)

const file = {
  bytes: BYTES.length,
  hash: createHash('sha256').update(BYTES).digest(),
  modified: MODIFIED,
  type: 'image/webp',
  read: (part?: { start: number; end: number }) =>
    Promise.resolve(new Blob([part ? BYTES.subarray(part.start, part.end + 1) : BYTES]).stream()),
}
const ask = (headers: Record<string, string> = {}) => answerWithFile(new Headers(headers), file)
const etag = (await ask()).headers.get('etag') ?? ''

describe('a file', () => {
  it('comes whole, with what is known of it', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, s-maxage=1, immutable',
      'content-length': '10000',
      'content-type': 'image/webp',
      'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
      'repr-digest': `sha-256=:${file.hash.toString('base64')}:`,
    })
    expect(etag).toMatch(/^"[\w-]{32}"$/)
    expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES)).toBe(true)
  })

  it.each([
    ['bytes=0-499', 0, 499],
    ['bytes=500-999', 500, 999],
    ['bytes=-500', 9500, 9999],
    ['bytes=9500-', 9500, 9999],
    ['bytes=9500-99999', 9500, 9999],
    ['bytes=-99999', 0, 9999],
    ['Bytes=0-0', 0, 0],
  ])('in part: %s', async (range, start, end) => {
    const answer = await ask({ range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${String(start)}-${String(end)}/10000`)
    expect(answer.headers.get('content-length')).toBe(String(end - start + 1))
    expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES.subarray(start, end + 1))).toBe(true)
  })

  it.each(['bytes=10000-', 'bytes=10000-10001', 'bytes=-0'])('has no part %s', async (range) => {
    const answer = await ask({ range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10000'])
    expect(answer.headers.get('cache-control')).toBeNull()
  })

  it.each(['bytes=500-499', 'bytes=0-1,5-6', 'bytes=', 'bytes=-', 'bytes=a-b', 'lines=0-5', 'bytes 0-5', 'bytes=+1-2'])(
    'comes whole where no single part is asked for: %s',
    async (range) => {
      expect((await ask({ range })).status).toBe(200)
    },
  )

  it('comes in part only if it is still the one that the client has', async () => {
    const range = 'bytes=0-9'
    expect((await ask({ range, 'if-range': etag })).status).toBe(206)
    expect((await ask({ range, 'if-range': 'Fri, 02 Jan 2026 03:04:05 GMT' })).status).toBe(206)
    for (const other of [`W/${etag}`, '"other"', 'Fri, 02 Jan 2026 03:04:06 GMT', 'x'])
      expect((await ask({ range, 'if-range': other })).status, other).toBe(200)
  })

  it('does not come again to whoever has it', async () => {
    const answer = await ask({ 'if-none-match': etag, range: 'bytes=0-9' })
    expect(answer.status).toBe(304)
    expect(answer.headers.get('etag')).toBe(etag)
    expect(answer.headers.get('content-length')).toBeNull()
    expect((await ask({ 'if-match': '"other"' })).status).toBe(412)
  })
})
