import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hold, isSave } from '../helpers/heldRoute.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, button, dialog, typeAt, windowOf } = usePanel()

const QUOTE = 'The minister said that the winter would not allow it.'

async function aPieceInReview(editor: Page): Promise<string> {
  const { docs } = (await ask(editor, 'GET', '/api/articles?depth=0&limit=1')) as unknown as { docs: Doc[] }
  const credits = (docs[0]?.['credits'] as { author: string; role: string }[]).map(({ author, role }) => ({
    author,
    role,
  }))
  const { doc } = await ask(editor, 'POST', '/api/articles', {
    headline: 'A winter too many',
    body: aText(QUOTE),
    credits,
  })
  const { digest } = await ask(editor, 'GET', `/api/articles/${doc.id}/transitions`)
  await ask(editor, 'POST', `/api/articles/${doc.id}/transitions`, { transition: 'submit', digest })
  return doc.id
}

const faults = async (page: Page, part: string) => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('a review link', () => {
  it('is made on the review screen, opened without a session, commented on, and ended', async () => {
    const [editor, reviewer] = [await windowOf('editor'), await windowOf('reviewer')]
    const id = await aPieceInReview(editor)
    await reviewer.goto(address(`/admin/review/articles/${id}`))
    await reviewer.locator('.imp-review__columns[data-ready=true]').waitFor()
    await button(reviewer, 'Show it to somebody without an account').click()
    await dialog(reviewer).getByText('There are no links to this piece.').waitFor()
    expect(await faults(reviewer, 'dialog')).toEqual([])
    await dialog(reviewer).getByLabel('Whom it is for').fill('Ada Voss')
    await button(reviewer, 'Make a link').click()
    const url = await dialog(reviewer).getByLabel('The address is shown only now.').inputValue()
    await dialog(reviewer).getByText('not opened yet').waitFor()

    // Somebody without an account, on a telephone.
    const browser = reviewer.context().browser()
    if (!browser) throw new Error('There is no browser.')
    const outside = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const guest = await outside.newPage()
    const answer = await guest.goto(url)
    const headers = answer?.headers() ?? {}
    expect(answer?.status()).toBe(200)
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("form-action 'self'")
    await guest.getByText(QUOTE).waitFor()
    await guest.getByText('For Ada Voss.').waitFor()
    expect(await faults(guest, 'body')).toEqual([])
    expect(await guest.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await guest.getByLabel(/Your comment goes to the newsroom/).fill('I said “may not”.')
    await guest.getByRole('button', { name: 'Send' }).click()
    await guest.getByText('Thank you. The newsroom has your comment.').waitFor()
    expect(await outside.cookies()).toEqual([])

    // What is written meanwhile does not show.
    const { digest } = await ask(editor, 'GET', `/api/articles/${id}/transitions`)
    await ask(editor, 'PATCH', `/api/articles/${id}`, { headline: 'Since changed', baseDigest: digest })
    await guest.goto(url)
    await guest.getByRole('heading', { name: 'A winter too many' }).waitFor()
    expect(await guest.getByText('Since changed').count()).toBe(0)

    // Beside the form the comment has their name, and the link can be ended.
    await editor.goto(address(`/admin/collections/articles/${id}`))
    await editor.getByText('Sent by a review link').waitFor()
    await editor.getByText('I said “may not”.').waitFor()
    // Guard: a link shows what its maker has before them.
    const held = await hold(editor, isSave)
    await typeAt(editor, '#field-headline', ' again')
    await button(editor, 'Show it to somebody without an account').click()
    await dialog(editor).getByText('A link shows the text as it was saved.').waitFor()
    await dialog(editor).getByLabel('Whom it is for').fill('Bea')
    expect(await button(editor, 'Make a link').isDisabled()).toBe(true)
    await held.release()
    await eventually(() => button(editor, 'Make a link').isEnabled()).toBe(true)
    await dialog(editor).getByText('It shows an earlier text.').waitFor()
    await dialog(editor)
      .getByText(/first opened/)
      .waitFor()
    expect(await dialog(editor).textContent()).not.toContain(url.split('/').at(-1))
    await dialog(editor).getByRole('button', { name: 'End the link for Ada Voss' }).click()
    await dialog(editor).getByText('The link for Ada Voss has ended.').waitFor()
    await eventually(async () => (await guest.goto(url))?.status()).toBe(404)
    await outside.close()
  })
})
