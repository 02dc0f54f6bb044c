import type * as Drizzle from '@payloadcms/db-sqlite/drizzle'
import type * as PayloadDrizzle from '@payloadcms/drizzle'
import type { Payload } from 'payload'

/** What SQL is made of, once {@link loadSqlParts} has loaded it. */
export let buildQuery: typeof PayloadDrizzle.buildQuery
export let eq: typeof Drizzle.eq
export let sql: typeof Drizzle.sql

/**
 * Loads the packages beneath Payload's SQL adapters, which projects on MongoDB do not have, nor one of SQLite those of Postgres. Within `try`, so
 * that Turbopack and webpack build a project without them.
 *
 * @throws Error that names the packages, when one is missing
 */
export async function loadSqlParts({ db }: Pick<Payload, 'db'>): Promise<void> {
  const isPostgres = db.name === 'postgres'
  try {
    const [payloadDrizzle, drizzle] = await Promise.all([
      import('@payloadcms/drizzle'),
      isPostgres ? import('@payloadcms/db-postgres/drizzle') : import('@payloadcms/db-sqlite/drizzle'),
    ])
    buildQuery = payloadDrizzle.buildQuery
    eq = drizzle.eq
    sql = drizzle.sql
  } catch (cause) {
    const adapter = isPostgres ? '@payloadcms/db-postgres' : '@payloadcms/db-sqlite'
    throw new Error(
      `imprimatur: the packages ${adapter} and @payloadcms/drizzle are needed. Add them in the version of payload.`,
      { cause },
    )
  }
}
