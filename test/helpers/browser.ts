import { chromium, type Browser, type Page } from 'playwright-core'
import { onTestFailed } from 'vitest'
import type { OpenServer } from './openServer.ts'

/** The logins of the demo newsroom have this password in tests. */
export const DEMO_PASSWORD = 'a password for tests only'

/** Chromium as the machine has it; offline but for the server under test, as its own errands are switched off. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/**
 * A person of the demo newsroom, logged in, in a browser window of their own that shows the panel's first page.
 *
 * @param timezoneId IANA name of the zone that the browser is in
 */
export async function logIn(browser: Browser, server: OpenServer, who: string, timezoneId?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...(timezoneId === undefined ? {} : { timezoneId }),
  })
  const answer = await context.request.post(`${server.url}/api/users/login`, {
    data: { email: `${who}@imprimatur.example`, password: DEMO_PASSWORD },
    headers: { origin: server.url },
  })
  if (!answer.ok()) throw new Error(`${who} is not let in: ${await answer.text()}`)
  const page = waitingForPanel(await context.newPage())
  page.setDefaultTimeout(60_000)
  await page.goto(`${server.url}/admin`)
  return page
}

/** Says of a test that fails what its page shows and what the server said. */
export function tellOnFailure(page: Page, server: OpenServer): void {
  onTestFailed(async () => {
    const text = page.isClosed() ? '' : await page.locator('body').innerText({ timeout: 5_000 }).catch(String)
    console.log(`${page.url()}\n${text.slice(0, 2_000)}\n${server.output().slice(-4_000)}`)
  })
}

/** Opens pages of the panel only when React has taken them over: on a slow machine that takes seconds, and what is clicked before is lost. */
export function waitingForPanel(page: Page): Page {
  for (const name of ['goto', 'reload', 'goBack'] as const) {
    const open = page[name].bind(page) as (...args: unknown[]) => ReturnType<Page['goto']>
    page[name] = async (...args: unknown[]) => {
      const answer = await open(...args)
      await takenOver(page)
      return answer
    }
  }
  return page
}

/** Waits until React has taken the page over, and has done what it does after that, such as listening for keys. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(isTakenOver)
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 })))
}

/** Gives the page this width and theme, and waits until it is drawn in them: navigation and colours take a moment. */
export async function inLook(page: Page, theme: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate((value) => {
    document.documentElement.dataset['theme'] = value
  }, theme)
  await drawnWithin(page, width)
}

/** Waits until nothing of the page is beyond this width, and nothing moves or changes its colour any more. */
export async function drawnWithin(page: Page, width: number): Promise<void> {
  await page.waitForFunction(
    (most) =>
      document.documentElement.scrollWidth <= most &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    width,
  )
}

/** Runs in the page. React leaves its properties on what it has taken over. */
function isTakenOver(): boolean {
  if (!location.pathname.startsWith('/admin')) return true
  const controls = [...document.querySelectorAll('button, summary, input')].filter(
    (each) => !each.closest('[contenteditable]'),
  )
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps')))
}
