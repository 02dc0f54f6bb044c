import type { TestNewsroom } from '../openNewsroom.ts'
import type { Target } from './attacks.ts'

/** What anonymous readers get of a piece and of its collection, by address, as the bytes that came. */
export async function readersView(
  newsroom: TestNewsroom,
  target: Target,
  slug: string,
): Promise<Record<string, string>> {
  const { collection, id, one } = target
  const many = one === 'Article' ? 'Articles' : one === 'Author' ? 'Authors' : 'NewsTeasers'
  const addresses = [
    `/api/${collection}?limit=100&depth=0`,
    `/api/${collection}/count`,
    `/api/${collection}/${id}?depth=1`,
    `/api/${collection}/by-slug/${slug}`,
    `/api/${collection}/${id}/imprimatur`,
  ]
  const queries = [
    `{ ${many}(limit: 100) { totalDocs docs { id slug ${target.title} publishedAt } } }`,
    `{ count${many} { totalDocs } }`,
    `{ ${one}(id: "${id}") { id slug ${target.title} publishedAt updatedAt } }`,
  ]
  const get = async (asked: string, address = asked, init?: RequestInit): Promise<[string, string]> => {
    const response = await fetch(newsroom.url + address, init)
    return [asked, `${String(response.status)} ${await response.text()}`]
  }
  const seen = [
    ...addresses.map((address) => get(address)),
    ...queries.map((query) =>
      get(query, '/api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    ),
  ]
  return Object.fromEntries(await Promise.all(seen))
}
