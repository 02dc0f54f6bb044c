import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, usePanel } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

describe('a piece that goes out with what belongs to it', () => {
  const panel = usePanel()
  const { ask, button, dialog, show, windowOf } = panel
  let editor: Page
  let reviewer: Page
  let publisher: Page

  /** The three have to be there before anything else in a test. */
  const come = async () => {
    editor = await windowOf('editor')
    reviewer = await windowOf('reviewer')
    publisher = await windowOf('publisher')
  }

  const make = async (collection: string, body: object) =>
    (await ask(editor, 'POST', `/api/${collection}`, body)).doc.id
  const anAuthor = (displayName: string) =>
    make('authors', { displayName, shortBio: 'A life.', biography: aText('A life.') })
  const anArticle = (headline: string, author: string) =>
    make('articles', { headline, body: aText('A text.'), credits: [{ author, role: 'author' }] })
  const aTeaser = (headline: string, article: string) =>
    make('news-teasers', { headline, excerpt: 'A few words.', target: { kind: 'article', article } })
  const move = async (page: Page, collection: string, id: string, transition: string) => {
    const { digest } = await ask(page, 'GET', `/api/${collection}/${id}/transitions`)
    await ask(page, 'POST', `/api/${collection}/${id}/transitions`, { transition, digest })
  }
  const approve = async (collection: string, id: string) => {
    await move(editor, collection, id, 'submit')
    await move(reviewer, collection, id, 'sign_off')
  }
  const stageOf = async (collection: string, id: string) =>
    (await ask(publisher, 'GET', `/api/${collection}/${id}/dossier`))['stage']

  it('is published from the dashboard with its author and two teasers, in five clicks and one page', async () => {
    await come()
    const author = await anAuthor('New Author')
    const article = await anArticle('One of four', author)
    const teasers = [await aTeaser('First teaser', article), await aTeaser('Second teaser', article)]
    await approve('authors', author)
    await approve('articles', article)
    for (const teaser of teasers) await approve('news-teasers', teaser)

    let clicks = 0
    let loads = 0
    await publisher.goto(panel.address('/admin'))
    publisher.on('load', () => loads++)
    const click = async (what: ReturnType<Page['getByRole']>) => {
      await what.click()
      clicks++
    }
    await click(publisher.getByRole('link', { name: 'One of four' }).first())
    await click(button(publisher, 'Publish together …'))
    const asked = dialog(publisher)
    expect(await asked.getByLabel('New Author').isChecked()).toBe(true)
    await click(asked.getByLabel('First teaser'))
    await click(asked.getByLabel('Second teaser'))
    const { violations } = await new AxeBuilder({ page: publisher }).include('.imp-dialog').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await click(asked.getByRole('button', { name: 'Publish', exact: true }))
    await asked.waitFor({ state: 'detached' })
    await eventually(() => stageOf('articles', article)).toBe('published')
    expect(await stageOf('authors', author)).toBe('published')
    for (const teaser of teasers) expect(await stageOf('news-teasers', teaser)).toBe('published')
    expect(clicks).toBeLessThanOrEqual(5)
    expect(loads).toBeLessThanOrEqual(1)
    publisher.removeAllListeners('load')
  })

  it('is not published while its author cannot go along, and the dialog says why', async () => {
    await come()
    const author = await anAuthor('Only A Draft')
    const article = await anArticle('Waits for its author', author)
    await approve('articles', article)
    await show(publisher, `/collections/articles/${article}`)
    await button(publisher, 'Publish together …').click()
    const asked = dialog(publisher)
    await asked.getByText('Without “Only A Draft” it cannot go out.').waitFor()
    expect(await asked.getByRole('checkbox').count()).toBe(0)
    await asked.getByText('The author of credit 1 is not public.').waitFor()
    expect(await asked.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
    expect(await stageOf('articles', article)).toBe('approved')
  })

  it('is scheduled with its author for the same time, and warned about one who is left behind', async () => {
    await come()
    const author = await anAuthor('Comes Along')
    const article = await anArticle('Tomorrow with its author', author)
    await approve('articles', article)
    await approve('authors', author)
    await show(publisher, `/collections/articles/${article}`)
    await publisher.locator('#action-moves').click()
    await dialog(publisher).getByRole('button', { name: 'Schedule', exact: true }).click()
    const asked = dialog(publisher)
    const box = asked.getByLabel('Comes Along')
    await box.uncheck()
    await asked.getByText('If “Comes Along” is not public by then, it does not go out.').waitFor()
    await box.check()
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await asked.getByLabel('Day and time').fill(`${tomorrow}T07:00`)
    await asked.getByRole('button', { name: 'Schedule', exact: true }).click()
    await asked.waitFor({ state: 'detached' })
    const at = `${tomorrow}T07:00:00.000Z`
    for (const [collection, id] of [
      ['articles', article],
      ['authors', author],
    ] as const) {
      const dossier = await ask(publisher, 'GET', `/api/${collection}/${id}/dossier`)
      expect([dossier['stage'], (dossier['schedule'] as { at: string }).at]).toEqual(['scheduled', at])
    }
  })
})
