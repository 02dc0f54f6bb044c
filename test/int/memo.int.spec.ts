import { createLocalReq, type PayloadRequest, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { METHODS, type WriteName } from '../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'
import { runtimeOf as known } from '../../packages/plugin-imprimatur/src/runtime/context.ts'
import { findDossier, newestRevision, peopleOf } from '../../packages/plugin-imprimatur/src/store/index.ts'
import {
  inSnapshot,
  newestVersion,
  remembered,
  withGrant,
  type Source,
} from '../../packages/plugin-imprimatur/src/transaction/index.ts'
import { given } from '../helpers/given.ts'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { inTransaction, withoutCommit } from '../helpers/transaction.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let db: TestNewsroom['payload']['db']

beforeAll(async () => {
  newsroom = await openNewsroom({ onAdapter: countCalls })
  desk = pieces(newsroom)
  ;({ db } = newsroom.payload)
})

afterAll(async () => {
  await newsroom.close()
})

/** The names of the methods of the adapter that were called, beneath the guards and what they remember. */
let calls: string[] = []

function countCalls(bare: object): void {
  const adapter = bare as Record<string, ((...args: unknown[]) => unknown) | undefined>
  for (const name of Object.keys(METHODS)) {
    const method = adapter[name]?.bind(bare)
    if (!method) continue
    adapter[name] = (...args) => {
      calls.push(name)
      return method(...args)
    }
  }
}

/** What `ask` called, authentication, transactions and the proof at the commit included. */
async function called(ask: () => Promise<Answer>): Promise<string[]> {
  calls = []
  const answer = await ask()
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return calls
}

describe('one request', () => {
  // The numbers stand in docs/benchmarks.md.
  it('that saves a draft makes 15 calls of the database', async () => {
    const id = await desk.anArticle()
    const { digest } = await desk.transitions('articles', id, 'editor')
    const body = { headline: 'Another headline', baseDigest: digest }
    expect((await called(() => desk.save('articles', id, body))).length).toBeLessThanOrEqual(15)
  })

  // One more statement writes down who is told of it, which is no method of Payload's adapters.
  it('that publishes makes 21 calls of the database, and 23 the next time', async () => {
    const id = await desk.anArticle()
    for (const most of [21, 23]) {
      await desk.approved('articles', id)
      const { digest } = await desk.transitions('articles', id, 'publisher')
      const publish = () =>
        newsroom.ask('POST', `/api/articles/${id}/transitions`, {
          as: 'publisher',
          body: { transition: 'publish', digest },
        })
      expect((await called(publish)).length).toBeLessThanOrEqual(most)
      await desk.save('articles', id, { headline: `Another headline after ${String(most)}` })
    }
  })

  // On MongoDB a snapshot begins with a read of its own.
  it('that asks what can be done with a piece makes 11 calls of the database at most', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await desk.transitions('articles', id, 'publisher')
    const ask = () => newsroom.ask('GET', `/api/articles/${id}/transitions`, { as: 'publisher' })
    expect((await called(ask)).length).toBeLessThanOrEqual(11)
  })
})

describe('what nobody has asked for before', () => {
  let filings = 0
  const filed = async () => {
    const made = async (collection: string, as: 'admin' | 'editor') =>
      String(
        (await newsroom.ask('POST', `/api/${collection}`, { as, body: { name: `Name ${String(++filings)}` } })).body.doc
          .id,
      )
    const [section, topic] = [await made('sections', 'admin'), await made('topics', 'editor')]
    const id = await desk.published('articles', await desk.anArticle({ section, topics: [topic] }))
    const { slug } = (await newsroom.ask('GET', `/api/articles/${id}`)).body as { slug: string }
    return { section, slug }
  }
  const reads = (calls: readonly string[]) => calls.filter((name) => name !== 'beginTransaction')

  it('by its slug makes at most 6 calls of the database: the article, whose authors are public, and one for each kind of relation', async () => {
    const { slug } = await filed()
    const calls = reads(await called(() => newsroom.ask('GET', `/api/articles/by-slug/${slug}`)))
    expect(calls.length, String(calls)).toBeLessThanOrEqual(6)
  })

  it('in a list of ten makes at most 5, however many articles are in it', async () => {
    const { section } = await filed()
    for (let nth = 0; nth < 3; nth++) await desk.published('articles', await desk.anArticle({ section }))
    const list = () => newsroom.ask('GET', `/api/articles?limit=10&where[section][equals]=${section}`)
    const calls = reads(await called(list))
    expect(calls.length, String(calls)).toBeLessThanOrEqual(5)
  })

  it('in a list of headlines asks the database for no bodies', async () => {
    const { section } = await filed()
    const address = `/api/articles?limit=10&depth=0&select[headline]=true&where[section][equals]=${section}`
    const asked: unknown[] = []
    const { find } = db
    db.find = ((args: { readonly collection: string; readonly select?: unknown }) => {
      if (args.collection === 'articles') asked.push(args.select)
      return find.call(db, args as never)
    }) as typeof find
    const answer = await newsroom.ask('GET', address).finally(() => (db.find = find))
    expect(answer.body.docs).toEqual([expect.objectContaining({ headline: expect.any(String) as string })])
    expect(asked).toEqual([expect.objectContaining({ headline: true })])
    expect(asked).toEqual([expect.not.objectContaining({ body: true })])
  })
})

