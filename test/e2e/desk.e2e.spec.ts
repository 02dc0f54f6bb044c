import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inLook, takenOver } from '../helpers/browser.ts'
import { counting } from '../helpers/counting.ts'
import { hold } from '../helpers/heldRoute.ts'
import { usePanel } from '../helpers/panel.ts'

// The whole demo, as on a first start: every card has something on it.
const { address, ask, button, dialog, windowOf } = usePanel({ DEMO_PAGE: '' })

/** A picture for whoever wants to look at it, where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

/** Of our own parts: Payload's dashboard below them is looked at elsewhere. */
async function faults(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  const { violations } = await parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page })).analyze()
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const

async function inEachLook(page: Page, name: string, parts: readonly string[]): Promise<void> {
  for (const [theme, width] of LOOKS) {
    await inLook(page, theme, width)
    await picture(page, `${name}-${String(width)}-${theme}`)
    expect(await faults(page, ...parts), `${name}, ${theme}, ${String(width)}`).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function dashboard(who: string): Promise<Page> {
  const page = await windowOf(who)
  await page.goto(address('/admin'))
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  return page
}

const card = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d`) })

describe('the dashboard', () => {
  it('shows a writer the reason of what was sent back, without a click, and the rest of their work', async () => {
    const page = await dashboard('contributor')
    const back = card(page, 'Sent back to you')
    await back.getByRole('link', { name: 'Who paints the numbers on the boats' }).waitFor()
    expect(await back.getByRole('blockquote').or(back.locator('blockquote')).innerText()).toContain(
      'Two things before it can go',
    )
    expect(await back.innerText()).toContain('Rosa Reviewer')
    await card(page, 'Handed in').getByRole('link', { name: 'In praise of the slow lift' }).waitFor()
    expect(await page.locator('.imp-happened').innerText()).toContain('Rosa Reviewer asked for changes.')
    await inEachLook(page, 'dashboard-contributor', ['.imp-desk', '.imp-happened', '.imp-card'])
    await picture(await dashboard('editor'), 'dashboard-editor')
    await picture(await dashboard('admin'), 'dashboard-admin')
  })

  it('takes a reviewer to the sign-off in three clicks and one page, and a publisher to the publication in as many', async () => {
    const reviewer = await dashboard('reviewer')
    const waiting = card(reviewer, 'Waiting for your sign-off')
    expect(await waiting.innerText()).toContain('Changed since it was published: Standfirst.')
    expect(await waiting.innerText()).toMatch(/Emil Editor · \d+ words · with Rosa Reviewer/)
    await inEachLook(reviewer, 'dashboard-reviewer', ['.imp-desk', '.imp-happened', '.imp-card'])
    const signing = counting(reviewer)
    await signing.click(waiting.getByRole('link', { name: 'In praise of the slow lift' }))
    await reviewer.getByRole('region', { name: 'Text', exact: true }).waitFor()
    await signing.click(button(reviewer, 'Sign off'))
    await signing.click(dialog(reviewer).getByRole('button', { name: 'Sign off' }))
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
    expect([signing.clicks(), signing.loads()]).toEqual([3, 1])

    const publisher = await dashboard('publisher')
    await card(publisher, 'Going out in the next seven days').getByText('07:00').waitFor()
    await inEachLook(publisher, 'dashboard-publisher', ['.imp-desk', '.imp-happened', '.imp-card'])
    const publishing = counting(publisher)
    const ready = card(publisher, 'Ready to publish')
    await publishing.click(ready.getByRole('link', { name: 'In praise of the slow lift' }))
    await publisher.getByRole('region', { name: 'Text', exact: true }).waitFor()
    await publishing.click(button(publisher, 'Publish'))
    await publishing.click(dialog(publisher).getByRole('button', { name: 'Publish' }))
    await publisher.getByText('The piece is now at “Published”.').waitFor()
    expect([publishing.clicks(), publishing.loads()]).toEqual([3, 1])
  }, 300_000)
})

describe('the queue', () => {
  it('says what is new, how long, where and whose it is, is searched, and lets a piece be taken and moved in its row', async () => {
    const page = await windowOf('reviewer2')
    await page.goto(address('/admin/review-queue'))
    const row = page.getByRole('row').filter({ hasText: 'The market that moves uphill' })
    expect(await row.innerText()).toContain('Articles · changed · Report · City · 62 words · high')
    await inEachLook(page, 'queue', ['.imp-view'])
    await page.getByLabel('Section').selectOption({ label: 'Opinion' })
    await page.getByLabel('Stage').selectOption('approved')
    await page.getByLabel('Headline').fill('form')
    await button(page, 'Show').click()
    await page.waitForURL(/search=form/)
    await takenOver(page)
    const found = page.getByRole('row').filter({ hasText: 'Let the form ask one question less' })
    await found.waitFor()
    expect(await page.locator('.imp-queue tbody tr').count()).toBe(1)
    await found.getByRole('button', { name: /^Take/ }).click()
    await found.getByRole('button', { name: /^Give back/ }).waitFor()
    await found.getByRole('button', { name: /^Move/ }).click()
    await dialog(page).getByRole('button', { name: 'Request changes' }).click()
    await dialog(page).getByLabel('Reason').fill('Is the stopwatch in the picture?')
    await dialog(page).getByRole('button', { name: 'Request changes' }).click()
    await page.getByText('Nothing fits this.').waitFor()
  })

  it('leads to the review for a sign-off, from the list and from the board', async () => {
    const page = await windowOf('reviewer2')
    const isReviewed = async () => {
      await page.waitForURL(/\/admin\/review\/articles\//)
      await page.locator('.imp-review__page').waitFor()
      expect(await dialog(page).count()).toBe(0)
    }
    await page.goto(address('/admin/review-queue'))
    const row = page.getByRole('row').filter({ hasText: 'The market that moves uphill' })
    await row.getByRole('button', { name: /^Move/ }).click()
    await dialog(page).getByRole('button', { name: 'Sign off' }).click()
    await isReviewed()
    await page.goto(address('/admin/review-queue?view=board'))
    const piece = page.getByRole('listitem').filter({ hasText: 'The market that moves uphill' })
    await piece.dragTo(page.getByRole('region', { name: /^Approved \d/ }))
    await isReviewed()
  })

  it('moves several, and says of each what happened', async () => {
    const page = await windowOf('editor')
    await page.goto(address('/admin/review-queue?stage=draft'))
    await page.getByLabel('Choose “What the street lamps know about moths”').check()
    await page.goto(address('/admin/review-queue'))
    for (const box of await page.getByRole('checkbox', { name: /^Choose/ }).all()) await box.check()
    const bar = page.getByRole('group', { name: 'With the chosen pieces' })
    const held = await hold(page, (request) => request.url().endsWith('/transitions'))
    await bar.getByRole('button', { name: 'Publish' }).click()
    await held.arrived
    await bar
      .getByRole('status')
      .getByText(/^Under way: 0 of \d+ done$/)
      .waitFor()
    // Guard: `disabled` in BulkMoves.
    for (const each of await bar.getByRole('button').all()) expect(await each.isDisabled()).toBe(true)
    await held.release()
    await dialog(page).getByText('0 of').waitFor()
    expect(await dialog(page).locator('dt').count()).toBe(await page.locator('.imp-queue tbody tr').count())
    expect(await dialog(page).locator('dd').first().innerText()).toContain('right')
    await button(page, 'Close').click()
    await bar.waitFor({ state: 'detached' })
    // Guard: focusBack() in QueueTable.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TABLE')
  })

  it('is a board on which a piece goes where a move leads, by dragging and by keyboard, and says why not elsewhere', async () => {
    const page = await windowOf('editor')
    await page.goto(address('/admin/review-queue?view=board'))
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d`) })
    const moths = page.getByRole('listitem').filter({ hasText: 'moths' })
    await column('Draft').getByRole('listitem').filter({ hasText: 'moths' }).waitFor()
    await inEachLook(page, 'board', ['.imp-view'])
    // Of two that are dropped, the second is not lost without a word, and does not take the place of the first.
    const held = await hold(page, (request) => request.url().endsWith('/transitions'))
    await moths.dragTo(column('Scheduled'))
    await held.arrived
    await page.getByRole('listitem').filter({ hasText: 'The market that moves uphill' }).dragTo(column('Approved'))
    await page.getByText('One at a time: another move is still on its way.').waitFor()
    await held.release()
    await dialog(page).getByText('Not to “Scheduled”').waitFor()
    await button(page, 'Close').click()
    await moths.dragTo(column('In review'))
    await column('In review').getByRole('listitem').filter({ hasText: 'moths' }).waitFor()
    await moths.getByRole('button', { name: /^Move/ }).focus()
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('button', { name: 'Recall to draft' }).focus()
    await page.keyboard.press('Enter')
    await column('Draft').getByRole('listitem').filter({ hasText: 'moths' }).waitFor()
    const { docs } = (await ask(page, 'GET', '/api/review-queue?stage=draft&search=moths')) as unknown as {
      docs: readonly { stage: string }[]
    }
    expect(docs.map(({ stage }) => stage)).toEqual(['draft'])
  })

  // Guard: headerActions().
  it('has its buttons in the header in one order, on pages of our own as on Payload’s', async () => {
    const page = await windowOf('editor')
    const orders = []
    for (const path of ['/admin', '/admin/collections/articles', '/admin/review-queue', '/admin/releases']) {
      await page.goto(address(path))
      const at = async (name: string) => (await page.locator(name).first().boundingBox())?.x ?? 0
      orders.push((await at('.imp-bell')) < (await at('.imp-search-button')))
    }
    expect(new Set(orders).size, orders.join()).toBe(1)
  })
})
