import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BlocksFeature, lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Access, Block, CollectionConfig, Field } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { adopt, audit, imprimatur, publishDue } from '../../packages/plugin-imprimatur/src/index.ts'
import { grantRoles } from '../../packages/plugin-imprimatur/src/bin/grant.ts'
import { changeByHand } from '../helpers/byHand.ts'
import { openStranger, strangersConfig, type Setting, type Stranger } from '../helpers/openStranger.ts'
import { pluginDatabase } from '../helpers/pluginDatabase.ts'

const posts: CollectionConfig = {
  slug: 'posts',
  admin: { useAsTitle: 'title' },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'slug', type: 'text', index: true, unique: true },
    { name: 'words', type: 'textarea' },
    { name: 'picture', type: 'upload', relationTo: 'media' },
  ],
}
const media: CollectionConfig = {
  slug: 'media',
  access: { read: () => true },
  upload: { staticDir: path.join(tmpdir(), 'stranger-media'), mimeTypes: ['text/plain'] },
  fields: [{ name: 'alt', type: 'text' }],
}
const users: CollectionConfig = { slug: 'users', auth: true, fields: [] }
const PLAIN: Setting = { collections: [posts, media, users], plugin: { collections: { posts: {} } } }

type Doc = { readonly title: string; readonly slug: string }
type Event = { readonly transition: string; readonly actor: string }

/** MongoDB gives each document an id of its own, which is no number. */
const IDS = process.env.TEST_DATABASE === 'mongodb' ? (['texts'] as const) : (['texts', 'numbers'] as const)
let numbered = false

let open: Stranger[] = []
afterEach(async () => {
  for (const each of open) await each.close()
  open = []
})

async function start(setting: Setting): Promise<Stranger> {
  const stranger = await openStranger({ numbered, ...setting })
  open.push(stranger)
  return stranger
}

async function move(stranger: Stranger, id: string, transition: string, as: string, more: object = {}) {
  const { body } = await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, as)
  return stranger.ask('POST', `/api/posts/${id}/transitions`, { transition, digest: body.digest, ...more }, as)
}

/** The first to be there has every role; the second reviews. */
async function staff(stranger: Stranger): Promise<void> {
  await stranger.person('chief@example.org')
  await stranger.person('rita@example.org', { roles: ['reviewer', 'editor'] })
}

async function published(stranger: Stranger, data: object): Promise<string> {
  const made = await stranger.ask('POST', '/api/posts', data, 'chief@example.org')
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const id = String(made.body.doc.id)
  for (const [transition, as] of [
    ['submit', 'chief@example.org'],
    ['sign_off', 'rita@example.org'],
    ['publish', 'chief@example.org'],
  ] as const) {
    const answer = await move(stranger, id, transition, as)
    expect(answer.status, `${transition}: ${JSON.stringify(answer.body)}`).toBe(200)
  }
  return id
}

async function upload(stranger: Stranger, name: string, text: string): Promise<number | string> {
  const form = new FormData()
  form.set('file', new File([text], name, { type: 'text/plain' }))
  form.set('_payload', JSON.stringify({ alt: name }))
  const made = await stranger.ask('POST', '/api/media', form, 'chief@example.org')
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.doc.id as number | string
}

