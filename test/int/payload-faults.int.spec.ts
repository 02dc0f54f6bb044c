import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { configToSchema } from '@payloadcms/graphql'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  createLocalReq,
  getPayload,
  handleEndpoints,
  type CollectionConfig,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { given } from '../helpers/given.ts'
import { onServer } from '../helpers/openNewsroom.ts'

// Payload as it comes, without anything of ours. Each test holds while a fault of it is there, and goes red when a newer Payload has mended it:
// then the entry of the register that names the test can go, together with the repair. `npm run payload:next` runs these on the newest Payload.

/** What a hook is to do, for the one test that asks for it. */
const acts: { beforeChange?: (doc: unknown) => void } = {}

const drafts = { drafts: { autosave: true } } as const
const posts: CollectionConfig = {
  slug: 'posts',
  trash: true,
  versions: drafts,
  access: { read: ({ req }) => (req.user ? true : { title: { equals: 'Public' } }) },
  hooks: { beforeChange: [({ data, originalDoc }) => (acts.beforeChange?.(originalDoc), data as unknown)] },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'at', type: 'date' },
    { name: 'secret', type: 'text', hidden: true },
    { name: 'tags', type: 'array', fields: [{ name: 'name', type: 'text' }] },
    { name: 'meta', type: 'group', fields: [{ name: 'note', type: 'text' }] },
    { name: 'writer', type: 'relationship', relationTo: 'users' },
  ],
}
const plain: CollectionConfig = {
  slug: 'plain',
  access: { read: () => true, readVersions: () => true },
  fields: [{ name: 'title', type: 'text' }],
}
const users: CollectionConfig = {
  slug: 'users',
  auth: true,
  access: { read: ({ req }) => Boolean(req.user) },
  fields: [],
}
const files: CollectionConfig = { slug: 'files', upload: true, access: { read: () => true }, fields: [] }

let dir: string
let config: SanitizedConfig
let payload: Payload

/** A project on a SQLite file of its own. */
const project = (name: string, options: object = {}) =>
  buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    admin: { importMap: { autoGenerate: false } },
    logger: { options: { level: 'silent' } },
    db: sqliteAdapter({ client: { url: `file:${path.join(dir, name)}.db` }, ...options }),
    collections: [posts, plain, users, files],
  })

