import type { Client } from '@libsql/client'
import type { Database } from 'libsql'

/** What connections to a SQLite file are made with. */
export type Libsql = {
  readonly Database: new (file: string) => Database
  readonly Sqlite3Client: new (file: string, options: object, database: Database, intMode: 'number') => Client
  readonly drizzle: (client: Client, options: { schema: Record<string, unknown> }) => unknown
}

/**
 * Loads the packages beneath Payload's SQLite adapter, which projects on other databases do not have. Within `try`, so that Turbopack and
 * webpack build a project without them.
 *
 * @throws Error that names the packages, when one is missing
 */
export async function loadLibsql(): Promise<Libsql> {
  try {
    const [{ default: Database }, { Sqlite3Client }, { drizzle }] = await Promise.all([
      import('libsql'),
      import('@libsql/client/sqlite3'),
      import('@payloadcms/db-sqlite/drizzle/libsql'),
    ])
    return { Database, Sqlite3Client, drizzle }
  } catch (cause) {
    throw new Error(
      'imprimatur: the packages @payloadcms/db-sqlite, @libsql/client and libsql are needed. Add the versions that @payloadcms/db-sqlite has.',
      { cause },
    )
  }
}