describe.each(IDS)('the plugin with nothing said but the collection, whose ids are %s', (ids) => {
  beforeAll(() => {
    numbered = ids === 'numbers'
  })
  afterAll(() => {
    numbered = false
  })

  it('takes a post from a draft to its readers and back', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const id = await published(stranger, { title: 'One', slug: 'one', words: 'First.' })
    expect((await stranger.ask('GET', `/api/posts/${id}`)).body).toMatchObject({ words: 'First.' })
    expect(String((await stranger.ask('GET', '/api/posts/by-slug/one')).body.id)).toBe(id)
    await stranger.ask('PATCH', `/api/posts/${id}`, { words: 'Second.' }, 'chief@example.org')
    expect((await stranger.ask('GET', `/api/posts/${id}`)).body.words).toBe('First.')
    expect((await move(stranger, id, 'withdraw', 'chief@example.org', { reason: 'Wrong.' })).status).toBeLessThan(500)
    const digest = (await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, 'chief@example.org')).body.live
    const body = { transition: 'withdraw', digest, reason: 'Wrong.' }
    if (digest !== null) await stranger.ask('POST', `/api/posts/${id}/transitions`, body, 'chief@example.org')
    expect((await stranger.ask('GET', `/api/posts/${id}`)).status).toBe(404)
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('gives the first person every role and lets nobody else take one', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const eve = await stranger.person('eve@example.org')
    const answer = await stranger.ask('PATCH', `/api/users/${eve}`, { roles: ['publisher'] }, 'eve@example.org')
    expect(answer.body.doc?.roles ?? []).toEqual([])
    const granted = await stranger.ask('PATCH', `/api/users/${eve}`, { roles: ['editor'] }, 'chief@example.org')
    expect(granted.body.doc.roles).toEqual(['editor'])
  })

  it('gives every role to one of two who are the first at the same moment', async () => {
    const stranger = await start(PLAIN)
    const register = (name: string) =>
      stranger.ask('POST', '/api/users/first-register', {
        email: `${name}@example.org`,
        password: 'a password for tests',
      })
    const answers = await Promise.all([register('ann'), register('bob')])
    const [taken, refused] = answers.map(({ status }) => status).toSorted()
    expect(taken).toBe(200)
    // Somebody is there already; or not yet, as often as it was tried.
    expect([403, 503]).toContain(refused)
    const { docs } = await stranger.payload.find({ collection: 'users' })
    expect(docs.map((doc) => (doc as { roles?: unknown }).roles)).toEqual([
      ['contributor', 'editor', 'reviewer', 'publisher', 'admin'],
    ])
  })

  it('gives every role to one of two whom a script makes at the same moment', async () => {
    const stranger = await start(PLAIN)
    const make = (name: string) =>
      stranger.payload.create({
        collection: 'users',
        data: { email: `${name}@example.org`, password: 'a password for tests' },
      })
    const made = await Promise.allSettled([make('ann'), make('bob')])
    expect(made.map(({ status }) => status)).toContain('fulfilled')
    const { docs } = await stranger.payload.find({ collection: 'users' })
    expect(docs.filter((doc) => (doc as { roles?: readonly string[] }).roles?.includes('admin'))).toHaveLength(1)
  })

  it('keeps what several people save in one post at the same moment, each as a version of its own', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const id = await published(stranger, { title: 'One', slug: 'one', words: 'First.' })
    const words = ['Second.', 'Third.', 'Fourth.']
    const save = (text: string) => stranger.ask('PATCH', `/api/posts/${id}`, { words: text }, 'chief@example.org')
    const answers = await Promise.all(words.map(save))
    expect(answers.map(({ body, status }) => [status, body.doc?.words])).toEqual(words.map((text) => [200, text]))
    const { body } = await stranger.ask('GET', '/api/posts?draft=true', undefined, 'chief@example.org')
    expect(body.docs).toHaveLength(1)
    const versions = await stranger.payload.findVersions({ collection: 'posts', where: { parent: { equals: id } } })
    const texts = versions.docs.map(({ version }) => (version as Record<string, unknown>).words)
    expect(texts.filter((text) => text !== 'First.').toSorted()).toEqual(words.toSorted())
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('does a mutation again that lost a race', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const id = numbered && ids === 'numbers' ? String(made.body.doc.id) : JSON.stringify(made.body.doc.id)
    const save = (text: string) =>
      stranger.graphql(`mutation { updatePost(id: ${id}, data: { words: "${text}" }) { words } }`, 'chief@example.org')
    const answers = await Promise.all([save('Second.'), save('Third.')])
    expect(answers.map(({ body }) => body.data?.updatePost)).toEqual([{ words: 'Second.' }, { words: 'Third.' }])
  })

  it('deletes a post only as it was seen, where the request says so', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const address = `/api/posts/${String(made.body.doc.id)}`
    const digestNow = async () =>
      (await stranger.ask('GET', `${address}/transitions`, undefined, 'chief@example.org')).body.digest as string
    const seen = await digestNow()
    await stranger.ask('PATCH', address, { title: 'Two' }, 'chief@example.org')
    const stale = await stranger.ask('DELETE', address, { baseDigest: seen }, 'chief@example.org')
    expect([stale.status, stale.body.errors?.[0].code]).toEqual([409, 'stale_revision'])
    const gone = await stranger.ask('DELETE', address, { baseDigest: await digestNow() }, 'chief@example.org')
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
  })

  it('leaves addresses alone that stand where ids stand', async () => {
    const extra = { path: '/export', method: 'get' as const, handler: () => Response.json({ rows: 3 }) }
    const later: NonNullable<Setting['config']> = {
      plugins: [
        imprimatur({ collections: { posts: {} } }),
        // Another plugin, which comes after this one.
        (config) => ({
          ...config,
          collections: config.collections?.map((each) =>
            each.slug === 'posts' ? { ...each, endpoints: [...(each.endpoints || []), extra] } : each,
          ),
        }),
      ],
    }
    const stranger = await start({ collections: [posts, media, users], config: later })
    await staff(stranger)
    expect((await stranger.ask('GET', '/api/users/me', undefined, 'chief@example.org')).body.user.email).toBe(
      'chief@example.org',
    )
    expect((await stranger.ask('GET', '/api/users/init')).body).toEqual({ initialized: true })
    expect((await stranger.ask('GET', '/api/posts/export')).body).toEqual({ rows: 3 })
  })

  it('knows roles by the names of the project', async () => {
    const stranger = await start({
      collections: [
        posts,
        media,
        { slug: 'users', auth: true, fields: [{ name: 'job', type: 'select', options: ['writer', 'chief'] }] },
      ],
      plugin: {
        collections: { posts: {} },
        roles: (user) => (user.job === 'chief' ? ['reviewer', 'publisher', 'editor', 'admin'] : ['editor']),
      },
    })
    await stranger.person('wes@example.org', { job: 'writer' })
    await stranger.person('rita@example.org', { job: 'chief' })
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'wes@example.org')
    const id = String(made.body.doc.id)
    expect((await move(stranger, id, 'submit', 'wes@example.org')).status).toBe(200)
    expect((await move(stranger, id, 'sign_off', 'wes@example.org')).status).toBe(403)
    expect((await move(stranger, id, 'sign_off', 'rita@example.org')).status).toBe(200)
    expect((await move(stranger, id, 'publish', 'rita@example.org')).status).toBe(200)
  })

  it('writes the dates and names of a post, whoever declared the fields', async () => {
    const fields: CollectionConfig['fields'] = [
      { name: 'publishedAt', type: 'date', hooks: { beforeChange: [({ value }) => (value ?? new Date()) as unknown] } },
      { type: 'row', fields: [{ name: 'firstPublishedAt', type: 'date' }] },
      { name: 'createdBy', type: 'relationship', relationTo: 'users' },
      { type: 'tabs', tabs: [{ label: 'More', fields: [{ name: 'changedBy', type: 'text' }] }] },
    ]
    const declared: CollectionConfig = { ...posts, fields: [...posts.fields, ...fields] }
    const stranger = await start({ ...PLAIN, collections: [declared, media, users] })
    await staff(stranger)
    const id = await published(stranger, { title: 'One', publishedAt: '2001-02-03T00:00:00.000Z' })
    const live = (await stranger.ask('GET', `/api/posts/${id}`)).body
    expect(live.publishedAt).not.toContain('2001')
    expect(live.firstPublishedAt).toBe(live.publishedAt)
    await stranger.ask('PATCH', `/api/posts/${id}`, { title: 'Two' }, 'rita@example.org')
    for (const [transition, as] of [
      ['submit', 'rita@example.org'],
      ['sign_off', 'chief@example.org'],
      ['publish', 'chief@example.org'],
    ] as const)
      expect(await move(stranger, id, transition, as), transition).toMatchObject({ status: 200 })
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('takes nobody for staff whose roles mean nothing here', async () => {
    const options = ['editor', 'reviewer', 'publisher', 'lawyer', 'customer']
    const roles: CollectionConfig['fields'][number] = {
      name: 'roles',
      type: 'select',
      hasMany: true,
      options,
      defaultValue: ['customer'],
    }
    const legal = { name: 'legal', needed: 1, roles: ['lawyer'], collections: [], when: {} }
    const stranger = await start({
      collections: [posts, media, { ...users, fields: [roles] }],
      plugin: { collections: { posts: {} }, policy: { reviews: [legal] } },
    })
    await stranger.person('chief@example.org', { roles: ['editor'] })
    await stranger.person('lea@example.org', { roles: ['lawyer'] })
    await stranger.person('carl@example.org')
    const made = await stranger.ask('POST', '/api/posts', { title: 'Secret' }, 'chief@example.org')
    const draft = `/api/posts/${String(made.body.doc.id)}?draft=true`
    const seen = async (as: string) => [
      (await stranger.ask('GET', draft, undefined, as)).status,
      (await stranger.ask('GET', '/api/imprimatur/review-queue', undefined, as)).status,
    ]
    expect(await seen('lea@example.org')).toEqual([200, 200])
    expect(await seen('carl@example.org')).toEqual([401, 403])
  })

  it('grants roles on the console, and says when it did not', async () => {
    const roles = {
      name: 'roles',
      type: 'select',
      hasMany: true,
      options: ['editor', 'reviewer', 'publisher'],
    } as const
    const own = { ...users, fields: [{ ...roles, options: [...roles.options] }] }
    const stranger = await start({ ...PLAIN, collections: [posts, media, own] })
    const id = await stranger.person('ann@example.org')
    const grant = (...words: string[]) => grantRoles(stranger.payload, words)
    expect(await grant('ann@example.org', 'editor', 'reviewer')).toEqual({
      code: 0,
      line: 'ann@example.org: editor, reviewer',
    })
    expect(await stranger.payload.findByID({ collection: 'users', id })).toMatchObject({
      roles: ['editor', 'reviewer'],
    })
    expect(await grant('bob@example.org', 'editor')).toMatchObject({ code: 1 })
    expect(await grant('ann@example.org', 'king')).toMatchObject({ code: 2 })
    const refused = await grant('ann@example.org', 'contributor')
    expect(refused).toMatchObject({ code: 1, line: expect.stringContaining('invalid') as string })
  })

  it('grants nothing where the project says what its roles are', async () => {
    const plugin = { collections: { posts: {} }, roles: () => ['editor'] }
    const stranger = await start({ ...PLAIN, plugin })
    await stranger.person('ann@example.org')
    const { code, line } = await grantRoles(stranger.payload, ['ann@example.org', 'reviewer'])
    expect([code, line]).toEqual([1, expect.stringContaining('Nothing was granted')])
  })

  it('keeps what the project’s own rules forbid', async () => {
    const stranger = await start({
      ...PLAIN,
      collections: [
        {
          ...posts,
          access: {
            read: ({ req }) => (req.user ? true : { title: { not_equals: 'Secret' } }),
            create: ({ data }) => data?.title !== 'Never',
            update: () => true,
          },
        },
        media,
        users,
      ],
    })
    await staff(stranger)
    await published(stranger, { title: 'Open', slug: 'open' })
    await published(stranger, { title: 'Secret', slug: 'secret' })
    expect((await stranger.ask('GET', '/api/posts')).body.docs.map(({ title }: Doc) => title)).toEqual(['Open'])
    expect((await stranger.ask('GET', '/api/posts/by-slug/secret')).status).toBe(404)
    expect((await stranger.ask('POST', '/api/posts', { title: 'Never' }, 'chief@example.org')).status).toBe(403)
  })

  it('asks the project’s own rules wherever staff ask about posts', async () => {
    const ofTheirs: Access = ({ req }) =>
      req.user ? { tenant: { equals: (req.user as { tenant?: unknown }).tenant } } : true
    const tenant = { name: 'tenant', type: 'text' } as const
    const tenants: CollectionConfig[] = [
      { ...posts, access: { read: ofTheirs, update: ofTheirs }, fields: [...posts.fields, tenant] },
      media,
      { ...users, fields: [tenant] },
    ]
    const stranger = await start({ ...PLAIN, collections: tenants })
    const roles = ['editor', 'reviewer', 'publisher']
    await stranger.person('chief@example.org', { tenant: 'north' })
    await stranger.person('rita@example.org', { tenant: 'north', roles })
    await stranger.person('sam@example.org', { tenant: 'south', roles })
    const out = await published(stranger, { title: 'Out', slug: 'out', tenant: 'north' })
    const made = await stranger.ask('POST', '/api/posts', { title: 'Secret', tenant: 'north' }, 'chief@example.org')
    const id = String(made.body.doc.id)
    await move(stranger, id, 'submit', 'chief@example.org')
    const { digest } = (await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, 'rita@example.org')).body
    const release = await stranger.ask(
      'POST',
      '/api/releases',
      { name: 'Both', items: [{ collection: 'posts', id }] },
      'rita@example.org',
    )
    expect(release.status, JSON.stringify(release.body)).toBe(201)

    const asked = async (as: string, of: string) => {
      const answers: [string, number][] = []
      for (const path of [
        'transitions',
        'dossier',
        'events',
        'diff',
        'comments',
        'style',
        'companions',
        'lease',
        'review-links',
      ])
        answers.push([path, (await stranger.ask('GET', `/api/posts/${of}/${path}`, undefined, as)).status])
      return answers
    }
    const seen = await asked('rita@example.org', id)
    expect(await asked('sam@example.org', id)).toEqual(seen.map(([path]) => [path, 404]))
    expect(seen.filter(([, status]) => status === 200).length).toBeGreaterThan(5)
    expect(await asked('sam@example.org', out)).toEqual(seen.map(([path]) => [path, 404]))

    const lists = async (as: string) => {
      const get = async (path: string) => (await stranger.ask('GET', path, undefined, as)).body
      const [queue, desk, report, stages, releases] = [
        await get('/api/imprimatur/review-queue'),
        await get('/api/imprimatur/desk'),
        await get('/api/imprimatur/reports/desk'),
        await get(`/api/imprimatur/stages?pieces=posts:${id}`),
        await get('/api/releases'),
      ]
      return {
        queue: queue.totalDocs as number,
        desk: (desk.cards as { total: number }[]).reduce((sum, { total }) => sum + total, 0) > 0,
        happened: desk.happened.length > 0,
        stays: (report.stages as { count: number }[]).some(({ count }) => count > 0),
        longest: report.longest.length as number,
        stages: Object.keys(stages.stages as object).length,
        released: releases.docs.flatMap(({ pieces }: { pieces: readonly unknown[] }) => pieces).length as number,
      }
    }
    const all = { queue: 1, desk: true, happened: true, stays: true, longest: 1, stages: 1, released: 1 }
    const none = { queue: 0, desk: false, happened: false, stays: false, longest: 0, stages: 0, released: 0 }
    expect(await lists('rita@example.org')).toEqual(all)
    expect(await lists('sam@example.org')).toEqual(none)

    const body = { transition: 'sign_off', digest }
    const post = (as: string) => stranger.ask('POST', `/api/posts/${id}/transitions`, body, as)
    expect((await post('sam@example.org')).status).toBe(404)
    expect((await post('rita@example.org')).status).toBe(200)
  })

  it('lets nobody move a post that the project’s own rule lets them not write', async () => {
    const read: Access = () => true
    const update: Access = ({ req }) => ({
      title: { not_equals: (req.user as { email?: string } | null)?.email ?? '' },
    })
    const stranger = await start({ ...PLAIN, collections: [{ ...posts, access: { read, update } }, media, users] })
    await staff(stranger)
    const data = { title: 'rita@example.org' }
    const { id } = (await stranger.ask('POST', '/api/posts', data, 'chief@example.org')).body.doc as { id: string }
    expect((await move(stranger, id, 'submit', 'chief@example.org')).status).toBe(200)
    const { body } = await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, 'rita@example.org')
    const named = (body.transitions as { name: string; allowed: boolean }[]).filter(({ allowed }) => allowed)
    expect(named).toEqual([])
    const refused = await move(stranger, id, 'sign_off', 'rita@example.org')
    expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'forbidden'])
    // What is not there is the first of both kinds.
    const items = [id, 999_999].map((each) => ({
      collection: 'posts',
      id: each,
      transition: 'sign_off',
      digest: body.digest as string,
    }))
    const both = await stranger.ask('POST', '/api/imprimatur/transitions', { items }, 'rita@example.org')
    expect(both.status).toBe(404)
    expect(both.body.errors).toMatchObject([
      { code: 'forbidden', item: 0 },
      { code: 'not_found', item: 1 },
    ])
  })

  it('deletes nobody who is on record, so that no new account is theirs', async () => {
    const stranger = await start(PLAIN)
    await stranger.person('chief@example.org')
    const rita = await stranger.person('rita@example.org', { roles: ['reviewer', 'editor'] })
    const wes = await stranger.person('wes@example.org', { roles: ['editor'] })
    const nobody = await stranger.person('nobody@example.org', { roles: ['editor'] })
    const make = (as: string) => stranger.ask('POST', '/api/posts', { title: as }, as)
    await make('rita@example.org')
    const made = await make('wes@example.org')
    await stranger.ask('DELETE', `/api/posts/${String(made.body.doc.id)}`, undefined, 'wes@example.org')
    const remove = (address: string) => stranger.ask('DELETE', `/api/users${address}`, undefined, 'chief@example.org')
    for (const id of [rita, wes]) {
      const { body, status } = await remove(`/${id}`)
      expect([status, body.errors[0].code]).toEqual([409, 'in_use'])
      expect((await remove(`?where[id][equals]=${id}`)).status).not.toBe(200)
      await expect(
        stranger.payload.db.deleteMany({ collection: 'users', where: { id: { equals: id } } }),
      ).rejects.toThrow('on record')
    }
    expect((await remove(`/${nobody}`)).status).toBe(200)
    expect((await stranger.payload.count({ collection: 'users' })).totalDocs).toBe(3)
  })

  it('counts neither the folder nor the place in a list as part of a post', async () => {
    const filed: CollectionConfig = { ...posts, folders: true, orderable: true }
    const stranger = await start({ ...PLAIN, collections: [filed, media, users], config: { folders: {} } })
    await staff(stranger)
    const folder = async (name: string) => {
      const data = { name, folderType: ['posts'] }
      const made = await stranger.ask('POST', '/api/payload-folders', data, 'chief@example.org')
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      return made.body.doc.id as number | string
    }
    const [one, two] = [await folder('One'), await folder('Two')]
    const id = await published(stranger, { title: 'One', slug: 'one', folder: one })
    const { live } = (await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, 'chief@example.org')).body
    await stranger.ask('PATCH', `/api/posts/${id}`, { folder: two }, 'chief@example.org')
    const after = (await stranger.ask('GET', `/api/posts/${id}/transitions`, undefined, 'chief@example.org')).body
    expect([after.stage, after.digest]).toEqual(['published', live])
    for (const each of [one, two])
      expect(
        (await stranger.ask('DELETE', `/api/payload-folders/${String(each)}`, undefined, 'chief@example.org')).status,
      ).toBe(200)
    expect((await audit(stranger.payload)).offences).toEqual([])
    const saved = await stranger.ask('PATCH', `/api/posts/${id}`, { title: 'Two' }, 'chief@example.org')
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  })

  it('keeps what a post refers to in a collection that another plugin adds later', async () => {
    const topics: CollectionConfig = { slug: 'topics', fields: [{ name: 'name', type: 'text' }] }
    const topic = { name: 'topic', type: 'relationship', relationTo: 'topics' } as unknown as Field
    const later: NonNullable<Setting['config']> = {
      plugins: [
        imprimatur({ collections: { posts: {} } }),
        (config) => ({ ...config, collections: [...(config.collections ?? []), topics] }),
      ],
    }
    const withTopic = { ...posts, fields: [...posts.fields, topic] }
    const stranger = await start({ collections: [withTopic, media, users], config: later })
    await staff(stranger)
    const make = async () => {
      const made = await stranger.ask('POST', '/api/topics', { name: 'Rail' }, 'chief@example.org')
      return made.body.doc.id as number | string
    }
    const [used, free] = [await make(), await make()]
    await published(stranger, { title: 'One', slug: 'one', topic: used })
    const remove = (id: number | string) =>
      stranger.ask('DELETE', `/api/topics/${String(id)}`, undefined, 'chief@example.org')
    const kept = await remove(used)
    expect([kept.status, kept.body.errors?.[0].code]).toEqual([409, 'in_use'])
    expect((await remove(free)).status).toBe(200)
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('has no moves in GraphQL for a collection that is not there', async () => {
    const stranger = await start({ ...PLAIN, collections: [{ ...posts, graphQL: false }, media, users] })
    await staff(stranger)
    const { body } = await stranger.graphql('{ reviewQueue { totalDocs } }', 'chief@example.org')
    expect(body.data).toEqual({ reviewQueue: { totalDocs: 0 } })
    await published(stranger, { title: 'One', slug: 'one' })
  })

  it('gives the id of a deleted post to no other', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const make = async (slug: string) => {
      const made = await stranger.ask('POST', '/api/posts', { title: slug, slug }, 'chief@example.org')
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      return made.body.doc.id as number | string
    }
    const remove = async (id: number | string) => {
      const gone = await stranger.ask('DELETE', `/api/posts/${String(id)}`, undefined, 'chief@example.org')
      expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    }
    await make('one')
    const [two, three] = [await make('two'), await make('three')]
    await remove(three)
    await remove(two)
    const four = await make('four')
    expect([two, three]).not.toContain(four)
    if (ids === 'numbers') expect([two, three, four]).toEqual([2, 3, 4])
    await remove(four)
    expect([two, three, four]).not.toContain(await make('five'))
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('refuses an id that somebody chose and that a deleted post had', async () => {
    const named: CollectionConfig = { ...posts, fields: [{ name: 'id', type: 'text' }, ...posts.fields] }
    const stranger = await start({ ...PLAIN, collections: [named, media, users] })
    await staff(stranger)
    const make = (title: string) => stranger.ask('POST', '/api/posts', { id: 'about', title }, 'chief@example.org')
    expect((await make('About')).status).toBe(201)
    const gone = await stranger.ask('DELETE', '/api/posts/about', undefined, 'chief@example.org')
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    const again = await make('About others')
    expect([again.status, again.body.errors[0].code, again.body.errors[0].field]).toEqual([400, 'invalid_value', 'id'])
    expect((await stranger.ask('GET', '/api/posts?draft=true', undefined, 'chief@example.org')).body.docs).toEqual([])
    expect((await audit(stranger.payload)).offences).toEqual([])
  })

  it('answers refusals with codes, and logs none of them as an error', async () => {
    const log: string[] = []
    const stranger = await start({ ...PLAIN, log })
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const answer = await move(stranger, String(made.body.doc.id), 'publish', 'chief@example.org')
    expect(answer.body.errors[0]).toMatchObject({ code: 'wrong_stage' })
    const direct = await stranger.ask(
      'PATCH',
      `/api/posts/${String(made.body.doc.id)}`,
      { _status: 'published' },
      'chief@example.org',
    )
    expect([direct.status, direct.body.errors[0].code]).toEqual([403, 'use_transitions'])
    expect(log.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
  })

  it('publishes at the time that was set, by an endpoint with a secret or not at all', async () => {
    let now = Date.parse('2026-03-01T10:00:00Z')
    const stranger = await start({
      ...PLAIN,
      plugin: { collections: { posts: {} }, now: () => new Date(now), clock: { secret: 'only for the cron' } },
    })
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const id = String(made.body.doc.id)
    await move(stranger, id, 'submit', 'chief@example.org')
    await move(stranger, id, 'sign_off', 'rita@example.org')
    const set = await move(stranger, id, 'schedule', 'chief@example.org', { at: '2026-03-01T11:00:00Z' })
    expect(set.status, JSON.stringify(set.body)).toBe(200)
    now = Date.parse('2026-03-01T11:00:01Z')
    const post = (token: string) =>
      stranger.payload.config.endpoints
        .find((each) => each.path === '/imprimatur/publish-due')
        ?.handler({ payload: stranger.payload, headers: new Headers({ authorization: token }) } as never)
    await expect(post('Bearer wrong')).rejects.toMatchObject({ status: 401 })
    expect((await stranger.ask('GET', `/api/posts/${id}`)).status).toBe(404)
    expect(await (await post('Bearer only for the cron'))?.json()).toEqual({ published: 1, refused: 0 })
    expect((await stranger.ask('GET', `/api/posts/${id}`)).status).toBe(200)
  })

  it('publishes by a timer of its own, with no server of ours', async () => {
    let now = Date.parse('2026-03-01T10:00:00Z')
    const setting: Setting = { ...PLAIN, plugin: { collections: { posts: {} }, now: () => new Date(now) } }
    const stranger = await start(setting)
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const id = String(made.body.doc.id)
    await move(stranger, id, 'submit', 'chief@example.org')
    await move(stranger, id, 'sign_off', 'rita@example.org')
    await move(stranger, id, 'schedule', 'chief@example.org', { at: '2026-03-01T11:00:00Z' })
    now = Date.parse('2026-03-01T11:00:01Z')
    await expect.poll(async () => (await stranger.ask('GET', `/api/posts/${id}`)).status, { timeout: 60_000 }).toBe(200)
  })

  it('sets no time where nothing publishes', async () => {
    const stranger = await start({ ...PLAIN, plugin: { collections: { posts: {} }, clock: 'none' } })
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'One' }, 'chief@example.org')
    const id = String(made.body.doc.id)
    await move(stranger, id, 'submit', 'chief@example.org')
    await move(stranger, id, 'sign_off', 'rita@example.org')
    const answer = await move(stranger, id, 'schedule', 'chief@example.org', { at: '2126-03-01T11:00:00Z' })
    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'no_clock'])
    expect((await stranger.ask('POST', '/api/imprimatur/publish-due')).status).toBe(404)
    expect(await publishDue(stranger.payload)).toEqual({ published: 0, refused: 0 })
  })
})

