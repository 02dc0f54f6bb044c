import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { hold, isRefresh } from '../helpers/heldRoute.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'

const { address, ask, button, dialog, windowOf } = usePanel()

type Words =
  | { readonly text: string; readonly format?: number }
  | { readonly link: string; readonly newTab: boolean; readonly text: string }

const element = { version: 1, direction: null, format: '', indent: 0 }

/** Lexical's JSON of paragraphs, as its editor saves it. */
function body(...paragraphs: readonly (readonly Words[])[]) {
  const text = (words: string, format = 0) => ({
    type: 'text',
    version: 1,
    text: words,
    format,
    detail: 0,
    mode: 'normal',
    style: '',
  })
  return {
    root: {
      ...element,
      type: 'root',
      children: paragraphs.map((all) => ({
        ...element,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: all.map((each) =>
          'link' in each
            ? {
                ...element,
                type: 'link',
                version: 3,
                id: '64f000000000000000000001',
                fields: { linkType: 'custom', url: each.link, newTab: each.newTab },
                children: [text(each.text)],
              }
            : text(each.text, each.format),
        ),
      })),
    },
  }
}

const filler =
  'The port authority said that both cranes are back in service and that the first container ships are expected before the end of the week. '
const report = (newTab: boolean): Words => ({ link: 'https://example.org/report', newTab, text: 'the report' })
const BEFORE = body(
  [{ text: 'Ministers met in Paris on Tuesday.' }],
  [{ text: filler.repeat(3) }],
  [{ text: 'They had read ' }, report(false), { text: ' before.' }],
  ...Array.from({ length: 12 }, () => [{ text: filler.repeat(4) }]),
)
const AFTER = body(
  [{ text: 'Ministers met in Geneva on Tuesday.' }],
  [{ text: filler.repeat(3) }],
  [{ text: 'They had ' }, { text: 'read', format: 1 }, { text: ' ' }, report(true), { text: ' before.' }],
  [{ text: 'A spokesperson confirmed the talks.' }],
  ...Array.from({ length: 12 }, () => [{ text: filler.repeat(4) }]),
)

let editor: Page
let reviewer: Page
let publisher: Page
let made = 0

/** Their windows, opened by the first test that needs them. */
async function openAll(): Promise<void> {
  editor = await windowOf('editor')
  reviewer = await windowOf('reviewer')
  publisher = await windowOf('publisher')
}

async function move(page: Page, id: string, transition: string, more: object = {}): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/articles/${id}/transitions`)
  await ask(page, 'POST', `/api/articles/${id}/transitions`, { transition, digest, ...more })
}

/** A public piece of which one revision waits for a review. */
async function aChangedPiece(): Promise<{ id: string; headline: string }> {
  await openAll()
  const { docs } = (await ask(editor, 'GET', '/api/articles?depth=0&limit=1')) as unknown as { docs: Doc[] }
  const credits = (docs[0]?.['credits'] as { author: string; role: string }[]).map(({ author, role }) => ({
    author,
    role,
  }))
  const headline = `Harbour talks resume, day ${String(++made)}`
  const data = { headline, standfirst: 'What was agreed, and what was not.', body: BEFORE, credits }
  const { doc } = await ask(editor, 'POST', '/api/articles', data)
  await move(editor, doc.id, 'submit')
  await move(reviewer, doc.id, 'sign_off')
  await move(publisher, doc.id, 'publish')
  await ask(editor, 'PATCH', `/api/articles/${doc.id}`, {
    body: AFTER,
    standfirst: 'What was agreed on Tuesday, and what was not.',
  })
  await move(editor, doc.id, 'submit')
  return { id: doc.id, headline }
}

const dossier = (id: string) => ask(reviewer, 'GET', `/api/articles/${id}/dossier`)
const stageOf = async (id: string): Promise<unknown> => (await dossier(id))['stage']
const text = (page: Page) => page.getByRole('region', { name: 'Text', exact: true })
const review = async (page: Page, id: string): Promise<void> => {
  await page.goto(address(`/admin/review/articles/${id}`))
  await page.locator('.imp-review__page').waitFor()
  // Keys and buttons work once React has taken over.
  await page.locator('.imp-review__columns[data-ready=true]').waitFor()
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.textContent ?? ''}`)

/** Whether it is in the window without scrolling. */
async function isOnScreen(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { bottom, top } = element.getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight && element.getClientRects().length > 0
    })
}

