import type { PublishedRelease, QueueEntry, ReleasePage, ReleaseView } from '../operations/index.ts'
import { ask, type Piece } from './deskApi.ts'

/** The releases of the newsroom as the panel uses them. Every call throws `Refused` when it was refused or did not arrive. */
export type ReleaseApi = {
  readonly one: (id: string) => Promise<ReleaseView>
  /** Those that pieces can be added to, the newest first. */
  readonly open: () => Promise<ReleasePage['docs']>
  readonly make: (name: string, items?: readonly Piece[]) => Promise<ReleaseView>
  readonly add: (id: string, items: readonly Piece[]) => Promise<ReleaseView>
  readonly remove: (id: string, piece: Piece) => Promise<ReleaseView>
  /** @param at ISO 8601, or null to take the time back */
  readonly schedule: (release: Seen, at: string | null) => Promise<ReleaseView>
  readonly publish: (release: Seen) => Promise<ReleaseView>
  /** Pieces that have not gone out, by words of their headlines. */
  readonly find: (search: string) => Promise<readonly QueueEntry[]>
}

/** A release as somebody has it before them: what they decide about is that and nothing else. */
type Seen = Pick<ReleaseView, 'id' | 'version'>

const UNDER_WAY = 'draft,in_review,changes_requested,approved'

/**
 * @param route of the API
 * @param prefix where the endpoints lie that are about no single piece
 * @param slug of the collection of releases
 */
export function releaseApi(route: string, prefix: string, slug: string): ReleaseApi {
  const all = `${route}/${slug}`
  const at = (id: string, act?: string): string => `${all}/${encodeURIComponent(id)}${act ? `/${act}` : ''}`
  const docOf = async (answer: Promise<{ readonly doc: ReleaseView }>): Promise<ReleaseView> => (await answer).doc
  return {
    one: (id) => ask(at(id)),
    open: async () => (await ask<ReleasePage>(`${all}?state=open&limit=100`)).docs,
    make: (name, items = []) => docOf(ask(all, { name, ...(items.length > 0 ? { items: items.map(named) } : {}) })),
    add: (id, items) => docOf(ask(at(id, 'add'), { items: items.map(named) })),
    remove: (id, piece) => docOf(ask(at(id, 'remove'), { items: [named(piece)] })),
    schedule: ({ id, version }, time) => docOf(ask(at(id, 'schedule'), { at: time, version })),
    publish: ({ id, version }) => docOf(ask<{ doc: PublishedRelease['release'] }>(at(id, 'publish'), { version })),
    find: async (search) => {
      const query = new URLSearchParams({ stage: UNDER_WAY, search, limit: '10' })
      return (await ask<{ docs: readonly QueueEntry[] }>(`${route}${prefix}/review-queue?${query}`)).docs
    },
  }
}

function named({ collection, id }: Piece): Piece {
  return { collection, id }
}
