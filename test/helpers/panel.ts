import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser, tellOnFailure } from './browser.ts'
import { freePort } from './freePort.ts'
import { openServer, type OpenServer } from './openServer.ts'
import { aText } from './pieces.ts'

export type Doc = Readonly<Record<string, unknown>> & { readonly id: string }

/** What an article's body has in the editor. */
export const BODY = '[data-field-path=body] [data-lexical-editor] > p'
export const SAVE = '#action-save-draft'

/** Asks again until it is so; a slow machine takes longer than the second that Vitest gives it. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 })

export type Panel = ReturnType<typeof usePanel>

/**
 * The panel of the demo newsroom, for the tests of one `describe`, with a window for each person.
 *
 * @param env is set beside what every server of tests has; with an empty DEMO_PAGE the demo is whole.
 */
export function usePanel(env: Readonly<Record<string, string>> = {}) {
  let server: OpenServer
  let browser: Browser
  let dir: string
  let port: string
  const pages = new Map<string, Page>()

  /** On the same data and at the same address each time. */
  const startServer = async (): Promise<void> => {
    server = await openServer({
      env: {
        DEMO: '1',
        DEMO_PASSWORD,
        DATA_DIR: path.join(dir, 'data'),
        UPLOADS_DIR: path.join(dir, 'uploads'),
        PORT: port,
        SERVER_URL: `http://127.0.0.1:${port}`,
        ...env,
      },
    })
  }

  /** Ends the server at once, as a crash or a power cut does. */
  const killServer = async (): Promise<void> => {
    process.kill(-server.pid, 'SIGKILL')
    await server.close()
  }

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'panel-'))
    port = String(await freePort())
    await startServer()
    browser = await openBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
    await rm(dir, { recursive: true, force: true })
  })

  const address = (path: string) => server.url + path
  const dialog = (page: Page) => page.getByRole('dialog')
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const tab = (page: Page, name: string) => page.locator('.tabs-field__tab-button', { hasText: name }).click()

  /** A window of its own, which the caller closes. */
  async function newWindow(who: string): Promise<Page> {
    const page = await logIn(browser, server, who)
    tellOnFailure(page, server)
    page.setDefaultTimeout(60_000)
    return page
  }

  async function windowOf(who: string): Promise<Page> {
    const page = pages.get(who) ?? (await logIn(browser, server, who))
    tellOnFailure(page, server)
    pages.set(who, page)
    page.setDefaultTimeout(60_000)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    return page
  }

  async function ask(page: Page, method: string, path: string, body?: unknown): Promise<{ doc: Doc } & Doc> {
    const answer = await page.request.fetch(address(path), {
      method,
      headers: { origin: server.url },
      ...(body === undefined ? {} : { data: body }),
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    return (await answer.json()) as { doc: Doc } & Doc
  }

  const stored = (page: Page, id: string, collection = 'articles') =>
    ask(page, 'GET', `/api/${collection}/${id}?draft=true&depth=0`)

  async function show(page: Page, path: string): Promise<void> {
    page.once('dialog', (question) => void question.accept())
    await page.goto(address(`/admin${path}`))
    page.removeAllListeners('dialog')
    await page.locator('form[data-form-ready=true]').first().waitFor()
  }

  /** Opens a new article with a text and a credit. */
  async function begin(page: Page, more: object = {}): Promise<string> {
    const { docs } = (await ask(page, 'GET', '/api/authors?draft=true&depth=0&limit=1')) as unknown as { docs: Doc[] }
    const { doc } = await ask(page, 'POST', '/api/articles', {
      headline: 'Headline',
      standfirst: 'Standfirst',
      body: aText('Body'),
      credits: [{ author: docs[0]?.id, role: 'author', creditedAs: 'Name' }],
      ...more,
    })
    await show(page, `/collections/articles/${doc.id}`)
    await page.locator(BODY).first().waitFor()
    await page.locator('#action-moves').waitFor()
    return doc.id
  }

  async function typeAt(page: Page, place: string, letters: string): Promise<void> {
    await page.locator(place).first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(letters)
  }

  /** Presses Ctrl+S and waits until nothing is left to save. */
  async function saveAll(page: Page): Promise<void> {
    await page.keyboard.press('Control+s')
    await page.locator(`${SAVE}[disabled]`).waitFor()
    await button(page, 'Save first').waitFor({ state: 'detached' })
  }

  async function words(page: Page, id: string) {
    const { body, credits, headline, standfirst } = await stored(page, id)
    return {
      headline,
      standfirst,
      body: /"text":"([^"]*)"/.exec(JSON.stringify(body))?.[1],
      credit: (credits as Doc[])[0]?.['creditedAs'],
    }
  }

  return {
    address,
    ask,
    begin,
    button,
    dialog,
    killServer,
    newWindow,
    saveAll,
    show,
    startServer,
    stored,
    tab,
    typeAt,
    windowOf,
    words,
  }
}