describe.each(IDS)('files of a stranger, whose ids are %s', (ids) => {
  beforeAll(() => {
    numbered = ids === 'numbers'
  })
  afterAll(() => {
    numbered = false
  })

  it('are signed off by their bytes, and are for readers as the posts that show them', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const [logo, shown] = [await upload(stranger, 'logo.txt', 'logo'), await upload(stranger, 'shown.txt', 'shown')]
    const status = async (id: number | string) => (await stranger.ask('GET', `/api/media/${String(id)}`)).status
    expect([await status(logo), await status(shown)]).toEqual([200, 200])

    const made = await stranger.ask('POST', '/api/posts', { title: 'One', picture: shown }, 'chief@example.org')
    const id = String(made.body.doc.id)
    expect([await status(logo), await status(shown)]).toEqual([200, 404])
    await move(stranger, id, 'submit', 'chief@example.org')
    await move(stranger, id, 'sign_off', 'rita@example.org')
    await move(stranger, id, 'publish', 'chief@example.org')
    expect([await status(logo), await status(shown)]).toEqual([200, 200])

    const proof = (await stranger.ask('GET', `/api/posts/${id}/imprimatur`)).body
    expect(proof.canonical).toContain(createHash('sha256').update('shown').digest('hex'))
  })

  it('cannot be signed off unread', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const picture = await upload(stranger, 'old.txt', 'old')
    await stranger.payload.db.updateOne({ collection: 'media', id: picture, data: { sha256: '' } })
    const made = await stranger.ask('POST', '/api/posts', { title: 'One', picture }, 'chief@example.org')
    const answer = await move(stranger, String(made.body.doc.id), 'submit', 'chief@example.org')
    expect(answer.body.errors[0].blockers[0]).toMatchObject({ code: 'gate_failed', gate: 'file_hash' })
  })
})

