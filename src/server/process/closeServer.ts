import type { Server } from 'node:http'

/** How often connections are looked through that a last answer has left idle, in milliseconds: they would stay until their time is over. */
const IDLE_MS = 50

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
    const idle = setInterval(() => {
      server.closeIdleConnections()
    }, IDLE_MS)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
  return inTime
}
