import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hold } from '../helpers/heldRoute.ts'
import { eventually, usePanel } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, begin, button, saveAll, windowOf } = usePanel()

const TEXT = 'To see more, click here. It was utilised by all.'

const style = (page: Page) => page.getByRole('region', { name: 'House style' })

/** The words that are underlined. */
const underlined = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('imp-style') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  )

const faults = async (page: Page, ...parts: readonly string[]) => {
  const { violations } = await parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function review(page: Page, id: string): Promise<void> {
  await page.goto(address(`/admin/review/articles/${id}`))
  await page.locator('.imp-review__columns[data-ready=true]').waitFor()
}

describe('house style', () => {
  it('is a list that an editor pastes, looks at and has made', async () => {
    const editor = await windowOf('editor')
    await editor.goto(address('/admin/collections/style-rules'))
    await editor.getByText('Add many rules at once').click()
    const list = ['click here\tSay where it leads.\tblocks\ten', 'utilis*\tWrite “use”.', 'a*b\tOdd.'].join('\n')
    await editor.getByLabel('Rules, one a line').fill(list)
    const held = await hold(editor, (request) => request.url().includes('/style-rules/import'))
    await button(editor, 'Look at what will be made').click()
    await held.arrived
    // What is sent is what is shown and made.
    expect(await editor.getByLabel('Rules, one a line').isEditable()).toBe(false)
    await held.release()
    await editor.getByRole('heading', { name: 'What will be made' }).waitFor()
    expect(await editor.locator('.imp-import tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/click here[^]*A new rule/),
      expect.stringMatching(/utilis\*[^]*A new rule/),
      expect.stringMatching(/a\*b[^]*Left out: A “\*” stands for the rest of a word/),
    ])
    expect(await faults(editor, '.imp-import')).toEqual([])
    await button(editor, 'Make 2 rules').click()
    await editor.getByText('2 rules were made.').waitFor()
    await editor.getByRole('link', { name: 'utilis*' }).waitFor()
  })

  it('leads the writer to the words in the form, and is quiet once they are others', async () => {
    const editor = await windowOf('editor')
    const id = await begin(editor, { headline: 'Utilise it', body: aText('First.', TEXT), language: 'en' })
    await style(editor).getByRole('heading', { name: 'House style: 3 passages' }).waitFor()
    const show = style(editor).getByRole('button', { name: 'Show in the text' })
    await show.nth(0).click()
    expect(
      await editor.evaluate(() => {
        const field = document.activeElement as HTMLInputElement
        return [field.id, field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)]
      }),
    ).toEqual(['field-headline', 'Utilise'])
    await show.nth(1).click()
    await eventually(() => editor.evaluate(() => window.getSelection()?.toString())).toBe('click here')
    await editor.keyboard.type('open the list')
    await saveAll(editor)
    await style(editor).getByRole('heading', { name: 'House style: 2 passages' }).waitFor()
    const { body } = await ask(editor, 'GET', `/api/articles/${id}?draft=true&depth=0`)
    expect(JSON.stringify(body)).toContain('To see more, open the list. It was utilised by all.')
    await style(editor).getByRole('button', { name: 'Right here: “utilised” stands in this text' }).click()
    await style(editor)
      .getByText(/✓ Let stand by/)
      .waitFor()
    await style(editor).getByRole('heading', { name: 'House style: 1 passage' }).waitFor()
  })

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is underlined where the piece is reviewed, and let stand there, %s at %i', async (theme, width) => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await begin(editor, { body: aText('First.', TEXT), language: 'en' })
    await reviewer.context().addCookies([{ name: 'payload-theme', value: theme, url: address('/') }])
    await reviewer.setViewportSize({ width, height: 900 })
    await review(reviewer, id)
    await eventually(() => underlined(reviewer)).toEqual(['click here', 'utilised'])
    expect(await faults(reviewer, 'main')).toEqual([])
    const before = await reviewer.locator('.imp-review__page').innerHTML()
    await style(reviewer).getByRole('button', { name: 'Right here: “click here” stands in this text' }).click()
    await eventually(() => underlined(reviewer)).toEqual(['utilised'])
    expect(await reviewer.locator('.imp-review__page').innerHTML()).toBe(before)
    // What blocked does not, so the piece goes into the review and is signed off on the same screen.
    const { digest } = await ask(editor, 'GET', `/api/articles/${id}/transitions`)
    await ask(editor, 'POST', `/api/articles/${id}/transitions`, { transition: 'submit', digest })
    await review(reviewer, id)
    await button(reviewer, 'Sign off').waitFor()
    await style(reviewer).getByRole('button', { name: 'Take back' }).click()
    await eventually(() => button(reviewer, 'Sign off').getAttribute('aria-disabled')).toBe('true')
    expect(await faults(reviewer, 'main')).toEqual([])
  })
})