describe.skipIf(onServer())('stock Payload (on SQLite alone: none of these hangs on a server)', () => {
  beforeAll(async () => {
    process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
    dir = await mkdtemp(path.join(tmpdir(), 'stock-'))
    config = await project('plain')
    payload = await getPayload({ config, key: dir })
  })

  afterAll(async () => {
    await payload.destroy()
    await rm(dir, { recursive: true, force: true })
  })

  const aUser = async (): Promise<{ id: number; email: string; collection: 'users' }> => {
    const email = `${randomUUID()}@example.org`
    const { id } = await payload.create({ collection: 'users' as never, data: { email, password: 'a password' } })
    return { id: Number(id), email, collection: 'users' }
  }
  const aPost = async (data: object = {}): Promise<{ id: number }> => {
    const post = { title: 'A post', ...data }
    const { id } = await payload.create({ collection: 'posts' as never, data: post, draft: true })
    return { id: Number(id) }
  }
  const versionsOf = async (id: number) => {
    const where = { parent: { equals: id } }
    const { docs } = await payload.findVersions({ collection: 'posts' as never, where, pagination: false })
    return docs as unknown as { id: string; latest?: boolean; version: Record<string, unknown> }[]
  }
  const ask = (address: string, init: RequestInit = {}): Promise<Response> =>
    handleEndpoints({
      config: Promise.resolve(config),
      payloadInstanceCacheKey: dir,
      request: new Request(`http://localhost${address}`, init),
    })
  const found = async (where: object): Promise<number[]> => {
    const { docs } = await payload.find({ collection: 'posts' as never, where: where as never, pagination: false })
    return docs.map(({ id }) => Number(id))
  }

  describe('versions and drafts', () => {
    it('two versions of one moment are both the latest', async () => {
      const { id } = await aPost()
      const at = new Date(Date.now() + 1000).toISOString()
      const version = { parent: id, autosave: false, createdAt: at, updatedAt: at, versionData: { title: 'Two' } }
      for (let made = 0; made < 2; made++) await payload.db.createVersion({ ...version, collectionSlug: 'posts' })
      expect((await versionsOf(id)).filter(({ latest }) => latest)).toHaveLength(2)
    })

    it('an autosave writes over the autosave of somebody else', async () => {
      const { id } = await aPost()
      for (const title of ['Of one', 'Of another']) {
        const user = await aUser()
        const args = { collection: 'posts' as never, id, data: { title } as never, draft: true, autosave: true }
        await payload.update({ ...args, user, overrideAccess: true })
      }
      expect((await versionsOf(id)).map(({ version }) => version.title)).not.toContain('Of one')
    })

    it('a save with unpublishAllLocales takes the place of the version before it', async () => {
      const { id } = await aPost({ title: 'Before' })
      const more = { unpublishAllLocales: true, draft: true } as object
      await payload.update({ collection: 'posts' as never, id, data: { title: 'After' }, ...more })
      expect((await versionsOf(id)).map(({ version }) => version.title)).toEqual(['After'])
    })

    it('a relation that is loaded leaves null for the transaction of its request', async () => {
      const { id } = await aPost({ writer: (await aUser()).id })
      const req = await createLocalReq({}, payload)
      await payload.findByID({ collection: 'posts' as never, id, depth: 1, overrideAccess: true, req })
      expect(req.transactionID).toBeNull()
    })

    it('restoring a version marks the request for whatever comes after it', async () => {
      const { id } = await aPost()
      const [version] = await versionsOf(id)
      const req = await createLocalReq({}, payload)
      await payload.restoreVersion({ collection: 'posts' as never, id: given(version).id, draft: true, req })
      expect(req.context.isRestoringVersion).toBe(true)
    })

    it('a duplicate of what is in the trash is in the trash', async () => {
      const { id } = await aPost({ deletedAt: '2026-03-02T09:00:00.000Z' })
      const args = { collection: 'posts' as never, id, trash: true } as object
      const copy = await payload.duplicate(args as never)
      expect(copy).toMatchObject({ deletedAt: expect.any(String) as string })
    })
  })

  describe('operations in bulk', () => {
    it('what was refused of some documents leaves the others changed, and says no more than a message', async () => {
      const [one, two] = [await aPost({ title: 'Bulk' }), await aPost({ title: 'Bulk' })]
      acts.beforeChange = (doc) => {
        if ((doc as { id: number }).id === two.id)
          throw Object.assign(new Error('Refused.'), { code: 'no', status: 409 })
      }
      const where = { title: { equals: 'Bulk' } }
      const { docs, errors } = await payload
        .update({ collection: 'posts' as never, where, data: { title: 'Changed' } })
        .finally(() => delete acts.beforeChange)
      expect(docs.map(({ id }) => id)).toEqual([one.id])
      expect(errors).toEqual([{ id: two.id, isPublic: true, message: 'Refused.' }])
    })

    it('the versions of a document are deleted although the document itself could not be', async () => {
      const { id } = await aPost({ title: 'Half deleted' })
      const { deleteOne } = payload.db
      payload.db.deleteOne = () => Promise.reject(new Error('Refused.'))
      const where = { title: { equals: 'Half deleted' } }
      await payload.delete({ collection: 'posts' as never, where }).finally(() => (payload.db.deleteOne = deleteOne))
      expect(await payload.findByID({ collection: 'posts' as never, id })).toBeTruthy()
      expect(await versionsOf(id)).toEqual([])
    })
  })

  describe('transactions', () => {
    let other: Payload

    beforeAll(async () => {
      other = await getPayload({ config: project('transactions', { transactionOptions: {} }), key: `${dir} other` })
    })

    afterAll(async () => {
      await other.destroy()
    })

    it('a commit that fails is taken for done', async () => {
      const id = given(await other.db.beginTransaction())
      const session = given(other.db.sessions[id]) as unknown as Record<'reject' | 'resolve', () => Promise<void>>
      const { reject } = session
      session.resolve = () => Promise.reject(new Error('The disk is full.'))
      await expect(other.db.commitTransaction(id)).resolves.toBeUndefined()
      await reject()
    })

    it('parallel transactions on SQLite are turned away', async () => {
      const create = () => other.create({ collection: 'plain' as never, data: { title: 'One of many' } })
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, create))
      expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    })
  })

  describe('accounts', () => {
    it('of two logins at once one session is lost', async () => {
      const { email, id } = await aUser()
      const login = () => payload.login({ collection: 'users' as never, data: { email, password: 'a password' } })
      const { updateOne } = payload.db
      // The other one comes in after this one has read the account, and before it writes it.
      payload.db.updateOne = async (args) => {
        payload.db.updateOne = updateOne
        await login()
        return updateOne.call(payload.db, args)
      }
      await login().finally(() => (payload.db.updateOne = updateOne))
      const { docs } = await payload.db.find<{ sessions: unknown[] }>({
        collection: 'users',
        where: { id: { equals: id } },
      })
      expect(given(docs[0]).sessions).toHaveLength(1)
    })
  })

  describe('queries', () => {
    it('a negation over a list is met by any other value on SQLite', async () => {
      const { id } = await aPost({ title: 'Tagged', tags: [{ name: 'a' }, { name: 'b' }] })
      expect(await found({ 'tags.name': { not_equals: 'a' } })).toContain(id)
    })

    it('two conditions on a list have to be met by one row', async () => {
      const { id } = await aPost({ tags: [{ name: 'c' }, { name: 'd' }] })
      const where = { and: [{ 'tags.name': { equals: 'c' } }, { 'tags.name': { equals: 'd' } }] }
      expect(await found(where)).not.toContain(id)
    })

    it('`and` is forgotten when `or` stands behind it on SQLite', async () => {
      const { id } = await aPost({ title: 'Forgotten' })
      const or = [{ title: { equals: 'Forgotten' } }]
      expect(await found({ and: [{ title: { equals: 'another' } }], or })).toContain(id)
    })

    it('a search takes % for anything, and knows capitals of ASCII only on SQLite', async () => {
      const { id } = await aPost({ title: 'Émile' })
      expect(await found({ title: { like: '%' } })).toContain(id)
      expect(await found({ title: { like: 'émile' } })).not.toContain(id)
    })

    it('sorts by a field behind a relation that the asker may not read', async () => {
      const sorted = payload.find({
        collection: 'posts' as never,
        sort: 'writer.salt',
        overrideAccess: false,
        user: await aUser(),
      })
      await expect(sorted).resolves.toBeTruthy()
    })

    it('asks SQLite for a date that is none', async () => {
      expect((await ask('/api/posts?where[at][equals]=never')).status).toBe(500)
    })
  })

  describe('endpoints', () => {
    it('a file that no document has is a fault of the server', async () => {
      expect((await ask('/api/files/file/none.png')).status).toBe(500)
    })

    it('the versions of a collection without versions are a fault of the server', async () => {
      expect((await ask('/api/plain/versions')).status).toBe(500)
    })

    it('a word where ids are numbers is a fault of the server', async () => {
      expect((await ask('/api/plain/word')).status).toBe(500)
    })

    it('a parameter that is there twice is a fault of the server', async () => {
      expect((await ask('/api/plain?limit=1&limit=2')).status).toBe(500)
    })

    it('the access of a hidden document tells it from one that is not there', async () => {
      const { id } = await aPost({ title: 'Hidden' })
      const post = { method: 'POST' }
      const [hidden, none] = [
        await ask(`/api/posts/access/${String(id)}`, post),
        await ask('/api/posts/access/987654', post),
      ]
      expect([hidden.status, await hidden.text()]).not.toEqual([none.status, await none.text()])
    })

    it('limit=0 is everything, for anybody', async () => {
      const { docs } = (await (await ask('/api/plain?limit=0&depth=50')).json()) as { docs: unknown[] }
      expect(docs).toHaveLength((await payload.count({ collection: 'plain' as never })).totalDocs)
    })
  })

  describe('GraphQL', () => {
    it('hidden fields are in the schema', () => {
      const { schema } = configToSchema(config)
      const fields = (schema.getType('Post') as unknown as { getFields: () => object }).getFields()
      expect(fields).toHaveProperty('secret')
    })
  })

  it('a group that is null cannot be stored', async () => {
    const { id } = await aPost({ meta: { note: 'There' } })
    const update = payload.update({ collection: 'posts' as never, id, data: { meta: null }, draft: true })
    await expect(update).rejects.toThrow(TypeError)
  })
})
