import type { TypedUser } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { runtimeOf as known } from '../../packages/plugin-imprimatur/src/runtime/context.ts'
import { findDossier, saveDossier } from '../../packages/plugin-imprimatur/src/store/dossierStore.ts'
import { newestRevision } from '../../packages/plugin-imprimatur/src/store/revision.ts'
import { grantFor, withGrant } from '../../packages/plugin-imprimatur/src/transaction/transactionScope.ts'
import { appendToChain } from '../../packages/plugin-imprimatur/src/domain/workflow/events.ts'
import { changeByHand } from '../helpers/byHand.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'
import { inTransaction, withoutCommit } from '../helpers/transaction.ts'

// Guards that others stand in front of or behind: each is asked here where no other one would answer in its place. Which
// guard a test is about, and that it goes red without it, stands in test/mutants/plugin.mjs.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

async function userOf(who: Staff): Promise<TypedUser> {
  const user = await newsroom.payload.findByID({ collection: 'users', id: newsroom.userIds[who], overrideAccess: true })
  return { ...user, collection: 'users' }
}
const refusal = (code: string) =>
  expect.objectContaining({ data: { entries: [expect.objectContaining({ code })] } }) as Error
const ofPiece = async (id: string) => {
  const { docs } = await newsroom
    .ask('GET', `/api/articles/versions?where[parent][equals]=${id}&depth=0&limit=50`, { as: 'editor' })
    .then(({ body }) => body)
  return docs as { id: string; latest?: boolean }[]
}

describe('code inside the server', () => {
  const data = { headline: 'By code' }
  const article = { collection: 'articles', overrideAccess: true } as const

  it('cannot save in the name of somebody who may not, although it overrides access', async () => {
    const id = await desk.anArticle()
    for (const who of ['reviewer', 'publisher', 'admin', 'contributor'] as const) {
      const user = await userOf(who)
      await expect(newsroom.payload.update({ ...article, id, data, user })).rejects.toEqual(refusal('forbidden'))
    }
    for (const who of ['reviewer', 'publisher', 'admin'] as const) {
      const user = await userOf(who)
      await expect(newsroom.payload.create({ ...article, data, user, draft: true })).rejects.toEqual(
        refusal('forbidden'),
      )
    }
    expect(await desk.events('articles', id)).toEqual(['create'])
  })

  it('cannot save by nobody', async () => {
    const id = await desk.anArticle()
    await expect(newsroom.payload.create({ ...article, data, draft: true })).rejects.toEqual(
      refusal('not_authenticated'),
    )
    await expect(newsroom.payload.update({ ...article, id, data })).rejects.toEqual(refusal('not_authenticated'))
    expect(await desk.events('articles', id)).toEqual(['create'])
  })

  it('cannot restore a version over what is public', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'As signed' }))
    const [version] = await ofPiece(id)
    const restored = newsroom.payload.restoreVersion({
      ...article,
      id: String(version?.id),
      draft: false,
      user: await userOf('editor'),
    })
    // The write path would refuse it too; here it says how it is done.
    await expect(restored).rejects.toMatchObject({
      data: { entries: [{ code: 'use_transitions', hint: expect.stringContaining('draft=true') as string }] },
    })
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).body.headline).toBe('As signed')
  })

  it('has a grant for as long as its transition runs, and for its piece', async () => {
    const piece = `articles:${await desk.anArticle()}`
    await withoutCommit(newsroom, async (req) => {
      await withGrant(req, { piece, makes: 'public' }, async () => {
        expect(await grantFor(req, piece)).toBeDefined()
        expect(await grantFor(req, 'articles:another')).toBeUndefined()
        expect(await grantFor({}, piece)).toBeUndefined()
      })
      expect(await grantFor(req, piece)).toBeUndefined()
      await expect(
        withGrant(req, { piece, makes: 'public' }, () => Promise.reject(new Error('failed'))),
      ).rejects.toThrow('failed')
      expect(await grantFor(req, piece)).toBeUndefined()
    })
  })
})

