import type { DossierView } from '../access/index.ts'
import type { Option, Stage, WorkflowEvent } from '../domain/workflow/index.ts'
import { Refused, refusalOf, UNREACHABLE } from './refusal.ts'

/** The answer of `GET /api/{collection}/{id}/transitions`. */
export type Transitions = {
  readonly stage: Stage
  readonly digest: string
  /** Digest of what readers get, if anything. */
  readonly live: string | null
  /** When the newest revision was saved, ISO 8601. */
  readonly updatedAt: string | null
  /** Since when readers have a text that nobody has reviewed, and which reviews it lacks. Null: there is none. */
  readonly unreviewed: {
    readonly since: string
    readonly missing: readonly {
      readonly review: string
      readonly missing: number
      readonly roles: readonly string[]
    }[]
  } | null
  readonly transitions: readonly Option[]
}

export type StageMark = {
  readonly stage: Stage
  readonly live: boolean
  /** Whether readers have what nobody has reviewed. */
  readonly unreviewed?: boolean
}

/** What was saved after the revision that somebody has open. */
export type NewerRevision = {
  readonly digest: string
  readonly changedBy: string | null
  readonly changedAt: string | null
  readonly changedFields: readonly string[]
}

/** The answer of `GET …/diff`, as far as the panel uses it. */
export type Difference = {
  readonly to: string
  /** Escaped, without scripts. */
  readonly html: string
}

export type MoveInput = {
  readonly transition: string
  readonly digest: string
  readonly review?: string
  readonly reason?: string
  readonly notice?: string
  readonly at?: string
}

export type Piece = { readonly collection: string; readonly id: string }

/** Somebody else who has unsaved changes in a piece. */
export type Writer = { readonly id: string; readonly since: string }

export type DeskApi = {
  readonly writers: (piece: Piece) => Promise<readonly Writer[]>
  /**
   * Reports that the asker has unsaved changes in the piece, or none any more. The request is sent even while the
   * page is left.
   */
  readonly noteWriting: (piece: Piece, writing: boolean) => Promise<readonly Writer[]>
  readonly transitions: (piece: Piece) => Promise<Transitions>
  readonly dossier: (piece: Piece) => Promise<DossierView>
  /** What is different between two revisions, each a digest, `live` or `newest`. */
  readonly difference: (piece: Piece, from: string, to: string) => Promise<Difference>
  readonly events: (piece: Piece) => Promise<readonly WorkflowEvent[]>
  readonly move: (
    piece: Piece,
    input: MoveInput,
  ) => Promise<{ readonly doc: Readonly<Record<string, unknown>>; readonly dossier: DossierView }>
  /** Null: nothing was saved since. */
  readonly newerThan: (piece: Piece, digest: string) => Promise<NewerRevision | null>
  /** By `collection:id`; what the asker may not know is left out. At most 100 pieces. */
  readonly stages: (keys: readonly string[]) => Promise<Readonly<Record<string, StageMark>>>
  /** By id of the user; who is not there any more is left out. */
  readonly names: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>
}

/**
 * The newsroom's REST API as the admin panel uses it. Every call throws {@link Refused} when it was refused or did not
 * arrive.
 *
 * @param prefix where the endpoints lie that are about no single piece
 * @param users slug of the collection of the staff, and the field that holds their names
 */
export function deskApi(apiRoute: string, prefix: string, users: { slug: string; name: string }): DeskApi {
  const at = ({ collection, id }: Piece, what: string) => `${apiRoute}/${collection}/${encodeURIComponent(id)}/${what}`
  return {
    writers: async (piece) => (await ask<{ writers: readonly Writer[] }>(at(piece, 'writers'))).writers,
    noteWriting: async (piece, writing) =>
      (await ask<{ writers: readonly Writer[] }>(at(piece, 'writers'), { writing })).writers,
    transitions: (piece) => ask(at(piece, 'transitions')),
    dossier: (piece) => ask(at(piece, 'dossier')),
    difference: (piece, from, to) => ask(`${at(piece, 'diff')}?${new URLSearchParams({ from, to })}`),
    events: async (piece) => (await ask<{ docs: readonly WorkflowEvent[] }>(at(piece, 'events'))).docs,
    move: (piece, input) => ask(at(piece, 'transitions'), input),
    newerThan: async ({ collection, id }, digest) => {
      const query = new URLSearchParams({ piece: `${collection}:${id}`, than: digest })
      return (await ask<{ newer: NewerRevision | null }>(`${apiRoute}${prefix}/newer-revision?${query}`)).newer
    },
    stages: async (keys) => {
      const query = new URLSearchParams({ pieces: keys.join(',') })
      return (await ask<{ stages: Record<string, StageMark> }>(`${apiRoute}${prefix}/stages?${query}`)).stages
    },
    names: async (ids) => {
      const query = new URLSearchParams({ depth: '0', limit: String(ids.length), 'where[id][in]': ids.join(',') })
      const { docs } = await ask<{ docs: readonly Record<string, unknown>[] }>(`${apiRoute}/${users.slug}?${query}`)
      return Object.fromEntries(docs.map((doc) => [String(doc['id']), String(doc[users.name] ?? doc['id'])]))
    },
  }
}

/** Sends `body` with POST, or asks with GET when there is none. */
export async function ask<T>(address: string, body?: unknown): Promise<T> {
  const response = await fetch(address, {
    credentials: 'include',
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          // It is to arrive even if the page goes meanwhile; browsers take 64 KiB of such requests at a time.
          keepalive: JSON.stringify(body).length < 1_000,
        }),
  }).catch(() => {
    throw new Refused(UNREACHABLE)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new Refused(refusalOf(response.status, answer))
  return answer as T
}