describe('what readers may ask of a stranger', () => {
  it('is bounded, and tells hidden posts from none in nothing', async () => {
    const stranger = await start(PLAIN)
    await staff(stranger)
    const made = await stranger.ask('POST', '/api/posts', { title: 'Hidden', slug: 'hidden' }, 'chief@example.org')
    const hidden = String(made.body.doc.id)
    await published(stranger, { title: 'Open', slug: 'open' })
    for (const query of ['limit=0', 'depth=50', 'lmit=5', 'sort=title', 'where[title][equals]=Open', 'draft=true']) {
      const { status } = await stranger.ask('GET', `/api/posts?${query}`)
      expect(status, query).toBeGreaterThanOrEqual(400)
      expect(status, query).toBeLessThan(500)
    }
    const found = await stranger.ask('GET', '/api/posts?where[slug][equals]=open&sort=-publishedAt&limit=1&depth=0')
    expect(found.body.docs.map(({ slug }: Doc) => slug)).toEqual(['open'])
    expect((await stranger.ask('GET', '/api/users?sort=posts.none.of.this')).status).toBeLessThan(500)

    const none = hidden.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))
    for (const id of [hidden, none]) {
      const { body } = await stranger.graphql(`{ docAccessPost(id: ${JSON.stringify(id)}) { read { permission } } }`)
      expect(body.errors?.[0].extensions.code, JSON.stringify(body)).toBe('not_authenticated')
    }
    const many = await stranger.graphql('{ Posts(limit: 0) { docs { title } } }')
    expect(many.body.errors?.[0].extensions.code, JSON.stringify(many.body)).toBe('invalid_value')
    const some = await stranger.graphql('{ Posts(limit: 1) { docs { title } } }')
    expect(some.body.data.Posts.docs).toEqual([{ title: 'Open' }])
  })
})

