import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import {
  actorOf,
  findDossiers,
  inTransaction,
  executeTransitions,
  type TransitionRequest,
} from 'payload-plugin-imprimatur'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'

const NOW = new Date('2030-05-06T10:00:00.000Z')
const DAY = 86_400_000
const clock = new Date(NOW)
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let idOf: TestNewsroom['userIds']

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock })
  the = pieces(newsroom)
  idOf = newsroom.userIds
})
afterAll(async () => newsroom.close())

type Entry = Readonly<Record<string, unknown>> & { readonly id: string }
type Card = { readonly name: string; readonly total: number; readonly entries: readonly Entry[] }

const desk = async (as: Staff) => (await newsroom.ask('GET', '/api/desk', { as })).body
const card = async (as: Staff, name: string): Promise<Card> =>
  (await desk(as)).cards.find((each: Card) => each.name === name)
const idsOn = async (as: Staff, name: string) => (await card(as, name)).entries.map(({ id }) => id)

describe('the desk of one person', () => {
  it('has the cards of their roles, and nothing for strangers', async () => {
    const names = async (as: Staff) => (await desk(as)).cards.map((each: Card) => each.name)
    expect(await names('editor')).toEqual(['sent_back', 'drafts', 'handed_in', 'out'])
    expect(await names('contributor')).toEqual(['sent_back', 'drafts', 'handed_in', 'out'])
    expect(await names('reviewer')).toEqual(['to_review'])
    expect(await names('publisher')).toEqual(['missed', 'approved', 'scheduled'])
    expect(await names('admin')).toEqual([])
    expect((await newsroom.ask('GET', '/api/desk')).status).toBe(401)
    expect((await desk('editor')).cards.every(({ entries, total }: Card) => entries.length === 0 && total === 0)).toBe(
      true,
    )
  })

  it('shows the writer a piece that was sent back, with the reason, and nobody else', async () => {
    const id = await the.anArticle({ headline: 'Sent back' })
    await the.moved('articles', id, 'submit', 'editor')
    expect(await idsOn('editor', 'handed_in')).toEqual([id])
    await the.moved('articles', id, 'request_changes', 'reviewer', { reason: 'Who says so?' })
    const [entry] = (await card('editor', 'sent_back')).entries
    expect(entry).toMatchObject({
      id,
      headline: 'Sent back',
      stage: 'changes_requested',
      sentBack: { reason: 'Who says so?', by: idOf.reviewer, at: NOW.toISOString() },
    })
    expect((await desk('editor')).people).toMatchObject({ [idOf.reviewer]: 'reviewer', [idOf.editor]: 'editor' })
    expect(await idsOn('editor', 'handed_in')).toEqual([])
    expect(await idsOn('editor2', 'sent_back')).toEqual([])
    await the.save('articles', id, { standfirst: 'Added' }, 'editor2')
    expect(await idsOn('editor2', 'sent_back')).toEqual([id])
    await the.moved('articles', id, 'submit', 'editor2')
    await the.moved('articles', id, 'request_changes', 'reviewer2', { reason: 'And when?' })
    expect((await card('editor', 'sent_back')).entries[0]).toMatchObject({ sentBack: { reason: 'And when?' } })
    await the.moved('articles', id, 'spike', 'editor')
    expect(await idsOn('editor', 'sent_back')).toEqual([])
  })

  it('has the drafts that somebody writes or is to work on', async () => {
    const [own, given, other] = [
      await the.anArticle(),
      await the.anArticle({}, 'editor2'),
      await the.anArticle({}, 'editor2'),
    ]
    await newsroom.ask('PATCH', `/api/articles/${given}/assignment`, {
      as: 'editor2',
      body: { assignees: [idOf.editor] },
    })
    const drafts = await idsOn('editor', 'drafts')
    expect(drafts).toEqual(expect.arrayContaining([own, given]))
    expect(drafts).not.toContain(other)
    for (const id of [own, given, other]) await the.moved('articles', id, 'spike', 'editor')
  })

  it('has what a reviewer can sign, longest-waiting first, without what they wrote or signed, and what others took last', async () => {
    const two = { name: 'desk', needed: 2, roles: ['reviewer'], collections: [], genres: [], sections: [] }
    const settings = { collection: 'newsroom', workflow: { reviews: [two] } }
    const set = await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: settings })
    expect(set.status, JSON.stringify(set.body)).toBe(200)
    const made: string[] = []
    for (const minute of [1, 2, 3]) {
      clock.setTime(NOW.getTime() + minute * 60_000)
      const id = await the.anArticle({ headline: `Waiting ${String(minute)}` })
      await the.moved('articles', id, 'submit', 'editor')
      made.push(id)
    }
    const [first = '', second = '', third = ''] = made
    expect(await idsOn('reviewer', 'to_review')).toEqual([first, second, third])
    await newsroom.ask('PATCH', `/api/articles/${first}/assignment`, { as: 'reviewer2', body: { claim: true } })
    expect(await idsOn('reviewer', 'to_review')).toEqual([second, third, first])
    expect(await idsOn('reviewer2', 'to_review')).toEqual([first, second, third])
    await the.moved('articles', second, 'sign_off', 'reviewer')
    expect(await card('reviewer', 'to_review')).toMatchObject({ total: 2, entries: [{ id: third }, { id: first }] })
    expect(await idsOn('reviewer2', 'to_review')).toContain(second)
    await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews: [] } } })
    for (const id of made) await the.moved('articles', id, 'spike', 'editor')
  })

  // Guard: mayReview() in deskOf.ts.
  it('waits for nobody who may give none of the reviews of a piece, and shows what stands behind such pieces', async () => {
    const review = (name: string, role: string, genre: string) => ({
      name,
      needed: 1,
      roles: [role],
      collections: [],
      genres: [genre],
      sections: [],
    })
    const reviews = [review('desk', 'reviewer', 'report'), review('legal', 'publisher', 'opinion')]
    const set = await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews } } })
    expect(set.status, JSON.stringify(set.body)).toBe(200)
    const made: string[] = []
    // More than are looked at together.
    for (let at = 0; at <= 26; at++) {
      clock.setTime(NOW.getTime() + at * 1_000)
      const id = await the.anArticle({ genre: at === 26 ? 'opinion' : 'report' })
      await the.moved('articles', id, 'submit', 'editor')
      made.push(id)
    }
    expect(await card('publisher', 'to_review')).toMatchObject({ total: 1, entries: [{ id: made[26] }] })
    expect(await card('reviewer', 'to_review')).toMatchObject({ entries: made.slice(0, 5).map((id) => ({ id })) })
    await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews: [] } } })
    for (const id of made) await the.moved('articles', id, 'spike', 'editor')
  })

  it('tells the reviewer which fields differ from what readers have, and nothing of a new piece', async () => {
    const id = await the.published('articles', await the.anArticle({ headline: 'Before' }))
    await the.save('articles', id, { headline: 'After', standfirst: 'New' })
    await the.moved('articles', id, 'submit', 'editor')
    const fresh = await the.anArticle()
    await the.moved('articles', fresh, 'submit', 'editor')
    const { entries } = await card('reviewer', 'to_review')
    const changed = new Map(entries.map((each) => [each.id, each.changed]))
    expect(changed.get(id)).toEqual(['Headline', 'Standfirst'])
    expect(changed.get(fresh)).toBeNull()
    expect(JSON.stringify(entries)).not.toContain('The text of article')
    for (const each of [id, fresh]) await the.moved('articles', each, 'recall', 'editor')
  })

  it('shows the publisher what is ready, what goes out within seven days in its order, and what did not and why', async () => {
    const at = (days: number) => new Date(clock.getTime() + days * DAY).toISOString()
    const [ready, late, soon, far] = [
      await the.approved('articles', await the.anArticle()),
      await the.approved('articles', await the.anArticle()),
      await the.approved('articles', await the.anArticle()),
      await the.approved('articles', await the.anArticle()),
    ]
    await the.moved('articles', late, 'schedule', 'publisher', { at: at(3) })
    await the.moved('articles', soon, 'schedule', 'publisher', { at: at(1) })
    await the.moved('articles', far, 'schedule', 'publisher', { at: at(8) })
    expect(await idsOn('publisher', 'approved')).toEqual([ready])
    expect(await idsOn('publisher', 'scheduled')).toEqual([soon, late])
    await the.save('articles', soon, { standfirst: 'Another' })
    expect(await idsOn('publisher', 'scheduled')).toEqual([late])
    const { entries } = await card('publisher', 'missed')
    expect(entries).toMatchObject([{ id: soon, missed: { code: 'void', by: idOf.editor } }])
  })

  it('has what went out within a week, to the day', async () => {
    const id = await the.published('articles', await the.anArticle({}, 'editor2'))
    const out = clock.getTime()
    expect(await idsOn('editor2', 'out')).toEqual([id])
    clock.setTime(out + 7 * DAY - 1)
    expect(await idsOn('editor2', 'out')).toEqual([id])
    clock.setTime(out + 7 * DAY)
    expect(await idsOn('editor2', 'out')).toEqual([])
    clock.setTime(out)
  })

  it('tells a contributor nothing of what they may not see, in cards, moves and names', async () => {
    const own = await the.anArticle({ headline: 'Of my own' }, 'contributor')
    expect((await card('contributor', 'drafts')).entries).toMatchObject([{ id: own }])
    const hidden = await the.anArticle({ headline: 'Of others' })
    await the.save('articles', hidden, { standfirst: 'By both' }, 'editor2')
    expect(await idsOn('editor2', 'drafts')).toContain(hidden)
    const becomes = (role: string) =>
      newsroom.payload.update({
        collection: 'users',
        id: idOf.editor2,
        data: { roles: [role] },
        overrideAccess: true,
      } as never)
    await becomes('contributor')
    expect(JSON.stringify(await desk('editor2'))).not.toContain('Of others')
    await becomes('editor')
    expect(await idsOn('editor2', 'drafts')).toContain(hidden)
  })

  it('says what happened last to pieces that somebody wrote, was given or has moved', async () => {
    clock.setTime(clock.getTime() + DAY)
    const id = await the.anArticle({ headline: 'A story' }, 'editor2')
    for (const [move, as] of [
      ['submit', 'editor2'],
      ['sign_off', 'reviewer2'],
      ['publish', 'publisher'],
    ] as const) {
      clock.setTime(clock.getTime() + 60_000)
      await the.moved('articles', id, move, as)
    }
    const told = async (as: Staff) =>
      (await desk(as)).happened
        .filter((each: Entry) => each.id === id)
        .map((each: { event: { transition: string } }) => each.event.transition)
    for (const as of ['editor2', 'reviewer2', 'publisher'] as const)
      expect(await told(as), as).toEqual(['publish', 'sign_off', 'submit', 'create'])
    for (const as of ['editor', 'contributor', 'admin'] as const) expect(await told(as), as).toEqual([])
    expect((await desk('publisher')).happened.length).toBeLessThanOrEqual(10)
  })

  // On MongoDB the adapter writes into what it is given: the row that is remembered must not be read from that afterwards.
  it('has pieces that are made and moved in one transaction, each in its own row', async () => {
    const user = await newsroom.payload.findByID({ collection: 'users', id: idOf.editor2, depth: 0 })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, newsroom.payload)
    const author = await the.publicAuthor()
    const made = await inTransaction(req, async () => {
      const ids: string[] = []
      for (const headline of ['The first of two', 'The second of two']) {
        const data = { headline, body: aText('Both at once.'), credits: [{ author, role: 'author' as const }] }
        const doc = await newsroom.payload.create({ collection: 'articles', data, draft: true, depth: 0, req })
        ids.push(String((doc as { id: unknown }).id))
      }
      for (const id of ids) {
        const [row] = await findDossiers(req, { pieceId: { equals: id } }, { limit: 1 })
        const command = {
          transition: 'submit',
          digest: row?.digest ?? 'sha256:',
        } satisfies TransitionRequest['command']
        const actor = actorOf(req)
        if (actor) await executeTransitions(req, actor, [{ collection: 'articles', id, command }])
      }
      return ids
    })
    expect((await idsOn('editor2', 'handed_in')).toSorted()).toEqual(made.toSorted())
  })
})
