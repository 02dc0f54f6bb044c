import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { counting } from '../helpers/counting.ts'
import { BODY, eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

// What people of a newsroom do all day, as often as they have to click for it and as many pages as they come to. The other jobs are
// counted in desk.e2e (find and sign off, publish, why it was sent back) and together.e2e (publish with an author and teasers).
const { address, ask, button, dialog, windowOf } = usePanel({ DEMO_PAGE: '' })

async function dashboard(who: string): Promise<Page> {
  const page = await windowOf(who)
  page.setDefaultTimeout(60_000)
  await page.goto(address('/admin'))
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  return page
}

const card = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d`) })
const review = (page: Page) => page.locator('.imp-review__columns[data-ready=true]').waitFor()
const stageOf = async (page: Page, collection: string, id: string) =>
  (await ask(page, 'GET', `/api/${collection}/${id}/dossier`))['stage']

async function move(page: Page, collection: string, id: string, transition: string): Promise<void> {
  const { digest } = await ask(page, 'GET', `/api/${collection}/${id}/transitions`)
  await ask(page, 'POST', `/api/${collection}/${id}/transitions`, { transition, digest })
}

/** The card of the reviewer shows five pieces, those that wait longest. */
const leaveQueue = (writer: Page, id: string) => move(writer, 'articles', id, 'recall')

const make = async (page: Page, collection: string, body: object) =>
  (await ask(page, 'POST', `/api/${collection}`, body)).doc.id

/** Somebody's own page as an author, which readers have. */
async function anAuthorOf(who: string): Promise<Doc> {
  const admin = await windowOf('admin')
  const find = async (address_: string) => ((await ask(admin, 'GET', address_)) as unknown as { docs: Doc[] }).docs[0]
  const author = await find('/api/authors?depth=0&limit=1&sort=displayName')
  const user = await find(`/api/users?where[email][equals]=${who}@imprimatur.example`)
  if (!author || !user) throw new Error('The demo has neither an author nor such a person.')
  await ask(admin, 'PATCH', `/api/users/${user.id}`, { author: author.id })
  return author
}

/** Drops a file on the place for a picture, as from a folder beside the window. */
async function drop(page: Page, place: string, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([file, base64]) => {
      const transfer = new DataTransfer()
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([data], file, { type: 'image/jpeg' }))
      return transfer
    },
    [name, bytes.toString('base64')] as const,
  )
  await page.locator(place).first().dispatchEvent('drop', { dataTransfer: dropped })
}

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()

describe('from the dashboard', () => {
  it('(a) an article is written, with its author and a picture, and submitted in 7 clicks and 2 pages', async () => {
    const { displayName } = await anAuthorOf('editor')
    const page = await dashboard('editor')
    const count = counting(page)
    await count.click(page.getByRole('link', { name: 'Create new Article', exact: true }))
    await page.locator('#field-headline:focus').waitFor()
    await page.keyboard.type('The ferry that waits')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It left late, and nobody minded.')
    await count.click(page.locator(BODY.replace(' > p', '')))
    await page.keyboard.type('The whole text of it.')
    await count.click(page.locator('.tabs-field__tab-button', { hasText: 'Lead picture' }))
    await drop(page, '#field-leadImage .dropzone, .upload .dropzone', 'ferry.jpg', await picture())
    const upload = page.getByRole('dialog', { name: /bulk-upload/ })
    await count.click(upload.getByLabel('Alternative text'))
    await page.keyboard.type('A white ferry at its pier in the morning.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada Voss')
    await count.click(upload.getByRole('button', { name: 'Save', exact: true }))
    await upload.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+s')
    await page.waitForURL((url) => !url.pathname.endsWith('/create'))
    await count.click(button(page, 'Submit for review'))
    await page.locator('.imp-title-stage').getByText('In review').waitFor()

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const stored = await ask(page, 'GET', `/api/articles/${id}?draft=true&depth=1`)
    expect(stored).toMatchObject({ byline: displayName, headline: 'The ferry that waits' })
    expect((stored['leadImage'] as Doc)['alt']).toBe('A white ferry at its pier in the morning.')
    expect(count.clicks()).toBeLessThanOrEqual(7)
    expect(count.loads()).toBeLessThanOrEqual(2)
    await leaveQueue(page, id)
  })

  it('(c) one word of a live piece is changed, its difference reviewed and signed off in 3 clicks and 1 page, and published', async () => {
    const editor = await dashboard('editor')
    const { docs } = (await ask(editor, 'GET', '/api/authors?depth=0&limit=1')) as unknown as { docs: Doc[] }
    const publisher = await windowOf('publisher')
    const reviewer = await windowOf('reviewer')
    const id = await make(editor, 'articles', {
      headline: 'One word of it',
      body: aText('The harbour opens on Monday.'),
      credits: [{ author: docs[0]?.id, role: 'author' }],
    })
    await move(editor, 'articles', id, 'submit')
    await move(reviewer, 'articles', id, 'sign_off')
    await move(publisher, 'articles', id, 'publish')
    await ask(editor, 'PATCH', `/api/articles/${id}`, { body: aText('The harbour opens on Tuesday.') })
    await move(editor, 'articles', id, 'submit')

    const page = await dashboard('reviewer')
    const signing = counting(page)
    await signing.click(card(page, 'Waiting for your sign-off').getByRole('link', { name: 'One word of it' }))
    await review(page)
    expect(await page.locator('.imp-diff del').first().innerText()).toContain('Monday')
    expect(await page.locator('.imp-diff ins').first().innerText()).toContain('Tuesday')
    await signing.click(button(page, 'Sign off'))
    await signing.click(dialog(page).getByRole('button', { name: 'Sign off' }))
    await page.getByText('The piece is now at “Approved”.').waitFor()
    expect([signing.clicks(), signing.loads()]).toEqual([3, 1])
    await move(publisher, 'articles', id, 'publish')
    const live = await fetch(address(`/api/articles/${id}?body=text`))
    expect(await live.text()).toContain('Tuesday')
  })

  it('(e) a piece is scheduled for tomorrow, seen, edited, and what that took back is said, in 9 clicks and 2 pages of two people', async () => {
    const editor = await windowOf('editor')
    const { docs } = (await ask(editor, 'GET', '/api/authors?depth=0&limit=1')) as unknown as { docs: Doc[] }
    const id = await make(editor, 'articles', {
      headline: 'Tomorrow at seven',
      body: aText('A text.'),
      credits: [{ author: docs[0]?.id, role: 'author' }],
    })
    await move(editor, 'articles', id, 'submit')
    await move(await windowOf('reviewer'), 'articles', id, 'sign_off')

    const publisher = await dashboard('publisher')
    const sending = counting(publisher)
    await sending.click(card(publisher, 'Ready to publish').getByRole('link', { name: 'Tomorrow at seven' }))
    await review(publisher)
    await sending.click(button(publisher, 'Schedule'))
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await dialog(publisher).getByLabel('Day and time').fill(`${tomorrow}T07:00`)
    await sending.click(dialog(publisher).getByRole('button', { name: 'Schedule', exact: true }))
    await publisher.getByText('The piece is now at “Scheduled”.').waitFor()
    // The screen is brought into step after the move.
    await publisher.locator('.imp-review__side .imp-facts').getByText('07:00').waitFor()

    const writer = await dashboard('editor')
    const writing = counting(writer)
    await writing.click(card(writer, 'Handed in').getByRole('link', { name: 'Tomorrow at seven' }))
    await writer.locator('#action-moves').waitFor()
    await writing.click(writer.locator('#field-headline'))
    await writer.keyboard.press('End')
    await writer.keyboard.type(' sharp')
    await writing.click(writer.locator('#action-save-draft'))
    await dialog(writer).getByText('07:00').waitFor()
    await writing.click(dialog(writer).getByRole('button', { name: /save/i }))
    await writer.locator('.imp-title-stage').getByText('In review').waitFor()
    expect(await stageOf(writer, 'articles', id)).toBe('in_review')
    expect(sending.clicks() + writing.clicks()).toBeLessThanOrEqual(9)
    expect(sending.loads() + writing.loads()).toBeLessThanOrEqual(2)
    await leaveQueue(writer, id)
  })

  it('(f) an article, its new author and two teasers go from draft to readers in one go, in 10 clicks of three people', async () => {
    const editor = await windowOf('editor')
    const author = await make(editor, 'authors', {
      displayName: 'Brand New',
      shortBio: 'A life.',
      biography: aText('A life in a sentence.'),
    })
    const article = await make(editor, 'articles', {
      headline: 'All four of them',
      body: aText('A text.'),
      credits: [{ author, role: 'author' }],
    })
    const teaser = (headline: string) =>
      make(editor, 'news-teasers', { headline, excerpt: 'A few words.', target: { kind: 'article', article } })
    const all = [
      ['articles', article],
      ['authors', author],
      ['news-teasers', await teaser('One teaser')],
      ['news-teasers', await teaser('Another teaser')],
    ] as const
    const stages = (page: Page) => Promise.all(all.map(([collection, id]) => stageOf(page, collection, id)))

    const writer = await dashboard('editor')
    const writing = counting(writer)
    await writing.click(card(writer, 'Your drafts').getByRole('link', { name: 'All four of them' }))
    await writing.click(button(writer, 'Submit for review'))
    await dialog(writer).getByLabel('Brand New').waitFor()
    await writing.click(dialog(writer).getByRole('button', { name: 'Submit for review' }))
    await writer.locator('.imp-title-stage').getByText('In review').waitFor()
    expect(await stages(writer)).toEqual(['in_review', 'in_review', 'in_review', 'in_review'])

    const reviewer = await dashboard('reviewer')
    const signing = counting(reviewer)
    await signing.click(card(reviewer, 'Waiting for your sign-off').getByRole('link', { name: 'All four of them' }))
    await review(reviewer)
    const below = reviewer.getByRole('region', { name: 'In review together with it' })
    expect(await below.innerText()).toContain('A life in a sentence.')
    expect(await below.innerText()).toContain('Another teaser')
    await signing.click(button(reviewer, 'Sign off'))
    await dialog(reviewer).getByLabel('One teaser').waitFor()
    await signing.click(dialog(reviewer).getByRole('button', { name: 'Sign off' }))
    await reviewer.getByText('The piece is now at “Approved”.').waitFor()
    expect(await stages(reviewer)).toEqual(['approved', 'approved', 'approved', 'approved'])

    const publisher = await dashboard('publisher')
    const sending = counting(publisher)
    await sending.click(card(publisher, 'Ready to publish').getByRole('link', { name: 'All four of them' }))
    await review(publisher)
    await sending.click(button(publisher, 'Publish together …'))
    await sending.click(dialog(publisher).getByRole('button', { name: 'Tick all' }))
    await sending.click(dialog(publisher).getByRole('button', { name: 'Publish', exact: true }))
    await publisher.getByText('The piece is now at “Published”.').waitFor()
    expect(await stages(publisher)).toEqual(['published', 'published', 'published', 'published'])
    // Three for a sign-off, three for a publication, and no more than four beside them.
    expect(writing.clicks() + signing.clicks() + sending.clicks()).toBeLessThanOrEqual(3 + 3 + 4)
  }, 300_000)

  it('(f) what has changed since it was shown is not signed off with the rest', async () => {
    const editor = await windowOf('editor')
    const author = await make(editor, 'authors', { displayName: 'Moves On', biography: aText('A life.') })
    const article = await make(editor, 'articles', {
      headline: 'Its author moves on',
      body: aText('A text.'),
      credits: [{ author, role: 'author' }],
    })
    await move(editor, 'authors', author, 'submit')
    await move(editor, 'articles', article, 'submit')
    const page = await windowOf('reviewer')
    await page.goto(address(`/admin/review/articles/${article}`))
    await review(page)
    await page.getByRole('region', { name: 'In review together with it' }).getByText('Moves On').first().waitFor()
    await ask(editor, 'PATCH', `/api/authors/${author}`, { displayName: 'Moved On' })
    await button(page, 'Sign off').click()
    const asked = dialog(page)
    await asked.getByRole('button', { name: 'Sign off', exact: true }).and(page.locator(':enabled')).waitFor()
    expect(await asked.getByRole('checkbox').count()).toBe(0)
    await asked.getByRole('button', { name: 'Sign off' }).click()
    await page.getByText('The piece is now at “Approved”.').waitFor()
    await eventually(() => stageOf(page, 'authors', author)).toBe('in_review')
  })
})