/** A picture for whoever wants to look at it, where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

describe('the review of a changed piece', () => {
  it('is three clicks and one page from the dashboard, with the difference on the first screen', async () => {
    const { headline, id } = await aChangedPiece()
    await reviewer.goto(address('/admin'))
    await picture(reviewer, 'dashboard')
    const dashboard = reviewer.url()
    const pages = new Set<string>()
    reviewer.on('framenavigated', (frame) => {
      // Next writes the address of the dashboard into the history again when its page is ready.
      if (frame === reviewer.mainFrame() && frame.url() !== dashboard) pages.add(frame.url())
    })
    let clicks = 0
    const click = async (target: ReturnType<Page['locator']>): Promise<void> => {
      clicks += 1
      await target.click()
    }
    await click(reviewer.getByRole('navigation', { name: 'Work that waits' }).getByRole('link', { name: headline }))
    await text(reviewer).waitFor()
    await text(reviewer).getByText('changes against what readers have').waitFor()
    await picture(reviewer, 'review-1280-light')

    // Nothing to scroll: the change and what can be done about it.
    expect(await reviewer.evaluate(() => window.scrollY)).toBe(0)
    for (const part of [
      '.imp-review__changes del',
      '.imp-review__changes ins',
      '.imp-diff del',
      '.imp-review__hidden',
    ]) {
      expect(await isOnScreen(reviewer, part), part).toBe(true)
    }
    expect(await isOnScreen(reviewer, '.imp-review__actions .btn')).toBe(true)
    expect(await reviewer.locator('.imp-diff del').first().innerText()).toContain('Paris')
    expect(await reviewer.locator('.imp-review__hidden').innerText()).toContain('newTab')

    await click(button(reviewer, 'Sign off'))
    await click(dialog(reviewer).getByRole('button', { name: 'Sign off' }))
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
    expect(clicks).toBeLessThanOrEqual(3)
    expect(pages.size).toBeLessThanOrEqual(1)
    const { digest, signOffs, stage } = await dossier(id)
    expect(stage).toBe('approved')
    expect((signOffs as Doc[])[0]?.['digest']).toBe(digest)
    await picture(reviewer, 'signed')
  })

  it('shows the words, the look, the new paragraph and the text alone', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    const page = reviewer.locator('.imp-review__page')
    expect(await page.locator('ins', { hasText: 'Geneva' }).count()).toBe(1)
    expect(await page.locator('.imp-diff__look', { hasText: 'read' }).innerText()).toContain('now bold')
    expect(await page.locator('ins.imp-diff__mark--block').innerText()).toContain('A spokesperson confirmed the talks.')
    await button(reviewer, 'Text').click()
    expect(await page.locator('del').first().isVisible()).toBe(false)
    expect(await page.innerText()).toContain('Ministers met in Geneva on Tuesday.')
    await button(reviewer, 'Changes').click()
    expect(await page.locator('del').first().isVisible()).toBe(true)

    // Guards: `flushSync` in ReviewText, and where its steps begin anew. What was taken out cannot be gone to while it is not drawn.
    const marks = await page
      .locator('[data-change]')
      .evaluateAll((all) =>
        all.map(({ outerHTML, tagName }) => [tagName, outerHTML.replace(/ class="[^"]*"| tabindex="-?\d"/g, '')]),
      )
    const here = () =>
      reviewer.evaluate(() => document.activeElement?.outerHTML.replace(/ class="[^"]*"| tabindex="-?\d"/g, ''))
    const removed = marks.findIndex(([tag]) => tag === 'DEL')
    for (let at = 0; at < removed; at += 1) await reviewer.keyboard.press('j')
    await reviewer.keyboard.press('t')
    expect(await page.locator('del').first().isVisible()).toBe(false)
    for (const [, mark] of marks.slice(removed, removed + 2)) {
      await reviewer.keyboard.press('j')
      await eventually(here).toBe(mark)
    }
  })

  it('is of the text on the screen: one that moves on meanwhile is not signed, and what changed is shown', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    const shown = await reviewer.locator('.imp-review__page').getAttribute('data-digest')
    await ask(editor, 'PATCH', `/api/articles/${id}`, { standfirst: 'Nothing was agreed.' })
    await button(reviewer, 'Sign off').click()
    await dialog(reviewer).getByRole('button', { name: 'Sign off' }).click()
    await dialog(reviewer).getByRole('heading', { name: 'The text has moved on' }).waitFor()
    expect(await dialog(reviewer).innerText()).toContain('Nothing was done')
    expect(await dialog(reviewer).locator('ins').first().innerText()).toContain('Nothing')
    expect((await dossier(id))['signOffs']).toEqual([])
    await picture(reviewer, 'moved-on')
    expect(await faults(reviewer)).toEqual([])

    await button(reviewer, 'Review the newest text').click()
    await reviewer.locator(`.imp-review__page:not([data-digest="${String(shown)}"])`).waitFor()
    await button(reviewer, 'Sign off').click()
    await dialog(reviewer).getByRole('button', { name: 'Sign off' }).click()
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
    // It has the focus, and is read out by that; a live region would say it again.
    const done = reviewer.locator('.imp-review__actions .imp-note')
    await eventually(() => done.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await done.getAttribute('role')).toBeNull()
  })

  // Guard: what is signed is the text that the question was asked about, and not what the screen has come to behind it.
  it('is of the text that it was asked about, when the screen comes to a newer one behind the question', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    const shown = await reviewer.locator('.imp-review__page').getAttribute('data-digest')
    const isNewer = reviewer.locator(`.imp-review__page:not([data-digest="${String(shown)}"])`)
    const signOff = () => dialog(reviewer).getByRole('button', { name: 'Sign off' }).click()
    await ask(editor, 'PATCH', `/api/articles/${id}`, { standfirst: 'Nothing was agreed.' })
    await button(reviewer, 'Sign off').click()
    await signOff()
    await dialog(reviewer).getByRole('heading', { name: 'The text has moved on' }).waitFor()
    const held = await hold(reviewer, isRefresh)
    await button(reviewer, 'Review the newest text').click()
    await held.arrived
    await button(reviewer, 'Keep reading this one').click()
    await button(reviewer, 'Sign off').click()
    await dialog(reviewer).getByRole('heading', { name: 'Sign off' }).waitFor()
    await held.release()
    await isNewer.waitFor()
    await signOff()
    await dialog(reviewer).getByRole('heading', { name: 'The text has moved on' }).waitFor()
    expect(await dialog(reviewer).locator('ins').first().innerText()).toContain('Nothing')
    expect((await dossier(id))['signOffs']).toEqual([])
    await button(reviewer, 'Review the newest text').click()
    await dialog(reviewer).waitFor({ state: 'detached' })
    await button(reviewer, 'Sign off').click()
    await signOff()
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
  })

  // Guard: `useBegunWords` in MoveDialog.
  it('keeps the reason that is typed when the page is left before it is sent', async () => {
    const { id } = await aChangedPiece()
    const reason = dialog(reviewer).getByLabel('Reason')
    await review(reviewer, id)
    await button(reviewer, 'Send back').click()
    await reason.fill('Who counted them?')
    await reviewer.keyboard.press('Escape')
    await dialog(reviewer).waitFor({ state: 'detached' })
    await reviewer.goto(address('/admin/review-queue'))
    await review(reviewer, id)
    await button(reviewer, 'Send back').click()
    expect(await reason.inputValue()).toBe('Who counted them?')
    await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
    await reviewer.getByText('The piece is now at “Changes requested”.').waitFor()
    expect(await reviewer.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes(':move:')))).toEqual(
      [],
    )
  })

  it('keeps the reason that is typed for one that moves on meanwhile', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    const shown = await reviewer.locator('.imp-review__page').getAttribute('data-digest')
    await ask(editor, 'PATCH', `/api/articles/${id}`, { standfirst: 'Nothing was agreed.' })
    await button(reviewer, 'Send back').click()
    await dialog(reviewer).getByLabel('Reason').fill('Who says that cranes are back?')
    await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
    await dialog(reviewer).getByRole('heading', { name: 'The text has moved on' }).waitFor()
    await button(reviewer, 'Review the newest text').click()
    await reviewer.locator(`.imp-review__page:not([data-digest="${String(shown)}"])`).waitFor()
    await dialog(reviewer).waitFor({ state: 'detached' })
    await button(reviewer, 'Send back').click()
    expect(await dialog(reviewer).getByLabel('Reason').inputValue()).toBe('Who says that cranes are back?')
    await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
    await reviewer.getByText('The piece is now at “Changes requested”.').waitFor()
  })

  it('is not left unasked while a comment is begun, which letters that are being composed do not end', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    await reviewer.keyboard.press('c')
    const comment = reviewer.getByLabel('Comment', { exact: true })
    await comment.fill('に')
    await comment.evaluate((field) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))
    })
    expect(await comment.inputValue()).toBe('に')
    const leave = [
      () => reviewer.getByRole('link', { name: 'Open the form' }).click(),
      async () => {
        await comment.blur()
        await reviewer.keyboard.press('e')
      },
    ]
    for (const way of leave) {
      await way()
      await dialog(reviewer).getByText('Leave without saving').waitFor()
      await button(reviewer, 'Stay on this page').click()
      expect(await comment.inputValue()).toBe('に')
    }
    await comment.blur()
    await reviewer.keyboard.press('e')
    await button(reviewer, 'Leave anyway').click()
    await reviewer.waitForURL(/\/collections\/articles\//)
  })

  it('works by keyboard alone, and keys are letters where somebody types', async () => {
    const { id } = await aChangedPiece()
    await review(reviewer, id)
    const { keyboard } = reviewer
    await keyboard.press('?')
    await dialog(reviewer).getByText('Send back with a reason').waitFor()
    await keyboard.press('Escape')
    await dialog(reviewer).waitFor({ state: 'detached' })
    await keyboard.press('j')
    expect(await reviewer.evaluate(() => document.activeElement?.getAttribute('data-change'))).not.toBeNull()
    await keyboard.press('t')
    expect(await button(reviewer, 'Text').getAttribute('aria-pressed')).toBe('true')
    await keyboard.press('b')
    await dialog(reviewer).getByLabel('Reason').waitFor()
    await keyboard.press('Tab')
    await reviewer.getByLabel('Reason').focus()
    await keyboard.type('Who is the spokesperson? Say so; nobody knows, but everybody asks.')
    expect(await reviewer.getByLabel('Reason').inputValue()).toContain('Say so; nobody knows, but')
    expect(reviewer.url()).toContain(id)
    while ((await focused(reviewer)) !== 'BUTTON Request changes') await keyboard.press('Tab')
    await keyboard.press('Enter')
    await reviewer.getByText('The piece is now at “Changes requested”.').waitFor()
    expect(await stageOf(id)).toBe('changes_requested')
    const { docs } = (await ask(editor, 'GET', `/api/articles/${id}/events`)) as unknown as { docs: Doc[] }
    expect(docs.at(-1)?.['reason']).toContain('Who is the spokesperson?')
  })

  it('is signed off by keyboard, and goes on to the next piece', async () => {
    const [first, second] = [await aChangedPiece(), await aChangedPiece()]
    await review(reviewer, first.id)
    await reviewer.keyboard.press('s')
    await dialog(reviewer).getByRole('heading', { name: 'Sign off' }).waitFor()
    while ((await focused(reviewer)) !== 'BUTTON Sign off') await reviewer.keyboard.press('Tab')
    await reviewer.keyboard.press('Enter')
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
    await reviewer.keyboard.press('n')
    await reviewer.waitForURL((url) => url.pathname.includes('/admin/review/') && !url.pathname.endsWith(first.id))
    expect(await stageOf(first.id)).toBe('approved')
    expect(await stageOf(second.id)).toBe('in_review')
  })

  it('is not for whoever wrote it, and says why', async () => {
    const { id } = await aChangedPiece()
    await review(editor, id)
    const signOff = editor.getByRole('button', { name: 'Sign off' })
    expect(await signOff.getAttribute('aria-disabled')).toBe('true')
    await signOff.click({ force: true })
    expect(await dialog(editor).count()).toBe(0)
    await editor.keyboard.press('s')
    expect(await dialog(editor).count()).toBe(0)
    expect(await editor.locator('.imp-review__why').innerText()).not.toBe('')
  })

  it('is not there for those who may not know of the piece', async () => {
    const { id } = await aChangedPiece()
    const contributor = await windowOf('contributor')
    const texts: string[] = []
    for (const piece of [id, 'no-such-piece']) {
      await contributor.goto(address(`/admin/review/articles/${piece}`))
      await contributor.getByRole('heading', { name: /nothing found/i }).waitFor()
      texts.push(await contributor.locator('body').innerText())
    }
    expect(texts[0]).not.toContain('Geneva')
  })
})

describe('the review screen', () => {
  it.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)('has no fault that axe finds, %s at %i pixels', async (theme, width) => {
    const { id } = await aChangedPiece()
    const { docs } = (await ask(reviewer, 'GET', '/api/review-queue?collection=news-teasers')) as unknown as {
      docs: Doc[]
    }
    await reviewer.context().addCookies([{ name: 'payload-theme', value: theme, url: address('/') }])
    await reviewer.setViewportSize({ width, height: 900 })
    await review(reviewer, id)
    await picture(reviewer, `review-${String(width)}-${theme}`)
    expect(await faults(reviewer)).toEqual([])
    await drawnWithin(reviewer, width)
    expect(await isOnScreen(reviewer, '.imp-review__actions .btn')).toBe(true)
    await reviewer.keyboard.press('?')
    await dialog(reviewer).waitFor()
    expect(await faults(reviewer)).toEqual([])
    await reviewer.keyboard.press('Escape')
    await reviewer.keyboard.press('s')
    await dialog(reviewer).getByRole('heading', { name: 'Sign off' }).waitFor()
    await picture(reviewer, `sign-off-${String(width)}-${theme}`)
    expect(await faults(reviewer)).toEqual([])
    // A new piece has its plain text.
    await reviewer.goto(address(`/admin/review/news-teasers/${String(docs[0]?.id)}`))
    await reviewer.getByText('There is no public text to compare with').waitFor()
    await picture(reviewer, `new-${String(width)}-${theme}`)
    expect(await faults(reviewer)).toEqual([])
    await reviewer.goto(address('/admin'))
    await reviewer.getByRole('navigation', { name: 'Work that waits' }).waitFor()
    await picture(reviewer, `dashboard-${String(width)}-${theme}`)
  })
})
