import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { given } from '../helpers/given.ts'
import { onServer, openNewsroom, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// CONTRACT §3: a write that names the revision it is based on is held to it, for each document, or refused with 400.

const gate = aBarrierGate()
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom({ barrier: gate.barrier })
  desk = pieces(newsroom)
})

afterAll(async () => {
  expect((await audit(newsroom.payload)).offences).toEqual([])
  await newsroom.close()
})

const ADDRESS = '/api/articles'
const among = (ids: readonly string[]) => `${ADDRESS}?where[id][in]=${ids.join(',')}`
const digestOf = async (id: string): Promise<string> => (await desk.transitions('articles', id, 'editor')).digest

/** One revision that somebody has open, and the newer one that somebody else saved since. */
let id: string
let seen: string
let now: string

beforeEach(async () => {
  id = await desk.anArticle({ headline: 'Mine' })
  seen = await digestOf(id)
  expect((await desk.save('articles', id, { headline: 'Theirs' }, 'editor2')).status).toBe(200)
  now = await digestOf(id)
})

/** Newest headline, and how many versions there are; null: not there, or in the trash. */
async function stored(of = id): Promise<[string, number] | null> {
  const piece = await newsroom.ask('GET', `${ADDRESS}/${of}?draft=true&depth=0`, { as: 'editor' })
  const versions = await newsroom.ask('GET', `${ADDRESS}/versions?where[parent][equals]=${of}&limit=0&depth=0`, {
    as: 'editor',
  })
  return piece.status === 200 ? [piece.body.headline, versions.body.totalDocs] : null
}

type Condition = { headers?: Record<string, string>; baseDigest?: unknown }
type Request = (condition: Condition, as?: Staff | 'reader') => Promise<Answer>

const request =
  (method: string, address: () => string, body: () => object | undefined): Request =>
  ({ headers, baseDigest }, as = 'editor') => {
    const sent = baseDigest === undefined ? body() : { ...body(), baseDigest }
    return newsroom.ask(method, address(), {
      ...(as === 'reader' ? {} : { as }),
      ...(sent ? { body: sent } : {}),
      ...(headers ? { headers } : {}),
    })
  }

const versionId = async () =>
  (
    await newsroom.ask('GET', `${ADDRESS}/versions?where[parent][equals]=${id}&sort=updatedAt&depth=0`, {
      as: 'editor',
    })
  ).body.docs[0].id as string

const change = () => ({ headline: 'Changed' })
const trash = () => ({ deletedAt: '2026-03-02T09:00:00.000Z' })

/** Every route by which somebody changes or deletes a piece that is there. */
const HELD: readonly [name: string, request: Request][] = [
  ['PATCH by id', request('PATCH', () => `${ADDRESS}/${id}`, change)],
  ['an autosave', request('PATCH', () => `${ADDRESS}/${id}?autosave=true&draft=true`, change)],
  ['PATCH of several', request('PATCH', () => among([id]), change)],
  ['the trash', request('PATCH', () => `${ADDRESS}/${id}`, trash)],
  ['the trash for several', request('PATCH', () => among([id]), trash)],
  [
    'DELETE by id',
    request(
      'DELETE',
      () => `${ADDRESS}/${id}`,
      () => undefined,
    ),
  ],
  [
    'DELETE of several',
    request(
      'DELETE',
      () => among([id]),
      () => undefined,
    ),
  ],
  [
    'the restoring of a version',
    async (more, as) => {
      const version = await versionId()
      return request(
        'POST',
        () => `${ADDRESS}/versions/${version}`,
        () => ({}),
      )(more, as)
    },
  ],
]

