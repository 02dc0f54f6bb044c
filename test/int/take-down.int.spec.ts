import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'

const START = new Date('2026-03-01T08:00:00.000Z')
const DUE = '2026-03-01T09:00:00.000Z'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = START

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

/** How a next revision comes to each stage that it can have while another one is public. */
const STAGES: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  draft: () => Promise.resolve(),
  in_review: (id) => desk.moved('articles', id, 'submit', 'editor'),
  changes_requested: async (id) => {
    await desk.moved('articles', id, 'submit', 'editor')
    await desk.moved('articles', id, 'request_changes', 'reviewer', { reason: 'The figures.' })
  },
  approved: (id) => desk.approved('articles', id),
  scheduled: async (id) => {
    await desk.approved('articles', id)
    await desk.moved('articles', id, 'schedule', 'publisher', { at: DUE })
  },
  spiked: (id) => desk.moved('articles', id, 'spike', 'editor'),
}

const TAKEN_DOWN = {
  withdraw: { reason: 'A complaint.' },
  retract: { notice: 'It was wrong.' },
} as const

const topic = async (name: string) =>
  String((await newsroom.payload.create({ collection: 'topics', data: { name }, overrideAccess: true })).id)

/** A public piece and a next revision of it, with everything in it that hooks make or put in order. */
async function withNext(): Promise<{ id: string; author: string }> {
  const author = await desk.published('authors', await desk.anAuthor())
  const [a, b, c] = [await topic('Alpha'), await topic('Beta'), await topic('Gamma')]
  const credits = [{ author, role: 'author' }]
  const id = await desk.published('articles', await desk.anArticle({ headline: 'First', credits, topics: [a, b] }))
  await desk.save('articles', id, {
    headline: 'Second',
    body: aText('Another text.', 'In two paragraphs.'),
    excerpt: 'Somebody’s own words.',
    embargoUntil: START.toISOString(),
    topics: [c, a, b],
    credits,
  })
  return { id, author }
}

const newestOf = async (id: string) => {
  const { docs } = await newsroom.payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0]
}

describe('what takes the public text down', () => {
  for (const [transition, more] of Object.entries(TAKEN_DOWN)) {
    // Guard: asDraft() in effects.ts writes nothing where there is a next revision.
    it.each(Object.keys(STAGES))(`${transition} leaves a next revision at %s as it is`, async (stage) => {
      now = START
      const { id, author } = await withNext()
      await STAGES[stage]?.(id)
      // What hooks would look at if the revision were saved anew.
      await desk.save('authors', author, { displayName: `Renamed ${stage} ${transition}` })
      await desk.published('authors', author)
      const before = { dossier: await desk.dossier('articles', id), newest: await newestOf(id) }
      expect(before.dossier.stage).toBe(stage)

      await desk.moved('articles', id, transition, 'publisher', more)

      const after = await desk.dossier('articles', id)
      for (const name of ['stage', 'stageSince', 'digest', 'title', 'writers', 'signOffs', 'schedule'] as const)
        expect(after[name], name).toEqual(before.dossier[name])
      expect(await newestOf(id)).toEqual(before.newest)
      expect(after.live).toBeNull()
      expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(transition === 'retract' ? 410 : 404)

      if (stage !== 'scheduled') return
      now = new Date(DUE)
      expect(await publishDue(newsroom.payload)).toEqual({ published: 1, refused: 0 })
      expect((await newsroom.ask('GET', `/api/articles/${id}`)).body.headline).toBe('Second')
    })

    it(`${transition} makes the public text the newest draft where there is no next revision`, async () => {
      now = START
      const author = await desk.published('authors', await desk.anAuthor())
      const topics = [await topic('Delta'), await topic('Epsilon')]
      const credits = [{ author, role: 'author' }]
      const body = { headline: 'Alone', credits, topics, excerpt: 'Somebody’s own words.' }
      const id = await desk.published('articles', await desk.anArticle(body))
      const { digest } = await desk.dossier('articles', id)
      await desk.save('authors', author, { displayName: `Renamed alone ${transition}` })
      await desk.published('authors', author)
      await desk.moved('articles', id, transition, 'publisher', more)
      expect((await desk.dossier('articles', id)).digest).toBe(digest)
      const list = await newsroom.ask('GET', `/api/articles?draft=true&where[id][equals]=${id}&depth=0`, {
        as: 'editor',
      })
      expect(list.body.docs).toMatchObject([{ _status: 'draft', headline: 'Alone', topics }])
    })
  }

  it('leaves nothing for the audit', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})
