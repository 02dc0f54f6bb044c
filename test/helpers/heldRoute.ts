import type { Page, Request, Route } from 'playwright-core'

export type HeldRoute = {
  /** Settles when the first request is held. */
  readonly arrived: Promise<void>
  /** Lets what is held go on, and what comes after it. */
  readonly release: () => Promise<void>
}

/** A request of the panel to the server functions of its forms. */
export const isServerFunction = (request: Request) => request.headers()['next-action'] !== undefined

/** A save over REST. */
export const isSave = (request: Request) =>
  ['POST', 'PATCH'].includes(request.method()) && /\/api\/(globals\/)?[a-z-]+(\/[\w-]+)?\?/.test(request.url())

/** Holds the requests that `which` names before they reach the server: a network as slow as a test needs it, without a clock. */
export async function hold(page: Page, which: (request: Request) => boolean): Promise<HeldRoute> {
  const arrived = signal()
  const open = signal()
  const held: Promise<void>[] = []
  const handler = (route: Route) => {
    if (!which(route.request())) return route.fallback()
    arrived.give()
    const goesOn = open.given.then(() => route.fallback())
    held.push(goesOn)
    return goesOn
  }
  await page.route('**/*', handler)
  return {
    arrived: arrived.given,
    release: async () => {
      open.give()
      await page.unroute('**/*', handler)
      await Promise.all(held)
    },
  }
}

function signal(): { readonly give: () => void; readonly given: Promise<void> } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { give, given }
}
