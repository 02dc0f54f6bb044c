import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, waitingForPanel } from '../helpers/browser.ts'
import { hold, isSave, isServerFunction } from '../helpers/heldRoute.ts'
import { BODY, eventually, SAVE, usePanel, type Doc } from '../helpers/panel.ts'

describe('words in the panel, elsewhere', () => {
  const { address, ask, begin, button, newWindow, saveAll, show, stored, tab, typeAt, windowOf, words } = usePanel()

  /** Makes everything on the page slow, as an old machine does, so that an idle moment comes late. */
  async function slowDown(page: Page, rate: number): Promise<() => Promise<void>> {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    return async () => {
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await session.detach()
    }
  }

  /** Nothing that waits for an idle moment runs before the tests say so. */
  const busy = (page: Page) =>
    page.evaluate(() => {
      const waiting: (() => void)[] = []
      const real = window.requestIdleCallback.bind(window)
      window.requestIdleCallback = (run, options) => {
        waiting.push(() => real(run, options))
        return 0
      }
      Object.assign(window, {
        atEase: () => {
          window.requestIdleCallback = real
          for (const run of waiting) run()
        },
      })
    })
  const atEase = (page: Page) =>
    page.evaluate(() => {
      ;(window as unknown as { atEase: () => void }).atEase()
    })

  async function choose(page: Page, field: string, option: string): Promise<void> {
    await page.locator(`${field} .rs__control`).click()
    await page.locator('.rs__option', { hasText: option }).first().click()
  }
  const chosen = (page: Page, field: string) => page.locator(`${field} .rs__single-value`).first().innerText()

  describe('whose tab is left at once', () => {
    it('are in the text when its tab is there again, on a busy machine', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await busy(page)
      await typeAt(page, BODY, ' typed')
      await tab(page, 'Filing')
      await page.locator('#field-kicker').waitFor()
      await tab(page, 'Text')
      await page.locator(BODY).first().waitFor()
      expect(await page.locator(BODY).first().innerText()).toBe('Body typed')
      await typeAt(page, BODY, ' on')
      await atEase(page)
      await saveAll(page)
      expect((await words(page, id)).body).toBe('Body typed on')
      expect(await page.locator(BODY).first().innerText()).toBe('Body typed on')
    })

    it('are saved, and what is made of them is shown', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      const fast = await slowDown(page, 4)
      await typeAt(page, BODY, ' typed')
      await tab(page, 'Filing')
      await page.keyboard.press('Control+s')
      await page.locator(`${SAVE}[disabled]`).waitFor()
      await eventually(() => page.inputValue('#field-excerpt')).toBe('Body typed')
      await fast()
      await tab(page, 'Text')
      await typeAt(page, BODY, ' again')
      await tab(page, 'Filing')
      await saveAll(page)
      await eventually(() => page.inputValue('#field-excerpt')).toBe('Body typed again')
      const { excerpt, excerptManual } = await stored(page, id)
      expect([excerpt, excerptManual, (await words(page, id)).body]).toEqual([
        'Body typed again',
        false,
        'Body typed again',
      ])
    })

    it('have the person asked before a link is followed', async () => {
      const page = await windowOf('editor')
      await begin(page)
      await busy(page)
      await typeAt(page, BODY, ' typed')
      await page.locator('.step-nav a').first().click()
      await page.getByText('Leave without saving').waitFor()
      await button(page, 'Stay on this page').click()
      expect(await page.locator(BODY).first().innerText()).toBe('Body typed')
      await atEase(page)
      await saveAll(page)
    })
  })

  describe('chosen while a save is under way', () => {
    it('stay: a choice and a relation', async () => {
      const page = await windowOf('editor')
      const { doc } = await ask(page, 'POST', '/api/sections', { name: 'Gardens' })
      const id = await begin(page)
      await typeAt(page, '#field-standfirst', ' before')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await choose(page, '#field-genre', 'Analysis')
      await choose(page, '#field-section', 'Gardens')
      await held.release()
      await page.locator(`${SAVE}:not([disabled])`).waitFor()
      await saveAll(page)
      expect([await chosen(page, '#field-genre'), await chosen(page, '#field-section')]).toEqual([
        'Analysis',
        'Gardens',
      ])
      expect(await stored(page, id)).toMatchObject({
        genre: 'analysis',
        section: doc.id,
        standfirst: 'Standfirst before',
      })
    })

    it.each([
      ['on its way to the newsroom', isSave],
      ['stored, and the form asks what of it', isServerFunction],
    ])('stay in their rows, when these are moved and copied and the save is %s', async (_, which) => {
      const page = await windowOf('editor')
      const { docs } = (await ask(page, 'GET', '/api/authors?depth=0&limit=1&draft=true')) as unknown as {
        docs: Doc[]
      }
      const credit = (creditedAs: string) => ({ author: docs[0]?.id, role: 'author', creditedAs })
      const id = await begin(page, { credits: [credit('One'), credit('Two')] })
      await tab(page, 'Byline and credits')
      await typeAt(page, '[name="credits.0.creditedAs"]', ' before')
      const held = await hold(page, which)
      await page.keyboard.press('Control+s')
      await held.arrived
      const act = async (row: number, what: string) => {
        await page
          .locator(`#credits-row-${String(row)} .array-actions__button`)
          .first()
          .click()
        await page.locator(`.array-actions__${what}:visible`).click()
      }
      await act(1, 'move-up')
      await typeAt(page, '[name="credits.1.creditedAs"]', ' and moved')
      await act(0, 'duplicate')
      await typeAt(page, '[name="credits.1.creditedAs"]', ' copied')
      await held.release()
      await page.keyboard.type(' late')
      await saveAll(page)
      const right = ['Two', 'Two copied late', 'One before and moved']
      await eventually(async () =>
        ((await stored(page, id))['credits'] as Doc[]).map((each) => each['creditedAs']),
      ).toEqual(right)
      for (const [index, name] of right.entries())
        expect(await page.inputValue(`[name="credits.${String(index)}.creditedAs"]`)).toBe(name)
    })

    it('stay in rows of a drawer: the affiliations of an author within an article', async () => {
      const page = await windowOf('editor')
      const { doc } = await ask(page, 'POST', '/api/authors', {
        displayName: 'Ann',
        affiliations: [{ organization: 'First' }],
      })
      await begin(page, { credits: [{ author: doc.id, role: 'author' }] })
      await tab(page, 'Byline and credits')
      await page.locator('#credits-row-0 .relationship--single-value__drawer-toggler').click()
      const drawer = page.locator('.doc-drawer')
      const name = (row: number) => `.doc-drawer [name="affiliations.${String(row)}.organization"]`
      await typeAt(page, name(0), ' before')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await drawer.getByRole('button', { name: 'Add Affiliation' }).click()
      await typeAt(page, name(1), 'Second')
      await held.release()
      await drawer.locator(`${SAVE}:not([disabled])`).waitFor()
      await page.keyboard.press('Control+s')
      await drawer.locator(`${SAVE}[disabled]`).waitFor()
      expect(await page.inputValue(name(1))).toBe('Second')
      const { affiliations } = await stored(page, doc.id, 'authors')
      expect((affiliations as Doc[]).map((each) => each['organization'])).toEqual(['First before', 'Second'])
    })

    it('stay in the form of a picture', async () => {
      const page = await windowOf('editor')
      const field = sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
      const answer = await page.request.post(address('/api/media'), {
        headers: { origin: address('') },
        multipart: {
          file: { buffer: await field.png().toBuffer(), mimeType: 'image/png', name: 'field.png' },
          _payload: JSON.stringify({ alt: 'A field.' }),
        },
      })
      const { id } = ((await answer.json()) as { doc: Doc }).doc
      await show(page, `/collections/media/${id}`)
      await typeAt(page, '#field-credit', ' before')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.locator('#field-alt').fill('Meanwhile')
      await page.keyboard.type(' told')
      await held.release()
      await page.locator('#action-save:not([disabled])').waitFor()
      expect(await page.inputValue('#field-alt')).toBe('Meanwhile told')
      await page.keyboard.press('Control+s')
      await page.locator('#action-save[disabled]').waitFor()
      expect((await stored(page, id, 'media'))['alt']).toBe('Meanwhile told')
    })

    it('stay in a fact box within the text', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await page.locator(BODY).first().click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/fact')
      await page.locator('.slash-menu-popup__item', { hasText: /fact/i }).first().click()
      const title = page.locator('[data-lexical-decorator] input[name=title]').first()
      await title.click()
      await page.keyboard.type('Box')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' meanwhile')
      await held.release()
      await page.keyboard.type(' late')
      await page.locator(`${SAVE}:not([disabled])`).waitFor()
      await saveAll(page)
      expect(await title.inputValue()).toBe('Box meanwhile late')
      await eventually(async () => JSON.stringify((await stored(page, id))['body'])).toContain(
        '"title":"Box meanwhile late"',
      )
      await page.locator(`${SAVE}[disabled]`).waitFor()
      expect(await title.inputValue()).toBe('Box meanwhile late')
    })
  })

  describe('whose page is left while a save runs', () => {
    it('have the person asked first, and stay when they stay', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await typeAt(page, '#field-standfirst', ' before')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' meanwhile')
      await page.locator('.step-nav a').first().click()
      await page.getByText('Leave without saving').waitFor()
      await held.release()
      await button(page, 'Stay on this page').click()
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst before meanwhile')
      await saveAll(page)
      expect((await words(page, id)).standfirst).toBe('Standfirst before meanwhile')
    })
  })

  describe('of somebody whose session ends', () => {
    // Guard: isInText() in LoginDialog.tsx.
    it('stay when the save is refused, and are saved after a login in another tab', async () => {
      const page = await newWindow('editor2')
      const id = await begin(page)
      await typeAt(page, '#field-standfirst', ' mine')
      await page.context().clearCookies()
      await page.keyboard.press('Control+s')
      // With this the window that asks for the password would be there, too.
      await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Log in' }).waitFor()
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst mine')
      await page.keyboard.type(' still')
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst mine still')

      const other = waitingForPanel(await page.context().newPage())
      await other.goto(address('/admin/login'))
      await other.getByLabel('Email').fill('editor2@imprimatur.example')
      await other.getByLabel('Password').fill(DEMO_PASSWORD)
      await other.getByRole('button', { name: 'Login' }).click()
      await other.waitForURL(address('/admin'))
      await other.close()
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst mine still')
      await saveAll(page)
      expect((await words(page, id)).standfirst).toBe('Standfirst mine still')
      await page.context().close()
    })
  })
})
