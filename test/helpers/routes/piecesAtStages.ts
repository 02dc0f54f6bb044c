import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { actorOf, executeTransitions } from '../../../packages/plugin-imprimatur/src/index.ts'
import type { TransitionName } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aText } from '../pieces.ts'
import type { Target } from './attacks.ts'

/** The stages of the table, and two more states that a piece can be in. */
export const STATES = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'published, newer draft',
  'withdrawn',
  'retracted',
  'spiked',
  'trashed',
] as const
export type State = (typeof STATES)[number]

/** Collections with what this test needs to know of each. */
export const KINDS: readonly Kind[] = [
  { collection: 'articles', one: 'Article', title: 'headline' },
  { collection: 'authors', one: 'Author', title: 'displayName' },
  { collection: 'news-teasers', one: 'NewsTeaser', title: 'headline' },
]

export type Kind = Pick<Target, 'collection' | 'one' | 'title'>
export type Piece = Target & { readonly kind: Kind; readonly state: State; readonly owner: string }

type Step = readonly [TransitionName, by: 'owner' | 'reviewer' | 'publisher' | 'editor', more?: object]

const IN_REVIEW: readonly Step[] = [['submit', 'owner']]
const APPROVED: readonly Step[] = [...IN_REVIEW, ['sign_off', 'reviewer']]
const PUBLISHED: readonly Step[] = [...APPROVED, ['publish', 'publisher']]

/** The road to each state. */
const ROADS: Readonly<Record<State, readonly Step[]>> = {
  draft: [],
  in_review: IN_REVIEW,
  changes_requested: [...IN_REVIEW, ['request_changes', 'reviewer', { reason: 'Not yet.' }]],
  approved: APPROVED,
  scheduled: [...APPROVED, ['schedule', 'publisher', { at: '2099-01-01T00:00:00Z' }]],
  published: PUBLISHED,
  'published, newer draft': PUBLISHED,
  withdrawn: [...PUBLISHED, ['withdraw', 'publisher', { reason: 'A complaint.' }]],
  retracted: [...PUBLISHED, ['retract', 'publisher', { notice: 'It was wrong.' }]],
  spiked: [['spike', 'editor']],
  trashed: [],
}

/** Makes pieces at each state, through the workflow and with its people, and brings them back there. */
export function piecesAtStages(payload: Payload, userIds: Readonly<Record<string, string>>) {
  let made = 0

  const requestOf = async (who: string): Promise<PayloadRequest> => {
    const user = await payload.findByID({ collection: 'users', id: userIds[who] ?? '', overrideAccess: true, depth: 0 })
    return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  }
  const requests = new Map<string, Promise<PayloadRequest>>()
  const as = async (who: string) => {
    const known = requests.get(who) ?? requestOf(who)
    requests.set(who, known)
    // Each call gets a request without what the one before it left.
    return { ...(await known), context: {}, transactionID: undefined } as unknown as PayloadRequest
  }

  const rowOf = async (collection: string, id: string) => {
    const row = await payload.db.findOne<{
      id: string
      stage: string
      digest: string
      title: string
      state: { live: { digest: string } | null }
    }>({
      collection: 'dossiers',
      where: { piece: { equals: `${collection}:${id}` } },
    })
    if (!row) throw new Error(`${collection}:${id} has no dossier`)
    return row
  }

  const walk = async (collection: string, id: string, owner: string, steps: readonly Step[]) => {
    for (const [transition, by, more] of steps) {
      const req = await as(by === 'owner' ? owner : by)
      const row = await rowOf(collection, id)
      const acts = transition === 'withdraw' || transition === 'retract'
      const digest = acts ? row.state.live?.digest : row.digest
      const actor = actorOf(req)
      if (!actor) throw new Error(`${by} is nobody`)
      await executeTransitions(req, actor, [{ collection, id, command: { transition, digest, ...more } as never }])
    }
  }

  const save = async (collection: string, id: string, owner: string, data: object, trash = false) => {
    await payload.update({ collection, id, data, trash, overrideAccess: false, req: await as(owner) } as never)
  }

  let author: Promise<string> | undefined
  const publicAuthor = () =>
    (author ??= (async () => {
      const id = await create('authors', 'editor', { displayName: 'A public author' })
      await walk('authors', id, 'editor', PUBLISHED)
      return id
    })())

  const create = async (collection: string, owner: string, data: object): Promise<string> => {
    const doc = await payload.create({ collection, data, overrideAccess: false, req: await as(owner) })
    return String((doc as { id: unknown }).id)
  }

  const contentOf = async (kind: Kind) => {
    const title = { [kind.title]: `${kind.one} ${String(++made)}` }
    switch (kind.collection) {
      case 'articles':
        return { ...title, body: aText('A text.'), credits: [{ author: await publicAuthor(), role: 'author' }] }
      case 'authors':
        return { ...title, biography: aText('A life.'), shortBio: 'A life.' }
      default:
        return {
          ...title,
          excerpt: 'A few words.',
          target: { kind: 'external', url: 'https://example.org/x', sourceName: 'Example' },
        }
    }
  }

  /** A new piece of this kind at this state, written by `owner`. */
  const make = async (kind: Kind, state: State, owner: string, other = ''): Promise<Piece> => {
    const { collection } = kind
    const id = await create(collection, owner, await contentOf(kind))
    await walk(collection, id, owner, ROADS[state])
    if (state === 'published, newer draft')
      await save(collection, id, owner, { [kind.title]: `Newer ${String(++made)}` })
    if (state === 'trashed') await save(collection, id, owner, { deletedAt: new Date().toISOString() })
    const versions = await payload.db.findVersions({
      collection,
      where: { parent: { equals: id } },
      sort: 'createdAt',
      pagination: false,
    })
    return { ...kind, kind, id, other, owner, state, versions: versions.docs.map((each) => each.id) }
  }

  /** Takes a piece whose text somebody changed back to its state. */
  const bringBack = async ({ kind: { collection }, id, owner, state }: Piece): Promise<void> => {
    const { stage } = await rowOf(collection, id)
    if (stage === state || (state === 'published, newer draft' && stage === 'draft')) return
    const left = ROADS[state].findIndex(([, ,], step) => step === (stage === 'in_review' ? 1 : 0))
    await walk(collection, id, owner, ROADS[state].slice(Math.max(left, 0)))
  }

  return { make, bringBack, save, publicAuthor, rowOf }
}
