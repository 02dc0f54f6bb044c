import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { languages, translateSentence } from '../../packages/plugin-imprimatur/src/translations/index.ts'
import { FORMS, TABLES } from '../../src/newsroom/translations/tables.ts'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

const { address, ask, dialog, windowOf } = usePanel()

type Table = { readonly [key: string]: string | Table }

const HEADLINE = 'Hafengespräche gehen weiter'
const ARABIC = 'محادثات الميناء مستمرة'

/** Every English text of ours with its German: whatever of a page can be translated by it was left in English. */
const GERMAN: Readonly<Record<string, string>> = {
  ...FORMS.de,
  ...TABLES.de.words,
  ...languages.de.sentences,
  ...paired(languages.en, languages.de),
}

/** Texts whose fixed words are too few to be told from what people write. */
const TOO_SHORT = /^(?:\{\{\w+\}\}[^a-z]*)+$| or |\}\} to \{\{|^\W*\w{1,3} ?\{\{/u

function paired(english: Table, german: Table): Record<string, string> {
  const all: [string, string][] = Object.entries(english).flatMap(([key, text]): [string, string][] => {
    const other = german[key]
    if (typeof text !== 'string') return Object.entries(paired(text, other as Table))
    return typeof other === 'string' ? [[text, other]] : []
  })
  return Object.fromEntries(all)
}

/** What is German somewhere is nowhere left in English. */
const SPOKEN = new Set([...Object.values(FORMS.de), ...Object.values(GERMAN)])

const ENGLISH = Object.fromEntries(
  Object.entries(GERMAN).filter(([english]) => !SPOKEN.has(english) && !TOO_SHORT.test(english)),
)

let editor: Page
let reviewer: Page
let id: string

/** What people see and hear of a page and of its tab, but for what people have written. */
async function textsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const written =
      'script, style, [contenteditable], textarea, option, .imp-comment__text, .imp-bell__words, .imp-diff__words, .imp-diff__text, .imp-diff__title'
    const texts: string[] = [document.title.replace(/\s*·.*$/u, '')]
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement?.closest(written)) texts.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [data-label]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'data-label']) {
        const value = element.getAttribute(name)
        if (value) texts.push(value)
      }
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '')
  })
}

async function leftInEnglish(page: Page): Promise<readonly string[]> {
  const texts = await textsOn(page)
  expect(texts.length).toBeGreaterThan(5)
  return [...new Set(texts)].filter((text) => translateSentence(text, ENGLISH) !== text)
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

/** As Payload keeps the choice that somebody makes on their account's page. */
async function inGerman(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'payload-lng', value: 'de', url: address('/') }])
}

/** Their windows, in German, and a piece that waits for its review; made by the first test. */
async function openAll(): Promise<void> {
  editor = await windowOf('editor')
  reviewer = await windowOf('reviewer')
  const { docs } = (await ask(editor, 'GET', '/api/authors?draft=true&depth=0&limit=1')) as unknown as {
    docs: Doc[]
  }
  const { doc } = await ask(editor, 'POST', '/api/articles', {
    headline: HEADLINE,
    standfirst: ARABIC,
    body: aText('Am Dienstag.'),
    credits: [{ author: docs[0]?.id, role: 'author' }],
  })
  id = doc.id
  const { digest } = await ask(editor, 'GET', `/api/articles/${id}/transitions`)
  await ask(editor, 'POST', `/api/articles/${id}/transitions`, { transition: 'submit', digest })
  await ask(reviewer, 'POST', `/api/articles/${id}/comments`, { text: 'Stimmt der Tag?' })
  // Somebody who reads English has opened a form before: what they were shown is for nobody else.
  await editor.goto(address(`/admin/collections/articles/${id}`))
  await editor.locator('#field-headline').waitFor()
  for (const page of [editor, reviewer]) await inGerman(page)
}

