import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser, waitingForPanel } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { aText } from '../helpers/pieces.ts'
import { hold, isAskedFor, isServerFunction } from '../helpers/heldRoute.ts'

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }

describe('the admin panel', () => {
  let server: OpenServer
  let browser: Browser
  const pages = new Map<string, Page>()

  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  /** The browser window of somebody of the demo newsroom, who stays logged in from test to test. */
  async function windowOf(who: string, width = 1280): Promise<Page> {
    onTestFailed(() => {
      console.log(server.output().slice(-4_000))
    })
    const page = pages.get(who) ?? (await logIn(browser, server, who))
    pages.set(who, page)
    await page.setViewportSize({ width, height: 844 })
    return page
  }

  /** Asks the API in the name of whoever is logged in in `page`. */
  async function ask(page: Page, method: string, address: string, body?: unknown): Promise<{ doc: Doc } & Doc> {
    const answer = await page.request.fetch(server.url + address, {
      method,
      headers: { origin: server.url },
      ...(body === undefined ? {} : { data: body }),
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    return (await answer.json()) as { doc: Doc } & Doc
  }

  /** An article that has just been begun. */
  async function begin(page: Page, headline: string): Promise<string> {
    return (await ask(page, 'POST', '/api/articles', { headline })).doc.id
  }

  async function show(page: Page, path: string): Promise<void> {
    await page.goto(`${server.url}/admin${path}`)
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const dialog = (page: Page) => page.getByRole('dialog')

  /** Faults that axe finds in the newsroom's own parts of a screen, Payload's parts being Payload's; or in all of it. */
  async function faults(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
    const { violations } = await parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).analyze()
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }

  describe('the login', () => {
    // Guard: PasswordNote, and the rule of admin.css that hides the link to a form which promises an e-mail.
    it('promises no e-mail to those who forgot their password', async () => {
      const page = waitingForPanel(await browser.newPage())
      await page.goto(`${server.url}/admin/login`)
      await page.getByText('An administrator can give you a new one.').waitFor()
      expect(await page.getByRole('link', { name: 'Forgot password?' }).count()).toBe(0)
      await page.close()
    })
  })

  describe('the review queue', () => {
    it('is one click from the dashboard, and says what waits, for how long, and whose it is', async () => {
      const page = await windowOf('reviewer')
      await show(page, '')
      expect(await faults(page, '.imp-card')).toEqual([])
      await page.getByRole('link', { name: '1 piece waits for a review' }).click()
      await page.getByRole('heading', { name: 'Review queue' }).waitFor()
      const rows = page.locator('.imp-table tbody tr')
      expect(await rows.count()).toBe(1)
      expect(await rows.innerText()).toMatch(/In review[\s\S]*(minute|hour)[\s\S]*Edith Editor/)
      expect(await page.locator('.imp-table time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
      expect(await faults(page)).toEqual([])
    })

    it('can be narrowed, and says so when nothing is left', async () => {
      const page = await windowOf('reviewer', 390)
      await show(page, '/review-queue')
      await page.getByLabel('Kind').selectOption('authors')
      await button(page, 'Show').click()
      await page.getByText('Nothing of this kind waits for a review.').waitFor()
      await page.getByLabel('Stage').selectOption('published')
      await button(page, 'Show').click()
      await page.locator('.imp-table').getByText('Published').waitFor()
      // Payload's navigation is still on its way out when the page is there.
      await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
      expect(await faults(page)).toEqual([])
    })
  })

  describe('the moves of a piece', () => {
    it('are signed off for exactly the text that is stored, and counted beside it', async () => {
      const page = await windowOf('reviewer')
      await show(page, '/review-queue')
      await page.locator('.imp-table a').click()
      // The queue leads to the review; here it is signed off beside the form.
      await page.getByRole('link', { name: 'Open the form' }).click()
      await page.locator('.imp-title-stage').waitFor()
      await button(page, 'Sign off').click()
      expect(await dialog(page).innerText()).toContain('exactly the text that is stored now')
      expect(await faults(page, 'dialog')).toEqual([])
      await dialog(page).getByRole('button', { name: 'Sign off' }).click()
      await page.locator('.imp-title-stage').getByText('Approved').waitFor()
      await page.locator('.imp-panel').getByText('Rosa Reviewer (desk)').waitFor()
      await page.getByText('Who did what').click()
      await page.getByText('Rosa Reviewer signed it off (desk).').waitFor()
      expect(await faults(page, '.imp-title-stage', '.doc-controls__controls', '.imp-panel')).toEqual([])
    })

    it('are asked about before something is taken from readers, and keep what was typed when they are refused', async () => {
      const page = await windowOf('publisher', 390)
      await show(page, '/review-queue?stage=published&collection=articles')
      await page.locator('.imp-table a').first().click()
      await button(page, 'More actions').click()
      await dialog(page).getByRole('button', { name: 'Retract' }).click()
      await dialog(page).getByRole('button', { name: 'Retract' }).click()
      await dialog(page).getByText('Write the notice that readers will see.').waitFor()
      expect(await faults(page, 'dialog')).toEqual([])
      await page.getByLabel('Public notice').fill('The figures were wrong.')
      await page.route('**/transitions', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      )
      await dialog(page).getByRole('button', { name: 'Retract' }).click()
      await dialog(page).getByText('could not be reached').waitFor()
      // Said once, by what is in the dialog.
      expect(await page.getByText('could not be reached').count()).toBe(1)
      expect(await page.getByLabel('Public notice').inputValue()).toBe('The figures were wrong.')
      await page.unroute('**/transitions')
      await page.keyboard.press('Escape')
      await page.locator('.imp-title-stage').getByText('Published').waitFor()
    })

    it('say why not, to the keyboard too', async () => {
      const page = await windowOf('editor')
      await show(page, `/collections/articles/${await begin(page, '')}`)
      const submit = button(page, 'Submit for review')
      await submit.waitFor()
      expect(await submit.getAttribute('aria-disabled')).toBe('true')
      await submit.focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await dialog(page).innerText()).toContain('Write a headline.')
      expect(await faults(page, 'dialog', '.doc-controls__controls')).toEqual([])
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Why not?')
    })

    it('stand where Payload has its buttons to publish, which are gone', async () => {
      const page = await windowOf('editor')
      await show(page, `/collections/articles/${await begin(page, 'Without a publish button')}`)
      await button(page, 'Why not?').waitFor()
      await page.locator('.doc-controls__popup button').first().click()
      await page.locator('#action-duplicate').waitFor()
      expect(await page.locator('#action-save, #action-unpublish, #schedule-publish').count()).toBe(0)

      await show(page, '/collections/articles')
      await page.locator('.imp-stage--draft').first().waitFor()
      await page.locator('tbody input[type=checkbox]').first().check()
      await page.locator('.list-selection').waitFor()
      expect(await page.getByRole('button', { name: /publish|edit/i }).count()).toBe(0)
    })
  })

  describe('a save', () => {
    it('by Ctrl+S keeps the words of whoever came too late, and says who came first and with what', async () => {
      const page = await windowOf('editor')
      const other = await windowOf('editor2')
      const id = await begin(page, 'Two at once')
      await show(page, `/collections/articles/${id}`)
      await button(page, 'Why not?').waitFor()
      await ask(other, 'PATCH', `/api/articles/${id}`, { kicker: 'From the other editor' })

      await page.fill('#field-standfirst', 'What she wrote meanwhile')
      await page.getByText('somebody saved a newer text meanwhile').waitFor()
      await page.keyboard.press('Control+s')
      await dialog(page).getByText('Emil Editor').waitFor()
      expect(await dialog(page).innerText()).toContain('changed: Kicker')
      expect(await faults(page, 'dialog')).toEqual([])
      await button(page, 'Back to my text').click()

      expect(await page.inputValue('#field-standfirst')).toBe('What she wrote meanwhile')
      const stored = await ask(page, 'GET', `/api/articles/${id}?draft=true&depth=0`)
      expect([stored['kicker'], stored['standfirst'] ?? null]).toEqual(['From the other editor', null])
    })

    const block = (fields: object) => ({ type: 'block', version: 2, format: '', fields })

    /** Opens a new article with a text, a fact box and a quotation, of which each says `Begun`. */
    const beginWithBoxes = async (page: Page): Promise<string> => {
      const { root } = aText('Begun')
      const children = [
        ...root.children,
        block({ blockType: 'factBox', title: 'In short', text: aText('Begun') }),
        block({ blockType: 'pullQuote', quote: 'Begun', attribution: 'Somebody' }),
      ]
      const { doc } = await ask(page, 'POST', '/api/articles', {
        headline: 'In haste',
        body: { root: { ...root, children } },
      })
      await show(page, `/collections/articles/${doc.id}`)
      await button(page, 'Why not?').waitFor()
      // Boxes ask the server for their fields first.
      await page.waitForLoadState('networkidle')
      return doc.id
    }
    const typeAt = async (page: Page, place: string, letters: string): Promise<void> => {
      await page.locator(place).first().click()
      await page.keyboard.press('End')
      await page.keyboard.type(letters)
    }
    const saveByKeys = async (page: Page): Promise<void> => {
      const saved = page.waitForResponse((answer) => isAskedFor(answer.request()))
      await page.keyboard.press('Control+s')
      expect((await saved).status()).toBe(200)
    }
    const storedBody = async (page: Page, id: string): Promise<string> =>
      JSON.stringify((await ask(page, 'GET', `/api/articles/${id}?draft=true&depth=0`))['body'])

    const FACT_BOX = '[data-lexical-editor] [data-lexical-editor] > p'
    const QUOTE = '[data-lexical-editor] textarea[name=quote], [data-lexical-editor] #field-quote'

    // Guard: settled() in boxHandover.ts. Payload hands what was typed to the form when the browser has time.
    it.each([
      ['the text itself', '[data-lexical-editor] > p'],
      ['a fact box within it', FACT_BOX],
      ['a field of a block', QUOTE],
    ])('by Ctrl+S right after the last letter takes all of it along: %s', async (_, place) => {
      const page = await windowOf('editor')
      for (const letters of [' early', ' and late', ' at last']) {
        const id = await beginWithBoxes(page)
        await typeAt(page, place, letters)
        await saveByKeys(page)
        expect(await storedBody(page, id)).toContain(`"Begun${letters}"`)
        await page.locator('#action-save-draft[disabled]').waitFor()
        const shown = page.locator(place).first()
        const now = place === QUOTE ? await shown.inputValue() : await shown.innerText()
        expect(now).toBe(`Begun${letters}`)
      }
    })

    // Guard: what settled() in boxHandover.ts waits for. A box asks the server about each change, and then tells the text.
    it.each([
      ['a fact box', FACT_BOX],
      ['a field of a block', QUOTE],
    ])('by Ctrl+S waits for a slow server, when the last letter stands in %s', async (_, place) => {
      const page = await windowOf('editor')
      const id = await beginWithBoxes(page)
      await page.fill('#field-standfirst', 'Changed already')
      const held = await hold(page, isServerFunction)
      await typeAt(page, place, ' and late')
      const saved = saveByKeys(page)
      await page.getByText('Waiting for the newsroom').waitFor()
      await held.release()
      await saved
      expect(await storedBody(page, id)).toContain('"Begun and late"')
    })

    // Guard: askUntilAnswered() in boxHandover.ts. Payload forgets a change of a box when the server does not answer, and
    // takes the editor of the box from the screen.
    it('by Ctrl+S saves nothing, and says so, while a box waits for the server; and all of it after that', async () => {
      const page = await windowOf('editor')
      const id = await beginWithBoxes(page)
      await page.fill('#field-standfirst', 'Changed already')
      await page.route('**/admin/**', (route) =>
        route.request().headers()['next-action'] ? route.abort() : route.fallback(),
      )
      await typeAt(page, FACT_BOX, ' unheard')
      await page.keyboard.press('Control+s')
      await page.getByText('Waiting for the newsroom').waitFor()
      await page.getByText('Nothing was saved: the newsroom has not answered').waitFor()
      expect(await storedBody(page, id)).not.toContain('unheard')
      expect(await page.locator(FACT_BOX).first().innerText()).toBe('Begun unheard')

      await page.unrouteAll({ behavior: 'wait' })
      await saveByKeys(page)
      expect(await storedBody(page, id)).toContain('"Begun unheard"')
    })

    // Guard: onWriting() in boxHandover.ts. The form does not know of a change in a box before the server has answered.
    it('is offered, and asked for by whoever leaves the page, from the first letter in a box', async () => {
      const page = await windowOf('editor')
      await beginWithBoxes(page)
      await page.route('**/admin/**', (route) =>
        route.request().headers()['next-action'] ? route.abort() : route.fallback(),
      )
      await typeAt(page, FACT_BOX, ' unheard')
      await page.locator('#action-save-draft:not([disabled])').waitFor()
      await page.locator('.step-nav a', { hasText: 'Articles' }).click()
      await page.getByText('Leave without saving').first().waitFor()
      await page.unrouteAll({ behavior: 'wait' })
    })

    it('comes before any move, and lets the next save follow', async () => {
      const page = await windowOf('editor2')
      const id = await begin(page, 'Saved twice')
      await show(page, `/collections/articles/${id}`)
      await button(page, 'Why not?').waitFor()
      for (const standfirst of ['Once', 'Twice']) {
        await page.fill('#field-standfirst', standfirst)
        expect(await button(page, 'Save first').getAttribute('aria-disabled')).toBe('true')
        await page.keyboard.press('Control+s')
        await button(page, 'Why not?').waitFor()
      }
      expect(await dialog(page).count()).toBe(0)
      expect((await ask(page, 'GET', `/api/articles/${id}?draft=true&depth=0`))['standfirst']).toBe('Twice')
    })
  })

  it('asks for the stages of a whole list once', async () => {
    const page = await windowOf('editor2')
    for (const at of [1, 2, 3]) await begin(page, `Piece ${String(at)} of a list`)
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/api\/(stages|articles\/)/.test(pathname)) asked.push(pathname)
    })
    await show(page, '/collections/articles')
    await page.locator('.imp-stage--draft').nth(2).waitFor()
    expect(asked).toEqual(['/api/stages'])
  })

  it('tells stages, and what is newer, to nobody who may not know of the piece', async () => {
    const editor = await windowOf('editor2')
    const contributor = await windowOf('contributor')
    const other = await begin(editor, 'Of an editor')
    const own = await begin(contributor, 'Of a contributor')
    const pieces = `articles:${other},articles:${own},articles:nothing,users:1`
    expect(await ask(contributor, 'GET', `/api/stages?pieces=${pieces}`)).toEqual({
      stages: { [`articles:${own}`]: { stage: 'draft', live: false, unreviewed: false } },
    })

    const digest = `sha256:${'0'.repeat(64)}`
    const status = async (page: Page, address: string) =>
      (await page.request.get(server.url + address, { headers: { origin: server.url } })).status()
    expect(await status(contributor, `/api/newer-revision?piece=articles:${other}&than=${digest}`)).toBe(404)
    expect(await status(editor, `/api/newer-revision?piece=articles:${other}&than=7`)).toBe(400)
    expect(await status(editor, '/api/stages')).toBe(400)
    expect(await status(editor, `/api/stages?pieces=${Array.from({ length: 101 }, (_, at) => at).join(',')}`)).toBe(400)
    expect((await fetch(`${server.url}/api/stages?pieces=${pieces}`)).status).toBe(401)
    expect((await fetch(`${server.url}/api/newer-revision?piece=articles:${own}&than=${digest}`)).status).toBe(401)
  })

  describe('importing', () => {
    it('takes nothing for text that is none', async () => {
      const page = await windowOf('editor')
      page.once('dialog', (question) => void question.accept())
      await show(page, '/import')
      await page.setInputFiles('input[type=file]', {
        name: 'page.txt',
        mimeType: 'text/plain',
        buffer: Buffer.of(0x41, 0xc3, 0x28),
      })
      await page.getByRole('alert').getByText('not text in UTF-8').waitFor()
      expect(await button(page, 'Read it').isDisabled()).toBe(true)
      expect(await faults(page)).toEqual([])

      // The plan is of the text that was sent.
      const text = page.getByLabel('Or paste the text here')
      await text.fill('A headline\n\nA paragraph of the text, which is long enough to be one.')
      const held = await hold(page, (request) => request.url().includes('/api/import'))
      await button(page, 'Read it').click()
      await held.arrived
      expect([await text.isEditable(), await page.locator('input[type=file]').isEnabled()]).toEqual([false, false])
      await held.release()
      await page.getByRole('heading', { name: 'Look at the plan' }).waitFor()
    })

    it('is for those who write', async () => {
      const page = await windowOf('publisher')
      await show(page, '/import')
      await page.getByText('you need the role of a contributor or an editor').waitFor()
      expect(await page.getByRole('link', { name: 'Import a page' }).count()).toBe(0)
    })
  })

  it('shows its own pages to nobody who is not logged in', async () => {
    const page = waitingForPanel(await browser.newPage())
    for (const path of ['/review-queue', '/import']) {
      await show(page, path)
      await page.waitForURL(/\/admin\/login\?redirect=/)
    }
    await page.context().close()
  })
})
