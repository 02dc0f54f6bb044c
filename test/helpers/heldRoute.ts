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

/** A save that somebody asked for, and not one that the panel makes while they type. */
export const isAskedFor = (request: Request) => request.method() === 'PATCH' && !request.url().includes('autosave=true')

/** A page that is read again in place, without being loaded. */
export const isRefresh = (request: Request) => {
  const headers = request.headers()
  return headers['rsc'] !== undefined && headers['next-router-prefetch'] === undefined
}

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

/** Loses the answer to the first request that `which` names: the server has done what was asked, and the page never hears of it. */
export async function loseAnswer(page: Page, which: (request: Request) => boolean): Promise<{ lost: Promise<void> }> {
  const lost = signal()
  let isFirst = true
  await page.route('**/*', async (route) => {
    if (!isFirst || !which(route.request())) return route.fallback()
    isFirst = false
    await route.fetch()
    await route.abort('connectionreset')
    lost.give()
  })
  return { lost: lost.given }
}

function signal(): { readonly give: () => void; readonly given: Promise<void> } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { give, given }
}
