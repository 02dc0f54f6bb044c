import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { waitingForPanel } from '../helpers/browser.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

// Jobs of jobs.e2e.spec.ts by keyboard alone. Nothing here clicks, and nothing sets the focus.
const { address, ask, button, saveAll, windowOf } = usePanel({ DEMO_PAGE: '' })

/** Stops of Tab between two places that somebody goes between, at most. */
const FEW = 25

/** What has the focus: its element, its name for a screen reader as far as it is plain, and whether it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    const labels = element && 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const by = document.getElementById(element?.getAttribute('aria-labelledby') ?? '')
    const { height = 0, width = 0, right = 0 } = element?.getBoundingClientRect() ?? {}
    return {
      tag: element?.tagName ?? '',
      name: (element?.getAttribute('aria-label') ?? (by ?? labels[0] ?? element)?.textContent ?? '').trim(),
      id: element?.id ?? '',
      isText: element?.getAttribute('contenteditable') === 'true',
      isSeen: width > 0 && height > 0 && right > 0 && Boolean(element?.checkVisibility({ opacityProperty: true })),
    }
  })
type Focused = Awaited<ReturnType<typeof focused>>

/** Presses Tab (or Shift Tab) until the right thing has the focus; each stop on the way can be seen. */
async function tabTo(page: Page, what: string, is: (at: Focused) => boolean, key = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let stop = 0; stop < FEW; stop += 1) {
    await page.keyboard.press(key)
    const at = await focused(page)
    way.push(`${at.tag} ${at.name.slice(0, 30)}`)
    if (is(at)) return
    // The boxes of Payload are drawn by their labels.
    if (at.tag !== 'INPUT' && at.tag !== 'BODY') expect(at.isSeen, `seen: ${way.join(' | ')}`).toBe(true)
  }
  throw new Error(`“${what}” was not reached: ${way.join(' | ')}`)
}

const named = (name: string) => (at: Focused) => at.name === name
const to = (page: Page, name: string, key?: string) => tabTo(page, name, named(name), key)

async function open(page: Page, path: string): Promise<void> {
  await page.goto(address(path))
  await page.locator('main, .template-default__wrap').first().waitFor()
  await page.waitForLoadState('networkidle')
}

async function toContent(page: Page): Promise<void> {
  await to(page, 'Skip to the content')
  await page.keyboard.press('Enter')
}

/** From the dashboard to what a card or a button names. */
async function follow(page: Page, name: string): Promise<void> {
  await open(page, '/admin')
  await toContent(page)
  await to(page, name)
  await page.keyboard.press('Enter')
}

async function review(page: Page, headline: string): Promise<void> {
  await follow(page, headline)
  await page.locator('.imp-review__columns[data-ready=true]').waitFor()
}

async function submit(page: Page): Promise<void> {
  await button(page, 'Save first').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+.')
  await page.locator('dialog[open] .imp-moves').waitFor()
  await to(page, 'Submit for review')
  await page.keyboard.press('Enter')
  await page.locator('.imp-title-stage').getByText('In review').waitFor()
}

async function signOff(page: Page): Promise<void> {
  await page.keyboard.press('s')
  await to(page, 'Sign off')
  await page.keyboard.press('Enter')
  await page.getByText('The piece is now at “Approved”.').waitFor()
}

const notLost = async (page: Page) => {
  await eventually(async () => (await focused(page)).tag).not.toBe('BODY')
}