describe.each(HELD)('%s', (name, send) => {
  const several = name.includes('several')

  it.each([
    ['If-Match', 412, (digest: string) => ({ headers: { 'if-match': `"${digest}"` } })],
    ['baseDigest', 409, (digest: string) => ({ baseDigest: digest })],
  ] as const)('is held to %s', async (_, status, naming) => {
    const refused = await send(naming(seen))
    expect([refused.status, codesOf(refused)], JSON.stringify(refused.body)).toEqual([status, ['stale_revision']])
    expect(refused.body.errors[0]).toMatchObject({
      digest: now,
      changedBy: newsroom.userIds.editor2,
      changedAt: expect.any(String) as string,
      changedFields: ['headline'],
      ...(several ? { id } : {}),
    })
    expect(await stored()).toEqual(['Theirs', 2])
    expect((await send(naming(now))).status).toBe(200)
    expect(await stored()).not.toEqual(['Theirs', 2])
  })

  it('passes with If-Match: *', async () => {
    expect((await send({ headers: { 'if-match': '*' } })).status).toBe(200)
    expect(await stored()).not.toEqual(['Theirs', 2])
  })

  it('takes nothing but one strong tag, and no condition that it does not hold to', async () => {
    const odd: [Condition, string, string][] = [
      [{ headers: { 'if-match': now } }, 'invalid_value', 'If-Match'],
      [{ headers: { 'if-match': `W/"${now}"` } }, 'invalid_value', 'If-Match'],
      [{ headers: { 'if-match': `"${now}", "${seen}"` } }, 'invalid_value', 'If-Match'],
      [{ headers: { 'if-match': '' } }, 'invalid_value', 'If-Match'],
      [{ baseDigest: 'x' }, 'invalid_value', 'baseDigest'],
      [{ baseDigest: [now] }, 'invalid_value', 'baseDigest'],
      [{ headers: { 'if-none-match': '*' } }, 'condition_unsupported', 'If-None-Match'],
      [{ headers: { 'if-match': `"${now}"`, 'if-none-match': '"x"' } }, 'condition_unsupported', 'If-None-Match'],
      [
        { headers: { 'if-unmodified-since': 'Sat, 01 Mar 2036 08:00:00 GMT' } },
        'condition_unsupported',
        'If-Unmodified-Since',
      ],
    ]
    for (const [asked, code, field] of odd) {
      const answer = await send(asked)
      expect([answer.status, codesOf(answer), answer.body.errors[0].field], JSON.stringify(asked)).toEqual([
        400,
        [code],
        field,
      ])
    }
    expect(await stored()).toEqual(['Theirs', 2])
  })

  it('holds to both when both are sent, and not to the date beside If-Match', async () => {
    const headers = { 'if-match': `"${now}"` }
    expect((await send({ headers, baseDigest: seen })).status).toBe(409)
    expect((await send({ headers: { 'if-match': `"${seen}"` }, baseDigest: now })).status).toBe(412)
    expect(await stored()).toEqual(['Theirs', 2])
    const dated = { ...headers, 'if-unmodified-since': 'Sat, 01 Mar 2020 08:00:00 GMT' }
    expect((await send({ headers: dated, baseDigest: now })).status).toBe(200)
  })

  it.each([
    ['a reader', 'reader'],
    ['somebody who may not write', 'reviewer'],
    ['a contributor who has never seen it', 'contributor'],
  ] as const)('tells %s nothing', async (_, as) => {
    for (const digest of [seen, now]) {
      const answer = await send({ headers: { 'if-match': `"${digest}"` } }, as)
      const told = JSON.stringify(answer.body)
      expect(told).not.toContain(now)
      expect(told).not.toContain('stale_revision')
    }
    expect(await stored()).toEqual(['Theirs', 2])
  })
})

describe('several pieces at once', () => {
  it.each([
    ['PATCH', { headline: 'All' }],
    ['DELETE', undefined],
  ] as const)('%s writes none when one of them has moved on, and names each that has', async (method, body) => {
    const [one, two, three] = [await desk.anArticle(), await desk.anArticle(), await desk.anArticle()]
    const base = await digestOf(one)
    const answer = await newsroom.ask(method, among([one, two, three]), {
      as: 'editor',
      headers: { 'if-match': `"${base}"` },
      ...(body ? { body } : {}),
    })
    expect([answer.status, codesOf(answer)], JSON.stringify(answer.body)).toEqual([412, ['stale_revision']])
    const told = answer.body.errors.map((each: { id: string; digest: string }) => [each.id, each.digest]).sort()
    expect(told).toEqual(
      [
        [two, await digestOf(two)],
        [three, await digestOf(three)],
      ].sort(),
    )
    for (const each of [one, two, three]) expect(await stored(each)).toEqual([expect.stringMatching(/^Headline/), 1])
  })

  it('passes when each has that digest', async () => {
    const twin = { headline: 'Twins', slug: 'twins', body: null, credits: [] }
    const one = await desk.anArticle(twin)
    const { digest } = await desk.transitions('articles', one, 'editor')
    const answer = await newsroom.ask('PATCH', among([one]), {
      as: 'editor',
      headers: { 'if-match': `"${String(digest)}"` },
      body: { headline: 'Both' },
    })
    expect([answer.status, await stored(one)]).toEqual([200, ['Both', 2]])
  })
})

