import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { adopt, audit, imprimatur, publishDue } from '../../packages/plugin-imprimatur/src/index.ts'
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
    await expect.poll(async () => (await stranger.ask('GET', `/api/posts/${id}`)).status, { timeout: 20_000 }).toBe(200)
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
  ]

  it.each(refused)('is refused at the start: %s', async (_what, setting, sentence) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
    await expect(strangersConfig(setting, pluginDatabase(path.basename(dir), dir))).rejects.toThrow(sentence)
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
        slugs: { dossiers: 'review-dossiers', events: 'review-events', movedSlugs: 'review-slugs' },
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