describe('a piece', () => {
  it('is made a draft with a version, whatever draft says', async () => {
    for (const query of ['', '?draft=false']) {
      const { body } = await newsroom.ask('POST', `/api/articles${query}`, {
        as: 'editor',
        body: { headline: 'Begun' },
      })
      expect(body.doc._status).toBe('draft')
      expect(await ofPiece(body.doc.id)).toHaveLength(1)
    }
  })

  it('has one latest version, also when two were saved in one millisecond', async () => {
    const id = await desk.anArticle()
    const updatedAt = new Date().toISOString()
    await withoutCommit(newsroom, async (req) => {
      const { db } = newsroom.payload
      const { docs } = await db.findVersions<Record<string, unknown>>({
        collection: 'articles',
        where: { parent: { equals: id } },
        req,
      })
      const version = { ...docs[0]?.version } as never
      const args = {
        collectionSlug: 'articles',
        parent: id,
        versionData: version,
        createdAt: updatedAt,
        updatedAt,
        autosave: false,
        req,
      }
      await db.createVersion(args)
      await db.createVersion(args)
      const latest = await db.findVersions({
        collection: 'articles',
        where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
        req,
      })
      expect(latest.docs).toHaveLength(1)
    })
  })

  it('that is a duplicate has the writers of its source, also of a public one', async () => {
    const source = await desk.anArticle({}, 'editor2')
    const copyOf = async (id: string) => {
      const { body } = await newsroom.ask('POST', `/api/articles/${id}/duplicate`, { as: 'editor', body: {} })
      return (await desk.dossier('articles', body.doc.id)).writers
    }
    const both = [newsroom.userIds.editor, newsroom.userIds.editor2].sort()
    expect((await copyOf(source)).toSorted()).toEqual(both)
    await desk.published('articles', source)
    expect((await copyOf(source)).toSorted()).toEqual(both)
  })

  it('in the trash does not move, and is saved nowhere but out of it', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    const deletedAt = new Date().toISOString()
    expect((await desk.save('articles', id, { deletedAt })).status).toBe(200)
    const moved = await desk.move('articles', id, 'publish', 'publisher')
    expect([moved.status, codesOf(moved)]).toEqual([409, ['wrong_stage']])
    expect(moved.body.errors[0].blockers[0].message).toContain('in the trash')
    const again = await newsroom.ask('PATCH', `/api/articles/${id}?trash=true`, {
      as: 'editor',
      body: { deletedAt, headline: 'In the trash' },
    })
    expect([again.status, codesOf(again)]).toEqual([403, ['use_transitions']])
    const copy = await newsroom.ask('POST', `/api/articles/${id}/duplicate`, { as: 'editor', body: {} })
    expect([copy.status, codesOf(copy)]).toEqual([404, ['not_found']])
  })

  // Guard: `facts.trashed` in authorizationBlockers(). What the piece lacks is told after that it is in the trash, on every route.
  it('in the trash is told so before what it lacks', async () => {
    const id = String(
      (await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'No text' } })).body.doc.id,
    )
    expect(codesOf(await desk.move('articles', id, 'submit', 'editor'))).toContain('gate_failed')
    await desk.save('articles', id, { deletedAt: new Date().toISOString() })
    const { digest, transitions } = await desk.transitions('articles', id, 'editor')
    const body = { transition: 'submit', digest }
    const [single, batch, graphql] = [
      await newsroom.ask('POST', `/api/articles/${id}/transitions`, { as: 'editor', body }),
      await newsroom.ask('POST', '/api/transitions', {
        as: 'editor',
        body: { items: [{ collection: 'articles', id, ...body }] },
      }),
      await newsroom.graphql(
        `mutation { transitionArticle(id: "${id}", transition: "submit", digest: "${String(digest)}") { doc { id } } }`,
        undefined,
        'editor',
      ),
    ]
    for (const answer of [single, batch, graphql]) expect(codesOf(answer)).toEqual(['wrong_stage'])
    expect([single.status, batch.status]).toEqual([409, 409])
    const submit = transitions.find((each: { name: string }) => each.name === 'submit')
    expect(submit).toMatchObject({ allowed: false, blockers: [{ code: 'wrong_stage' }] })
    const byReviewer = await newsroom.ask('POST', `/api/articles/${id}/transitions`, { as: 'reviewer', body })
    expect([byReviewer.status, codesOf(byReviewer)]).toEqual([403, ['forbidden']])
  })

  it('moves once in one call', async () => {
    const id = await desk.anArticle()
    const { digest } = await desk.transitions('articles', id, 'editor')
    const item = { collection: 'articles', id, transition: 'submit', digest }
    const answer = await newsroom.ask('POST', '/api/transitions', { as: 'editor', body: { items: [item, item] } })
    expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([400, ['invalid_value'], 'items'])
  })

  it('has one event of one number', async () => {
    const id = await desk.anArticle()
    const attempt = inTransaction(newsroom, async (req) => {
      const collection = known(newsroom.payload).collections.get('articles')
      const row = await findDossier(req, 'articles', id)
      const revision = collection && (await newestRevision(req, collection, id))
      if (!row || !revision) throw new Error('It is not there.')
      const draft = {
        piece: row.state.piece,
        transition: 'touch',
        from: 'draft',
        to: 'draft',
        actor: 'x',
        digest: revision.digest,
        at: row.state.stageSince,
      } as const
      const event = appendToChain(draft, { seq: 0, head: null })
      await saveDossier(req, collection, { row, state: row.state, event, revision })
    })
    await expect(attempt).rejects.toEqual(refusal('conflict'))
    expect(await desk.events('articles', id)).toEqual(['create'])
  })

  it('has events that are unique by its indexes', async () => {
    // SQLite has the index from its migration, MongoDB from here.
    const { indexes } = newsroom.payload.config.collections.find(({ slug }) => slug === 'workflow-events') ?? {}
    expect(indexes).toContainEqual({ fields: ['piece', 'seq'], unique: true })
    const { db } = newsroom.payload
    const event = {
      piece: 'articles:none',
      seq: 1,
      transition: 'create',
      to: 'draft',
      actor: 'x',
      digest: 'd',
      at: 't',
      hash: 'h',
    }
    await withoutCommit(newsroom, async (req) => {
      await db.create({ collection: 'workflow-events', data: event, req })
      await expect(db.create({ collection: 'workflow-events', data: event, req })).rejects.toThrow()
    })
  })

  it('has a proof only while it is public', async () => {
    const id = await desk.anArticle()
    const proof = async () => (await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)).status
    expect(await proof()).toBe(404)
    await desk.published('articles', id)
    expect(await proof()).toBe(200)
    await changeByHand(newsroom.payload, { table: 'articles', by: ['id', id], column: '_status' }, () => 'draft')
    expect(await proof()).toBe(404)
    await changeByHand(newsroom.payload, { table: 'articles', by: ['id', id], column: '_status' }, () => 'published')
  })

  it('that is public without any record is found by the audit', async () => {
    const id = await desk.anArticle()
    const article = { table: 'articles', by: ['id', id] as [string, string], column: '_status' }
    const dossier = { table: 'dossiers', by: ['piece', `articles:${id}`] as [string, string], column: 'piece' }
    const event = { table: 'workflow_events', by: ['piece', `articles:${id}`] as [string, string], column: 'piece' }
    await changeByHand(newsroom.payload, dossier, () => 'articles:gone')
    await changeByHand(newsroom.payload, event, () => 'articles:gone')
    await changeByHand(newsroom.payload, article, () => 'published')
    const { offences } = await audit(newsroom.payload)
    expect(offences).toContainEqual(
      expect.objectContaining({ piece: `articles:${id}`, fault: 'it is public, and has no dossier' }),
    )
    await changeByHand(newsroom.payload, article, () => 'draft')
  })
})

