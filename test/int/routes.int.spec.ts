import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/audit/index.ts'
import { isErrorCode } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { IN_FULL } from '../helpers/inFull.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { ATTACKS, BIRTHS, type Attack } from '../helpers/routes/attacks.ts'
import { attackers, ATTACKERS, type Attacker, type Sent } from '../helpers/routes/people.ts'
import { KINDS, piecesAtStages, STATES, type Kind, type Piece, type State } from '../helpers/routes/piecesAtStages.ts'
import { decidedGraphql, decidedRest } from '../helpers/routes/readRegister.ts'
import { readersView } from '../helpers/routes/readersView.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof piecesAtStages>
let send: Awaited<ReturnType<typeof attackers>>['send']
/** A public piece of each kind, which nobody attacks and everybody tries to hit. */
const publicOnes = new Map<Kind, Piece>()

beforeAll(async () => {
  newsroom = await openNewsroom()
  const people = await attackers(newsroom)
  send = people.send
  desk = piecesAtStages(newsroom.payload, people.userIds)
  for (const kind of KINDS) publicOnes.set(kind, await desk.make(kind, 'published', 'editor'))
})

afterAll(async () => {
  await newsroom.close()
})

/** Attackers who may write the pieces that `owner` made. */
const mayWrite = (who: Attacker, owner: string) =>
  who === 'editor' || who === 'everything' || (who === 'contributor' && owner === 'contributor')

const SEEN: readonly State[] = ['published', 'published, newer draft', 'retracted']
const CLOSED: readonly State[] = ['retracted', 'spiked']

/** The stage at which a changed text leaves a piece. */
const AFTER_EDIT: Readonly<Partial<Record<State, string>>> = {
  draft: 'draft',
  in_review: 'in_review',
  changes_requested: 'changes_requested',
  approved: 'in_review',
  scheduled: 'in_review',
  published: 'draft',
  'published, newer draft': 'draft',
  withdrawn: 'draft',
}

/** Whether one who may write the piece is refused; null where either will do. */
function isRefused(attack: Attack, state: State): boolean | null {
  const trashed = state === 'trashed'
  switch (attack.aim) {
    case 'publish':
    case 'never':
      return true
    case 'edit':
      return trashed || CLOSED.includes(state)
    case 'trash':
      return trashed || SEEN.includes(state)
    case 'delete':
      return SEEN.includes(state) || (trashed && !attack.name.includes('trash'))
    case 'restore':
      return trashed ? true : CLOSED.includes(state) ? null : false
    case 'copy':
    case 'nothing':
      return null
  }
}

/** Everything that is stored of a piece and of its place in the workflow. */
async function stored({ kind: { collection }, id }: Piece): Promise<{ main: string; all: string }> {
  const { db } = newsroom.payload
  const main = JSON.stringify(await db.findOne({ collection, where: { id: { equals: id } } }))
  const versions = await db.findVersions({ collection, where: { parent: { equals: id } }, pagination: false })
  const dossier = await db.findOne({ collection: 'dossiers', where: { piece: { equals: `${collection}:${id}` } } })
  return { main, all: JSON.stringify([main, versions.docs, dossier]) }
}

const slugOf = async ({ kind: { collection }, id }: Piece): Promise<string> => {
  const doc = await newsroom.payload.db.findOne<{ id: string; slug?: string }>({
    collection,
    where: { id: { equals: id } },
  })
  return doc?.slug ?? 'nothing'
}

const view = async (piece: Piece) => readersView(newsroom, piece, await slugOf(piece))

function expectRefused(sent: Sent, what: string): void {
  if (sent.empty) return
  expect(sent.status, `${what}: ${JSON.stringify(sent.body)}`).toBeGreaterThanOrEqual(400)
  expect(sent.status, what).toBeLessThan(500)
  expect(isErrorCode(sent.code), `${what}: ${JSON.stringify(sent.body)}`).toBe(true)
}

let titles = 0

