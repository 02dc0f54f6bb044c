import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { aText } from '../helpers/pieces.ts'
import { isAskedFor } from '../helpers/heldRoute.ts'

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }

/** A newsroom in Berlin, whose people are anywhere: the clock of the panel is Berlin's. */
describe('time in the panel', () => {
  let server: OpenServer
  let browser: Browser
  let newYork: Page
  let kiritimati: Page

  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
    const admin = await logIn(browser, server, 'admin')
    await ask(admin, 'POST', '/api/globals/newsroom', { timeZone: 'Europe/Berlin' })
    await admin.close()
    newYork = await logIn(browser, server, 'editor', 'America/New_York')
    kiritimati = await logIn(browser, server, 'editor2', 'Pacific/Kiritimati')
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function ask(page: Page, method: string, address: string, body?: unknown): Promise<{ doc: Doc } & Doc> {
    const answer = await page.request.fetch(server.url + address, {
      method,
      headers: { origin: server.url },
      ...(body === undefined ? {} : { data: body }),
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    return (await answer.json()) as { doc: Doc } & Doc
  }

  const begin = async (headline: string): Promise<string> =>
    (await ask(newYork, 'POST', '/api/articles', { headline, body: aText('A text.') })).doc.id

  const stored = async (id: string): Promise<unknown> =>
    (await ask(newYork, 'GET', `/api/articles/${id}?draft=true&depth=0`)).embargoUntil

  async function open(page: Page, path: string): Promise<void> {
    onTestFailed(() => {
      console.log(server.output().slice(-4_000))
    })
    await page.goto(`${server.url}/admin${path}`)
  }

  const embargo = (page: Page) => page.getByLabel('Not public before')

  async function save(page: Page, id: string): Promise<void> {
    const saved = page.waitForResponse(
      (answer) => isAskedFor(answer.request()) && answer.url().includes(`/api/articles/${id}`),
    )
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    expect((await saved).status()).toBe(200)
  }

  it('is the newsroom’s in a field, in every browser, and named beside it', async () => {
    const id = await begin('An embargo')
    await open(newYork, `/collections/articles/${id}`)
    await embargo(newYork).fill('2027-03-01T06:00')
    await newYork.getByText('By the newsroom’s clock: Europe/Berlin (GMT+1)').waitFor()
    await save(newYork, id)
    expect(await stored(id)).toBe('2027-03-01T05:00:00.000Z')

    await open(kiritimati, `/collections/articles/${id}`)
    expect(await embargo(kiritimati).inputValue()).toBe('2027-03-01T06:00')
    await embargo(kiritimati).fill('2027-07-01T06:00')
    await kiritimati.getByText('By the newsroom’s clock: Europe/Berlin (GMT+2)').waitFor()
    await save(kiritimati, id)
    expect(await stored(id)).toBe('2027-07-01T04:00:00.000Z')
  })

  it('that does not exist is not taken, and the next one is offered', async () => {
    const id = await begin('Clocks are put forward')
    await open(newYork, `/collections/articles/${id}`)
    await embargo(newYork).fill('2027-03-28T02:30')
    await newYork.getByText('There is no such time that day').waitFor()
    await newYork.getByRole('button', { name: /^Take 28 Mar 2027, 03:30/ }).click()
    expect(await embargo(newYork).inputValue()).toBe('2027-03-28T03:30')
    await save(newYork, id)
    expect(await stored(id)).toBe('2027-03-28T01:30:00.000Z')
  })

  it('that comes twice is asked about', async () => {
    const id = await begin('Clocks are put back')
    await open(newYork, `/collections/articles/${id}`)
    await embargo(newYork).fill('2027-10-31T02:30')
    const choices = newYork.getByRole('radio')
    await newYork.getByText('this time comes twice that day').waitFor()
    expect(await choices.count()).toBe(2)
    await choices.nth(1).check()
    await save(newYork, id)
    expect(await stored(id)).toBe('2027-10-31T01:30:00.000Z')
  })

  it('that is not certain takes no embargo away: the save is refused, and says why', async () => {
    const id = await begin('An embargo that stays')
    await ask(newYork, 'PATCH', `/api/articles/${id}`, { embargoUntil: '2027-03-01T05:00:00.000Z' })
    await open(newYork, `/collections/articles/${id}`)
    const refused = newYork.getByText('Nothing was saved: a day or a time in the form is not certain yet.')
    for (const unsettled of ['2027-10-31T02:30', '2027-03-28T02:30']) {
      await embargo(newYork).fill(unsettled)
      await newYork.getByRole('button', { name: 'Save', exact: true }).click()
      await refused.first().waitFor()
      expect(await stored(id)).toBe('2027-03-01T05:00:00.000Z')
      await newYork.reload()
    }
    // One part of it is emptied.
    await embargo(newYork).focus()
    await newYork.keyboard.press('Backspace')
    await newYork.getByText('This is not certain yet').waitFor()
    await newYork.getByRole('button', { name: 'Save', exact: true }).click()
    await refused.first().waitFor()
    expect(await stored(id)).toBe('2027-03-01T05:00:00.000Z')
    await newYork.locator('.imp-time:has(#field-embargoUntil) .imp-time__clear').click()
    await save(newYork, id)
    expect((await stored(id)) ?? null).toBeNull()
  })

  it('is the newsroom’s in lists, above a document and among its versions', async () => {
    const id = await begin('A printed time')
    await ask(newYork, 'PATCH', `/api/articles/${id}`, { embargoUntil: '2027-03-01T05:00:00.000Z' })
    await open(kiritimati, '/collections/articles?columns=["headline","embargoUntil","updatedAt"]&sort=-updatedAt')
    const row = kiritimati.locator('tr', { hasText: 'A printed time' })
    await row.getByText('1 Mar 2027, 06:00 CET').waitFor()
    // Whatever day it is: Berlin's clock is CET or CEST, and neither browser's is.
    expect(await row.locator('time').last().innerText()).toMatch(/ (?:CET|CEST)$/)

    await open(kiritimati, `/collections/articles/${id}`)
    expect(await kiritimati.locator('.imp-saved-at time').innerText()).toMatch(/ (?:CET|CEST)$/)
    expect(await kiritimati.locator('.doc-controls__value-wrap:visible').count()).toBe(0)

    await open(kiritimati, `/collections/articles/${id}/versions`)
    await kiritimati.locator('.versions tbody tr').first().waitFor()
    const printed = await kiritimati.locator('.versions tbody td.cell-updatedAt').allInnerTexts()
    expect(printed.length).toBeGreaterThan(0)
    for (const text of printed) expect(text).toMatch(/ (?:CET|CEST)$/)
  })

  it('is the newsroom’s when a piece is scheduled', async () => {
    const id = (
      await ask(newYork, 'POST', '/api/authors', {
        displayName: 'Ida Holm',
        biography: aText('Ida Holm sails.'),
        shortBio: 'Ida Holm sails.',
      })
    ).doc.id
    const move = async (page: Page, transition: string): Promise<void> => {
      const { digest } = await ask(page, 'GET', `/api/authors/${id}/transitions`)
      await ask(page, 'POST', `/api/authors/${id}/transitions`, { transition, digest })
    }
    await move(newYork, 'submit')
    const reviewer = await logIn(browser, server, 'reviewer')
    await move(reviewer, 'sign_off')
    await reviewer.close()

    const publisher = await logIn(browser, server, 'publisher', 'America/New_York')
    await open(publisher, `/collections/authors/${id}`)
    await publisher.getByRole('button', { name: 'More actions' }).click()
    const dialog = publisher.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
    await dialog.getByText('Europe/Berlin').waitFor()
    await dialog.getByLabel('Day and time').fill('2027-03-28T02:30')
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
    await dialog.getByText('Set the day and the time.').waitFor()
    await dialog.getByLabel('Day and time').fill('2027-03-14T02:30')
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
    await publisher.locator('.imp-title-stage').getByText('Scheduled').waitFor()
    const dossier = await ask(publisher, 'GET', `/api/authors/${id}/dossier`)
    expect(dossier.schedule).toMatchObject({ at: '2027-03-14T01:30:00.000Z' })
    await publisher.close()
  })
})
