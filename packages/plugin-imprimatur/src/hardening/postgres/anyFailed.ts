/** A transaction of drizzle, as far as this file asks it. */
export type Asked = { readonly execute: (statement: string) => Promise<unknown> }

/**
 * Why the transaction `db` can do nothing more, or null when it can: once a statement of it failed, Postgres refuses all others (25P02), and takes
 * a commit for a rollback without a word.
 */
export async function anyFailed(db: unknown): Promise<unknown> {
  try {
    await (db as Asked).execute('select 1')
    return null
  } catch (error) {
    return error
  }
}
