import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload, reload, type CollectionConfig, type Payload, type SanitizedConfig } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { onServer } from '../helpers/openNewsroom.ts'
import { pluginDatabase } from '../helpers/pluginDatabase.ts'

/** What `next dev` does after an edit of the config (Payload 3.90): the same Payload and adapter, another config, and no `onInit`. */
describe('the config edited while the server runs', () => {
  let dir: string
  let payload: Payload

  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'reload-'))
  })

  afterEach(async () => {
    await payload.destroy()
    await rm(dir, { recursive: true, force: true })
  })

  const pages: CollectionConfig = {
    slug: 'pages',
    versions: { drafts: true },
    fields: [
      { name: 'title', type: 'text' },
      { name: 'slug', type: 'text', index: true },
    ],
  }
  const notes: CollectionConfig = { ...pages, slug: 'notes' }
  const withSubtitle: CollectionConfig = { ...pages, fields: [...pages.fields, { name: 'subtitle', type: 'text' }] }
  /** Anew each time: Payload marks what it has made sound, and does not look at it again. */
  const users = (): CollectionConfig => ({ slug: 'users', auth: true, fields: [] })

  function config(collections: CollectionConfig[], ...guarded: string[]): Promise<SanitizedConfig> {
    return buildConfig({
      secret: 'a secret for tests only',
      telemetry: false,
      typescript: { autoGenerate: false },
      admin: { importMap: { autoGenerate: false } },
      logger: { options: { level: 'silent' } },
      db: database(),
      collections: [...collections, users()],
      plugins:
        guarded.length > 0 ? [imprimatur({ collections: Object.fromEntries(guarded.map((slug) => [slug, {}])) })] : [],
    })
  }

  function database() {
    if (!onServer()) return sqliteAdapter({ client: { url: `file:${path.join(dir, 'a.db')}` } })
    return pluginDatabase(path.basename(dir), dir, { numbered: true })
  }

  const edit = async (edited: SanitizedConfig) => reload(edited, payload, true)

  /** Writes past every hook: only the guards in the adapter are in its way. */
  const publish = (collection: string) =>
    payload.db.create({ collection, data: { title: 'past', slug: 'past', _status: 'published' } })

  const save = async (data: object): Promise<Record<string, unknown>> => {
    const email = `${randomUUID()}@example.org`
    const editor = { email, password: 'a password', roles: ['editor'] }
    const made = await payload.create({ collection: 'users' as never, data: editor })
    const user = { ...(made as object), collection: 'users' }
    return payload.create({ collection: 'pages', data, draft: true, user, overrideAccess: true })
  }

  it('goes on, with the new field, and still publishes nothing past the workflow', async () => {
    payload = await getPayload({ config: await config([pages], 'pages'), key: dir })
    await save({ title: 'before' })
    await edit(await config([withSubtitle], 'pages'))
    expect(await save({ title: 'after', subtitle: 'new' })).toMatchObject({ subtitle: 'new' })
    await expect(publish('pages')).rejects.toMatchObject({ data: { entries: [{ code: 'use_transitions' }] } })
  })

  it('guards a collection that comes under the workflow', async () => {
    payload = await getPayload({ config: await config([pages, notes], 'pages'), key: dir })
    await publish('notes')
    await edit(await config([pages, notes], 'pages', 'notes'))
    await expect(publish('notes')).rejects.toMatchObject({ data: { entries: [{ code: 'use_transitions' }] } })
  })

  it('guards from the first operation after the plugin came in', async () => {
    payload = await getPayload({ config: await config([pages]), key: dir })
    await publish('pages')
    await edit(await config([pages], 'pages'))
    await payload.count({ collection: 'users' as never })
    await expect(publish('pages')).rejects.toMatchObject({ data: { entries: [{ code: 'use_transitions' }] } })
  })

  it('stands aside when the plugin goes', async () => {
    payload = await getPayload({ config: await config([pages], 'pages'), key: dir })
    await edit(await config([pages]))
    await publish('pages')
    const { totalDocs } = await payload.find({ collection: 'pages' as never })
    expect(totalDocs).toBe(1)
  })

  it('puts its guards in once, however often the config changes', async () => {
    payload = await getPayload({ config: await config([pages], 'pages'), key: dir })
    const { create, commitTransaction } = payload.db
    await edit(await config([withSubtitle], 'pages'))
    await save({ title: 'after' })
    expect(payload.db.create).toBe(create)
    expect(payload.db.commitTransaction).toBe(commitTransaction)
  })
})