describe('who sees and does what', () => {
  it('contributors have their own pieces, their versions and their place in the queue, and what is public', async () => {
    const own = await newsroom.ask('POST', '/api/articles', {
      as: 'contributor',
      body: {
        headline: 'Their own',
        body: aText('T'),
        credits: [{ author: await desk.publicAuthor(), role: 'author' }],
      },
    })
    const others = await desk.anArticle()
    const shown = await desk.published('articles', await desk.anArticle())
    for (const id of [own.body.doc.id, others]) await desk.moved('articles', id, 'submit', 'editor')
    const idsIn = async (address: string) =>
      (await newsroom.ask('GET', address, { as: 'contributor' })).body.docs.map(
        (each: { id: string; parent?: string }) => each.parent ?? each.id,
      )
    const listed = await idsIn('/api/articles?draft=true&depth=0&limit=100')
    expect(listed).toContain(own.body.doc.id)
    expect(await idsIn('/api/articles?depth=0&limit=100')).toContain(shown)
    expect([
      listed.includes(others),
      (await idsIn('/api/articles/versions?depth=0&limit=100')).includes(others),
    ]).toEqual([false, false])
    expect(await idsIn('/api/articles/versions?depth=0&limit=100')).toContain(own.body.doc.id)
    expect(await idsIn('/api/review-queue?limit=100')).toEqual([own.body.doc.id])
    const saved = await newsroom.ask('PATCH', `/api/articles/${others}`, {
      as: 'contributor',
      body: { headline: 'Mine' },
    })
    expect([404, 403]).toContain(saved.status)
    expect(await desk.events('articles', others)).toEqual(['create', 'submit'])
  })

  it('a move tells a contributor nothing of a piece that they may not know', async () => {
    const id = await desk.anArticle()
    const body = { transition: 'submit', digest: `sha256:${'0'.repeat(64)}` }
    const answer = await newsroom.ask('POST', `/api/articles/${id}/transitions`, { as: 'contributor', body })
    expect([answer.status, codesOf(answer)]).toEqual([404, ['not_found']])
  })

  it('deletes what is not there as little as Payload does', async () => {
    const pieces = [
      ['articles', await desk.anArticle(), 'deleteArticle'],
      ['authors', await desk.anAuthor(), 'deleteAuthor'],
    ] as const
    for (const [collection, id, mutation] of pieces) {
      expect((await newsroom.ask('DELETE', `/api/${collection}/${id}`, { as: 'editor' })).status).toBe(200)
      for (const method of ['DELETE', 'PATCH'] as const) {
        const again = await newsroom.ask(method, `/api/${collection}/${id}`, { as: 'editor', body: {} })
        expect([again.status, codesOf(again)], method).toEqual([404, ['not_found']])
      }
      const inGraphQL = await newsroom.graphql(`mutation { ${mutation}(id: "${id}") { id } }`, {}, 'editor')
      expect(codesOf(inGraphQL)).toEqual(['not_found'])
      // Code inside the server is told the same.
      const byCode = newsroom.payload.delete({ collection, id, overrideAccess: true })
      await expect(byCode).rejects.toMatchObject({ status: 404 })
    }
  })

  it('reviewers, publishers and admins begin nothing', async () => {
    for (const who of ['reviewer', 'publisher', 'admin'] as const) {
      const answer = await newsroom.ask('POST', '/api/articles', { as: who, body: { headline: 'Mine' } })
      expect([who, answer.status, codesOf(answer)]).toEqual([who, 403, ['forbidden']])
      const user = await userOf(who)
      const access = await newsroom.payload.config.collections
        .find(({ slug }) => slug === 'articles')
        ?.access.create({ req: { payload: newsroom.payload, user, context: {} } as never })
      expect(access).toBe(false)
    }
  })

  it('versions are for nobody outside the staff', async () => {
    const id = await desk.anArticle()
    const found = await newsroom.payload
      .findVersions({ collection: 'articles', where: { parent: { equals: id } }, overrideAccess: false, user: null })
      .then(
        ({ docs }) => docs.length,
        () => 0,
      )
    expect(found).toBe(0)
    expect((await newsroom.ask('GET', '/api/articles/versions')).status).toBeGreaterThanOrEqual(401)
  })

  it.each([
    ['a closed account', { active: false }],
    ['somebody without a role', { roles: [] }],
  ])('%s is what a reader is, although the session is open', async (_who, change) => {
    const data = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#c00' } })
      .png()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: 'red.png', size: data.length }
    const picture = { collection: 'media', data: { alt: 'A red field' }, file, overrideAccess: true } as const
    const { id: hidden } = await newsroom.payload.create(picture)
    const id = await desk.anArticle()
    await newsroom.ask('GET', '/api/users/me', { as: 'reviewer2' })
    const before = await userOf('reviewer2')
    const set = (data: object) =>
      newsroom.payload.update({ collection: 'users', id: newsroom.userIds.reviewer2, data, overrideAccess: true })
    await set(change)
    try {
      for (const address of [
        `/api/media/${String(hidden)}`,
        `/api/articles/${id}`,
        `/api/articles/${id}/dossier`,
        `/api/articles/${id}/transitions`,
        '/api/review-queue',
      ]) {
        const { status } = await newsroom.ask('GET', address, { as: 'reviewer2' })
        expect([address, status]).toEqual([
          address,
          expect.toSatisfy((each: number) => each === 401 || each === 404 || each === 403),
        ])
      }
      const versions = await newsroom.payload
        .findVersions({ collection: 'articles', overrideAccess: false, user: { ...before, ...change } })
        .then(
          ({ docs }) => docs.length,
          () => 0,
        )
      expect(versions).toBe(0)
    } finally {
      await set({ active: before.active, roles: before.roles })
    }
  })
})
