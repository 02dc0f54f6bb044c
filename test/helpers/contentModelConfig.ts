import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  getPayload,
  type Access,
  type CollectionConfig,
  type Config,
  type File,
  type JsonObject,
  type Payload,
  type TypedUser,
} from 'payload'
import sharp from 'sharp'
import { Articles } from '../../collections/Articles.ts'
import { Authors } from '../../collections/Authors.ts'
import { Media } from '../../collections/Media.ts'
import { NewsTeasers } from '../../collections/NewsTeasers.ts'
import { Places } from '../../collections/Places.ts'
import { Sections } from '../../collections/Sections.ts'
import { Topics } from '../../collections/Topics.ts'
import { Users } from '../../collections/Users.ts'
import { bodyEditor } from '../../src/newsroom/editor/index.ts'
import { Front, Newsroom } from '../../src/newsroom/globals/index.ts'
import { pictures } from '../../src/newsroom/media/index.ts'
import { copyOfConfig } from './copyOfConfig.ts'
import { databaseNamed } from './openNewsroom.ts'

/** Stands in for the workflow: readers get what is published. */
const publishedOnly: Access = ({ req }) => (req.user ? true : { _status: { equals: 'published' } })
const readable = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  access: { ...collection.access, read: publishedOnly },
})

/** The content model without the workflow: what {@link openContentModel} boots, for tests that want another database. */
export function contentModelConfig(db: Config['db'], uploadsDir: string): Config {
  return {
    secret: 'a secret for tests only',
    db,
    editor: bodyEditor,
    sharp,
    telemetry: false,
    admin: { user: 'users', avatar: 'default' },
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    // The newsroom that another file opens in this process has the same collections.
    collections: copyOfConfig([
      readable(Articles),
      readable(Authors),
      readable(NewsTeasers),
      Sections,
      Topics,
      Places,
      Media,
      Users,
    ]),
    globals: copyOfConfig([Newsroom, Front]),
    plugins: [pictures([Media.slug], uploadsDir)],
  }
}

/** A document of any collection: tests look into many shapes, and a wrong look is a failed expectation. */
export type Doc = JsonObject & { readonly id: string }

/** Who does it; nobody means an anonymous reader. Left out, access is overridden. */
type As = {
  readonly as?: TypedUser | 'reader'
}

export type ContentModel = {
  readonly payload: Payload
  /** Where uploaded files are. */
  readonly uploadsDir: string
  /** The bytes of a stored file. */
  readonly fileBytes: (filename: unknown) => Promise<Buffer>
  /** Makes a document; a draft where the collection has drafts. */
  readonly create: (collection: string, data: JsonObject, more?: As & { file?: File }) => Promise<Doc>
  /** Saves a draft where the collection has drafts. */
  readonly save: (collection: string, id: string, data: JsonObject, more?: As & { file?: File }) => Promise<Doc>
  readonly publish: (collection: string, id: string) => Promise<Doc>
  /** The newest draft, or with `draft: false` the main row. */
  readonly read: (collection: string, id: string, more?: As & { draft?: boolean; depth?: number }) => Promise<Doc>
  readonly close: () => Promise<void>
}

/** The part of the Local API that tests of every collection use, without the types of each. */
type Untyped = {
  create: (args: object) => Promise<Doc>
  update: (args: object) => Promise<Doc>
  findByID: (args: object) => Promise<Doc>
}

/**
 * Boots the content model on a database of its own: a new one on the server with TEST_DATABASE=mongodb or postgres, otherwise a
 * SQLite file.
 */
export async function openContentModel(): Promise<ContentModel> {
  const dir = await mkdtemp(path.join(tmpdir(), 'content-model-'))
  const uploadsDir = path.join(dir, 'uploads')
  const db = databaseFor(path.basename(dir), path.join(dir, 'test.db'))
  const payload = await getPayload({ config: buildConfig(contentModelConfig(db, uploadsDir)), key: dir })
  const api = payload as unknown as Untyped
  const by = ({ as }: As) =>
    as === undefined ? { overrideAccess: true } : { overrideAccess: false, ...(as === 'reader' ? {} : { user: as }) }
  return {
    payload,
    uploadsDir,
    fileBytes: (filename) => readFile(path.join(uploadsDir, String(filename))),
    create: (collection, data, { as, ...more } = {}) =>
      api.create({ collection, data, draft: true, depth: 0, ...more, ...by({ ...(as ? { as } : {}) }) }),
    save: (collection, id, data, { as, ...more } = {}) =>
      api.update({ collection, id, data, draft: true, depth: 0, ...more, ...by({ ...(as ? { as } : {}) }) }),
    publish: (collection, id) =>
      api.update({ collection, id, data: { _status: 'published' }, depth: 0, overrideAccess: true }),
    read: (collection, id, { as, ...more } = {}) =>
      api.findByID({ collection, id, draft: true, depth: 0, ...more, ...by({ ...(as ? { as } : {}) }) }),
    close: async () => {
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function databaseFor(name: string, file: string): Config['db'] {
  const url = () => databaseNamed(name.replaceAll(/\W/g, ''))
  switch (process.env.TEST_DATABASE) {
    case 'mongodb':
      return mongooseAdapter({ url: url(), ensureIndexes: true })
    case 'postgres':
      return postgresAdapter({ pool: { connectionString: url() }, idType: 'uuid' })
    default:
      return sqlite(file)
  }
}

function sqlite(file: string): Config['db'] {
  return sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid',
    push: true,
    wal: true,
    busyTimeout: 5000,
    transactionOptions: {},
  })
}