/** Those who may not write the piece try everything; nothing at all may change. */
async function refusesAll(attackers: readonly Attacker[], piece: Piece): Promise<void> {
  const readers = await view(piece)
  const before = (await stored(piece)).all
  for (const who of attackers) {
    for (const attack of CORE) {
      const sent = await send(who, attack.call(piece, `Attack ${String(++titles)}`))
      const what = `${who}, ${piece.state}: ${attack.name}`
      // Whoever may create may copy what they may read.
      if (attack.aim === 'nothing' || (attack.aim === 'copy' && who === 'contributor')) {
        expect(sent.status, `${what}: ${JSON.stringify(sent.body)}`).toBeLessThan(500)
      } else expectRefused(sent, what)
    }
    expect((await stored(piece)).all, `${who}, ${piece.state}`).toBe(before)
  }
  expect(await view(piece), piece.state).toEqual(readers)
}

/** One who may write it tries one thing: drafts change, what readers see does not. Gives the piece to go on with. */
async function tries(who: Attacker, piece: Piece, attack: Attack): Promise<Piece> {
  const { state, kind } = piece
  const what = `${who}, ${state}: ${attack.name}`
  const before = await stored(piece)
  const title = `Attack ${String(++titles)}`
  const sent = await send(who, attack.call(piece, title))
  const refused = isRefused(attack, state)
  const done = sent.code === null && !sent.empty
  if (sent.status >= 400 || sent.empty) {
    expect(refused, `${what}: ${JSON.stringify(sent.body)}`).not.toBe(false)
    expectRefused(sent, what)
    // What is in the trash is not found before anything is asked of it.
    const codes = state === 'trashed' ? ['use_transitions', 'not_found'] : ['use_transitions']
    if (attack.aim === 'publish') expect(codes, `${what}: ${JSON.stringify(sent.body)}`).toContain(sent.code)
    if (attack.aim !== 'nothing') expect((await stored(piece)).all, what).toBe(before.all)
  } else expect(refused, `${what}: ${JSON.stringify(sent.body)}`).not.toBe(true)

  if (done && attack.aim === 'delete') return desk.make(kind, state, piece.owner, piece.other)
  if (done && attack.aim === 'trash') {
    await desk.save(kind.collection, piece.id, piece.owner, { deletedAt: null }, true)
  } else expect((await stored(piece)).main, what).toBe(before.main)
  if (done && attack.aim === 'edit') {
    const row = await desk.rowOf(kind.collection, piece.id)
    expect({ title: row.title, stage: row.stage }, what).toEqual({
      title,
      stage: AFTER_EDIT[state],
    })
  }
  return piece
}

/** Pieces at one state, tried by one who may write them; the readers' view is compared before each that goes public anew. */
async function triesAll(who: Attacker, made: Piece, attacks: readonly Attack[]): Promise<Piece> {
  let piece = made
  let before = await view(piece)
  const same = async (what: string) => {
    expect(await view(piece), what).toEqual(before)
  }
  for (const attack of attacks) {
    const what = `${who}, ${piece.state}: ${attack.name}`
    const next = await tries(who, piece, attack)
    const { stage } = await desk.rowOf(next.kind.collection, next.id)
    if (next === piece && (stage === piece.state || !piece.state.startsWith('publ'))) {
      await desk.bringBack(piece)
      continue
    }
    if (next === piece) await same(what)
    await desk.bringBack(next)
    if (next !== piece || piece.state === 'published') before = await view(next)
    piece = next
  }
  await same(`${who}, ${piece.state}, in the end`)
  return piece
}

/**
 * The further variants are tried by the one who may do everything, where there is most to win. Where a changed text
 * has to go the whole road again, only those that may not change it.
 */
const CORE = ATTACKS.filter((attack) => attack.core)

function furtherAttacks(state: State): readonly Attack[] {
  const further = ATTACKS.filter((attack) => !attack.core)
  switch (state) {
    case 'scheduled':
    case 'published, newer draft':
      return further
    case 'published':
    case 'withdrawn':
    case 'retracted':
    case 'trashed':
      return further.filter(({ aim }) => aim !== 'edit' && aim !== 'restore' && aim !== 'copy')
    default:
      return []
  }
}