async function move(page: Page, id: string, transition: string): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/articles/${id}/transitions`)
  await ask(page, 'POST', `/api/articles/${id}/transitions`, { transition, digest })
}

/** The card of the reviewer shows five pieces, those that wait longest. */
const recall = (page: Page, id: string) => move(page, id, 'recall')
const idIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** When a drawer stands where it is to stand. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.drawer--is-open').waitFor()
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
}

/** When the question of a move can be answered: what goes along with it is looked up first. */
const asked = (page: Page) => page.locator('dialog[open] button[type=submit]:not([disabled])').waitFor()

/** What somebody begins credits them. */
async function hasPageAsAuthor(who: string): Promise<void> {
  const admin = await windowOf('admin')
  const first = async (path: string) => ((await ask(admin, 'GET', path)) as unknown as { docs: Doc[] }).docs[0]?.id
  const author = await first('/api/authors?depth=0&limit=1')
  const user = await first(`/api/users?where[email][equals]=${who}@imprimatur.example`)
  await ask(admin, 'PATCH', `/api/users/${String(user)}`, { author })
}

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()

async function anArticle(headline: string): Promise<string> {
  const page = await windowOf('editor')
  const { docs } = (await ask(page, 'GET', '/api/authors?depth=0&limit=1')) as unknown as { docs: Doc[] }
  const credits = [{ author: docs[0]?.id, role: 'author' }]
  return (await ask(page, 'POST', '/api/articles', { headline, body: aText('A text.'), credits })).doc.id
}

describe('by keyboard alone', () => {
  it('(b) and (d) a piece is found, sent back, and signed off when it comes again; the writer is on their way to the reason', async () => {
    const id = await anArticle('Found by keys')
    const editor = await windowOf('editor')
    await move(editor, id, 'submit')
    const page = await windowOf('reviewer')
    await review(page, 'Found by keys')
    await page.keyboard.press('b')
    await to(page, 'Reason')
    await page.keyboard.type('Who says so?')
    await to(page, 'Request changes')
    await page.keyboard.press('Enter')
    await page.getByText('The piece is now at “Changes requested”.').waitFor()
    await notLost(page)

    await open(editor, '/admin')
    await toContent(editor)
    await to(editor, 'Found by keys')
    expect(await editor.locator('.imp-desk').innerText()).toContain('Who says so?')
    await editor.keyboard.press('Enter')
    await editor.locator('#action-move').waitFor()
    await submit(editor)
    await notLost(editor)

    await page.reload()
    await page.locator('.imp-review__columns[data-ready=true]').waitFor()
    await signOff(page)
    await notLost(page)
  })

  it('(a) an article is written, with a picture, and submitted', async () => {
    await hasPageAsAuthor('editor')
    const page = await windowOf('editor')
    await follow(page, 'Create new Article')
    await page.locator('#field-headline:focus').waitFor()
    await page.keyboard.type('The ferry by keys')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It left late.')
    await tabTo(page, 'the body', ({ isText }) => isText)
    await page.keyboard.type('The whole text of it.')
    await tabTo(page, 'the tab of the picture', named('Lead picture'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await to(page, 'Create New')
    await page.keyboard.press('Enter')
    await drawn(page)
    await button(page, 'Select a file').waitFor()
    const chosen = page.waitForEvent('filechooser')
    await to(page, 'Select a file')
    await page.keyboard.press('Enter')
    await (await chosen).setFiles({ name: 'ferry.jpg', mimeType: 'image/jpeg', buffer: await picture() })
    await tabTo(page, 'its alternative text', ({ name }) => name.startsWith('Alternative text'))
    await page.keyboard.type('A white ferry at its pier.')
    await to(page, 'Credit')
    await page.keyboard.type('Ada Voss')
    await to(page, 'Save')
    await page.keyboard.press('Enter')
    await page.locator('.drawer--is-open').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+s')
    await page.waitForURL((url) => !url.pathname.endsWith('/create'))
    await page.locator('#action-move').waitFor()
    await submit(page)
    await notLost(page)
    await recall(page, idIn(page))
  })

  it('(c) one word of a live piece is changed, its difference is read and signed off, and it goes out', async () => {
    const id = await anArticle('One word by keys')
    const editor = await windowOf('editor')
    const reviewer = await windowOf('reviewer')
    const publisher = await windowOf('publisher')
    await move(editor, id, 'submit')
    await move(reviewer, id, 'sign_off')
    await move(publisher, id, 'publish')

    await follow(editor, 'One word by keys')
    await editor.locator('#action-moves').waitFor()
    await tabTo(editor, 'the headline', ({ id: at }) => at === 'field-headline')
    await editor.keyboard.press('End')
    await editor.keyboard.type(' alone')
    await saveAll(editor)
    await submit(editor)

    await review(reviewer, 'One word by keys alone')
    expect(await reviewer.locator('.imp-diff ins').first().innerText()).toContain('alone')
    await signOff(reviewer)

    await review(publisher, 'One word by keys alone')
    await publisher.keyboard.press('p')
    await asked(publisher)
    await to(publisher, 'Publish')
    await publisher.keyboard.press('Enter')
    await publisher.getByText('The piece is now at “Published”.').waitFor()
    await notLost(publisher)
  })

  it('(e) a piece is scheduled for a day, seen by its writer, edited, and what that took back is said', async () => {
    const id = await anArticle('At seven by keys')
    const editor = await windowOf('editor')
    await move(editor, id, 'submit')
    await move(await windowOf('reviewer'), id, 'sign_off')

    const publisher = await windowOf('publisher')
    await review(publisher, 'At seven by keys')
    await tabTo(publisher, 'Schedule', ({ name }) => name.startsWith('Schedule'))
    await publisher.keyboard.press('Enter')
    await tabTo(publisher, 'the day and time', ({ name }) => name.startsWith('Day and time'))
    // The same in a browser that has the month first, and in one whose day has twelve hours.
    await publisher.keyboard.type('12122099')
    await publisher.keyboard.press('ArrowRight')
    await publisher.keyboard.type('0700AM')
    await asked(publisher)
    await tabTo(publisher, 'Schedule', ({ name }) => name === 'Schedule')
    await publisher.keyboard.press('Enter')
    await publisher.getByText('The piece is now at “Scheduled”.').waitFor()
    await notLost(publisher)

    await follow(editor, 'At seven by keys')
    await editor.locator('#action-moves').waitFor()
    await tabTo(editor, 'the headline', ({ id: at }) => at === 'field-headline')
    await editor.keyboard.press('End')
    await editor.keyboard.type(' sharp')
    await editor.keyboard.press('Control+s')
    await editor.locator('dialog[open]').getByText('07:00').waitFor()
    await tabTo(editor, 'the answer', ({ name }) => /save/iu.test(name))
    await editor.keyboard.press('Enter')
    await editor.locator('.imp-title-stage').getByText('In review').waitFor()
    await notLost(editor)
    await recall(editor, id)
  })

  it('Ctrl and a full stop, pressed while something is saved, or before, say so until the moves are there', async () => {
    const id = await anArticle('Asked for early')
    const page = await windowOf('editor')
    await open(page, `/admin/collections/articles/${id}`)
    await page.locator('#action-moves').waitFor()
    let answer = (): void => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const isAsked = page.waitForRequest((request) => request.method() === 'PATCH')
    await page.route(`**/api/articles/${id}?**`, async (route) => {
      if (route.request().method() === 'PATCH') await answered
      await route.continue()
    })
    const dialog = page.getByRole('dialog', { name: 'What can be done' })
    await page.locator('#field-headline').focus()
    await page.keyboard.type('1')
    await page.keyboard.press('Control+.')
    await dialog.getByText('Save your changes first.').or(dialog.getByText('Saving …')).first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await isAsked
    await page.keyboard.press('Control+.')
    await dialog.getByText('Saving …').waitFor()
    answer()
    await dialog.getByRole('button', { name: 'Submit for review' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect((await focused(page)).id).toBe('field-headline')
  })

  it('? lists the keys everywhere, and a letter typed in a field is a letter', async () => {
    const page = await windowOf('editor')
    await open(page, '/admin/collections/articles')
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys in the panel' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await open(page, '/admin/collections/articles/create')
    await page.locator('#field-headline:focus').waitFor()
    await page.keyboard.type('Why?')
    expect(await page.inputValue('#field-headline')).toBe('Why?')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })
})

describe('the panel', () => {
  // Guard: usePlainNetworkErrors.
  it('says in its own words that the network is gone, on Payload’s screens too', async () => {
    const page = await windowOf('editor2')
    const context = await page.context().browser()?.newContext({ locale: 'en-GB' })
    if (!context) throw new Error('There is no browser.')
    const login = waitingForPanel(await context.newPage())
    await login.goto(address('/admin/login'))
    await login.route('**/api/users/login*', (route) => route.abort('internetdisconnected'))
    await login.locator('#field-email').fill('editor2@imprimatur.example')
    await login.locator('#field-password').fill('a password for tests only')
    await login.keyboard.press('Enter')
    await login.getByText('The newsroom could not be reached.').first().waitFor()
    expect(await login.getByText('Failed to fetch').count()).toBe(0)
    await context.close()
  })
})
