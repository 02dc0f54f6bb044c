import type { Server } from 'node:http'

/**
 * Stops taking connections and waits for the requests under way, for at most `patience` milliseconds; then closes the connections that are
 * left. Idle ones are closed at once.
 *
 * @returns false when requests had to be cut off
 */
export async function closeServer(server: Server, patience: number): Promise<boolean> {
  let inTime = true
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => {
      inTime = false
      server.closeAllConnections()
    }, patience)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
  return inTime
}