/** The other kinds go through the same routes and hooks: there, some attackers at some states. */
const ELSEWHERE: { readonly who: readonly Attacker[]; readonly states: readonly State[] } = {
  who: ['contributor', 'everything'],
  states: ['scheduled', 'published', 'published, newer draft', 'trashed'],
}

const BY_OWNER: Readonly<Record<string, readonly Attacker[]>> = { editor: ATTACKERS, contributor: ['contributor'] }

describe.each(KINDS)('$collection', (kind) => {
  const everywhere = kind.collection === 'articles'
  /** Without FULL=1, only some attack articles too, at every state, and none tries the further variants. */
  const everybody = everywhere && IN_FULL

  it.each(everywhere ? STATES : ELSEWHERE.states)('%s', { timeout: 300_000 }, async (state) => {
    for (const owner of everywhere ? ['editor', 'contributor'] : ['editor']) {
      const attackers = BY_OWNER[owner]?.filter((who) => everybody || ELSEWHERE.who.includes(who)) ?? []
      let piece = await desk.make(kind, state, owner, publicOnes.get(kind)?.id)
      await refusesAll(
        attackers.filter((who) => !mayWrite(who, owner)),
        piece,
      )
      for (const who of attackers.filter((each) => mayWrite(each, owner))) {
        const further = who === 'everything' && everybody ? furtherAttacks(state) : []
        piece = await triesAll(who, piece, [...CORE, ...further])
      }
    }
  })

  it.each(ATTACKERS)('is made by %s as a draft, or not at all', async (who) => {
    const other = publicOnes.get(kind)
    if (!other) throw new Error('there is no public piece')
    const readers = await view(other)
    const mayCreate = ['contributor', 'editor', 'everything'].includes(who)
    for (const attack of everywhere ? BIRTHS : BIRTHS.filter(({ aim }) => aim !== 'nothing')) {
      const title = `Born ${String(++titles)}`
      const sent = await send(who, attack.call({ ...other, other: other.id }, title))
      const what = `${who}: ${attack.name}`
      expect(sent.status, `${what}: ${JSON.stringify(sent.body)}`).toBeLessThan(500)
      if (!mayCreate || attack.aim === 'publish') expectRefused(sent, what)
      if (mayCreate && attack.aim === 'publish') expect(sent.code, what).toBe('use_transitions')
      const { docs } = await newsroom.payload.db.find<Record<string, unknown> & { id: string }>({
        collection: kind.collection,
        where: { [kind.title]: { equals: title } },
      })
      if (attack.aim === 'copy') expect(docs.length, `${what}: ${JSON.stringify(sent.body)}`).toBe(mayCreate ? 1 : 0)
      for (const doc of docs) {
        expect(doc, what).toMatchObject({ _status: 'draft', createdBy: doc.changedBy })
        expect(doc.publishedAt ?? doc.firstPublishedAt ?? null, what).toBeNull()
        expect(doc.id, what).not.toBe(other.id)
      }
    }
    expect(await view(other), who).toEqual(readers)
  })
})

describe('in the end', () => {
  it('every route that writes pieces was attacked', () => {
    const all = [...ATTACKS, ...BIRTHS].map(({ route }) => route)
    const name = (route: string) => route.replace(/\/(articles|authors|news-teasers)(?=\/|$)/, '/*')
    const graphqlName = (route: string) => route.replace(/(Article|Author|NewsTeaser)$/, '<One>')
    const writing = [
      ...[...decidedRest()].map(([route, decision]) => [name(route), decision] as const),
      ...[...decidedGraphql()].map(([route, decision]) => [graphqlName(route), decision] as const),
    ].filter(([, decision]) => decision === 'drafts' || decision === 'moves')
    // Has a file of its own: import.int.spec.ts and routes-around.int.spec.ts.
    const attacked = new Set([...all, 'POST /api/import'])
    expect(writing.map(([route]) => route).filter((route) => !attacked.has(route))).toEqual([])
  })

  it('the audit finds nothing', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})
