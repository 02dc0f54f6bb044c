import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { hold, isAskedFor, isRefresh, isSave, isServerFunction } from '../helpers/heldRoute.ts'
import { BODY, eventually, usePanel } from '../helpers/panel.ts'
import { aText } from '../helpers/pieces.ts'

/** Nothing that waits for the browser to have time happens in the page until the returned function is called: a machine as busy as a test needs it. */
async function keepBusy(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const [real, cancel] = [window.requestIdleCallback.bind(window), window.cancelIdleCallback.bind(window)]
    const waiting = new Map<number, IdleRequestCallback>()
    let last = 0
    window.requestIdleCallback = (callback) => {
      waiting.set((last -= 1), callback)
      return last
    }
    window.cancelIdleCallback = (handle) => {
      if (!waiting.delete(handle)) cancel(handle)
    }
    Object.assign(window, {
      rest: () => {
        Object.assign(window, { requestIdleCallback: real, cancelIdleCallback: cancel })
        for (const callback of waiting.values()) real(callback)
      },
    })
  })
  return () =>
    page.evaluate(() => {
      ;(window as unknown as { rest: () => void }).rest()
    })
}

describe('words typed while the form is made anew', () => {
  const panel = usePanel()
  const { ask, begin, dialog, newWindow, show, stored, typeAt, windowOf } = panel
  const together = (page: Page) => dialog(page).getByRole('button', { name: 'Put both together and save' })
  const bodyOf = async (page: Page, id: string) =>
    [...JSON.stringify((await stored(page, id))['body']).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)

  // Guard: `putTogether` in NewerTextDialog takes the form as it is when the button is pressed, and not as it was when the dialog was drawn.
  it('stay, when two texts are put together before the editor has handed them over', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    const held = await hold(page, isAskedFor)
    await typeAt(page, BODY, ' mine')
    await page.keyboard.press('Control+s')
    await held.arrived
    const rest = await keepBusy(page)
    await page.keyboard.type(' too')
    // Pressed as soon as it is there, and not when a page that draws on has heard of the letters.
    const pressed = page.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const watching = new MutationObserver(() => {
            const buttons = [...document.querySelectorAll<HTMLElement>('dialog[open] button')]
            const button = buttons.find(({ textContent }) => textContent === name)
            if (!button) return
            watching.disconnect()
            button.click()
            resolve()
          })
          watching.observe(document.body, { attributeFilter: ['open'], childList: true, subtree: true })
        }),
      'Put both together and save',
    )
    await held.release()
    await pressed
    await rest()
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(async () => [(await stored(page, id))['headline'], await bodyOf(page, id)]).toEqual([
      'Of the second',
      ['Body mine too'],
    ])
    await page.context().close()
  })

  // Guard: `giveCaretBack` in Dialog. An editor that was made anew has no caret, and what is typed goes nowhere.
  it.each([
    ['the text', BODY, 1],
    ['a field', '#field-standfirst', -1],
  ])('go on in %s where the caret was, from the press of the button on', async (_, place, nth) => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page, { body: aText('First', 'Second') })
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { body: aText('Before', 'First', 'Second') })
    await page.locator(place).nth(Math.max(nth, 0)).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' mine')
    await page.keyboard.press('Control+s')
    await together(page).waitFor()
    const held = await hold(page, isServerFunction)
    await together(page).click()
    await held.arrived
    await page.keyboard.type(' and')
    await held.release()
    await dialog(page).waitFor({ state: 'detached' })
    await page.keyboard.type(' on')
    await eventually(async () => [(await stored(page, id))['standfirst'], await bodyOf(page, id)]).toEqual(
      nth === 1
        ? ['Standfirst', ['Before', 'First', 'Second mine and on']]
        : ['Standfirst mine and on', ['Before', 'First', 'Second']],
    )
    await page.context().close()
  })

  // Guard: `typed` in useAutosave hears of `beforeinput`: after Enter, Lexical sets a letter itself, and no `input` follows.
  it('are kept before the editor has handed them over, in a paragraph that was just begun', async () => {
    const page = await newWindow('editor')
    await begin(page)
    await page.locator(BODY).first().click()
    await page.keyboard.press('End')
    const rest = await keepBusy(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
    await eventually(() => page.evaluate(() => Object.values(localStorage).join())).toContain('"text":"x"')
    await rest()
    await page.context().close()
  })

  // Guard: `placeNow` in useAutosave, by which words are kept for the page of what was made.
  it('are offered by the page of a new piece that was made before the network went', async () => {
    const page = await newWindow('editor')
    await show(page, '/collections/articles/create')
    await page.fill('#field-headline', 'Made and cut off')
    const made = page.waitForResponse((answer) => isSave(answer.request()) && answer.request().method() === 'POST')
    const arrives = await hold(page, (request) => isRefresh(request) && /articles\/[\w-]{8,}/.test(request.url()))
    await page.keyboard.press('Control+s')
    const { doc } = (await (await made).json()) as { doc: { id: string } }
    await arrives.arrived
    await typeAt(page, '#field-standfirst', 'Typed since')
    await page.locator('[data-field-path=body] [data-lexical-editor]').click()
    await page.keyboard.type('This too')
    await eventually(() => page.evaluate(() => Object.values(localStorage).join())).toContain('This too')
    // The tab is gone with what it knew.
    await page.close({ runBeforeUnload: false })
    const anew = await page.context().newPage()
    anew.setDefaultTimeout(60_000)
    await show(anew, `/collections/articles/${doc.id}`)
    await dialog(anew).getByText('Typed since').waitFor()
    await dialog(anew).getByRole('button', { name: 'Take them into the form' }).click()
    await dialog(anew).waitFor({ state: 'detached' })
    await eventually(async () => [(await stored(anew, doc.id))['standfirst'], await bodyOf(anew, doc.id)]).toEqual([
      'Typed since',
      ['This too'],
    ])
    await anew.context().close()
  })

  // Guard: `take` in KeptWordsDialog puts the kept words over the form as it is, and not over what is stored.
  it('stay, when they are typed before the page has offered what it kept', async () => {
    const page = await newWindow('editor')
    const context = page.context()
    const id = await begin(page)
    await context.setOffline(true)
    await typeAt(page, '#field-standfirst', ' kept')
    await eventually(() => page.evaluate(() => Object.values(localStorage).join())).toContain('Standfirst kept')
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const anew = await context.newPage()
    anew.setDefaultTimeout(60_000)
    // A tab learns its name by a lock; until then nothing is offered.
    await anew.addInitScript(() => {
      const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>
      const named = new Promise((resolve) => Object.assign(window, { letIn: resolve }))
      navigator.locks.request = (...args: unknown[]) => named.then(() => request(...args))
    })
    await show(anew, `/collections/articles/${id}`)
    await typeAt(anew, '#field-headline', ' typed')
    await typeAt(anew, BODY, ' typed')
    await anew.evaluate(() => {
      ;(window as unknown as { letIn: () => void }).letIn()
    })
    await dialog(anew).getByRole('button', { name: 'Take them into the form' }).click()
    await dialog(anew).waitFor({ state: 'detached' })
    await eventually(() => panel.words(anew, id)).toMatchObject({
      headline: 'Headline typed',
      standfirst: 'Standfirst kept',
      body: 'Body typed',
    })
    await context.close()
  })
})
