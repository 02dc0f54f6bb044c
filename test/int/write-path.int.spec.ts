import { createLocalReq, initTransaction, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INNER_PARTS, METHODS, methodsOf } from '../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { runtimeOf as known } from '../../packages/plugin-imprimatur/src/runtime/context.ts'
import { findDossier, saveDossier } from '../../packages/plugin-imprimatur/src/store/dossierStore.ts'
import { newestRevision } from '../../packages/plugin-imprimatur/src/store/revision.ts'
import { withGrant } from '../../packages/plugin-imprimatur/src/transaction/transactionScope.ts'
import { apply, appendToChain, type WorkflowEvent } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { given } from '../helpers/given.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { inTransaction, withoutCommit } from '../helpers/transaction.ts'

// Everything here is done by code inside the server that goes past hooks and access, straight to the database adapter.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let db: TestNewsroom['payload']['db']

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  ;({ db } = newsroom.payload)
})

afterAll(async () => {
  await newsroom.close()
})

const byId = (id: string) => ({ id: { equals: id } })

/** What readers and the desk have of an article, as text. */
async function seen(id: string): Promise<string> {
  const [reader, proof, draft, record] = [
    await newsroom.ask('GET', `/api/articles/${id}`),
    await newsroom.ask('GET', `/api/articles/${id}/imprimatur`),
    await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as: 'editor' }),
    await newsroom.ask('GET', `/api/articles/${id}/dossier`, { as: 'editor' }),
  ]
  return JSON.stringify([reader.body, proof.body, draft.body, record.body])
}

/** Expects that `attack` is refused with `use_transitions`, and that nothing of the article or of the audit is changed. */
async function refused(id: string, attack: () => Promise<unknown>, saying?: RegExp): Promise<void> {
  const before = await seen(id)
  const outcome: unknown = await attack().then(
    () => 'it was let through',
    (error: unknown) => error,
  )
  expect(outcome).toMatchObject({ status: 403, data: { entries: [{ code: 'use_transitions' }] } })
  if (saying) expect((outcome as Error).message).toMatch(saying)
  expect(await seen(id)).toBe(before)
  expect((await audit(newsroom.payload)).offences).toEqual([])
}

describe('the adapter, connected', () => {
  // Guard: METHODS. What is not on it would be refused, or go past what is judged here.
  it('has no method that the guards do not know', () => {
    expect(methodsOf(db).filter((name) => !(name in METHODS) && !INNER_PARTS.has(name))).toEqual([])
  })
})

describe('at once, the main row of a piece', () => {
  // Guard: judge() in writePath.ts.
  it.each([
    ['changes its text', { headline: 'Past the desk', _status: 'published' }],
    ['is taken from readers', { _status: 'draft' }],
    ['loses its date', { publishedAt: null }],
    ['goes into the trash', { _status: 'draft', deletedAt: '2026-03-02T09:00:00.000Z' }],
  ])('is not written when it %s', async (_, data) => {
    const id = await desk.published('articles', await desk.anArticle())
    await refused(id, () => withoutCommit(newsroom, (req) => db.updateOne({ collection: 'articles', id, data, req })))
    await refused(id, () =>
      withoutCommit(newsroom, (req) => db.updateOne({ collection: 'articles', where: byId(id), data, req })),
    )
  })

  // Guard: `_status !== 'draft'` in create().
  it('is not born public', async () => {
    const id = await desk.anArticle()
    const data = { headline: 'Born public', slug: 'born-public', body: aText('No.'), _status: 'published' }
    await refused(id, () => withoutCommit(newsroom, (req) => db.create({ collection: 'articles', data, req })))
    expect((await newsroom.ask('GET', '/api/articles/by-slug/born-public')).status).toBe(404)
  })

  // Guard: refuseInBulk().
  it('is not written in bulk or by upsert', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const data = { headline: 'Past the desk' }
    const args = { collection: 'articles', where: byId(id), data }
    await refused(id, () => withoutCommit(newsroom, (req) => db.updateMany({ ...args, req })))
    await refused(id, () => withoutCommit(newsroom, (req) => db.upsert({ ...args, req })))
  })

  // Guard: refuseIfPublic() in allowDeletion().
  it.each(['published', 'retracted'])('is not deleted while readers can see it (%s)', async (how) => {
    const id = await desk.published('articles', await desk.anArticle())
    if (how === 'retracted') await desk.moved('articles', id, 'retract', 'publisher', { notice: 'It was wrong.' })
    const args = { collection: 'articles', where: byId(id) }
    await refused(id, () => withoutCommit(newsroom, (req) => db.deleteOne({ ...args, req })))
    await refused(id, () => withoutCommit(newsroom, (req) => db.deleteMany({ ...args, req })))
  })

  // Guard: the grant of a move that takes a piece down is for `_status` alone.
  it('takes nothing but the status with it when it is taken down', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const data = { _status: 'draft', headline: 'Past the desk' }
    await refused(id, () =>
      withoutCommit(newsroom, (req) =>
        withGrant(req, { piece: `articles:${id}`, makes: 'not_public' }, () =>
          db.updateOne({ collection: 'articles', id, data, req }),
        ),
      ),
    )
  })
})

