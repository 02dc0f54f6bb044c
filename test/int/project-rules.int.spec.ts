import type { Access, CollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '../../packages/plugin-imprimatur/src/index.ts'
import { openStranger, type Stranger } from '../helpers/openStranger.ts'

// A project whose own rule gives each tenant its posts: what staff are told of those of others.

const ALL = 'all@example.org'
const NORTH = 'north@example.org'
const START = Date.parse('2030-05-06T10:00:00.000Z')

let stranger: Stranger
let now = START

const ofTheirs: Access = ({ req }) => {
  const tenant = (req.user as { tenant?: unknown } | null)?.tenant
  return tenant === undefined || tenant === 'all' ? true : { tenant: { equals: tenant } }
}
const collections: CollectionConfig[] = [
  {
    slug: 'posts',
    admin: { useAsTitle: 'title' },
    access: { read: ofTheirs },
    fields: [
      { name: 'title', type: 'text' },
      { name: 'tenant', type: 'text' },
      { name: 'desk', type: 'relationship', relationTo: 'desks' },
    ],
  },
  {
    slug: 'desks',
    admin: { useAsTitle: 'name' },
    access: { read: ({ req }) => req.user !== null },
    fields: [{ name: 'name', type: 'text' }],
  },
  { slug: 'users', auth: true, fields: [{ name: 'tenant', type: 'text' }] },
]
const review = (name: string, role: string, after: readonly string[]) => ({
  name,
  needed: 1,
  roles: [role],
  collections: [],
  when: {},
  after,
})

beforeAll(async () => {
  stranger = await openStranger({
    collections,
    plugin: {
      collections: { posts: { search: { lead: ['desk'] } } },
      policy: { reviews: [review('first', 'editor', []), review('second', 'reviewer', ['first'])] },
      clock: 'host',
      now: () => new Date(now),
    },
  })
  // The first to be there has every role.
  await stranger.person(ALL, { tenant: 'all' })
  await stranger.person(NORTH, { tenant: 'north', roles: ['reviewer', 'publisher'] })
  await stranger.person('ed@example.org', { tenant: 'all', roles: ['editor'] })
  await stranger.person('rex@example.org', { tenant: 'all', roles: ['reviewer'] })
})
afterAll(() => stranger.close())

const ask = async (method: string, address: string, body?: object, as = ALL) => {
  const answer = await stranger.ask(method, address, body, as)
  expect(answer.status, `${address}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}
const aPost = async (data: object): Promise<string> => String((await ask('POST', '/api/posts', data)).doc.id)
const move = async (id: string, transition: string, as = ALL, more: object = {}) => {
  const { digest } = await ask('GET', `/api/posts/${id}/transitions`, undefined, as)
  await ask('POST', `/api/posts/${id}/transitions`, { transition, digest, ...more }, as)
}
const approved = async (data: object): Promise<string> => {
  const id = await aPost(data)
  await move(id, 'submit')
  await move(id, 'sign_off', 'ed@example.org')
  await move(id, 'sign_off', 'rex@example.org')
  return id
}
const published = async (data: object): Promise<string> => {
  const id = await approved(data)
  await move(id, 'publish')
  return id
}
const found = async (q: string, as?: string): Promise<string[]> => {
  const { body, status } = await stranger.ask('GET', `/api/imprimatur/search?q=${q}`, undefined, as)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.docs.map(({ title }: { title: string }) => title)
}

describe('a search of staff', () => {
  // Guard: allowedByProject() in searchPieces.ts; the rule was asked about what readers have.
  it('goes by the text that it shows', async () => {
    const [leaves, comes] = [
      await published({ title: 'Heathland leaves', tenant: 'north' }),
      await published({ title: 'Heathland comes', tenant: 'south' }),
    ]
    await aPost({ title: 'Heathland of the south', tenant: 'south' })
    await aPost({ title: 'Heathland of the north', tenant: 'north' })
    expect((await found('heathland', NORTH)).sort()).toEqual(['Heathland leaves', 'Heathland of the north'])
    await ask('PATCH', `/api/posts/${leaves}`, { title: 'Heathland left', tenant: 'south' })
    await ask('PATCH', `/api/posts/${comes}`, { title: 'Heathland came', tenant: 'north' })
    expect((await found('heathland', NORTH)).sort()).toEqual(['Heathland came', 'Heathland of the north'])
    expect(await found('heathland', ALL)).toHaveLength(4)
    // Readers have what they had.
    expect((await found('heathland')).sort()).toEqual(['Heathland comes', 'Heathland leaves'])
  })
})

describe('a search of readers', () => {
  // Guard: readByReaders() in textsOf.ts.
  it('knows no title that readers may not read', async () => {
    const desk = String((await ask('POST', '/api/desks', { name: 'Quincebury' })).doc.id)
    await published({ title: 'From a desk', tenant: 'north', desk })
    await aPost({ title: 'At a desk', tenant: 'north', desk })
    expect(await found('desk')).toEqual(['From a desk'])
    expect(await found('quincebury')).toEqual([])
    expect(await found('quincebury', NORTH)).toEqual(['At a desk'])
  })
})

describe('a release', () => {
  // Guard: missedFor() in releasesOf.ts.
  it('says nothing of a hidden piece that stood in its way', async () => {
    const [south, north] = [
      await approved({ title: 'S', tenant: 'south' }),
      await approved({ title: 'N', tenant: 'north' }),
    ]
    const items = [south, north].map((id) => ({ collection: 'posts', id }))
    const { doc } = await ask('POST', '/api/releases', { name: 'Both', items })
    const at = new Date(now + 60_000).toISOString()
    await ask('POST', `/api/releases/${String(doc.id)}/schedule`, { at })
    await move(south, 'unschedule')
    await move(south, 'schedule', ALL, { at: new Date(now + 3_600_000).toISOString() })
    await move(north, 'unschedule')
    now += 60_000
    expect(await publishDue(stranger.payload)).toEqual({ published: 0, refused: 2 })
    const told = async (as: string) => {
      const { missed } = await ask('GET', `/api/releases/${String(doc.id)}`, undefined, as)
      const [listed] = (await ask('GET', '/api/releases', undefined, as)).docs
      expect(listed.missed).toEqual(missed)
      return missed
    }
    const GONE = 'This piece was changed or moved after the time was set, and is not scheduled any more.'
    const OWN = 'This piece was given a time of its own after that of the release was set.'
    const inTheWay = (id: string, message: string) => ({ collection: 'posts', id, code: 'wrong_stage', message })
    expect(await told(ALL)).toMatchObject({
      code: 'wrong_stage',
      message: OWN,
      pieces: [inTheWay(south, OWN), inTheWay(north, GONE)],
    })
    expect(await told(NORTH)).toMatchObject({
      code: 'wrong_stage',
      message: 'This cannot be done at the stage of the piece.',
      pieces: [inTheWay(north, GONE)],
    })
  })
})

describe('the dashboard', () => {
  // Guard: pagesOfKnown(); each page of a card began with all dossiers again.
  it('reads what could be meant once for each card', async () => {
    const items: object[] = []
    // One more than a card looks at together. None of them is this person's turn yet.
    for (let nth = 1; nth <= 26; nth++) {
      const id = await aPost({ title: `Waits ${String(nth)}`, tenant: 'north' })
      const { digest } = await ask('GET', `/api/posts/${id}/transitions`)
      items.push({ collection: 'posts', id, transition: 'submit', digest })
    }
    await ask('POST', '/api/imprimatur/transitions', { items })
    const { db } = stranger.payload
    const find = db.find.bind(db)
    let whole = 0
    db.find = (args: Parameters<typeof find>[0]) => {
      if (args.collection === 'dossiers' && args.limit === 500) whole++
      return find(args)
    }
    const { cards } = await ask('GET', '/api/imprimatur/desk', undefined, NORTH).finally(() => {
      db.find = find
    })
    expect(cards.map(({ name, total }: { name: string; total: number }) => [name, total])).toContainEqual([
      'to_review',
      0,
    ])
    expect(whole).toBe(cards.length)
  })
})