describe.each(IDS)('a project that was there before, whose ids are %s', (ids) => {
  beforeAll(() => {
    numbered = ids === 'numbers'
  })
  afterAll(() => {
    numbered = false
  })

  it('keeps what is public public and locked until it is adopted', async () => {
    const drafts: CollectionConfig = { ...posts, versions: { drafts: true }, access: { read: () => true } }
    const before = await openStranger({
      numbered,
      collections: [
        { ...drafts, fields: [...drafts.fields, ...MACHINE] },
        { ...media, fields: [...media.fields, ...MEDIA_MACHINE] },
        {
          ...users,
          fields: [
            { name: 'roles', type: 'select', hasMany: true, options: ['editor', 'reviewer', 'publisher', 'admin'] },
          ],
        },
      ],
    })
    const picture = await before.payload.create({
      collection: 'media',
      data: { alt: 'Old' },
      file: { data: Buffer.from('old file'), mimetype: 'text/plain', name: 'old.txt', size: 8 },
    })
    const make = (data: object) => before.payload.create({ collection: 'posts', data: data })
    const shown = await make({ title: 'Shown', slug: 'shown', picture: picture.id, _status: 'published' })
    const revised = await make({ title: 'Revised', slug: 'revised', _status: 'published' })
    await before.payload.update({
      collection: 'posts',
      id: revised.id,
      data: { title: 'Revised again' },
      draft: true,
    })
    await make({ title: 'Draft', slug: 'draft', _status: 'draft' })

    const log: string[] = []
    const after = await before.reopen({
      numbered,
      collections: [
        { ...posts, access: { read: () => true } },
        media,
        {
          ...users,
          fields: [
            { name: 'roles', type: 'select', hasMany: true, options: ['editor', 'reviewer', 'publisher', 'admin'] },
          ],
        },
      ],
      plugin: { collections: { posts: {} } },
      log,
    })
    open.push(after)
    expect(log.join('\n')).toContain('npm run payload imprimatur:adopt')
    await after.person('chief@example.org', { roles: ['editor', 'reviewer', 'publisher', 'admin'] })
    await after.person('rita@example.org', { roles: ['reviewer'] })
    const titles = async () =>
      (await after.ask('GET', '/api/posts?sort=slug')).body.docs.map(({ title }: Doc) => title) as string[]
    const file = async () => (await after.ask('GET', `/api/media/${String(picture.id)}`)).status
    expect([await titles(), await file()]).toEqual([['Revised', 'Shown'], 200])
    const locked = [
      await after.ask('PATCH', `/api/posts/${String(shown.id)}`, { title: 'Changed' }, 'chief@example.org'),
      await after.ask('DELETE', `/api/posts/${String(shown.id)}`, undefined, 'chief@example.org'),
      await after.ask(
        'POST',
        `/api/posts/${String(shown.id)}/transitions`,
        { transition: 'withdraw', digest: `sha256:${'0'.repeat(64)}`, reason: 'No.' },
        'chief@example.org',
      ),
    ]
    expect(locked.map(({ body, status }) => [status, body.errors[0].code])).toEqual(
      locked.map(() => [409, 'not_adopted']),
    )
    expect(await titles()).toEqual(['Revised', 'Shown'])

    expect(await adopt(after.payload)).toEqual({ published: 2, drafts: 1, hashed: 1, failed: [] })
    expect(await adopt(after.payload)).toEqual({ published: 0, drafts: 0, hashed: 0, failed: [] })
    expect((await audit(after.payload)).offences).toEqual([])
    expect([await titles(), await file()]).toEqual([['Revised', 'Shown'], 200])
    const { body } = await after.ask('GET', `/api/posts/${String(shown.id)}/events`, undefined, 'chief@example.org')
    expect(body.docs.map(({ transition, actor }: Event) => [transition, actor])).toEqual([['adopt', 'system:adopt']])
    expect(
      (await after.ask('GET', `/api/posts/${String(revised.id)}/transitions`, undefined, 'chief@example.org')).body
        .stage,
    ).toBe('draft')
    expect(
      (await after.ask('PATCH', `/api/posts/${String(shown.id)}`, { title: 'Changed' }, 'chief@example.org')).status,
    ).toBe(200)
    expect(await titles()).toEqual(['Revised', 'Shown'])
    const inUse = await after.ask('DELETE', `/api/media/${String(picture.id)}`, undefined, 'chief@example.org')
    expect([inUse.status, inUse.body.errors[0].code]).toEqual([409, 'media_in_use'])
  })
})