describe('GraphQL', () => {
  const ARTICLE = '{ headline: "New", slug: "new", body: {}, language: "en" }'

  it.each([
    ['updateArticle', (of: string) => `updateArticle(id: "${of}", data: { headline: "Changed" }) { id }`],
    ['deleteArticle', (of: string) => `deleteArticle(id: "${of}") { id }`],
  ])('%s is held to If-Match, which each of its mutations has to meet', async (_, mutation) => {
    const ask = (digest: string) =>
      newsroom.ask('POST', '/api/graphql', {
        as: 'editor',
        headers: { 'if-match': `"${digest}"` },
        body: { query: `mutation { ${mutation(id)} }` },
      })
    const refused = await ask(seen)
    expect(codesOf(refused)).toEqual(['stale_revision'])
    expect(await stored()).toEqual(['Theirs', 2])
    expect(codesOf(await ask(now))).toEqual([])
    expect(await stored()).not.toEqual(['Theirs', 2])
  })

  it('restores a version under the same condition', async () => {
    const version = await versionId()
    const ask = (digest: string) =>
      newsroom.ask('POST', '/api/graphql', {
        as: 'editor',
        headers: { 'if-match': `"${digest}"` },
        body: { query: `mutation { restoreVersionArticle(id: "${version}", draft: true) { id } }` },
      })
    expect(codesOf(await ask(seen))).toEqual(['stale_revision'])
    expect(await stored()).toEqual(['Theirs', 2])
    expect(codesOf(await ask(now))).toEqual([])
    expect(await stored()).toEqual(['Mine', 3])
  })

  it.each([
    ['createArticle', () => `createArticle(data: ${ARTICLE}) { id }`],
    ['duplicateArticle', () => `duplicateArticle(id: "${id}", data: ${ARTICLE}) { id }`],
    [
      'transitionArticle',
      () => `transitionArticle(id: "${id}", transition: "submit", digest: "${now}") { event { seq } }`,
    ],
    ['createSection', () => 'createSection(data: { name: "New", slug: "new" }) { id }'],
    ['updateFront', () => 'updateFront(data: { listLength: 9, railLength: 9 }) { listLength }'],
  ])('%s is refused with one', async (_, mutation) => {
    const answer = await newsroom.ask('POST', '/api/graphql', {
      as: 'editor',
      headers: { 'if-match': `"${now}"` },
      body: { query: `mutation { ${mutation()} }` },
    })
    expect(codesOf(answer), JSON.stringify(answer.body)).toEqual(['condition_unsupported'])
  })
})

describe('what cannot be held to a condition', () => {
  const conditions: [Record<string, string>, object][] = [
    [{ 'if-match': `"sha256:${'0'.repeat(64)}"` }, {}],
    [{ 'if-match': '*' }, {}],
    [{ 'if-none-match': '*' }, {}],
    [{ 'if-unmodified-since': 'Sat, 01 Mar 2036 08:00:00 GMT' }, {}],
    [{}, { baseDigest: `sha256:${'0'.repeat(64)}` }],
  ]

  it('is refused with 400, and nothing is written', async () => {
    const section = String(
      (await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'Held' } })).body.doc.id,
    )
    const picture = (await aPicture(newsroom)).id
    const total = async (collection: string) =>
      (await newsroom.ask('GET', `/api/${collection}?draft=true&limit=1`, { as: 'admin' })).body.totalDocs as number
    const move = { transition: 'submit', digest: now }
    const requests: [Staff, string, string, object | undefined][] = [
      ['editor', 'POST', '/api/articles', { headline: 'New' }],
      ['editor', 'POST', `/api/articles/${id}/duplicate`, {}],
      ['editor', 'POST', `/api/articles/${id}/transitions`, move],
      ['editor', 'POST', '/api/transitions', { items: [{ collection: 'articles', id, ...move }] }],
      ['editor', 'POST', '/api/import', { text: 'x' }],
      ['editor', 'POST', '/api/sections', { name: 'New' }],
      ['editor', 'PATCH', `/api/sections/${section}`, { name: 'New' }],
      ['editor', 'PATCH', `/api/sections?where[id][equals]=${section}`, { name: 'New' }],
      ['editor', 'POST', `/api/sections/${section}/duplicate`, {}],
      ['editor', 'DELETE', `/api/sections/${section}`, undefined],
      ['editor', 'DELETE', `/api/sections?where[id][equals]=${section}`, undefined],
      ['editor', 'PATCH', `/api/media/${picture}`, { alt: 'New' }],
      ['editor', 'DELETE', `/api/media/${picture}`, undefined],
      ['admin', 'PATCH', `/api/users/${newsroom.userIds.editor2}`, { name: 'New' }],
      ['admin', 'DELETE', `/api/users/${newsroom.userIds.editor2}`, undefined],
      ['editor', 'POST', '/api/globals/front', { listLength: 9 }],
      ['admin', 'POST', '/api/globals/newsroom', { name: 'New' }],
    ]
    const before = await Promise.all(['articles', 'sections', 'media', 'users'].map(total))
    for (const [as, method, address, body] of requests) {
      for (const [headers, more] of conditions) {
        const inItem = address === '/api/transitions' && 'baseDigest' in more
        const sent = inItem
          ? { items: [{ collection: 'articles', id, ...move, ...more }] }
          : body || 'baseDigest' in more
            ? { ...body, ...more }
            : undefined
        const answer = await newsroom.ask(method, address, { as, headers, ...(sent ? { body: sent } : {}) })
        const asked = `${method} ${address} ${JSON.stringify([headers, more])}`
        expect([answer.status, codesOf(answer)], asked).toEqual([400, ['condition_unsupported']])
        expect(answer.body.errors[0].message, asked).toContain('does not take a condition')
      }
    }
    expect(await Promise.all(['articles', 'sections', 'media', 'users'].map(total))).toEqual(before)
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'draft' })
    expect((await newsroom.ask('GET', `/api/sections/${section}`)).body.name).toBe('Held')
  })

  it('has nothing to do with reads', async () => {
    const headers = { 'if-match': '"x"', 'if-unmodified-since': 'Sat, 01 Mar 2020 08:00:00 GMT' }
    expect((await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor', headers })).status).toBe(200)
  })
})

