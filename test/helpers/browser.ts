import { chromium, type Browser, type Page } from 'playwright-core'
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
 * A person of the demo newsroom, logged in through the form in a browser window of their own.
 *
 * @param timezoneId IANA name of the zone that the browser is in
 */
export async function logIn(browser: Browser, server: OpenServer, who: string, timezoneId?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...(timezoneId === undefined ? {} : { timezoneId }),
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${server.url}/admin/login`)
  await page.getByLabel('Email').fill(`${who}@imprimatur.example`)
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${server.url}/admin`)
  return page
}