describe('a collection that had no drafts', () => {
  // Nothing in it is required: drizzle-kit (0.31) rebuilds a table of SQLite, for drafts may lack it, and then reads columns that are not there yet.
  const plain: CollectionConfig = {
    ...posts,
    fields: [
      { name: 'title', type: 'text' },
      ...posts.fields.filter((field) => 'name' in field && field.name !== 'title'),
    ],
  }

  it('stays public, and locked until it is adopted', async () => {
    const before = await openStranger({ collections: [{ ...plain, access: { read: () => true } }, media, users] })
    const { id } = await before.payload.create({ collection: 'posts', data: { title: 'Old', slug: 'old' } })
    const after = await before.reopen({ ...PLAIN, collections: [plain, media, users] })
    open.push(after)
    // The line of docs/plugin.md: SQL has given each row a status.
    if (process.env.TEST_DATABASE !== 'mongodb')
      await changeByHand(after.payload, { table: 'posts', by: ['id', String(id)], column: '_status' }, (status) => {
        expect(status).toBe('draft')
        return 'published'
      })
    await staff(after)
    const seen = async () => [
      (await after.ask('GET', '/api/posts')).body.docs.map(({ title }: Doc) => title) as unknown,
      (await after.ask('GET', `/api/posts/${String(id)}`)).body.title as unknown,
      (await after.ask('GET', '/api/posts/by-slug/old')).body.title as unknown,
      (await after.graphql('{ Posts { docs { title } } }')).body.data.Posts.docs as unknown,
    ]
    const AS_BEFORE = [['Old'], 'Old', 'Old', [{ title: 'Old' }]]
    expect(await seen()).toEqual(AS_BEFORE)
    expect((await audit(after.payload)).offences).toMatchObject([{ fault: 'it is public, and has no dossier' }])
    for (const [method, body] of [
      ['PATCH', { title: 'Changed' }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await after.ask(method, `/api/posts/${String(id)}`, body, 'chief@example.org')
      expect([answer.status, answer.body.errors[0].code]).toEqual([409, 'not_adopted'])
    }
    await expect(after.payload.delete({ collection: 'posts', id })).rejects.toThrow()
    expect(await seen()).toEqual(AS_BEFORE)

    expect(await adopt(after.payload)).toEqual({ published: 1, drafts: 0, hashed: 0, failed: [] })
    expect((await audit(after.payload)).offences).toEqual([])
    await after.ask('PATCH', `/api/posts/${String(id)}`, { title: 'Changed' }, 'chief@example.org')
    expect(await seen()).toEqual(AS_BEFORE)
  })
})

/** What the plugin adds, for a database whose tables were made before it was switched on. */
const MACHINE: CollectionConfig['fields'] = [
  { name: 'createdBy', type: 'text', index: true },
  { name: 'changedBy', type: 'text', index: true },
  { name: 'publishedAt', type: 'date', index: true },
  { name: 'firstPublishedAt', type: 'date', index: true },
]
const MEDIA_MACHINE: CollectionConfig['fields'] = [
  { name: 'sha256', type: 'text', index: true },
  { name: 'shownBy', type: 'json' },
  { name: 'shown', type: 'checkbox', index: true, defaultValue: false },
  { name: 'taken', type: 'checkbox', index: true, defaultValue: false },
]

const aReview = (name: string, after: string) => ({
  name,
  needed: 1,
  roles: ['reviewer'],
  collections: [],
  when: {},
  after: [after],
})

describe('a config that could not be kept', () => {
  const refused: [what: string, setting: Setting, sentence: RegExp][] = [
    [
      'a collection that is not there',
      { ...PLAIN, plugin: { collections: { pots: {} } } },
      /there is no collection “pots”/,
    ],
    [
      'nobody who logs in',
      { ...PLAIN, collections: [posts, media, { slug: 'users', fields: [] }], config: { admin: { user: 'users' } } },
      /nobody logs in to “users”/,
    ],
    ['no collection of people', { ...PLAIN, collections: [posts, media] }, /Add one: \{ slug: 'users', auth: true/],
    [
      'a slug of the plugin’s own',
      { ...PLAIN, collections: [posts, media, users, { slug: 'dossiers', fields: [] }] },
      /slugs: \{ dossiers:/,
    ],
    [
      'a localized field',
      {
        ...PLAIN,
        collections: [
          {
            ...posts,
            fields: [{ type: 'group', name: 'g', fields: [{ name: 'lead', type: 'text', localized: true }] }],
          },
          media,
          users,
        ],
        config: { localization: { locales: ['en', 'de'], defaultLocale: 'en' } },
      },
      /“lead” of “posts” is localized/,
    ],
    [
      'a review that comes after one that is not there',
      { ...PLAIN, plugin: { collections: { posts: {} }, policy: { reviews: [aReview('legal', 'desk')] } } },
      /the review “legal” comes after “desk”, which is not there/,
    ],
    [
      'reviews that wait for each other',
      {
        ...PLAIN,
        plugin: {
          collections: { posts: {} },
          policy: { reviews: [aReview('desk', 'legal'), aReview('legal', 'desk')] },
        },
      },
      /the review “desk” comes after “legal”, and that comes after it/,
    ],
  ]

  it.each(refused)('is refused at the start: %s', async (_what, setting, sentence) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
    await expect(strangersConfig(setting, pluginDatabase(path.basename(dir), dir))).rejects.toThrow(sentence)
  })

  it('is refused at the start: a localized caption of the pictures that pieces show', async () => {
    const caption: Field = { name: 'caption', type: 'text', localized: true }
    const setting: Setting = {
      ...PLAIN,
      collections: [posts, { ...media, fields: [caption] }, users],
      config: { localization: { locales: ['en', 'de'], defaultLocale: 'en' } },
    }
    const dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
    await expect(strangersConfig(setting, pluginDatabase(path.basename(dir), dir))).rejects.toThrow(
      '“caption” of “media” is localized',
    )
  })

  it('is refused at the start: a localized field in a block of a text', async () => {
    const box: Block = { slug: 'box', fields: [{ name: 'line', type: 'text', localized: true }] }
    const editor = lexicalEditor({
      features: ({ defaultFeatures }) => [...defaultFeatures, BlocksFeature({ blocks: [box] })],
    })
    const text: Field = { type: 'row', fields: [{ name: 'text', type: 'richText' }] }
    const setting: Setting = {
      ...PLAIN,
      collections: [{ ...posts, fields: [...posts.fields, text] }, media, users],
      config: { editor, localization: { locales: ['en', 'de'], defaultLocale: 'en' } },
    }
    await expect(openStranger(setting)).rejects.toThrow('“line” of a block in the texts of “posts” is localized')
  })

  it('may have blocks that fields name by their slugs: they name no drafts to readers, are cleaned and found', async () => {
    const box: Block = {
      slug: 'box',
      fields: [
        { name: 'see', type: 'relationship', relationTo: 'posts' },
        { name: 'line', type: 'text' },
        { name: 'at', type: 'date' },
      ],
    }
    const boxes: Field = { name: 'boxes', type: 'blocks', blocks: [], blockReferences: ['box'] }
    const notes: CollectionConfig = { slug: 'notes', access: { read: () => true }, fields: [boxes] }
    const stranger = await start({
      collections: [{ ...posts, fields: [...posts.fields, boxes] }, notes, media, users],
      plugin: { collections: { posts: {} } },
      config: { blocks: [box] },
    })
    await staff(stranger)
    const shown = await published(stranger, { title: 'Shown', slug: 'shown' })
    const chief = 'chief@example.org'
    const draft = String((await stranger.ask('POST', '/api/posts', { title: 'Hidden' }, chief)).body.doc.id)
    const rows = [draft, shown].map((see) => ({ blockType: 'box', see, line: ' A\nline ' }))
    const ids: [string, string][] = [
      ['posts', await published(stranger, { title: 'With boxes', slug: 'with-boxes', boxes: rows })],
      ['notes', String((await stranger.ask('POST', '/api/notes', { boxes: rows }, chief)).body.doc.id)],
    ]
    for (const [collection, id] of ids) {
      const { body } = await stranger.ask('GET', `/api/${collection}/${id}?depth=0`)
      expect(
        body.boxes.map((row: { see: number | string | null; line: string }) => [row.see && String(row.see), row.line]),
      ).toEqual([
        [null, 'A line'],
        [shown, 'A line'],
      ])
      const found = await stranger.ask(
        'GET',
        `/api/${collection}?where[boxes.line][equals]=A%20line&depth=0`,
        undefined,
        chief,
      )
      expect([found.status, found.body.totalDocs]).toEqual([200, 1])
    }
    const [known] = stranger.config.blocks ?? []
    const at = known?.fields.find((field) => 'name' in field && field.name === 'at')
    const components = { Field: 'payload-plugin-imprimatur/client#NewsroomDateField' }
    expect(at).toMatchObject({ admin: { components } })
  })

  it('may have collections of the plugin’s names, when the plugin’s get others', async () => {
    const stranger = await start({
      collections: [
        posts,
        media,
        users,
        { slug: 'dossiers', fields: [{ name: 'name', type: 'text' }] },
        { slug: 'stages', fields: [] },
      ],
      plugin: {
        collections: { posts: {} },
        slugs: {
          dossiers: 'review-dossiers',
          events: 'review-events',
          movedSlugs: 'review-slugs',
          leases: 'review-leases',
          releases: 'review-releases',
          releasePieces: 'review-release-pieces',
        },
      },
    })
    await staff(stranger)
    const id = await published(stranger, { title: 'One', slug: 'one' })
    const stages = await stranger.ask('GET', `/api/imprimatur/stages?pieces=posts:${id}`, undefined, 'rita@example.org')
    expect(stages.body.stages[`posts:${id}`].stage).toBe('published')
    expect((await stranger.ask('GET', '/api/stages', undefined, 'rita@example.org')).body.totalDocs).toBe(0)
    expect((await audit(stranger.payload)).offences).toEqual([])
  })
})
