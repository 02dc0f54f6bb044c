import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'

/** Payload leaves out rows that are none, and takes a group that is none for an empty one: what stood there would be gone, and the answer 200. */
// Guards: lost() in normalizeInput.ts.

const AT = '2026-01-01T00:00:00.000Z'
const CORRECTION = { kind: 'correction', at: AT, text: 'It was 2015.' }

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(async () => {
  await newsroom.close()
})

const CASES: readonly [what: string, collection: string, stored: object, sent: object, field: string][] = [
  ['words for a row', 'articles', { corrections: [CORRECTION] }, { corrections: ['It was 2016.'] }, 'corrections.0'],
  ['a list for a row', 'articles', { corrections: [CORRECTION] }, { corrections: [[CORRECTION]] }, 'corrections.0'],
  [
    'a number after a row',
    'authors',
    { displayName: 'A', affiliations: [{ organization: 'The Herald' }] },
    { affiliations: [{ organization: 'The Herald' }, 7] },
    'affiliations.1',
  ],
  [
    'an address for a group',
    'news-teasers',
    { target: { kind: 'external', url: 'https://example.org/' } },
    { target: 'https://example.com/' },
    'target',
  ],
  [
    'a list for a group',
    'news-teasers',
    { target: { kind: 'external', url: 'https://example.org/' } },
    { target: ['https://example.com/'] },
    'target',
  ],
]

describe.each(CASES)('%s', (_what, collection, stored, sent, field) => {
  it('is refused, and what is stored stays', async () => {
    const body = { headline: 'H', language: 'en', ...stored }
    const made = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
    expect(made.status).toBe(201)
    const address = `/api/${collection}/${String(made.body.doc.id)}`
    const [name = ''] = Object.keys(sent)

    const refused = await newsroom.ask('PATCH', address, { as: 'editor', body: sent })
    expect([refused.status, codesOf(refused), refused.body.errors?.[0].field]).toEqual([400, ['invalid_value'], field])
    const kept = await newsroom.ask('GET', `${address}?draft=true&depth=0`, { as: 'editor' })
    expect(kept.body[name]).toEqual(made.body.doc[name])

    const anew = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { ...body, ...sent } })
    expect([anew.status, anew.body.errors?.[0].field]).toEqual([400, field])
  })
})

describe('a global', () => {
  it('refuses words for a group', async () => {
    const body = { excerptWords: 'forty' }
    const answer = await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body })
    expect([answer.status, codesOf(answer), answer.body.errors?.[0].field]).toEqual([
      400,
      ['invalid_value'],
      'excerptWords',
    ])
  })
})