describe('the panel in German', () => {
  it('has no word of ours in English on the dashboard, in the queue and in a list', async () => {
    await openAll()
    const places = [
      '',
      '/review-queue',
      '/review-queue?view=board',
      '/releases',
      '/desk-report',
      '/collections/articles',
    ]
    for (const place of [...places, '/import']) {
      const page = place === '/import' ? editor : reviewer
      await page.goto(address(`/admin${place}`))
      await page.locator('.nav').first().waitFor()
      await page
        .locator(place === '/collections/articles' ? '.imp-stage' : 'h1, .imp-card')
        .first()
        .waitFor()
      await picture(page, `german${place.replaceAll(/[/?=]/gu, '-')}`)
      expect.soft(await leftInEnglish(page), place).toEqual([])
    }
    await reviewer.goto(address('/admin/review-queue'))
    expect(await reviewer.locator('h1').textContent()).toBe('Prüfliste')
    expect(await reviewer.locator('label[for=queue-genre]').textContent()).toBe(FORMS.de['Genre'])
    expect(await reviewer.locator('.imp-queue__about').allTextContents()).toContain('Artikel · neu · 2 Wörter')
    expect(await reviewer.locator('time').first().textContent()).toMatch(/ Nov\.? | Dez\.? |\d\. /u)
  })

  it('has none on a piece and in its dialogs', async () => {
    await editor.goto(address(`/admin/collections/articles/${id}`))
    await editor.locator('#action-moves').waitFor()
    await editor.locator('.imp-history summary').click()
    await editor.locator('.imp-events').waitFor()
    await editor.locator('.imp-piece-comments').waitFor()
    await editor.locator('.imp-bell__button').click()
    await editor.locator('.imp-bell__item').first().waitFor()
    await picture(editor, 'german-piece')
    expect.soft(await leftInEnglish(editor)).toEqual([])
    expect(await editor.locator('.imp-piece-comments h3').textContent()).toBe('1 offener Kommentar')
    await editor.keyboard.press('Escape')
    await editor.locator('#action-moves').click()
    await dialog(editor).locator('summary').click()
    await picture(editor, 'german-actions')
    expect.soft(await leftInEnglish(editor)).toEqual([])
    await dialog(editor).getByRole('button', { name: 'Verwerfen' }).click()
    await dialog(editor).getByRole('button', { name: 'Abbrechen' }).waitFor()
    expect(await leftInEnglish(editor)).toEqual([])
  })

  it('has none on the review screen, and says in German why something is not possible', async () => {
    await reviewer.goto(address(`/admin/review/articles/${id}`))
    await reviewer.locator('.imp-review__columns[data-ready=true]').waitFor()
    await picture(reviewer, 'german-review')
    await reviewer.getByRole('button', { name: 'Kommentieren', exact: true }).click()
    await reviewer.locator('.imp-comment__form').waitFor()
    expect.soft(await leftInEnglish(reviewer)).toEqual([])
    await reviewer.locator('.imp-comment__form').getByRole('button', { name: 'Abbrechen' }).click()
    await reviewer.getByRole('button', { name: 'Zurückgeben' }).click()
    await dialog(reviewer).getByRole('button', { name: 'Änderungen verlangen' }).click()
    expect(await dialog(reviewer).getByRole('alert').textContent()).toBe('Geben Sie eine Begründung an.')
    expect(await leftInEnglish(reviewer)).toEqual([])
  })

  it('shows text that runs from right to left as such, and lets it be written so', async () => {
    const standfirst = reviewer.locator('.imp-diff__words', { hasText: ARABIC }).first()
    const shown = await standfirst.evaluate((element) => {
      const { direction, display } = getComputedStyle(element)
      return { direction, display }
    })
    expect(shown).toEqual({ direction: 'rtl', display: 'block' })
    await editor.goto(address(`/admin/collections/articles/${id}`))
    const field = editor.locator('#field-standfirst')
    // The page runs fields both ways once its scripts run.
    await eventually(() => field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  })

  it('has none before the login', async () => {
    const page = await editor.context().browser()?.newPage({ locale: 'de-DE' })
    if (!page) throw new Error('The window of the editor belongs to no browser.')
    await page.goto(address('/admin/login'))
    await page.getByLabel('Passwort').waitFor()
    await picture(page, 'german-login')
    expect(await leftInEnglish(page)).toEqual([])
    expect(await page.locator('.imp-password-note').textContent()).toContain('Die Verwaltung')
    await page.close()
  })
})