describe('what was read in a transaction', () => {
  /** Reads that are counted, in the transaction of `req`. */
  const counted = (req: PayloadRequest, sources: readonly Source[]) => {
    let reads = 0
    return async () => {
      await remembered(req, 'counted', sources, () => Promise.resolve(reads++))
      return reads
    }
  }

  it('is read once, and again in the next one', async () => {
    const once = async (req: PayloadRequest) => {
      const read = counted(req, ['documents:topics'])
      return [await read(), await read()]
    }
    expect(await inTransaction(newsroom, once)).toEqual([1, 1])
    expect(await inTransaction(newsroom, once)).toEqual([1, 1])
    await withoutCommit(newsroom, once)
    expect(await inSnapshot(await createLocalReq({}, newsroom.payload), once)).toEqual([1, 1])
  })

  // Guard: memoOf() asks whether the transaction is open.
  it('is not known outside of one, nor once it is over, although the request still names it', async () => {
    const read = counted(await createLocalReq({}, newsroom.payload), [])
    expect([await read(), await read()]).toEqual([1, 2])
    for (const run of [inTransaction, withoutCommit]) {
      let late: () => Promise<number> = () => Promise.resolve(0)
      await run(newsroom, async (req) => {
        const own = { ...req, payload: req.payload, transactionID: await req.transactionID } as PayloadRequest
        late = counted(own, [])
        expect([await late(), await late()]).toEqual([1, 1])
      })
      expect([await late(), await late()]).toEqual([2, 3])
    }
  })

  it('is not known in another transaction of the same moment', async () => {
    await inTransaction(newsroom, async (req) => {
      await remembered(req, 'mine', [], () => Promise.resolve('of the one'))
      const seen = await inSnapshot(await createLocalReq({}, newsroom.payload), (other) =>
        remembered(other, 'mine', [], () => Promise.resolve('of the other')),
      )
      expect(seen).toBe('of the other')
    })
  })

  it('is not known when reading it failed', async () => {
    await inTransaction(newsroom, async (req) => {
      await expect(remembered(req, 'failing', [], () => Promise.reject(new Error('On purpose.')))).rejects.toThrow()
      expect(await remembered(req, 'failing', [], () => Promise.resolve('read'))).toBe('read')
    })
  })

  it('cannot be changed by whoever is given it', async () => {
    const id = await desk.anArticle()
    await inTransaction(newsroom, async (req) => {
      const own = given(known(newsroom.payload).collections.get('articles'))
      const { doc } = given(await newestRevision(req, own, id))
      const [credit] = doc.credits as Record<string, unknown>[]
      expect(() => Object.assign(given(credit), { role: 'translator' })).toThrow(TypeError)
    })
  })

  let topics = 0
  const topic = async (req: PayloadRequest) => {
    const name = `Topic ${String(++topics)}`
    return db.create({ collection: 'topics', data: { name, slug: name.replace(' ', '-') }, req })
  }
  /** A topic that a piece has is not deleted. */
  const NO_PIECE_HAS_IT = { name: { equals: 'no such topic' } }
  const at = '2026-03-02T09:00:00.000Z'
  const version = (parent: unknown) => ({
    parent: parent as string,
    autosave: false,
    createdAt: at,
    updatedAt: at,
    versionData: { headline: 'A version', _status: 'draft' },
  })

  /** A write by each method that writes, and what it may change. */
  const WRITES: Record<WriteName, [Source, (req: PayloadRequest, id: string) => Promise<unknown>]> = {
    create: ['documents:topics', (req) => topic(req)],
    updateOne: ['documents:topics', (req) => db.updateOne({ collection: 'topics', where: {}, data: {}, req })],
    updateMany: ['documents:topics', (req) => db.updateMany({ collection: 'topics', where: {}, data: {}, req })],
    upsert: [
      'documents:topics',
      (req) =>
        db.upsert({
          collection: 'topics',
          where: { name: { equals: 'New' } },
          data: { name: 'New', slug: 'new' },
          req,
        }),
    ],
    deleteOne: ['documents:topics', (req) => db.deleteOne({ collection: 'topics', where: NO_PIECE_HAS_IT, req })],
    deleteMany: ['documents:topics', (req) => db.deleteMany({ collection: 'topics', where: NO_PIECE_HAS_IT, req })],
    createVersion: [
      'versions:articles',
      (req, id) => db.createVersion({ ...version(id), collectionSlug: 'articles', req }),
    ],
    updateVersion: [
      'versions:articles',
      (req, id) =>
        db.updateVersion({
          collection: 'articles',
          where: { parent: { equals: id } },
          versionData: { updatedAt: at } as never,
          req,
        }),
    ],
    deleteVersions: [
      'versions:articles',
      (req, id) => db.deleteVersions({ collection: 'articles', where: { parent: { equals: id } }, req }),
    ],
    createGlobal: ['global:newsroom', (req) => db.createGlobal({ slug: 'newsroom', data: { name: 'One' }, req })],
    updateGlobal: ['global:newsroom', (req) => db.updateGlobal({ slug: 'newsroom', data: { name: 'Two' }, req })],
    createGlobalVersion: [
      'global:newsroom',
      (req) => db.createGlobalVersion({ ...version(undefined), globalSlug: 'newsroom', req }),
    ],
    updateGlobalVersion: [
      'global:newsroom',
      (req) =>
        db.updateGlobalVersion({
          global: 'newsroom',
          where: {},
          versionData: { updatedAt: at } as never,
          req,
        }),
    ],
    updateJobs: ['documents:payload-jobs', (req) => db.updateJobs({ where: {}, data: {}, req })],
  }

  // Guard: forget() in memo.ts. Whether the write comes about is another matter: Payload goes on after some that do not.
  it.each(Object.entries(WRITES))('is read again after %s', async (_, [source, write]) => {
    const id = await desk.anArticle()
    await inTransaction(newsroom, async (req) => topic(req))
    await withoutCommit(newsroom, async (req) => {
      const read = counted(req, [source])
      const elsewhere = await remembered<object>(req, 'elsewhere', ['documents:places'], () => Promise.resolve({}))
      expect([await read(), await read()]).toEqual([1, 1])
      await write(req, id).catch(() => undefined)
      expect(await read()).toBe(2)
      if (!source.endsWith('jobs'))
        expect(await remembered(req, 'elsewhere', ['documents:places'], () => Promise.resolve({}))).toBe(elsewhere)
    })
  })

  // Guard: withReferring(): SQL takes a reference to what is deleted out of the row that holds it.
  it('is read again after the deletion of what it refers to', async () => {
    await withoutCommit(newsroom, async (req) => {
      const read = counted(req, ['versions:articles'])
      await read()
      await db.deleteMany({ collection: 'topics', where: NO_PIECE_HAS_IT, req })
      expect(await read()).toBe(2)
      await db.deleteMany({ collection: 'payload-locked-documents', where: { id: { in: [] } }, req })
      expect(await read()).toBe(2)
    })
  })

  it('is what stands in the database after each write', async () => {
    const id = await desk.anArticle({ headline: 'Before' })
    const own = given(known(newsroom.payload).collections.get('articles'))
    await withoutCommit(newsroom, async (req) => {
      const headline = async () => given(await newestRevision(req, own, id)).doc.headline
      expect(await headline()).toBe('Before')
      const stored = given(await latest(id, req))
      await db.updateVersion({
        collection: 'articles',
        id: stored.id,
        versionData: { version: { ...stored.version, headline: 'Rewritten' } },
        req,
      })
      expect(await headline()).toBe('Rewritten')
      const versionData = { ...stored.version, headline: 'Newer' }
      await db.createVersion({ ...version(id), collectionSlug: 'articles', versionData, req })
      expect(await headline()).toBe('Newer')
      await db.deleteVersions({ collection: 'articles', where: { 'version.headline': { equals: 'Newer' } }, req })
      expect(await headline()).not.toBe('Newer')
      const userId = newsroom.userIds.editor
      const roles = async () => given((await peopleOf(req, [userId])).get(userId)).roles
      expect(await roles()).toEqual(['editor'])
      await db.updateOne({ collection: 'users', id: userId, data: { roles: ['reviewer'] }, req })
      expect(await roles()).toEqual(['reviewer'])
    })
  })

  const latest = async (id: string, req?: PayloadRequest) => {
    const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
    const { docs } = await db.findVersions<Record<string, unknown>>({
      collection: 'articles',
      where,
      ...(req ? { req } : {}),
    })
    return docs[0]
  }

  // Guard: rowAskedFor() and newestAskedFor() in askedAgain.ts; `Arguments` of the update under a grant of its own.
  it('answers Payload where it asks for the whole of it, and nobody who asks for less or for more', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'As it went out' }))
    const own = given(known(newsroom.payload).collections.get('articles'))
    const there = { deletedAt: { exists: false } }
    await withoutCommit(newsroom, async (req) => {
      const ask = (where: Where, more: object = {}) =>
        db.findOne<{ id: string; headline: string }>({ collection: 'articles', where, req, ...more })
      const grant = { piece: `articles:${id}`, makes: 'public' } as const
      const row = given(await ask({ id: { equals: id } }))
      await withGrant(req, grant, () => db.updateOne({ collection: 'articles', id, data: { ...row }, req }))
      calls = []
      const first = given(await ask({ and: [{ id: { equals: id } }, there] }))
      expect([first.headline, calls]).toEqual(['As it went out', []])
      Object.assign(first, { headline: 'In the hands of whoever asked' })
      expect((await ask({ and: [{ id: { equals: id } }, there] }))?.headline).toBe('As it went out')
      expect(await ask({ and: [{ id: { equals: id } }, there, { headline: { equals: 'Another' } }] })).toBeNull()
      await ask({ and: [{ id: { equals: id } }, there] }, { select: { slug: true } })
      expect(calls).toEqual(['findOne', 'findOne'])

      await newestRevision(req, own, id)
      const newest: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
      const versions = (where: Where) =>
        db.findVersions({ collection: 'articles', where, sort: '-updatedAt', limit: 1, pagination: false, req })
      calls = []
      const whole = await versions({ and: [newest, { 'version.deletedAt': { exists: false } }] })
      expect([whole.docs.length, whole.totalDocs, calls]).toEqual([1, 1, []])
      const drafts = { and: [newest, { 'version._status': { equals: 'draft' } }] }
      expect((await versions(drafts)).docs).toEqual([])
      expect(calls).toEqual(['findVersions'])
    })
  })

  // Guard: problemsIn() reads by readDossier(), readMainRevision() and readNewestRevision().
  it('is not what is proved at the commit', async () => {
    const id = await desk.approved('articles', await desk.anArticle({ body: aText('As it was signed off.') }))
    const own = given(known(newsroom.payload).collections.get('articles'))
    const act = inTransaction(newsroom, async (req) => {
      const signed = await newestRevision(req, own, id)
      const dossier = await findDossier(req, 'articles', id)
      const stored = given(await latest(id, req))
      const version = { ...stored.version, headline: 'Past the desk' }
      await db.updateVersion({ collection: 'articles', id: stored.id, versionData: { version }, req })
      // Somebody makes the transaction believe that all is as it was.
      const believed = await remembered(req, `newest revision of articles:${id}`, [], () => Promise.resolve(signed))
      expect(believed?.doc.headline).toBe(signed?.doc.headline)
      await remembered(req, `dossier of articles:${id}`, [], () => Promise.resolve(dossier))
      expect(await newestRevision(req, own, id)).toBe(believed)
      await remembered(req, newestVersion('articles', id), [], () => Promise.resolve(stored))
    })
    await expect(act).rejects.toThrow('newest revision was changed past the workflow')
    expect(given(await latest(id)).version.headline).not.toBe('Past the desk')
  })
})
