import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inLook } from '../helpers/browser.ts'
import { BODY, eventually, usePanel } from '../helpers/panel.ts'

/** What a person types with a keyboard, and how each language prints it. */
const KEYS = ` "Isn't" -- it...`
const PRINTED = [
  ['en', ' “Isn’t” — it…'],
  ['de', ' „Isn’t“ – it…'],
  ['fr', ' «\u202fIsn’t\u202f» – it…'],
] as const

describe('somebody who writes an article', () => {
  const panel = usePanel()
  const { begin, saveAll, typeAt, windowOf, words } = panel
  const headline = (page: Page) => page.inputValue('#field-headline')
  const body = async (page: Page) => (await page.locator(BODY).first().innerText()).replaceAll('\u00a0', ' ')

  it.each(PRINTED)('gets the marks of the language while they type: %s', async (language, printed) => {
    const page = await windowOf('editor')
    const id = await begin(page, { language })
    await typeAt(page, '#field-headline', KEYS)
    await typeAt(page, '#field-standfirst', KEYS)
    await typeAt(page, BODY, KEYS)
    await saveAll(page)
    expect(await words(page, id)).toMatchObject({
      headline: `Headline${printed}`,
      standfirst: `Standfirst${printed}`,
      body: `Body${printed}`,
    })
  })

  it('gets back what was typed by Backspace and by Undo, and types on behind it', async () => {
    const page = await windowOf('editor')
    const id = await begin(page)
    await typeAt(page, '#field-headline', " 5'")
    expect(await headline(page)).toBe('Headline 5’')
    await page.keyboard.press('Backspace')
    expect(await headline(page)).toBe("Headline 5'")
    await page.keyboard.type(' --')
    await page.keyboard.press('Control+z')
    await page.keyboard.type('x')
    expect(await headline(page)).toBe("Headline 5' --x")
    await typeAt(page, BODY, " 5'")
    await eventually(() => body(page)).toBe('Body 5’')
    await page.keyboard.press('Backspace')
    await eventually(() => body(page)).toBe("Body 5'")
    await page.keyboard.type(' --')
    await eventually(() => body(page)).toBe("Body 5' —")
    await page.keyboard.press('Control+z')
    await eventually(() => body(page)).toBe("Body 5' --")
    await page.keyboard.type('x')
    await saveAll(page)
    expect(await words(page, id)).toMatchObject({ headline: "Headline 5' --x", body: "Body 5' --x" })
  })

  it('breaks a headline on the screen alone', async () => {
    const page = await windowOf('editor')
    const id = await begin(page)
    await typeAt(page, '#field-headline', ' one')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('\ntwo\n\nthree ')
    await saveAll(page)
    expect((await words(page, id)).headline).toBe('Headline onetwo three')
  })

  it('sees at once how long a headline is, and hears when it nears its bound and when it is beyond', async () => {
    const page = await windowOf('editor')
    await begin(page)
    const count = page.locator('.imp-writing:has(#field-headline) .imp-count')
    await page.fill('#field-headline', 'a'.repeat(120))
    await count.getByText('120 of 240 letters').waitFor()
    expect(await count.locator('[aria-live=polite]').innerText()).toBe('')
    await page.fill('#field-headline', 'a'.repeat(231))
    await count.locator('[aria-live=polite]', { hasText: '10 letters left' }).waitFor()
    await page.fill('#field-headline', 'a'.repeat(241))
    await count.getByText('1 letter too many; 240 fit').waitFor()
    await count.locator('[aria-live=polite]', { hasText: 'Too long: at most 240 letters fit.' }).waitFor()
  })

  it('sees beside the form what readers get elsewhere, while they type', async () => {
    const page = await windowOf('editor')
    await begin(page)
    const beside = page.locator('.imp-appearance')
    await typeAt(page, '#field-headline', ' of the hour')
    await beside.getByRole('tabpanel').getByText('Headline of the hour').waitFor()
    await typeAt(page, BODY, ` ${'word '.repeat(40)}`)
    await beside.getByText(/^Body( word){29}…$/).waitFor()
    await beside.getByText('30 of 30 words').waitFor()
    await beside.getByRole('tab', { name: 'Card' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await beside.getByRole('tab', { selected: true }).innerText()).toBe('Search')
    await beside.getByText(/› articles › headline/).waitFor()
    await page.keyboard.press('ArrowRight')
    await beside.getByRole('tabpanel', { name: 'Shared' }).getByText('Standfirst').waitFor()
  })

  it('has the text alone by a key, and everything back by Escape, without losing the caret', async () => {
    const page = await windowOf('editor')
    const id = await begin(page)
    await panel.tab(page, 'Filing')
    await page.keyboard.press('Control+Shift+F')
    await page.locator('.app-header').waitFor({ state: 'hidden' })
    await typeAt(page, '#field-standfirst', ' A')
    expect(await page.locator('.imp-appearance').isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await page.locator('.app-header').waitFor()
    await page.keyboard.type('B')
    await saveAll(page)
    expect((await words(page, id)).standfirst).toBe('Standfirst AB')
    await page.getByRole('button', { name: 'Only the text' }).click()
    await page.getByRole('button', { name: 'Show everything', pressed: true }).click()
    await page.locator('.app-header').waitFor()
  })

  it('has the page beside the form in the site’s own templates, which follows what is saved, also as wide as a phone', async () => {
    const page = await windowOf('editor')
    await begin(page)
    await page.getByRole('button', { name: 'Preview' }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    const shown = page.frameLocator('.imp-preview__page')
    await shown.getByRole('heading', { level: 1, name: 'Headline' }).waitFor()
    await typeAt(page, '#field-headline', ' as it is saved')
    await shown.getByRole('heading', { level: 1, name: 'Headline as it is saved' }).waitFor()
    await preview.getByRole('button', { name: 'Phone' }).click()
    expect(await page.locator('.imp-preview__page').evaluate((frame) => frame.clientWidth)).toBe(390)
    const { violations } = await new AxeBuilder({ page }).include('.imp-preview__bar').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await preview.getByRole('button', { name: 'Close' }).click()
    await preview.waitFor({ state: 'detached' })
    await saveAll(page)
  })

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ])('has nothing for axe to find, %s pixels wide and %s', async (width, theme) => {
    const page = await windowOf('editor')
    await begin(page)
    await inLook(page, theme, width)
    await page.locator('.imp-appearance').waitFor()
    const { violations } = await new AxeBuilder({ page })
      .include('.imp-writing')
      .include('.imp-appearance')
      .include('#action-writing-mode')
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})
