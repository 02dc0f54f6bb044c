import type { DossierView } from '../access/index.ts'
import type { Anchor } from '../domain/comments/index.ts'
import type { AssignmentChange, Option, Stage, Voids, WorkflowEvent } from '../domain/workflow/index.ts'
import type {
  CommentsView,
  CommentView,
  Companion,
  LeaseView,
  NotificationPage,
  ReviewLinksView,
  ReviewLinkView,
  StyleNote,
  StyleView,
} from '../operations/index.ts'
import type { SearchPage } from '../search/index.ts'
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
  /** What saving another text would take back; null: nothing. */
  readonly voids: Voids | null
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

export type { Companion }

/** The answer of `GET …/companions`. */
export type CompanionsView = { readonly moves: readonly Option[]; readonly docs: readonly Companion[] }

export type Piece = { readonly collection: string; readonly id: string }

/** What somebody says of a piece; without an anchor it is about the piece, with a parent an answer. */
export type CommentDraft = {
  readonly text: string
  readonly anchor?: Anchor
  /** Words for those of the anchor. */
  readonly suggestion?: string
  readonly parent?: string
  readonly mentions?: readonly string[]
}

export type DeskApi = {
  readonly comments: (piece: Piece) => Promise<CommentsView>
  readonly addComment: (piece: Piece, draft: CommentDraft) => Promise<CommentView>
  readonly changeComment: (
    id: string,
    change: { readonly text?: string; readonly resolved?: boolean },
  ) => Promise<CommentView>
  readonly removeComment: (id: string) => Promise<CommentView>
  /** Puts suggested words into the text with the digest `baseDigest`, which has to be the newest. */
  readonly takeSuggestion: (
    id: string,
    on: { readonly baseDigest: string; readonly mayVoid: boolean },
  ) => Promise<CommentView>
  readonly leaveSuggestion: (id: string) => Promise<CommentView>
  /** Links by which people without an account see a revision. */
  readonly reviewLinks: (piece: Piece) => Promise<ReviewLinksView>
  /** `digest` is of the text that it is to show, which has to be the newest. */
  readonly makeReviewLink: (
    piece: Piece,
    draft: { readonly name: string; readonly expiresAt: string; readonly digest: string },
  ) => Promise<{ readonly url: string; readonly link: ReviewLinkView }>
  readonly revokeReviewLink: (piece: Piece, link: string) => Promise<unknown>
  /** The first pieces that have these words, the best first. */
  readonly search: (query: string) => Promise<Pick<SearchPage, 'docs' | 'totalDocs'>>
  /** Where the newest text of the piece does not keep to the house style. */
  readonly style: (piece: Piece) => Promise<StyleView>
  /** Lets words stand in the text with this digest. */
  readonly letStand: (
    piece: Piece,
    digest: string,
    note: Pick<StyleNote, 'rule' | 'path' | 'start'>,
  ) => Promise<StyleView>
  /** Takes that back, by the id of the exception. */
  readonly letStandNoMore: (piece: Piece, exception: string) => Promise<StyleView>
  /** What the asker was told, newest first. */
  readonly notifications: (limit: number) => Promise<NotificationPage>
  readonly readNotifications: (ids: readonly string[] | 'all') => Promise<{ readonly unread: number }>
  /** The people who work here, by id. */
  readonly colleagues: () => Promise<Readonly<Record<string, string>>>
  /** Who writes in the piece. */
  readonly lease: (piece: Piece) => Promise<LeaseView>
  /** Takes hold of the piece, or goes on holding it. */
  readonly hold: (piece: Piece, takeOver?: boolean) => Promise<LeaseView>
  /** Lets go of the piece. The request is sent even while the page is left. */
  readonly leave: (piece: Piece) => Promise<LeaseView>
  readonly transitions: (piece: Piece) => Promise<Transitions>
  readonly dossier: (piece: Piece) => Promise<DossierView>
  /** What is different between two revisions, each a digest, `live` or `newest`. */
  readonly difference: (piece: Piece, from: string, to: string) => Promise<Difference>
  readonly events: (piece: Piece) => Promise<readonly WorkflowEvent[]>
  readonly move: (
    piece: Piece,
    input: MoveInput,
  ) => Promise<{ readonly doc: Readonly<Record<string, unknown>>; readonly dossier: DossierView }>
  /** What is not public and can go out together with the piece. */
  readonly companions: (piece: Piece) => Promise<CompanionsView>
  /** Several pieces in one step: all move, or none. The answer has them in the order in which they were named. */
  readonly moveTogether: (
    items: readonly (MoveInput & Piece)[],
  ) => Promise<readonly { readonly doc: Readonly<Record<string, unknown>>; readonly dossier: DossierView }[]>
  readonly assign: (piece: Piece, change: AssignmentChange) => Promise<DossierView>
  /** The newest revision, at depth 0. */
  readonly newest: (piece: Piece, locale: string) => Promise<Readonly<Record<string, unknown>>>
  /** The newest that this person has made since then, at depth 0, the last one first. */
  readonly madeBy: (
    collection: string,
    person: string,
    since: string,
    locale: string,
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Null: nothing was saved since. */
  readonly newerThan: (piece: Piece, digest: string) => Promise<NewerRevision | null>
  /** By `collection:id`; what the asker may not know is left out. At most 100 pieces. */
  readonly stages: (keys: readonly string[]) => Promise<Readonly<Record<string, StageMark>>>
  /** By id of the user; who is not there any more is left out. */
  readonly names: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>
}

/** Among so many of somebody's newest pieces one is looked for that they made a moment ago. */
const MADE_LATELY = 10

/**
 * The newsroom's REST API as the admin panel uses it. Every call throws {@link Refused} when it was refused or did not
 * arrive.
 *
 * @param prefix where the endpoints lie that are about no single piece
 * @param users slug of the collection of the staff, and the field that holds their names
 * @param slugs those of the collections of comments and notifications
 */
export function deskApi(
  apiRoute: string,
  prefix: string,
  users: { slug: string; name: string },
  slugs: { comments: string; notifications: string },
): DeskApi {
  const commentAt = (id: string) => `${apiRoute}/${slugs.comments}/${encodeURIComponent(id)}`
  const namesIn = ({ docs }: { docs: readonly Record<string, unknown>[] }) =>
    Object.fromEntries(docs.map((doc) => [String(doc['id']), String(doc[users.name] ?? doc['id'])]))
  const at = ({ collection, id }: Piece, what: string) => `${apiRoute}/${collection}/${encodeURIComponent(id)}/${what}`
  return {
    lease: (piece) => ask(at(piece, 'lease')),
    hold: (piece, takeOver = false) => ask(`${at(piece, 'lease')}${takeOver ? '?takeOver=true' : ''}`, {}, 'PUT'),
    leave: (piece) => ask(at(piece, 'lease'), {}, 'DELETE'),
    transitions: (piece) => ask(at(piece, 'transitions')),
    dossier: (piece) => ask(at(piece, 'dossier')),
    difference: (piece, from, to) => ask(`${at(piece, 'diff')}?${new URLSearchParams({ from, to })}`),
    events: async (piece) => (await ask<{ docs: readonly WorkflowEvent[] }>(at(piece, 'events'))).docs,
    move: (piece, input) => ask(at(piece, 'transitions'), input),
    companions: (piece) => ask(at(piece, 'companions')),
    moveTogether: async (items) =>
      (
        await ask<{ results: readonly { doc: Record<string, unknown>; dossier: DossierView }[] }>(
          `${apiRoute}${prefix}/transitions`,
          { items },
        )
      ).results,
    assign: (piece, change) => ask(at(piece, 'assignment'), change, 'PATCH'),
    newest: ({ collection, id }, locale) => {
      const query = new URLSearchParams({ depth: '0', draft: 'true', 'fallback-locale': 'null', locale })
      return ask(`${apiRoute}/${collection}/${encodeURIComponent(id)}?${query}`)
    },
    madeBy: async (collection, person, since, locale) => {
      const query = new URLSearchParams({
        depth: '0',
        draft: 'true',
        'fallback-locale': 'null',
        locale,
        limit: String(MADE_LATELY),
        sort: '-createdAt',
        'where[createdBy][equals]': person,
        'where[createdAt][greater_than_equal]': since,
      })
      return (await ask<{ docs: readonly Readonly<Record<string, unknown>>[] }>(`${apiRoute}/${collection}?${query}`))
        .docs
    },
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
      return namesIn(await ask(`${apiRoute}/${users.slug}?${query}`))
    },
    comments: (piece) => ask(at(piece, 'comments')),
    reviewLinks: (piece) => ask(at(piece, 'review-links')),
    makeReviewLink: (piece, draft) => ask(at(piece, 'review-links'), draft),
    revokeReviewLink: (piece, link) => ask(at(piece, `review-links/${encodeURIComponent(link)}`), undefined, 'DELETE'),
    addComment: async (piece, draft) => (await ask<{ doc: CommentView }>(at(piece, 'comments'), draft)).doc,
    changeComment: async (id, change) => (await ask<{ doc: CommentView }>(commentAt(id), change, 'PATCH')).doc,
    takeSuggestion: async (id, on) => (await ask<{ doc: CommentView }>(`${commentAt(id)}/take`, on)).doc,
    leaveSuggestion: async (id) => (await ask<{ doc: CommentView }>(`${commentAt(id)}/leave`, {})).doc,
    removeComment: async (id) => (await ask<{ doc: CommentView }>(commentAt(id), undefined, 'DELETE')).doc,
    search: (query) => ask(`${apiRoute}${prefix}/search?${new URLSearchParams({ q: query, limit: '20' })}`),
    style: (piece) => ask(at(piece, 'style')),
    letStand: (piece, digest, { path, rule, start }) =>
      ask(at(piece, 'style/exceptions'), { digest, path, rule, start }),
    letStandNoMore: (piece, exception) =>
      ask(at(piece, `style/exceptions/${encodeURIComponent(exception)}`), undefined, 'DELETE'),
    notifications: (limit) => ask(`${apiRoute}/${slugs.notifications}?limit=${String(limit)}`),
    readNotifications: (ids) => ask(`${apiRoute}/${slugs.notifications}/read`, ids === 'all' ? { all: true } : { ids }),
    colleagues: async () => namesIn(await ask(`${apiRoute}/${users.slug}?depth=0&limit=100&sort=${users.name}`)),
  }
}

/** Sends `body` with POST, or another method, or asks with GET when there is none. */
export async function ask<T>(
  address: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<T> {
  const response = await fetch(address, {
    credentials: 'include',
    method,
    ...(body === undefined
      ? {}
      : {
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
