import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createClient,
  ImprimaturError,
  verifyProof,
  type Change,
  type Client,
  type Step,
} from '../../packages/client/src/index.ts'
import { newsroomConfig } from '../../src/payload.config.ts'
import { clientTypes } from '../../scripts/docs/clientTypes.ts'
import { openBreakingLine, type BreakingLine } from '../helpers/breakingLine.ts'
import { Copy, publicState } from '../helpers/runFollowing.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { readFile } from 'node:fs/promises'
import { parseEnvironment } from '../../src/environment/environment.ts'

/** The client against the real newsroom: what it reads, what it says of what is not there, and that a follower ends with what is public. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let client: Client
let author: string
let world: string
let made = 0

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  client = createClient({ url: newsroom.url })
  author = await desk.publicAuthor()
  const section = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'World' } })
  world = String(section.body.doc.id)
})
afterAll(async () => newsroom.close())

const anArticle = (more: object = {}) => {
  const slug = `client-${String(++made)}`
  return desk.anArticle({ slug, headline: `Piece at ${slug}`, section: world, ...more })
}
const published = async (more: object = {}) => desk.published('articles', await anArticle(more))
const withdrawn = (id: string) => desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })
const revised = async (id: string, change: object) => {
  await desk.save('articles', id, change)
  await desk.published('articles', id)
}
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.unreachable(),
    (error: unknown) => error as ImprimaturError,
  )

describe('a read', () => {
  it('answers what was asked for, and nothing beside it', async () => {
    const id = await published({ slug: 'as-asked', headline: 'As asked' })
    const { docs, totalDocs } = await client.find('articles', {
      where: { slug: { equals: 'as-asked' }, 'section.slug': { in: ['world', 'sport'] } },
      select: { headline: true, section: true, credits: { author: true } },
      populate: { sections: { name: true }, authors: { displayName: true } },
    })
    expect([docs, totalDocs]).toEqual([
      [
        {
          id,
          headline: 'As asked',
          section: { id: world, name: 'World' },
          credits: [
            {
              id: expect.any(String),
              author: expect.objectContaining({ id: author, displayName: expect.any(String) }),
            },
          ],
        },
      ],
      1,
    ])
    const bare = await client.byId('articles', id, { depth: 0, select: { body: false } })
    expect([bare.section, 'body' in bare]).toEqual([world, false])
    expect((await client.byId('articles', id, { body: 'text' })).body).toMatch(/^The text of article /)
    expect(await client.count('articles', { where: { slug: { equals: 'as-asked' } } })).toBe(1)
    expect((await client.counts('articles', ['section'])).by.section).toEqual([{ id: world, slug: 'world', count: 1 }])
    expect((await client.global('newsroom', { depth: 0 })).languages).toContain('en')
  })

  it('of everything goes through all pages, each document once, whatever comes between', async () => {
    const before = [await published(), await published(), await published()]
    const seen: string[] = []
    for await (const { id } of client.all('articles', { limit: 1, select: { headline: true } })) {
      if (seen.length === 1) await published()
      seen.push(id)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(before))
    // An order without places goes by numbers of pages.
    const named: string[] = []
    for await (const { headline } of client.all('articles', { limit: 2, sort: 'headline', select: { headline: true } }))
      named.push(headline)
    expect(named).toHaveLength(await client.count('articles'))
  })

  it('that is refused throws the code, and which field it is about', async () => {
    // @ts-expect-error the types know no such field, and whoever has none is told by the newsroom
    const error = await refusalOf(client.find('articles', { select: { nosuch: true } }))
    expect(error).toBeInstanceOf(ImprimaturError)
    expect(error).toMatchObject({ status: 400, code: 'field_not_queryable' })
    expect(error.hint).toContain('headline')
    expect(await refusalOf(client.find('articles', { limit: 0 }))).toMatchObject({
      code: 'invalid_value',
      field: 'limit',
    })
    expect(await refusalOf(client.byId('articles', 'nobody'))).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('is given up when nobody wants it any more', async () => {
    const signal = AbortSignal.abort(new Error('Never mind.'))
    await expect(client.find('articles', {}, { signal })).rejects.toThrow('Never mind.')
  })
})

describe('a slug', () => {
  it('leads to what is there, where it went, the notice of what was wrong, or to nothing', async () => {
    const id = await published({ slug: 'first-place' })
    expect(await client.bySlug('articles', 'first-place')).toMatchObject({ kind: 'found', doc: { id } })
    await revised(id, { slug: 'second-place' })
    expect(await client.bySlug('articles', 'first-place', { depth: 0, select: { headline: true } })).toEqual({
      kind: 'moved',
      slug: 'second-place',
      doc: { id, headline: expect.any(String) },
    })
    await desk.moved('articles', id, 'retract', 'publisher', { notice: 'It was wrong.' })
    for (const slug of ['first-place', 'second-place'])
      expect(await client.bySlug('articles', slug)).toEqual({
        kind: 'retracted',
        notice: 'It was wrong.',
        retractedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      })
    expect(await client.bySlug('articles', 'no/such?slug')).toEqual({ kind: 'missing' })
    expect(await refusalOf(client.bySlug('articles', 'x', { depth: 3 as 2 }))).toMatchObject({ code: 'invalid_value' })
  })
})

describe('a proof', () => {
  it('holds of the document that readers get, and of no other', async () => {
    const body = aText('Signed words.', 'More of them.')
    const id = await published({ body, standfirst: 'Below the headline', topics: [] })
    const [proof, document] = [await client.proof('articles', id), await client.byId('articles', id, { depth: 0 })]
    const verdict = await verifyProof(proof, document)
    expect(verdict).toMatchObject({ ok: true, content: { standfirst: 'Below the headline' } })
    expect(verdict.ok && verdict.beside).not.toContain('headline')
    expect(await verifyProof(proof, { ...document, headline: 'Another' })).toEqual({
      ok: false,
      fault: 'document',
      fields: ['headline'],
    })
    const other = JSON.parse(JSON.stringify(document).replace('More of', 'None of')) as object
    expect(await verifyProof(proof, other)).toEqual({ ok: false, fault: 'document', fields: ['body'] })
    expect(
      await verifyProof(await client.proof('authors', author), await client.byId('authors', author, { depth: 0 })),
    ).toMatchObject({ ok: true })
  })
})

const stateNow = () => publicState(client, ['articles', 'authors', 'news-teasers'])

describe('who follows', () => {
  it('once has exactly what is public, from nothing and from where they were', async () => {
    const copy = new Copy()
    for await (const step of client.follow({ mode: 'once', cursor: copy })) copy.take(step)
    expect(copy.state).toEqual(await stateNow())
    const [gone, moves] = [await published(), await published()]
    await withdrawn(gone)
    await revised(moves, { slug: `moved-${String(++made)}` })
    for await (const step of client.follow({ mode: 'once', cursor: copy, include: 'doc' })) copy.take(step)
    expect(copy.state).toEqual(await stateNow())
    expect(copy.byId.get(`articles:${moves}`)?.doc).toEqual(await client.byId('articles', moves))
    const steps = copy.steps.length
    for await (const step of client.follow({ mode: 'once', cursor: copy })) copy.take(step)
    expect(copy.steps).toHaveLength(steps)
  })

  it('is told to forget everything when the cursor is of another log, and begins anew', async () => {
    const copy = new Copy()
    copy.cursor = '1.1.0123456789abcdef'
    copy.byAddress.set('articles/never-there', 'x')
    for await (const step of client.follow({ mode: 'once', cursor: copy })) copy.take(step)
    expect(copy.steps[0]).toEqual({ kind: 'reset' })
    expect(copy.state).toEqual(await stateNow())
    const listener = new Copy()
    listener.cursor = '1.1.0123456789abcdef'
    const all = copy.byAddress.size
    for await (const step of client.follow({ mode: 'stream', cursor: listener })) {
      listener.take(step)
      if (listener.byAddress.size === all) break
    }
    expect(listener.steps[0]).toEqual({ kind: 'reset' })
  })

  it('is told a step again that was not applied', async () => {
    const copy = new Copy()
    const first = client.follow({ mode: 'once', cursor: copy })
    await first.next()
    await first.return()
    expect(copy.cursor).toBeUndefined()
  })

  it('is refused what is no collection, at once and in every mode', async () => {
    for (const mode of ['once', 'poll', 'stream'] as const)
      expect(await refusalOf(client.follow({ mode, collection: 'users' }).next())).toMatchObject({
        code: 'invalid_value',
      })
  })

  it('by looking again hears of what came meanwhile', async () => {
    const copy = new Copy()
    const done = new AbortController()
    const following = (async () => {
      for await (const step of client.follow({ cursor: copy, intervalMs: 5, signal: done.signal })) {
        copy.take(step)
        const told = step.kind === 'changes' ? step.changes : []
        if (told.some(({ slug }) => slug === 'while-polling')) done.abort(new Error('Enough.'))
      }
    })()
    await Promise.all([expect(following).rejects.toThrow('Enough.'), published({ slug: 'while-polling' })])
    expect(copy.state).toEqual(await stateNow())
  })
})

describe('who follows a line that breaks', () => {
  let line: BreakingLine
  beforeAll(async () => {
    line = await openBreakingLine(newsroom.url)
  })
  afterAll(() => line.close())

  it('hears of the first fault, where nobody is named to be told of it', async () => {
    const copy = new Copy()
    const following = (async () => {
      for await (const step of createClient({ url: line.url }).follow({ mode: 'stream', cursor: copy })) copy.take(step)
    })()
    await expect(following).rejects.toThrow()
  })

  it('goes on behind what they applied, and ends with exactly what is public', async () => {
    const copy = new Copy()
    const errors: unknown[] = []
    const done = new AbortController()
    const last = (step: Step) => step.kind === 'changes' && step.changes.some(({ slug }: Change) => slug === 'the-end')
    const following = (async () => {
      const streamed = createClient({ url: line.url }).follow({
        mode: 'stream',
        cursor: copy,
        intervalMs: 5,
        onError: (error) => errors.push(error),
        signal: done.signal,
      })
      for await (const step of streamed) {
        copy.take(step)
        if (last(step)) done.abort(new Error('Enough.'))
      }
    })()
    const ended = expect(following).rejects.toThrow('Enough.')
    const [one, two] = [await published(), await published()]
    await revised(one, { slug: `elsewhere-${String(++made)}` })
    await withdrawn(two)
    await published({ slug: 'the-end' })
    await ended
    expect(copy.state).toEqual(await stateNow())
    expect(line.cuts()).toBeGreaterThan(2)
    expect(errors.length).toBeGreaterThan(0)
  })
})

describe('the types', () => {
  it('are those of what readers get', async () => {
    const config = await newsroomConfig({ ...parseEnvironment({}, process.cwd()), secret: 'for types only' })
    const file = new URL('../../packages/client/src/NewsroomTypes.ts', import.meta.url)
    expect(await clientTypes(config)).toBe(await readFile(file, 'utf8'))
  })
})
