import type { Payload } from 'payload'

type Client = {
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown
}

/** A pool of `pg` 8, as far as this plugin goes. */
export type Pool = {
  readonly options: { readonly max?: number }
  readonly on: ((event: 'acquire', listener: (client: Client) => void) => unknown) &
    ((event: 'error', listener: (error: Error) => void) => unknown)
}

/**
 * Keeps the process alive when the server ends connections, as it does when it is restarted. `pg` emits an error then, on an idle connection by
 * way of the pool and on one in use by itself, and Node ends when nobody listens. Whoever uses the connection is told by the query.
 */
export function surviveLostConnections(pool: Pool, payload: Payload): void {
  pool.on('error', (error) => {
    payload.logger.warn({ err: error, msg: 'A connection to the database was lost.' })
  })
  const known = new WeakSet<Client>()
  pool.on('acquire', (client) => {
    if (known.has(client)) return
    known.add(client)
    client.on('error', () => undefined)
  })
}
