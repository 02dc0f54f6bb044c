import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

/** Values that no field can hold, and ids of nothing, are refused in every collection: Payload (3.90) passes them on, and what comes then is an internal error. */
// Guard: refuseMisshapen among the hooks of a collection, such as collections/Users.ts.

const NOBODYS = '0123456789abcdef01234567'

/** What else a new document needs, so that nothing but the reference is wrong with it. */
const ELSE: Readonly<Record<string, object>> = {
  'api-keys': { name: 'K', scopes: ['read:published'] },
  articles: { headline: 'H' },
  authors: { displayName: 'A' },
  'news-teasers': { headline: 'H', excerpt: 'E', language: 'en' },
  sections: { name: 'S' },
  topics: { name: 'T' },
  users: { name: 'N', email: 'n@imprimatur.example', password: 'violet anchors over Bergen', roles: ['editor'] },
  webhooks: { name: 'W', url: 'https://example.com/', events: ['published'] },
}

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})

afterAll(async () => {
  await newsroom.close()
})

const refersToOne = (field: FlattenedField): boolean =>
  (field.type === 'relationship' || field.type === 'upload') &&
  typeof field.relationTo === 'string' &&
  !('virtual' in field && field.virtual)

it('refuses an id of nothing wherever a document refers to another', async () => {
  const looked = new Set<string>()
  for (const { flattenedFields, slug } of newsroom.payload.config.collections) {
    for (const field of flattenedFields.filter(refersToOne)) {
      const value = 'hasMany' in field && field.hasMany === true ? [NOBODYS] : NOBODYS
      const body = { ...ELSE[slug], [field.name]: value }
      for (const as of ['admin', 'editor'] as const) {
        const answer = await newsroom.ask('POST', `/api/${slug}`, { as, body })
        const what = `${slug}.${field.name} by ${as}: ${JSON.stringify(answer.body)}`
        expect(answer.status, what).toBeLessThan(500)
        if (answer.status !== 400) continue
        expect(
          (answer.body.errors as { field?: string }[]).map((each) => each.field),
          what,
        ).toContain(field.name)
        looked.add(slug)
      }
    }
  }
  expect(Object.keys(ELSE).filter((slug) => !looked.has(slug) && slug !== 'api-keys')).toEqual([])
})

it.each([7, true, ['a@imprimatur.example'], {}])('refuses %j for the address of an account', async (email) => {
  for (const [method, address] of [
    ['POST', '/api/users'],
    ['PATCH', `/api/users/${newsroom.userIds.contributor}`],
  ] as const) {
    const answer = await newsroom.ask(method, address, { as: 'admin', body: { ...ELSE.users, email } })
    expect([answer.status, answer.body.errors?.[0].field], JSON.stringify(answer.body)).toEqual([400, 'email'])
  }
})

// Guard: ofWhoAsks() in mendEndpoints.ts.
it('takes no notice of whose a new preference is said to be', async () => {
  const body = { key: 'columns', user: [null], value: 1 }
  const answer = await newsroom.ask('POST', '/api/payload-preferences', { as: 'editor', body })
  expect([answer.status, answer.body.doc?.user?.value?.id], JSON.stringify(answer.body)).toEqual([
    201,
    newsroom.userIds.editor,
  ])
})
