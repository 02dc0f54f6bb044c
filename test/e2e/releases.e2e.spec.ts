import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inLook } from '../helpers/browser.ts'
import { hold } from '../helpers/heldRoute.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, button, dialog, show, windowOf } = usePanel()

const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const

/** Looks at the screen in each theme and width, with a picture where SCREENSHOTS names a folder. */
async function inEachLook(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await mkdir(folder, { recursive: true })
  for (const [theme, width] of LOOKS) {
    await inLook(page, theme, width)
    if (folder)
      await page.screenshot({ path: path.join(folder, `${name}-${String(width)}-${theme}.png`), fullPage: true })
    const { violations } = await new AxeBuilder({ page }).include('.imp-view').analyze()
    const faults = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
    expect(faults, `${name}, ${theme}, ${String(width)}`).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function anArticle(editor: Page, headline: string): Promise<string> {
  const { docs } = (await ask(editor, 'GET', '/api/authors?depth=0&limit=1')) as unknown as { docs: Doc[] }
  const { doc } = await ask(editor, 'POST', '/api/articles', {
    headline,
    body: aText('The quay opens in May.'),
    credits: [{ author: docs[0]?.id, role: 'author' }],
  })
  return doc.id
}

async function move(page: Page, id: string, transition: string): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/articles/${id}/transitions`)
  await ask(page, 'POST', `/api/articles/${id}/transitions`, { transition, digest })
}

describe('releases in the panel', () => {
  it('are made by an editor and filled from a piece and by its headline', async () => {
    const editor = await windowOf('editor')
    await editor.goto(address('/admin'))
    expect(await editor.locator('nav a[href="/admin/releases"]').innerText()).toBe('Releases')
    await editor.goto(address('/admin/releases'))
    await editor.getByText('There is no release. Make one').waitFor()
    await inEachLook(editor, 'releases-empty')
    await editor.getByLabel('Name of the new release').fill('Spring issue')
    await editor.keyboard.press('Enter')
    await editor.getByRole('heading', { name: 'Spring issue' }).waitFor()
    await editor.getByText('There is no piece in it yet.').waitFor()
    const release = editor.url()

    const ready = await anArticle(editor, 'The quay reopens')
    await anArticle(editor, 'What the quay costs')
    await move(editor, ready, 'submit')
    await move(await windowOf('reviewer'), ready, 'sign_off')
    await show(editor, `/collections/articles/${ready}`)
    await button(editor, 'Add to a release').click()
    await dialog(editor).getByLabel('Which release').selectOption({ label: 'Spring issue' })
    await dialog(editor).getByRole('button', { name: 'Add', exact: true }).click()
    await editor.getByText('Added to “Spring issue”.').waitFor()

    await editor.goto(release)
    await editor.getByRole('link', { name: 'The quay reopens' }).waitFor()
    // An answer that comes late does not take the place of a newer one.
    const isFirst = (request: Request) => request.url().includes('reopens')
    const held = await hold(editor, isFirst)
    const late = editor.waitForResponse((answer) => isFirst(answer.request()))
    await editor.getByRole('searchbox', { name: 'Headline' }).fill('reopens')
    await button(editor, 'Find').click()
    await held.arrived
    await editor.getByRole('searchbox', { name: 'Headline' }).fill('quay costs')
    await button(editor, 'Find').click()
    await button(editor, 'Add: What the quay costs').waitFor()
    await held.release()
    await (await late).finished()
    await button(editor, 'Add: What the quay costs').click()
    await editor.getByRole('link', { name: 'What the quay costs' }).waitFor()
    // Sending it out is not theirs.
    expect(await button(editor, 'Publish all').count()).toBe(0)
  })

  it('go out as a whole, and say what is in the way of it', async () => {
    const publisher = await windowOf('publisher')
    await publisher.goto(address('/admin/releases'))
    await publisher.getByRole('link', { name: 'Spring issue' }).click()
    const draft = publisher.getByRole('row', { name: /What the quay costs/ })
    await draft.getByText('From “Draft” this cannot be done').waitFor()
    await inEachLook(publisher, 'release')
    await button(publisher, 'Publish all').click()
    await dialog(publisher).getByText('Readers get 2 pieces at once.').waitFor()
    await dialog(publisher).getByRole('button', { name: 'Publish all' }).click()
    await publisher.getByRole('alert').getByText('From “Draft” this cannot be done').waitFor()
    expect((await publisher.request.get(address('/articles/the-quay-reopens'))).status()).toBe(404)

    await button(publisher, 'Schedule').click()
    await dialog(publisher).getByRole('button', { name: 'Schedule' }).click()
    await dialog(publisher).getByRole('alert').waitFor()
    await publisher.keyboard.press('Escape')
    await button(publisher, 'Remove: What the quay costs').click()
    await draft.waitFor({ state: 'detached' })
    // Guard: focusAgain() in ReleaseScreen; what was pressed is gone.
    await eventually(() => publisher.evaluate(() => document.activeElement?.ariaLabel)).toBe('Spring issue')
    await button(publisher, 'Publish all').click()
    await dialog(publisher).getByRole('button', { name: 'Publish all' }).click()
    await publisher.getByText('Gone out', { exact: true }).waitFor()
    expect((await publisher.request.get(address('/articles/the-quay-reopens'))).status()).toBe(200)
    expect(await button(publisher, 'Publish all').count()).toBe(0)
  })

  it('are no thing of a contributor', async () => {
    const contributor = await windowOf('contributor')
    await contributor.goto(address('/admin/releases'))
    await contributor.getByText('There is no release.', { exact: true }).waitFor()
    expect(await contributor.getByLabel('Name of the new release').count()).toBe(0)
  })
})

describe('the report of the desk', () => {
  it('has a table for each question, and one to take along', async () => {
    const editor = await windowOf('editor')
    await editor.goto(address('/admin/desk-report'))
    await editor.getByRole('heading', { name: 'Time at each stage' }).waitFor()
    await editor.getByRole('row', { name: /^Draft \d/ }).waitFor()
    await inEachLook(editor, 'desk-report')
    const [table] = await Promise.all([
      editor.waitForEvent('download'),
      editor.getByRole('link', { name: 'Download as a table (CSV)' }).click(),
    ])
    expect(table.suggestedFilename()).toMatch(/^desk-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    expect(await readFile(await table.path(), 'utf8')).toContain('time_in_stage,draft,')
    await editor.getByLabel('From').fill('2030-01-02')
    await editor.getByLabel('To', { exact: true }).fill('2030-01-01')
    await button(editor, 'Show').click()
    await editor.getByText('The period has to begin before it ends.').waitFor()
  })
})