describe('outside a transaction', () => {
  // Guard: scopeOf() refuses where there is no transaction to prove and to roll back.
  it('nothing of a piece is written', async () => {
    const id = await desk.anArticle()
    const version = await latestVersion(id)
    const at = new Date().toISOString()
    const attacks = [
      () => db.updateOne({ collection: 'articles', id, data: { _status: 'draft', deletedAt: at } }),
      () => db.create({ collection: 'articles', data: { headline: 'Lone', slug: 'lone', _status: 'draft' } }),
      () => db.deleteOne({ collection: 'articles', where: byId(id) }),
      () => db.updateVersion({ collection: 'articles', id: version.id, versionData: { version: version.version } }),
      () => db.deleteVersions({ collection: 'articles', where: { parent: { equals: id } } }),
      () =>
        db.createVersion({
          collectionSlug: 'articles',
          parent: id,
          autosave: false,
          createdAt: at,
          updatedAt: at,
          versionData: version.version,
        }),
    ]
    for (const attack of attacks) await refused(id, attack)
    // Guard: scopeOf() before the row is written, in create().
    expect(await db.findOne({ collection: 'articles', where: { slug: { equals: 'lone' } } })).toBeNull()
  })
})

describe('at the commit', () => {
  // Guard: proveAtCommit(); touch() in updateVersion.
  it('an approved text that was rewritten where versions are kept is rolled back', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await refused(
      id,
      () => inTransaction(newsroom, async (req) => rewriteLatest(id, { headline: 'Past the desk' }, req)),
      /newest revision was changed past the workflow/,
    )
  })

  // Guard: the rollback in proveAtCommit(). Otherwise the transaction would stay open, and everybody else wait for it.
  it('what is refused is taken back although whoever began the transaction does not do so', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await refused(id, async () => {
      const req = await createLocalReq({}, newsroom.payload)
      await initTransaction(req)
      await rewriteLatest(id, { headline: 'Past the desk' }, req)
      await db.commitTransaction(given(await req.transactionID))
    })
    expect((await desk.save('articles', id, { headline: 'By the desk' })).status).toBe(200)
  })

  // Guard: proveAtCommit(); touch() in createVersion.
  it('a newer version that nobody recorded is rolled back', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    const { version } = await latestVersion(id)
    const at = new Date().toISOString()
    await refused(id, () =>
      inTransaction(newsroom, (req) =>
        db.createVersion({
          collectionSlug: 'articles',
          parent: id,
          autosave: false,
          createdAt: at,
          updatedAt: at,
          versionData: { ...version, headline: 'Past the desk' },
          req,
        }),
      ),
    )
  })

  // Guard: proveAtCommit(); touch() in deleteVersions.
  it('versions that were thrown away come back', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    expect((await desk.save('articles', id, { headline: 'The next revision' })).status).toBe(200)
    await refused(id, () =>
      inTransaction(newsroom, (req) =>
        db.deleteVersions({
          collection: 'articles',
          where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
          req,
        }),
      ),
    )
  })

  // Guard: proveAtCommit(): a grant alone makes nothing public.
  it('a main row that became public without an event is rolled back', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    const { version } = await latestVersion(id)
    const data = { ...version, _status: 'published' }
    await refused(
      id,
      () =>
        inTransaction(newsroom, (req) =>
          withGrant(req, { piece: `articles:${id}`, makes: 'public' }, () =>
            db.updateOne({ collection: 'articles', id, data, req }),
          ),
        ),
      /it is public, and its dossier does not know of it/,
    )
  })

  // Guard: proveAtCommit(): the digest of what stands in the main row, computed again.
  it('a public text that was changed under a grant is rolled back', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const data = { headline: 'Past the desk', _status: 'published' }
    await refused(
      id,
      () =>
        inTransaction(newsroom, (req) =>
          withGrant(req, { piece: `articles:${id}`, makes: 'public' }, () =>
            db.updateOne({ collection: 'articles', id, data, req }),
          ),
        ),
      /is not what was signed off/,
    )
  })

  // Guard: proveAtCommit(); touch() for dossiers.
  it('a dossier that says more than its events is rolled back', async () => {
    const id = await desk.anArticle()
    await refused(
      id,
      () =>
        inTransaction(newsroom, async (req) => {
          const row = given(await findDossier(req, 'articles', id))
          const state = { ...row.state, stage: 'approved' as const }
          await db.updateOne({ collection: 'dossiers', id: row.id, data: { stage: 'approved', state }, req })
        }),
      /does not follow from its events: stage/,
    )
    await refused(id, () =>
      inTransaction(newsroom, (req) =>
        db.deleteOne({ collection: 'dossiers', where: { piece: { equals: `articles:${id}` } }, req }),
      ),
    )
  })

  // Guard: faultInHistory(), asked by proveAtCommit().
  it.each([
    ['publishes what nobody signed off', { transition: 'publish', from: 'draft', to: 'published' }, /cannot start/],
    ['approves by fiat', { transition: 'sign_off', from: 'draft', to: 'approved' }, /cannot start/],
    [
      'starts from another stage',
      { transition: 'sign_off', from: 'in_review', to: 'approved' },
      /says that it started/,
    ],
  ] as const)('an event that %s is rolled back, well sealed as it may be', async (_, move, saying) => {
    const id = await desk.anArticle()
    await refused(id, () => inTransaction(newsroom, (req) => forge(req, id, move)), saying)
  })

  // Guard: the signatures in faultInHistory().
  it('a publication by events alone, signed by the writer, is rolled back', async () => {
    const id = await desk.anArticle()
    await desk.moved('articles', id, 'submit', 'editor')
    await refused(
      id,
      () =>
        inTransaction(newsroom, async (req) => {
          await forge(req, id, {
            transition: 'sign_off',
            from: 'in_review',
            to: 'approved',
            actor: newsroom.userIds.editor,
            review: 'desk',
            role: 'reviewer',
          })
          await forge(req, id, { transition: 'publish', from: 'approved', to: 'published' })
          const { version } = await latestVersion(id)
          await withGrant(req, { piece: `articles:${id}`, makes: 'public' }, () =>
            db.updateOne({ collection: 'articles', id, data: { ...version, _status: 'published' }, req }),
          )
        }),
      /nobody but its writers/,
    )
  })

  it('lets through what a transition wrote', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(200)
  })
})

