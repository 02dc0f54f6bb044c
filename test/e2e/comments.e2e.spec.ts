import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { hold } from '../helpers/heldRoute.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, button, dialog, windowOf } = usePanel()

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
  await move(editor, doc.id, 'submit')
  return doc.id
}

async function move(page: Page, id: string, transition: string, more: object = {}): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/articles/${id}/transitions`)
  await ask(page, 'POST', `/api/articles/${id}/transitions`, { transition, digest, ...more })
}

async function review(page: Page, id: string): Promise<void> {
  await page.goto(address(`/admin/review/articles/${id}`))
  await page.locator('.imp-review__columns[data-ready=true]').waitFor()
}

/** Selects words of the text, as a mouse or a finger would. */
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

/** The words that are painted. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('imp-comment') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  )

const faults = async (page: Page, ...parts: readonly string[]) => {
  const { violations } = await parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })

/** Sends what is written, and waits until its form is gone: its words stand in it, too. */
async function sent(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await comments(page).locator('form').waitFor({ state: 'detached' })
}

describe('comments', () => {
  it('on words that were selected are painted, answered, resolved, and followed as the text moves on', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await review(reviewer, id)
    const before = await reviewer.locator('.imp-review__page').innerHTML()
    await select(reviewer, 'nobody had expected them')
    await button(reviewer, 'Comment on these words').click()
    await reviewer.getByLabel('Comment', { exact: true }).fill('Who says so?')
    await comments(reviewer).locator('form').getByRole('button', { name: 'Comment', exact: true }).click()
    await comments(reviewer).getByText('Who says so?').waitFor()
    await eventually(() => painted(reviewer)).toEqual(['nobody had expected them'])
    // The text that is signed off is untouched.
    expect(await reviewer.locator('.imp-review__page').innerHTML()).toBe(before)

    // The editor is told, and answers where the bell leads.
    await editor.goto(address('/admin'))
    const bell = editor.getByRole('button', { name: /Notifications, \d+ unread/ })
    await bell.click()
    expect(await faults(editor, '.imp-bell')).toEqual([])
    await editor.getByRole('link', { name: /commented on “Harbour at dawn”/ }).click()
    await editor.waitForURL(/\/admin\/review\/articles\/.*#comment-/)
    await comments(editor).getByRole('button', { name: 'Answer' }).click()
    await editor.getByLabel('Answer', { exact: true }).fill('The port authority.')
    await sent(editor)
    await comments(editor).getByText('The port authority.').waitFor()
    expect(await comments(editor).getByRole('button', { name: 'Resolve' }).count()).toBe(0)
    await ask(editor, 'PATCH', `/api/articles/${id}`, { body: aText(SECOND, `In May. ${FIRST}`) })

    await review(reviewer, id)
    await comments(reviewer).getByText('The port authority.').waitFor()
    await eventually(() => painted(reviewer)).toEqual(['nobody had expected them'])
    await comments(reviewer).getByRole('button', { name: 'Resolve' }).click()
    await comments(reviewer).getByText('1 resolved').waitFor()
    await eventually(() => painted(reviewer)).toEqual([])
  })

  it('are made by keyboard alone, and say when their words are gone', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await review(reviewer, id)
    await reviewer.keyboard.press('c')
    await reviewer.getByLabel('About').selectOption({ label: `${SECOND.slice(0, 60)}…` })
    await reviewer.getByLabel('Comment', { exact: true }).fill('Which ones?')
    await reviewer.keyboard.press('Control+Enter')
    await eventually(() => painted(reviewer)).toEqual([SECOND])
    await ask(editor, 'PATCH', `/api/articles/${id}`, { body: aText(FIRST) })
    await review(reviewer, id)
    await comments(reviewer).getByText('not in the newest text any more').waitFor()
    await eventually(() => painted(reviewer)).toEqual([])
  })

  it('stand beside the form with the reason for which the piece came back', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    const { digest } = await ask(reviewer, 'GET', `/api/articles/${id}/transitions`)
    const anchor = { digest, path: 'body.root.children.0', exact: 'harbour' }
    await ask(reviewer, 'POST', `/api/articles/${id}/comments`, { text: 'Which one?', anchor })
    await move(reviewer, id, 'request_changes', { reason: 'Name the harbour.' })
    await editor.goto(address(`/admin/collections/articles/${id}`))
    const panel = editor.getByRole('region', { name: 'Workflow' })
    await panel.getByText('Name the harbour.').waitFor()
    await panel.getByText('Which one?').waitFor()
    expect(await faults(editor, '.imp-panel')).toEqual([])
  })

  // Guard: what is done about a comment does not take the caret from where somebody writes by then.
  it('beside the form leave the caret where it is when they are deleted', async () => {
    const editor = await windowOf('editor')
    const id = await aPieceInReview(editor)
    await ask(editor, 'POST', `/api/articles/${id}/comments`, { text: 'To be looked at.' })
    await editor.goto(address(`/admin/collections/articles/${id}`))
    const panel = editor.getByRole('region', { name: 'Workflow' })
    await panel.getByText('To be looked at.').waitFor()
    const held = await hold(editor, (request) => request.method() === 'DELETE')
    await panel.getByRole('button', { name: 'Delete' }).click()
    await held.arrived
    await editor.locator('#field-standfirst').click()
    await editor.keyboard.type('A')
    await held.release()
    await panel.getByText('To be looked at.').waitFor({ state: 'detached' })
    await editor.keyboard.type('B')
    expect(await editor.inputValue('#field-standfirst')).toBe('AB')
    await editor.getByText(/^Saved \d\d:\d\d$/).waitFor()
  })

  it('are found by a link once, and then by what is chosen', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    const { digest } = await ask(reviewer, 'GET', `/api/articles/${id}/transitions`)
    const on = async (exact: string, text: string) => {
      const anchor = { digest, path: 'body.root.children.0', exact }
      return (await ask(reviewer, 'POST', `/api/articles/${id}/comments`, { text, anchor })).doc.id
    }
    const first = await on('harbour', 'Which one?')
    await on('noon', 'Whose noon?')
    await reviewer.goto(address(`/admin/review/articles/${id}#comment-${first}`))
    const here = comments(reviewer).locator('.imp-comment--here')
    await here.getByText('Which one?').waitFor()
    const other = comments(reviewer).getByRole('listitem').filter({ hasText: 'Whose noon?' })
    await other.getByRole('button', { name: 'Show in the text' }).click()
    await here.getByText('Whose noon?').waitFor()
    await other.getByRole('button', { name: 'Answer' }).click()
    await reviewer.getByLabel('Answer', { exact: true }).fill('Ours.')
    await sent(reviewer)
    await other.getByText('Ours.').waitFor()
    expect(await here.innerText()).toContain('Whose noon?')
  })

  // Guard: words that are begun are dropped by no key, and by no other form.
  // Guard: `useBegunWords`; nobody is asked before the browser goes back.
  it('that are begun stand there again after the browser went back, until they are sent or dropped', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    const begin = async (): Promise<string> => {
      await reviewer.goto(address('/admin/review-queue'))
      await reviewer.locator(`a[href*="/${id}"]`).first().click()
      await reviewer.waitForURL(`**/admin/review/articles/${id}*`)
      await comments(reviewer).getByRole('button', { name: 'Comment', exact: true }).click()
      return reviewer.getByLabel('Comment', { exact: true }).inputValue()
    }
    expect(await begin()).toBe('')
    await reviewer.getByLabel('Comment', { exact: true }).fill('Who says so?')
    const tell = reviewer.getByLabel('Tell a colleague')
    await tell.focus()
    await tell.locator('option').nth(1).waitFor({ state: 'attached' })
    await tell.selectOption({ index: 1 })
    const told = await comments(reviewer).locator('form [role=status]').innerText()
    await reviewer.goBack()
    await reviewer.waitForURL('**/admin/review-queue')
    expect(await begin()).toBe('Who says so?')
    await eventually(() => comments(reviewer).locator('form [role=status]').innerText()).toBe(told)
    await sent(reviewer)
    await comments(reviewer).getByText('Who says so?').waitFor()
    expect(await begin()).toBe('')
    await reviewer.getByLabel('Comment', { exact: true }).fill('Never mind.')
    await comments(reviewer).getByRole('button', { name: 'Cancel' }).click()
    expect(await begin()).toBe('')
    await comments(reviewer).getByRole('button', { name: 'Cancel' }).click()

    await select(reviewer, 'nobody had expected them')
    await button(reviewer, 'Suggest wording').first().click()
    await reviewer.getByLabel('Words that should stand there').fill('nobody had asked for them')
    await reviewer.goBack()
    await reviewer.waitForURL('**/admin/review-queue')
    await review(reviewer, id)
    // Those for other words are no part of it.
    await reviewer.keyboard.press('w')
    expect(await reviewer.getByLabel('Words that should stand there').inputValue()).toBe('Harbour at dawn')
    await comments(reviewer).getByRole('button', { name: 'Cancel' }).click()
    await select(reviewer, 'nobody had expected them')
    await button(reviewer, 'Suggest wording').first().click()
    expect(await reviewer.getByLabel('Words that should stand there').inputValue()).toBe('nobody had asked for them')
    await comments(reviewer).getByRole('button', { name: 'Cancel' }).click()
  })

  it('that are begun stay when Escape is pressed, when another is to be changed, and while they are sent', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await ask(reviewer, 'POST', `/api/articles/${id}/comments`, { text: 'Good.' })
    await review(reviewer, id)
    await comments(reviewer).getByText('Good.').waitFor()
    await comments(reviewer).getByRole('button', { name: 'Answer' }).click()
    const answer = reviewer.getByLabel('Answer', { exact: true })
    await answer.fill('Better')
    await comments(reviewer).getByRole('button', { name: 'Change' }).click()
    await comments(reviewer).getByText('Send what you have begun, or cancel it first.').waitFor()
    expect(await answer.inputValue()).toBe('Better')

    await answer.press('Escape')
    await dialog(reviewer).getByRole('heading', { name: 'Drop what you have written?' }).waitFor()
    await reviewer.keyboard.press('Escape')
    await dialog(reviewer).waitFor({ state: 'detached' })
    expect(await answer.inputValue()).toBe('Better')

    const held = await hold(reviewer, (request) => request.method() === 'POST' && request.url().endsWith('/comments'))
    await answer.press('Control+Enter')
    await held.arrived
    await reviewer.keyboard.type(' and better')
    await reviewer.keyboard.press('Escape')
    expect(await comments(reviewer).getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true)
    expect(await answer.inputValue()).toBe('Better')
    await held.release()
    await comments(reviewer).getByText('Better').waitFor()
    await answer.waitFor({ state: 'detached' })

    await reviewer.keyboard.press('c')
    const comment = reviewer.getByLabel('Comment', { exact: true })
    await comment.fill('Not meant')
    await comment.press('Escape')
    await button(reviewer, 'Drop it').click()
    await comment.waitFor({ state: 'detached' })
  })

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('have no fault that axe finds, %s at %i pixels', async (theme, width) => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await ask(reviewer, 'POST', `/api/articles/${id}/comments`, { text: 'Good.' })
    await reviewer.context().addCookies([{ name: 'payload-theme', value: theme, url: address('/') }])
    await reviewer.setViewportSize({ width, height: 900 })
    await review(reviewer, id)
    await comments(reviewer).getByText('Good.').waitFor()
    await reviewer.keyboard.press('c')
    await reviewer.getByLabel('About').waitFor()
    expect(await faults(reviewer, 'main')).toEqual([])
    await drawnWithin(reviewer, width)
    await reviewer.keyboard.press('Escape')
    await reviewer.getByRole('button', { name: /^Notifications/ }).click()
    expect(await faults(reviewer, '.imp-bell')).toEqual([])
    await reviewer.keyboard.press('Escape')
    await reviewer.setViewportSize({ width: 1280, height: 900 })
  })
})
