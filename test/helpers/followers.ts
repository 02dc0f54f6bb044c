import { expect } from 'vitest'
import type { TestNewsroom } from './openNewsroom.ts'

export type Told = {
  readonly seq: number
  readonly op: 'remove' | 'upsert'
  readonly collection: string
  readonly id: string
  readonly slug: string | null
  readonly digest: string
  readonly etag: string | null
  readonly reason: string
  readonly doc?: Readonly<Record<string, unknown>>
}

type Asking = Pick<TestNewsroom, 'ask'>

/** Everything from a cursor on, or from nothing, page by page. */
export async function allSince(
  { ask }: Asking,
  query = '',
  from?: string,
): Promise<{ readonly changes: readonly Told[]; readonly cursor: string }> {
  const changes: Told[] = []
  for (let cursor = from, more = true; ;) {
    const answer = await ask('GET', `/api/changes?${cursor === undefined ? '' : `since=${cursor}`}${query}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    changes.push(...(answer.body.changes as Told[]))
    cursor = answer.body.cursor as string
    more = answer.body.more as boolean
    if (!more) return { changes, cursor }
  }
}

/** What a reader holds who applies changes in turn, as the recipe in docs/front-ends.md has it. */
export class Follower {
  readonly byId = new Map<string, Told>()
  readonly byAddress = new Map<string, string>()
  cursor: string | undefined

  apply({ op, collection, id, slug, ...rest }: Told): void {
    const [piece, address] = [`${collection}:${id}`, `${collection}/${String(slug)}`]
    if (op === 'upsert') {
      this.byId.set(piece, { op, collection, id, slug, ...rest })
      this.byAddress.set(address, id)
    } else {
      this.byId.delete(piece)
      if (this.byAddress.get(address) === id) this.byAddress.delete(address)
    }
  }

  async follow(newsroom: Asking, query = ''): Promise<void> {
    const { changes, cursor } = await allSince(newsroom, query, this.cursor)
    for (const change of changes) this.apply(change)
    this.cursor = cursor
  }
}