describe('beside the pieces', () => {
  // Guard: EVENTS in updateOne(), refuseInBulk() and allowDeletion().
  it('events are not changed and not deleted', async () => {
    const id = await desk.anArticle()
    const where = { piece: { equals: `articles:${id}` } }
    const args = { collection: 'workflow-events', where, data: { actor: 'nobody' } }
    const attacks = [
      () => withoutCommit(newsroom, (req) => db.updateOne({ ...args, req })),
      () => withoutCommit(newsroom, (req) => db.updateMany({ ...args, req })),
      () => withoutCommit(newsroom, (req) => db.upsert({ ...args, req })),
      () => withoutCommit(newsroom, (req) => db.deleteOne({ ...args, req })),
      () => withoutCommit(newsroom, (req) => db.deleteMany({ ...args, req })),
    ]
    for (const attack of attacks) await refused(id, attack)
  })

  // Guard: requireGrant() for redirects.
  it('no public address is led elsewhere', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const data = { collection: 'articles', from: 'somewhere', pieceId: id }
    await refused(id, () => inTransaction(newsroom, (req) => db.create({ collection: 'moved-slugs', data, req })))
    expect((await newsroom.ask('GET', '/api/articles/by-slug/somewhere')).status).toBe(404)
  })

  // Guard: judgeMedia().
  it('no file becomes readable, or other, under a public piece', async () => {
    const picture = (await aPicture(newsroom)).id
    const id = await desk.published('articles', await desk.anArticle({ leadImage: picture }))
    const hidden = (await aPicture(newsroom)).id
    const collection = 'media'
    const attacks = [
      { id: hidden, data: { shown: true } },
      { id: hidden, data: { shown: true, shownBy: [`articles:${id}`], alt: 'x' } },
      { id: picture, data: { shown: false } },
      { id: picture, data: { alt: 'Something else' } },
      { id: picture, data: { sha256: '0'.repeat(64) } },
    ]
    for (const each of attacks) {
      await refused(id, () => inTransaction(newsroom, (req) => db.updateOne({ collection, ...each, req })))
    }
    await refused(id, () => inTransaction(newsroom, (req) => db.deleteOne({ collection, where: byId(picture), req })))
    expect((await newsroom.ask('GET', `/api/media/${hidden}`)).status).toBe(404)
    expect((await newsroom.ask('GET', `/api/media/${picture}`)).status).toBe(200)
  })
})

type Version = { readonly id: string; readonly version: Record<string, unknown> }

async function latestVersion(id: string): Promise<Version> {
  const { docs } = await db.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs[0] as unknown as Version
}

async function rewriteLatest(id: string, data: object, req: PayloadRequest) {
  const latest = await latestVersion(id)
  await db.updateVersion({
    collection: 'articles',
    id: latest.id,
    versionData: { version: { ...latest.version, ...data } },
    req,
  })
}

/** Writes an event into the log, in its right place in the chain, and the dossier that follows from it. */
async function forge(
  req: PayloadRequest,
  id: string,
  move: Partial<WorkflowEvent> & Pick<WorkflowEvent, 'transition' | 'from' | 'to'>,
): Promise<void> {
  const collection = given(known(newsroom.payload).collections.get('articles'))
  const row = given(await findDossier(req, 'articles', id))
  const revision = given(await newestRevision(req, collection, id))
  const draft = {
    piece: `articles:${id}`,
    actor: newsroom.userIds.reviewer,
    digest: revision.digest,
    at: new Date().toISOString(),
    ...move,
  }
  const event = appendToChain(draft, row.state)
  await saveDossier(req, collection, { row, state: apply(row.state, event), event, revision })
}