/** On SQLite the second of two waits before its transaction begins. */
const POINTS = onServer() ? (['begin', 'judged'] as const) : (['begin'] as const)

describe.each([[[0, 1]], [[1, 0]]])('two at the same moment on the same base (%s)', (turns) => {
  it.each(
    POINTS.flatMap((point) => [
      [point, 'saves', 'PATCH', 'PATCH'] as const,
      [point, 'saves, one of them in bulk', 'PATCH', 'PATCH bulk'] as const,
      [point, 'a save and a deletion', 'PATCH', 'DELETE'] as const,
      [point, 'a save and a deletion in bulk', 'PATCH', 'DELETE bulk'] as const,
    ]),
  )('held at %s, %s: one is told', async (point, _, ...ways) => {
    const requests = ways.map((way, at) => {
      const [method = '', bulk] = way.split(' ')
      return () =>
        newsroom.ask(method, bulk ? among([id]) : `${ADDRESS}/${id}`, {
          as: at === 0 ? 'editor' : 'editor2',
          headers: { 'if-match': `"${now}"` },
          ...(method === 'PATCH' ? { body: { headline: `By ${String(at)}` } } : {}),
        })
    })
    const answers = await gate.together(point, turns, requests)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const [lost] = answers.filter(({ status }) => status !== 200)
    // Whoever comes after a deletion finds nothing; in bulk that is nothing to do.
    expect(['stale_revision', 'not_found']).toContain(codesOf(given(lost))[0])
  })
})

// CASES U5: what a save takes back is said before, and a save that nobody was asked about takes nothing back.
describe('a write with mayVoid: false', () => {
  const dossierOf = async (of: string) => (await newsroom.ask('GET', `${ADDRESS}/${of}/dossier`, { as: 'editor' })).body
  const voids = async (of: string) => (await desk.transitions('articles', of, 'editor')).voids
  const write = (query: string, body: object) =>
    newsroom.ask('PATCH', `${ADDRESS}/${id}${query}`, { as: 'editor', body })

  it('is told beforehand what a change would take back', async () => {
    expect(await voids(id)).toBeNull()
    await desk.moved('articles', id, 'submit', 'editor')
    expect(await voids(id)).toBeNull()
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(await voids(id)).toEqual({ signOffs: 1, scheduledAt: null })
    const at = new Date(Date.now() + 86_400_000).toISOString()
    await desk.moved('articles', id, 'schedule', 'publisher', { at })
    expect(await voids(id)).toEqual({ signOffs: 1, scheduledAt: at })
  })

  // Guard: `!mayVoid` in record().
  it.each(['?draft=true', '?autosave=true&draft=true'])(
    'is refused where it would take something back (%s)',
    async (query) => {
      await desk.approved('articles', id)
      const before = await dossierOf(id)
      const refused = await write(query, { headline: 'Changed', mayVoid: false })
      expect([refused.status, codesOf(refused)]).toEqual([409, ['would_void']])
      expect(refused.body.errors[0].voids).toEqual({ signOffs: 1, scheduledAt: null })
      expect(await dossierOf(id)).toEqual(before)
      expect((await stored())?.[0]).toBe('Theirs')
    },
  )

  it('passes where it takes nothing back: the same text, or one that nobody signed', async () => {
    expect((await write('?draft=true', { headline: 'Changed', mayVoid: false })).status).toBe(200)
    await desk.approved('articles', id)
    expect((await write('?draft=true', { headline: 'Changed', mayVoid: false })).status).toBe(200)
    expect((await dossierOf(id)).stage).toBe('approved')
    expect((await write('?draft=true', { headline: 'Again', mayVoid: true })).status).toBe(200)
    expect(await dossierOf(id)).toMatchObject({ stage: 'in_review', signOffs: [] })
  })

  it('says so with true or false', async () => {
    const refused = await write('?draft=true', { headline: 'Changed', mayVoid: 'no' })
    expect([refused.status, codesOf(refused)]).toEqual([400, ['invalid_value']])
    expect((await stored())?.[0]).toBe('Theirs')
  })
})
