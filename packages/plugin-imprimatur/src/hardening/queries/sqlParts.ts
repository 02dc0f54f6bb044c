import type * as Drizzle from '@payloadcms/db-sqlite/drizzle'
import type * as PayloadDrizzle from '@payloadcms/drizzle'

/** What SQL is made of, once {@link loadSqlParts} has loaded it. */
export let buildQuery: typeof PayloadDrizzle.buildQuery
export let inArray: typeof Drizzle.inArray
export let notInArray: typeof Drizzle.notInArray
export let sql: typeof Drizzle.sql

/**
 * Loads the packages beneath Payload's SQL adapters, which projects on MongoDB do not have. Within `try`, so that Turbopack and webpack build a
 * project without them.
 *
 * @throws Error that names the packages, when one is missing
 */
export async function loadSqlParts(): Promise<void> {
  try {
    const [payloadDrizzle, drizzle] = await Promise.all([
      import('@payloadcms/drizzle'),
      import('@payloadcms/db-sqlite/drizzle'),
    ])
    buildQuery = payloadDrizzle.buildQuery
    inArray = drizzle.inArray
    notInArray = drizzle.notInArray
    sql = drizzle.sql
  } catch (cause) {
    throw new Error(
      'imprimatur: the packages @payloadcms/db-sqlite and @payloadcms/drizzle are needed. Add them in the version of payload.',
      { cause },
    )
  }
}
