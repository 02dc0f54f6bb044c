/** A transaction as Payload's adapters over drizzle keep it under `sessions` (`@payloadcms/drizzle` 3.90). */
export type Session = {
  readonly db: unknown
  /** Commits, and fails when that fails. */
  resolve: () => Promise<void>
  reject: () => Promise<void>
  /** Whether anything was asked of it yet. */
  used?: boolean
}

/** Drizzle itself, as far as transactions go. */
type Drizzle = { transaction: (run: (tx: unknown) => Promise<void>, options?: object) => Promise<void> }

const ROLLED_BACK = new Error('rolled back')

/** Begins a transaction whose end is in the hands of the caller. Payload's own session says nothing of a commit that failed. */
export function openSession(drizzle: Drizzle, options?: object): Promise<Session> {
  return new Promise((opened, failed) => {
    const done = drizzle.transaction(
      (db) =>
        new Promise<void>((commit, rollBack) => {
          opened({
            db,
            resolve: () => {
              commit()
              return done
            },
            reject: () => {
              rollBack(ROLLED_BACK)
              return done.catch((error: unknown) => {
                if (error !== ROLLED_BACK) throw error
              })
            },
          })
        }),
      options,
    )
    done.catch(failed)
  })
}
