import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser, tellOnFailure } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'

const SEED = path.resolve('../shared/seed/page.txt')
const missing = !existsSync(SEED)
if (missing) console.warn('left out: the main job in the browser, as ../shared/seed/page.txt is not there')

/** The blocks of the page: headline, paragraphs, byline with biography, and the teasers below. */
const blocks = missing
  ? []
  : readFileSync(SEED, 'utf8')
      .split(/\n\s*\n/)
      .map((block) => block.trim())
const [headline = '', ...others] = blocks
const bylineAt = others.findIndex((block) => block.startsWith('Paul Wang'))
const paragraphs = others.slice(0, bylineAt)
const biography = others[bylineAt]?.split('\n').at(-1) ?? ''
const [firstTeaser = '', , secondTeaser = ''] = others.slice(bylineAt + 1)

let server: OpenServer | undefined
let browser: Browser | undefined

function running<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('It did not start.')
  return part
}

describe.skipIf(missing)('the main job on the seed page, as three people', () => {
  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const made = new Map<string, string>()

  it('is imported by an editor, who sees the plan first, and submitted', async () => {
    const page = await loggedIn('editor')
    await page.goto(`${url()}/admin/import`)
    await page.getByLabel(/text file/).setInputFiles(SEED)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { name: 'Look at the plan' }).waitFor()
    expect(await page.locator('main, .imp-import').first().innerText()).toContain('Wang Li')
    await page.getByRole('button', { name: 'Make the drafts' }).click()
    await page.getByRole('heading', { name: '4 drafts were made' }).waitFor()
    for (const link of await page.locator('.imp-made a').all()) {
      made.set(await link.innerText(), new URL((await link.getAttribute('href')) ?? '', url()).href)
    }
    expect([...made.keys()]).toEqual(expect.arrayContaining(['Paul Wang', headline, firstTeaser, secondTeaser]))
    for (const address of made.values()) await move(page, address, 'Submit for review', 'In review')
    await page.context().close()
  })

  it('is signed off by a reviewer who has the text on the screen', async () => {
    const page = await loggedIn('reviewer')
    await page.getByRole('link', { name: /waits? for a review/ }).click()
    await page.waitForURL('**/admin/review-queue*')
    await page.getByRole('link', { name: headline }).click()
    await page
      .locator('.imp-review__page')
      .getByText(paragraphs.at(-1)?.slice(0, 80) ?? '')
      .waitFor()
    for (const name of [headline, 'Paul Wang', firstTeaser]) await move(page, addressOf(name), 'Sign off', 'Approved')
    await page.context().close()
  })

  it('is published by a publisher, the author first', async () => {
    const page = await loggedIn('publisher')
    for (const name of ['Paul Wang', headline, firstTeaser]) await move(page, addressOf(name), 'Publish', 'Published')
    await page.context().close()
  })

  it('is read by anybody, as the original was', async () => {
    const context = await running(browser).newContext()
    const page = await context.newPage()
    await page.goto(url())
    await page.getByRole('link', { name: headline }).first().click()
    await page.getByRole('heading', { level: 1, name: headline }).waitFor()
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
    for (const part of [headline, 'Paul Wang', biography, firstTeaser, ...paragraphs]) {
      expect(text).toContain(part.replaceAll(/\s+/g, ' '))
    }
    expect(text).toContain('António Guterres spoke of his deep regret…')
    expect(text).not.toContain(secondTeaser)
    await context.close()
  })

  async function loggedIn(who: string): Promise<Page> {
    const page = await logIn(running(browser), running(server), who)
    tellOnFailure(page, running(server))
    return page
  }

  function url(): string {
    return running(server).url
  }

  function addressOf(name: string): string {
    const address = made.get(name)
    if (address === undefined) throw new Error(`Nothing named “${name}” was made.`)
    return address
  }

  /** Opens a piece, presses the move's button and, where it is asked about, confirms it; then waits for the stage. It may have gone along with another. */
  async function move(page: Page, address: string, label: string, stage: string): Promise<void> {
    await page.goto(address)
    const reached = page.locator('.imp-stage', { hasText: stage }).first()
    const offered = page.locator('#action-move', { hasText: label })
    await offered.or(reached).first().waitFor()
    if (await reached.isVisible()) return
    await offered.click()
    const confirmed = page.getByRole('dialog').getByRole('button', { name: label, exact: true })
    await confirmed.or(reached).first().waitFor()
    if (await confirmed.isVisible()) await confirmed.click()
    await reached.waitFor()
  }
})
