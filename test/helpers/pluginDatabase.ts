import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from 'payload'
import { oneWriter } from '../../src/newsroom/database/index.ts'
import { databaseNamed } from './openNewsroom.ts'

/**
 * A database of its own for a stranger's project, as its adapter is written in a `payload.config.ts`: on the server or, on SQLite, in `folder`.
 *
 * @param more.numbered whether documents are numbered, as both SQL adapters have it when nobody says otherwise
 * @param more.transactions `false` turns them off
 */
export function pluginDatabase(
  name: string,
  folder: string,
  more: { numbered?: boolean; transactions?: boolean } = {},
): Config['db'] {
  const plain = name.replaceAll(/\W/g, '')
  const off = more.transactions === false
  const ids = more.numbered ? {} : { idType: 'uuid' as const }
  switch (process.env.TEST_DATABASE) {
    case 'mongodb':
      return mongooseAdapter({
        url: databaseNamed(plain),
        ensureIndexes: true,
        ...(off ? { transactionOptions: false } : {}),
      })
    case 'postgres':
      return postgresAdapter({
        pool: { connectionString: databaseNamed(plain) },
        ...ids,
        ...(off ? { transactionOptions: false } : {}),
      })
    default: {
      const sqlite = sqliteAdapter({
        client: { url: `file:${path.join(folder, plain)}.db` },
        ...ids,
        transactionOptions: off ? false : {},
        wal: true,
      })
      return off ? sqlite : oneWriter(sqlite)
    }
  }
}
