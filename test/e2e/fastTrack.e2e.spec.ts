import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'

const HEADLINE = 'Bridge closed after collision'

let server: OpenServer
let browser: Browser
let editor: Page
let publisher: Page
let reviewer: Page
let article = ''

beforeAll(async () => {
  server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
  browser = await openBrowser()
  const admin = await logIn(browser, server, 'admin')
  editor = await logIn(browser, server, 'editor')
  publisher = await logIn(browser, server, 'publisher')
  reviewer = await logIn(browser, server, 'reviewer')
  await give(admin, 'publisher', { rights: ['breaking'] })
  article = await begin()
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function ask(page: Page, method: string, address: string, data?: object) {
  const answer = await page.request.fetch(server.url + address, {
    method,
    headers: { origin: server.url },
    ...(data ? { data } : {}),
  })
  expect(answer.status(), await answer.text()).toBeLessThan(300)
  return (await answer.json()) as { doc: { id: string }; docs: Record<string, unknown>[] }
}

async function give(admin: Page, who: string, data: object): Promise<void> {
  const { docs } = await ask(admin, 'GET', `/api/users?where[email][equals]=${who}@imprimatur.example`)
  await ask(admin, 'PATCH', `/api/users/${String(docs[0]?.['id'])}`, data)
}

/** A draft that has all that it needs but a review: the demo's article with a headline of its own. */
async function begin(): Promise<string> {
  const { docs } = await ask(editor, 'GET', '/api/articles?depth=0&limit=1')
  const { body, credits } = docs[0] as { body: object; credits: { author: string; role: string }[] }
  const data = { headline: HEADLINE, body, credits: credits.map(({ author, role }) => ({ author, role })) }
  return (await ask(editor, 'POST', '/api/articles', data)).doc.id
}

async function show(page: Page, address: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${server.url}/admin${address}`)
}

const open = (page: Page, width?: number) => show(page, `/collections/articles/${article}`, width)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const banner = (page: Page) => page.getByRole('region', { name: 'Public without a review' })

async function faults(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  const { violations } = await parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).analyze()
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** A picture for whoever wants to look at it, where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

const reads = async () => (await fetch(`${server.url}/api/articles/${article}`)).status

describe('breaking news in the admin panel', () => {
  it('is offered to whoever has the right, asks for the reason, and says in plain words what it does', async () => {
    onTestFailed(() => {
      console.log(server.output().slice(-4_000))
    })
    await open(editor)
    await button(editor, 'More actions').click()
    await dialog(editor).getByRole('heading', { name: 'What can be done' }).waitFor()
    expect(await dialog(editor).getByRole('button', { name: 'Fast-track' }).count()).toBe(0)

    await open(publisher, 390)
    await button(publisher, 'More actions').click()
    await picture(publisher, 'moves-390')
    await dialog(publisher).getByRole('button', { name: 'Fast-track' }).click()
    const text = await dialog(publisher).innerText()
    expect(text).toContain('although nobody has signed it off')
    expect(text).toContain('Staff can see your name and your reason')
    await dialog(publisher).getByRole('button', { name: 'Fast-track' }).click()
    await dialog(publisher).getByText('Give a reason.').waitFor()
    expect(await reads()).toBe(404)
    expect(await faults(publisher, 'dialog')).toEqual([])
    await picture(publisher, 'dialog-390')
    await publisher.setViewportSize({ width: 1280, height: 900 })
    await dialog(publisher).getByLabel('Reason').fill('A ship hit the bridge; drivers have to know.')
    await picture(publisher, 'dialog-1280')
    await dialog(publisher).getByRole('button', { name: 'Fast-track' }).click()
    await publisher.locator('.imp-title-stage').getByText('Unreviewed').waitFor()
    expect(await reads()).toBe(200)
  })

  it('is marked on the piece, in the list and in the queue, with whose turn it is', async () => {
    for (const width of [1280, 390]) {
      await open(reviewer, width)
      await banner(reviewer).getByText('it was sent out by Paula Publisher').waitFor()
      const text = await banner(reviewer).innerText()
      expect(text).toContain('A ship hit the bridge')
      expect(text).toContain('desk (1 sign-off, by reviewer)')
      expect(await faults(reviewer, '.imp-banner', '.imp-title-stage', '.imp-panel')).toEqual([])
      await reviewer.waitForFunction((most) => document.documentElement.scrollWidth <= most, width)
      await picture(reviewer, `banner-${String(width)}`)

      await show(reviewer, '/collections/articles', width)
      await reviewer.getByText('Unreviewed').first().waitFor()
      await picture(reviewer, `list-${String(width)}`)

      await show(reviewer, '/review-queue', width)
      await reviewer.getByLabel('Only what is public without a review').check()
      await button(reviewer, 'Show').click()
      await reviewer.getByText(/Public without a review for/).waitFor()
      expect(await reviewer.locator('.imp-table tbody tr').count()).toBe(1)
      expect(await faults(reviewer, '.imp-view')).toEqual([])
      await reviewer.waitForFunction((most) => document.documentElement.scrollWidth <= most, width)
      await picture(reviewer, `queue-${String(width)}`)
    }
  })

  it('is reviewed afterwards, from the queue to the end of the flag', async () => {
    await open(publisher)
    await button(publisher, 'More actions').waitFor()
    expect(await button(publisher, 'Sign off what is public').count()).toBe(0)

    await show(reviewer, '/review-queue?fastTracked=true')
    await reviewer.getByRole('link', { name: HEADLINE }).click()
    await button(reviewer, 'Sign off what is public').click()
    await dialog(reviewer).getByText('Paula Publisher: “A ship hit the bridge').waitFor()
    const text = await dialog(reviewer).innerText()
    expect(text).toContain('that readers have now and that went out without a review')
    expect(await faults(reviewer, 'dialog')).toEqual([])
    await picture(reviewer, 'review-1280')
    await dialog(reviewer).getByRole('button', { name: 'Sign off what is public' }).click()
    await reviewer.getByText('Sign off what is public: done.').waitFor()
    await open(reviewer)
    await reviewer.locator('.imp-title-stage').getByText('Published').waitFor()
    expect(await banner(reviewer).count()).toBe(0)
    expect(await reviewer.locator('.imp-title-stage').getByText('Unreviewed').count()).toBe(0)
    await reviewer.locator('.imp-panel').getByText('Rosa Reviewer (desk)').waitFor()
    await reviewer.getByText('Who did what').click()
    await reviewer.getByText('Rosa Reviewer signed off what had gone out without a review (desk).').waitFor()
    await reviewer.getByText('Paula Publisher sent it to readers without a review.').waitFor()
    await picture(reviewer, 'reviewed-1280')
    await show(reviewer, '/review-queue?fastTracked=true', 390)
    await reviewer.getByText('Nothing is public without a review.').waitFor()
  })
})
