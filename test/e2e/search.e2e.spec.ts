import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { eventually, usePanel } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, button, dialog, newWindow, windowOf } = usePanel()

const field = (page: Page) => page.getByRole('combobox', { name: 'Words of a headline, a text, a name' })
const options = (page: Page) => dialog(page).getByRole('option')
const chosen = (page: Page) => dialog(page).locator('[role=option][aria-selected=true] .imp-search__title').innerText()

async function faults(page: Page): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).include('.imp-dialog').analyze()
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
}

describe('the search of the panel', () => {
  // Guard: useKeyNames().
  it('names its key as it stands on the keyboard of whoever reads', async () => {
    const page = await newWindow('editor')
    const named = () => page.locator('.imp-search-button').getAttribute('title')
    await eventually(named).toBe('Search (Ctrl K)')
    await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }))
    await page.reload()
    await eventually(named).toBe('Search (⌘ K)')
    await page.context().close()
  })

  it('opens by Ctrl K from anywhere, and a piece by keyboard alone', async () => {
    const editor = await windowOf('editor')
    const made = async (headline: string) =>
      (await ask(editor, 'POST', '/api/articles', { headline, body: aText('Its quokkaesque text.') })).doc.id
    const [first, second] = [await made('Quokka at noon'), await made('Quokkas at night')]
    await editor.goto(address('/admin'))
    await button(editor, 'Search').waitFor()
    await editor.keyboard.press('Control+k')
    await eventually(() => field(editor).evaluate((node) => node === document.activeElement)).toBe(true)
    await dialog(editor).getByText('Pieces at every stage. The last word may be unfinished.').waitFor()
    await editor.keyboard.type('quokka')
    await dialog(editor).getByText('2 pieces', { exact: true }).waitFor()
    // The whole word comes before longer ones; each says its stage.
    expect(await options(editor).allInnerTexts()).toEqual([
      expect.stringMatching(/^Quokka at noon\s+Draft\s+Article\s+Its quokkaesque text\.$/),
      expect.stringMatching(/^Quokkas at night\s+Draft\s+Article\s+Its quokkaesque text\.$/),
    ])
    expect(await chosen(editor)).toBe('Quokka at noon')
    expect(await faults(editor)).toEqual([])
    await editor.keyboard.press('ArrowDown')
    expect(await chosen(editor)).toBe('Quokkas at night')
    const active = await field(editor).getAttribute('aria-activedescendant')
    expect(await dialog(editor).locator('[role=option][aria-selected=true]').getAttribute('id')).toBe(active)
    await editor.keyboard.press('ArrowDown')
    expect(await chosen(editor)).toBe('Quokka at noon')
    await editor.keyboard.press('ArrowUp')
    await editor.keyboard.press('Enter')
    await editor.waitForURL(`**/admin/collections/articles/${second}`)
    expect(await dialog(editor).count()).toBe(0)
    expect(first).not.toBe(second)
  })

  it('opens by its button, fits a telephone, is dark where the panel is, and says when there is nothing', async () => {
    const editor = await windowOf('editor')
    await editor.setViewportSize({ width: 390, height: 844 })
    await editor.emulateMedia({ colorScheme: 'dark' })
    await editor.goto(address('/admin'))
    await button(editor, 'Search').click()
    await field(editor).fill('wordthatisnowhere')
    await dialog(editor).getByText('No piece has the words “wordthatisnowhere”.').waitFor()
    expect(await field(editor).getAttribute('aria-expanded')).toBe('false')
    await field(editor).fill('door')
    await options(editor).first().waitFor()
    expect(await faults(editor)).toEqual([])
    const box = await dialog(editor).boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    await drawnWithin(editor, 390)
    await editor.keyboard.press('Escape')
    expect(await dialog(editor).count()).toBe(0)
    await eventually(() => button(editor, 'Search').evaluate((node) => node === document.activeElement)).toBe(true)
  })

  it('shows contributors their own pieces and what is public', async () => {
    const [editor, contributor] = [await windowOf('editor'), await windowOf('contributor')]
    await ask(editor, 'POST', '/api/articles', { headline: 'Bilby of the editor' })
    await ask(contributor, 'POST', '/api/articles', { headline: 'Bilby of the contributor' })
    await contributor.goto(address('/admin'))
    await button(contributor, 'Search').click()
    await field(contributor).fill('bilby')
    await dialog(contributor).getByText('1 piece', { exact: true }).waitFor()
    expect(await chosen(contributor)).toBe('Bilby of the contributor')
  })
})
