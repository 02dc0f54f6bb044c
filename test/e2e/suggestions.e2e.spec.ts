import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { BODY, eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, button, windowOf } = usePanel()

const FIRST = 'Ships came into the harbour at dawn, and nobody had expected them before noon.'
const SECOND = 'The ministers will meet again in March, if the winter allows it.'

async function aPieceInReview(editor: Page): Promise<string> {
  const { docs } = (await ask(editor, 'GET', '/api/articles?depth=0&limit=1')) as unknown as { docs: Doc[] }
  const credits = (docs[0]?.['credits'] as { author: string; role: string }[]).map(({ author, role }) => ({
    author,
    role,
  }))
  const data = { headline: 'Harbour at dawn', body: aText(FIRST, SECOND), credits }
  const { doc } = await ask(editor, 'POST', '/api/articles', data)
  const { digest } = await ask(editor, 'GET', `/api/articles/${doc.id}/transitions`)
  await ask(editor, 'POST', `/api/articles/${doc.id}/transitions`, { transition: 'submit', digest })
  return doc.id
}

async function suggest(page: Page, id: string, exact: string, suggestion: string): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/articles/${id}/transitions`)
  const anchor = { digest, path: 'body.root.children.0', exact }
  await ask(page, 'POST', `/api/articles/${id}/comments`, { anchor, suggestion })
}

async function review(page: Page, id: string): Promise<void> {
  await page.goto(address(`/admin/review/articles/${id}`))
  await page.locator('.imp-review__columns[data-ready=true]').waitFor()
}

async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.imp-review__page') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`“${wanted}” is not in the text.`)
  }, words)
}

const faults = async (page: Page, part: string) => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })
const pressed = (page: Page, name: string) => comments(page).getByRole('button', { name, exact: true })
const stored = async (page: Page, id: string) =>
  JSON.stringify(((await ask(page, 'GET', `/api/articles/${id}?draft=true&depth=0`)) as unknown as Doc)['body'])

describe('suggested wording', () => {
  it('says what it means before it is sent, and is taken on the review screen', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await review(reviewer, id)
    await select(reviewer, 'at dawn')
    await button(reviewer, 'Suggest wording').first().click()
    await comments(reviewer).getByText('you cannot sign it off any more').waitFor()
    const words = reviewer.getByLabel('Words that should stand there')
    await eventually(() => words.inputValue()).toBe('at dawn')
    expect(await pressed(reviewer, 'Send the suggestion').isDisabled()).toBe(true)
    await words.fill('before sunrise')
    await reviewer.getByLabel('Why (may be left empty)').fill('It was still dark.')
    expect(await faults(reviewer, 'main')).toEqual([])
    await pressed(reviewer, 'Send the suggestion').click()
    await comments(reviewer).locator('ins', { hasText: 'before sunrise' }).waitFor()
    // The reviewer has no right to write: there is nothing to press.
    expect(await pressed(reviewer, 'Take').count()).toBe(0)
    expect(await button(reviewer, 'Sign off').getAttribute('aria-disabled')).not.toBe('true')

    await review(editor, id)
    await pressed(editor, 'Take').click()
    await editor.locator('.imp-review__page', { hasText: 'harbour before sunrise' }).waitFor()
    await comments(editor).getByText('1 resolved').waitFor()

    await review(reviewer, id)
    await reviewer.getByText('You worked on this revision').waitFor()
    expect(await button(reviewer, 'Sign off').getAttribute('aria-disabled')).toBe('true')
  })

  // Guard: words that are begun for one passage are neither sent for another nor dropped.
  it('stays for the words that it was begun for, until somebody says that it is for others', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await review(reviewer, id)
    await select(reviewer, 'at dawn')
    await button(reviewer, 'Suggest wording').first().click()
    const words = reviewer.getByLabel('Words that should stand there')
    const quoted = comments(reviewer).locator('form .imp-comment__quote')
    await words.fill('before sunrise')
    await select(reviewer, 'in March')
    await button(reviewer, 'Suggest wording').first().click()
    await comments(reviewer).getByText('Send what you have begun, or cancel it first.').waitFor()
    expect([await quoted.innerText(), await words.inputValue()]).toEqual(['at dawn', 'before sunrise'])

    const about = reviewer.getByLabel('About')
    await about.selectOption({ label: `${SECOND.slice(0, 60)}…` })
    expect(await words.inputValue()).toBe('before sunrise')
    await about.selectOption('selected')
    await pressed(reviewer, 'Send the suggestion').click()
    await comments(reviewer).locator('ins', { hasText: 'before sunrise' }).waitFor()
    const { docs } = (await ask(reviewer, 'GET', `/api/articles/${id}/comments`)) as unknown as { docs: Doc[] }
    expect(docs.map(({ anchor }) => (anchor as { exact: string }).exact)).toEqual(['at dawn'])

    // What is not begun gives way.
    await select(reviewer, 'at dawn')
    await button(reviewer, 'Suggest wording').first().click()
    await select(reviewer, 'in March')
    await button(reviewer, 'Suggest wording').first().click()
    await eventually(() => words.inputValue()).toBe('in March')
    await pressed(reviewer, 'Cancel').click()
  })

  // Guard: `useBegunWords`; a form that is empty would take the place of what was begun elsewhere.
  it('that is begun for a passage stands there again when that passage is chosen', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    const about = reviewer.getByLabel('About')
    const words = reviewer.getByLabel('Words that should stand there')
    const begin = async () => {
      await review(reviewer, id)
      await reviewer.keyboard.press('w')
      await about.selectOption({ label: `${SECOND.slice(0, 60)}…` })
    }
    await begin()
    await eventually(() => words.inputValue()).toBe(SECOND)
    await words.fill('In April.')
    await reviewer.goto(address('/admin/review-queue'))
    await begin()
    await eventually(() => words.inputValue()).toBe('In April.')
    await pressed(reviewer, 'Cancel').click()
  })

  it('is made, and left, by keyboard alone', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await review(reviewer, id)
    await reviewer.keyboard.press('w')
    await reviewer.getByLabel('About').selectOption({ label: `${SECOND.slice(0, 60)}…` })
    const words = reviewer.getByLabel('Words that should stand there')
    await eventually(() => words.inputValue()).toBe(SECOND)
    await words.fill(SECOND.replace('March', 'April'))
    await reviewer.keyboard.press('Control+Enter')
    await comments(reviewer).locator('ins', { hasText: 'April' }).waitFor()
    await review(editor, id)
    await pressed(editor, 'Leave').focus()
    await editor.keyboard.press('Enter')
    await comments(editor)
      .getByText(/Left by/)
      .waitFor()
    expect(await stored(editor, id)).toContain('March')
  })

  it('is taken beside the form after what was typed is saved, and no word is lost', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await suggest(reviewer, id, 'dawn', 'daybreak')
    await editor.goto(address(`/admin/collections/articles/${id}`))
    await pressed(editor, 'Take').waitFor()
    const body = editor.locator(BODY)
    await body.nth(1).click()
    await editor.keyboard.press('End')
    await editor.keyboard.type(' And it may.')
    await pressed(editor, 'Take').click()
    await body.filter({ hasText: 'harbour at daybreak' }).waitFor()
    await body.filter({ hasText: 'And it may.' }).waitFor()
    const text = await stored(editor, id)
    expect(text).toContain('harbour at daybreak')
    expect(text).toContain('And it may.')

    // The form goes on from there.
    await body.nth(1).click()
    await editor.keyboard.press('End')
    await editor.keyboard.type(' Or not.')
    await eventually(() => stored(editor, id)).toContain('And it may. Or not.')
    expect(await stored(editor, id)).toContain('harbour at daybreak')
  })

  it('takes back what was signed off only when that is said', async () => {
    const [editor, reviewer, other] = [
      await windowOf('editor'),
      await windowOf('reviewer'),
      await windowOf('reviewer2'),
    ]
    const id = await aPieceInReview(editor)
    await suggest(reviewer, id, 'noon', 'midday')
    const { digest } = await ask(other, 'GET', `/api/articles/${id}/transitions`)
    await ask(other, 'POST', `/api/articles/${id}/transitions`, { transition: 'sign_off', digest })
    await review(editor, id)
    await pressed(editor, 'Take').click()
    await button(editor, 'Not now').click()
    expect(await stored(editor, id)).toContain('noon')
    await pressed(editor, 'Take').click()
    await editor.getByRole('dialog').locator('.imp-taking').click()
    await editor.locator('.imp-review__page', { hasText: 'before midday' }).waitFor()
  })

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no fault that axe finds, %s at %i pixels', async (theme, width) => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await suggest(reviewer, id, 'dawn', 'daybreak')
    await suggest(reviewer, id, 'before noon', '')
    for (const [page, key] of [
      [reviewer, 'w'],
      [editor, 'Escape'],
    ] as const) {
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: address('/') }])
      await page.setViewportSize({ width, height: 900 })
      await review(page, id)
      await comments(page).getByText('daybreak').waitFor()
      await page.keyboard.press(key)
      expect(await faults(page, 'main')).toEqual([])
      await drawnWithin(page, width)
    }
    await editor.goto(address(`/admin/collections/articles/${id}`))
    await pressed(editor, 'Take').first().waitFor()
    expect(await faults(editor, '.imp-panel')).toEqual([])
    for (const page of [editor, reviewer]) await page.setViewportSize({ width: 1280, height: 900 })
  })
})
