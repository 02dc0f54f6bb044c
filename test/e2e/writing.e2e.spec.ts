import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hold, isAskedFor, isSave, isServerFunction, loseAnswer } from '../helpers/heldRoute.ts'
import { BODY, eventually, SAVE, usePanel, type Doc } from '../helpers/panel.ts'
import { runWordRound, wordRounds } from '../helpers/wordRounds.ts'

/** The next pages of a window tell when they look at their form, which they do at an interval of their own. @returns waits until they have looked twice */
async function seeLooks(page: Page): Promise<() => Promise<unknown>> {
  const EVERY_MS = 250
  await page.addInitScript((every) => {
    const real = window.setInterval.bind(window)
    const seen = Object.assign(window, { looks: 0 })
    const counting = (run: () => void, ms?: number) =>
      real(() => {
        run()
        if (ms === every) seen.looks += 1
      }, ms)
    Object.assign(window, { setInterval: counting })
  }, EVERY_MS)
  return async () => {
    const looks = () => (window as unknown as { looks: number }).looks
    const before = await page.evaluate(looks)
    await page.waitForFunction((from) => (window as unknown as { looks: number }).looks > from + 1, before)
  }
}

describe('somebody who writes', () => {
  const panel = usePanel()
  const { ask, begin, button, dialog, newWindow, saveAll, show, stored, typeAt, windowOf, words } = panel
  /** What this computer keeps of somebody's words. */
  const kept = (page: Page) =>
    page.evaluate(() =>
      Object.entries(localStorage).flatMap(([key, value]) =>
        key.startsWith('imprimatur-words:') ? [String(value)] : [],
      ),
    )
  /** A piece of whose words two were not saved before its page was closed, opened again. */
  const openedAgain = async (window: Page): Promise<{ id: string; page: Page }> => {
    const id = await begin(window)
    await window.context().setOffline(true)
    await typeAt(window, '#field-standfirst', ' not saved')
    await typeAt(window, BODY, ' neither')
    await window.close({ runBeforeUnload: false })
    await window.context().setOffline(false)
    const page = await window.context().newPage()
    page.setDefaultTimeout(60_000)
    await show(page, `/collections/articles/${id}`)
    await dialog(page).getByText('less than a minute old').waitFor()
    return { id, page }
  }
  const versionsOf = async (page: Parameters<typeof ask>[0], id: string) =>
    (
      (await ask(page, 'GET', `/api/articles/versions?where[parent][equals]=${id}&depth=0&limit=100`)) as unknown as {
        docs: Doc[]
      }
    ).docs

  it('has their words saved while they type, in one version that follows them, and hears when', async () => {
    const page = await windowOf('editor')
    const id = await begin(page)
    const before = (await versionsOf(page, id)).length
    for (const word of [' one', ' two', ' three']) {
      await typeAt(page, '#field-standfirst', word)
      await typeAt(page, BODY, word)
      await eventually(async () => (await words(page, id)).body).toContain(word)
    }
    expect(await words(page, id)).toMatchObject({ standfirst: 'Standfirst one two three', body: 'Body one two three' })
    expect((await versionsOf(page, id)).length).toBe(before + 1)
    await eventually(() => page.locator('.imp-saved-at').innerText()).toMatch(/^Saved \d\d:\d\d$/)
    // A save that is asked for makes a version that stays.
    await page.keyboard.press('Control+s')
    await eventually(async () => (await versionsOf(page, id)).length).toBe(before + 2)
    await button(page, 'Submit for review').waitFor()
  })

  it('types on while an autosave is under way, and its answer moves neither caret nor letters', async () => {
    const page = await windowOf('editor')
    const id = await begin(page)
    const held = await hold(page, isSave)
    await typeAt(page, '#field-standfirst', ' A')
    await held.arrived
    await page.keyboard.type('B')
    const saved = page.waitForResponse((answer) => isSave(answer.request()))
    await held.release()
    await page.keyboard.type('C')
    await saved
    await page.keyboard.type('D')
    expect(await page.inputValue('#field-standfirst')).toBe('Standfirst ABCD')
    await eventually(async () => (await words(page, id)).standfirst).toBe('Standfirst ABCD')
  })

  it.each(wordRounds(4, Number(process.env.FC_SEED ?? '20261124')).map((round) => [round.fault, round] as const))(
    'loses no word when %s',
    async (_, round) => {
      await runWordRound(panel, 'editor', round)
    },
  )

  it('is shown what was kept after the page was closed, and may drop it', async () => {
    const page = await newWindow('editor')
    const id = await begin(page)
    await page.context().setOffline(true)
    await typeAt(page, '#field-standfirst', ' not saved')
    await typeAt(page, BODY, ' neither')
    await page.close({ runBeforeUnload: false })
    await page.context().setOffline(false)
    const anew = await page.context().newPage()
    await show(anew, `/collections/articles/${id}`)
    const offer = dialog(anew)
    await offer.getByText('less than a minute old').waitFor()
    expect(await offer.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([' not saved', ' neither']))
    await offer.getByRole('button', { name: 'Drop them' }).click()
    await show(anew, `/collections/articles/${id}`)
    await anew.locator('#action-moves').waitFor()
    expect(await dialog(anew).count()).toBe(0)
    expect(await words(anew, id)).toMatchObject({ standfirst: 'Standfirst', body: 'Body' })
    await anew.context().close()
  })

  it('has what they took into the form kept on, and put together with what somebody else wrote', async () => {
    const other = await windowOf('editor2')
    const { id, page } = await openedAgain(await newWindow('editor'))
    const held = await hold(page, isSave)
    await button(page, 'Take them into the form').click()
    await dialog(page).waitFor({ state: 'detached' })
    await typeAt(page, BODY, ' on')
    await eventually(async () => (await kept(page)).join()).toMatch(/ neither on/)
    expect((await kept(page)).join()).toContain('Standfirst not saved')
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await held.release()
    await page.getByText('somebody saved a newer text meanwhile').waitFor()
    await page.keyboard.press('Control+s')
    await dialog(page).getByRole('button', { name: 'Put both together and save' }).click()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst not saved',
      body: 'Body neither on',
    })
    await page.context().close()
  })

  // Guard: `useReset` waits until editors are made anew; without it what is typed at once goes into one that is taken away.
  it('types into editors that stay, from the moment that kept words are in the form', async () => {
    const { page } = await openedAgain(await newWindow('editor'))
    const editor = page.evaluateHandle(
      () =>
        new Promise<Element | null>((resolve) => {
          const watching = new MutationObserver(() => {
            if (document.querySelector('dialog[open]')) return
            watching.disconnect()
            resolve(document.querySelector('[data-field-path=body] [data-lexical-editor]'))
          })
          watching.observe(document.body, { childList: true })
        }),
    )
    await button(page, 'Take them into the form').click()
    const first = await editor
    await eventually(() => page.locator(BODY).first().innerText()).toBe('Body neither')
    expect(await first.evaluate((each) => each?.isConnected)).toBe(true)
    await page.context().close()
  })

  // Guard: a save that is asked for while another runs follows, whatever comes of that.
  it('has saved what they put together while an older save was on its way', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    // The form asks, too, and would hear of the newer text before the save does.
    const first = await hold(page, (request) => isSave(request) || isServerFunction(request))
    const sent = page.waitForRequest(isSave)
    await typeAt(page, '#field-standfirst', ' mine')
    await page.keyboard.press('Control+s')
    await sent
    // The second one is on its way when the dialog of the first opens.
    await page.keyboard.press('Control+s')
    const second = await hold(page, isSave)
    await first.release()
    await second.arrived
    await dialog(page).getByRole('button', { name: 'Put both together and save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await second.release()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst mine',
    })
    await dialog(page).waitFor({ state: 'detached' })
    await page.context().close()
  })

  // Guard: nothing is typed into a form whose words are about to be replaced.
  it('cannot leave two texts while they are being put together', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await typeAt(page, '#field-standfirst', ' mine')
    await page.keyboard.press('Control+s')
    const together = dialog(page).getByRole('button', { name: 'Put both together and save' })
    await together.waitFor()
    const held = await hold(page, isServerFunction)
    await together.click()
    await held.arrived
    for (let times = 0; times < 3; times++) await page.keyboard.press('Escape')
    for (const name of ['Back to my text', 'Save mine over it'])
      expect(await dialog(page).getByRole('button', { name }).isDisabled()).toBe(true)
    await held.release()
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => words(page, id)).toMatchObject({ headline: 'Of the second', standfirst: 'Standfirst mine' })
    await page.context().close()
  })

  // Guard: what stood in the way of saves of their own accord is over once anything is stored.
  it('has their words saved by themselves again after two texts were put together, though they typed on', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    const first = await hold(page, isSave)
    await typeAt(page, '#field-standfirst', ' mine')
    await first.arrived
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await first.release()
    await page.getByText('somebody saved a newer text meanwhile').waitFor()
    await page.keyboard.press('Control+s')
    const together = dialog(page).getByRole('button', { name: 'Put both together and save' })
    await together.waitFor()
    const second = await hold(page, isSave)
    await together.click()
    await second.arrived
    await dialog(page).waitFor({ state: 'detached' })
    await typeAt(page, '#field-standfirst', ' on')
    await second.release()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst mine on',
    })
    await page.context().close()
  })

  // Guard: the offer is about the form as it is; a new piece that is made behind it would take the place of what is offered.
  it('saves nothing behind the offer of kept words', async () => {
    const page = await newWindow('editor')
    await show(page, '/collections/articles/create')
    await typeAt(page, '#field-headline', 'Kept of a new one')
    await eventually(async () => (await kept(page)).join()).toContain('Kept of a new one')
    await show(page, '/collections/articles/create')
    await dialog(page).getByText('Kept of a new one').waitFor()
    const saves: string[] = []
    page.on('request', (request) => {
      if (isSave(request)) saves.push(request.url())
    })
    await page.keyboard.press('Control+s')
    await button(page, 'Take them into the form').click()
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => page.inputValue('#field-headline')).toBe('Kept of a new one')
    expect(saves).toEqual([])
    // From then on it saves.
    await page.keyboard.press('Control+s')
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
    expect(saves.length).toBe(1)
    await page.context().close()
  })

  it('cannot put off what becomes of kept words', async () => {
    const { page } = await openedAgain(await newWindow('editor'))
    for (let times = 0; times < 4; times++) await page.keyboard.press('Escape')
    await dialog(page).getByRole('button', { name: 'Take them into the form' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => page.inputValue('#field-standfirst')).toBe('Standfirst not saved')
    await page.context().close()
  })

  it('keeps form and words when the newsroom does not answer while they are taken or put together', async () => {
    const other = await windowOf('editor2')
    const { id, page } = await openedAgain(await newWindow('editor'))
    const cut = async () => {
      await page.route('**/*', (route) => (isServerFunction(route.request()) ? route.abort() : route.fallback()))
    }
    const answers = () => page.unroute('**/*')
    await cut()
    await button(page, 'Take them into the form').click()
    await dialog(page).getByText('The newsroom could not be reached').waitFor()
    expect((await kept(page)).join()).toContain('Standfirst not saved')
    await answers()
    const held = await hold(page, isSave)
    await button(page, 'Take them into the form').click()
    await dialog(page).waitFor({ state: 'detached' })
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await held.release()
    await page.getByText('somebody saved a newer text meanwhile').waitFor()
    await page.keyboard.press('Control+s')
    const together = dialog(page).getByRole('button', { name: 'Put both together and save' })
    await together.waitFor()
    await cut()
    await together.click()
    await dialog(page).getByText('The newsroom could not be reached').waitFor()
    expect(await page.inputValue('#field-standfirst')).toBe('Standfirst not saved')
    await answers()
    await together.click()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst not saved',
      body: 'Body neither',
    })
    await page.context().close()
  })

  // Guard: `useLostSaves`; without it their own words are told as somebody else's newer text.
  it.each([
    ['of an autosave', isSave, () => Promise.resolve()],
    ['of a save that they asked for', isAskedFor, (page: Page) => page.keyboard.press('Control+s')],
  ])('is told of nobody else after the answer %s was lost', async (_, which, go) => {
    const page = await newWindow('editor')
    const id = await begin(page)
    // The next one that is saved by itself takes the place of this one, which is what the form is based on.
    await typeAt(page, BODY, ' first')
    await eventually(async () => (await words(page, id)).body).toBe('Body first')
    await page.locator('.imp-saved-at').waitFor()
    const { lost } = await loseAnswer(page, which)
    await typeAt(page, '#field-standfirst', ' stored')
    await typeAt(page, BODY, ' stored')
    await go(page)
    await lost
    await typeAt(page, BODY, ' more')
    await page.keyboard.press('Control+s')
    await eventually(() => words(page, id)).toMatchObject({
      standfirst: 'Standfirst stored',
      body: 'Body first stored more',
    })
    await page.locator(`${SAVE}[disabled]`).waitFor()
    expect(await dialog(page).count()).toBe(0)
    await page.context().close()
  })

  // Guard: `baseNow` in SaveButton. What was saved is looked at for its digest; whoever saves before that leaves none to be known.
  it('may put both together when somebody else saved right after them', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    const looks = await hold(page, (request) => request.method() === 'GET' && request.url().endsWith('/transitions'))
    const saved = page.waitForResponse((answer) => isAskedFor(answer.request()))
    await typeAt(page, '#field-standfirst', ' mine')
    await page.keyboard.press('Control+s')
    await saved
    await looks.arrived
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await looks.release()
    await typeAt(page, '#field-standfirst', ' and more')
    await page.keyboard.press('Control+s')
    await dialog(page).getByRole('button', { name: 'Put both together and save' }).click()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst mine and more',
    })
    await page.context().close()
  })

  it('is told of what somebody else saved after an answer was lost', async () => {
    const other = await windowOf('editor2')
    const page = await newWindow('editor')
    const id = await begin(page)
    const { lost } = await loseAnswer(page, isAskedFor)
    await typeAt(page, '#field-standfirst', ' stored')
    await page.keyboard.press('Control+s')
    await lost
    // A save of its own accord would know the words for its own before somebody else has saved.
    await page.route('**/api/articles/**', (route) =>
      isSave(route.request()) && !isAskedFor(route.request()) ? route.abort() : route.fallback(),
    )
    await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await page.keyboard.press('Control+s')
    await dialog(page).getByRole('button', { name: 'Put both together and save' }).click()
    await eventually(() => words(page, id)).toMatchObject({
      headline: 'Of the second',
      standfirst: 'Standfirst stored',
    })
    await page.context().close()
  })

  // Guard: `useLostMaking`; without it there are two.
  it('has made one piece when the answer to its first save was lost, and goes on writing in it', async () => {
    const page = await newWindow('editor')
    await show(page, '/collections/articles/create')
    const { lost } = await loseAnswer(page, (request) => isSave(request) && request.method() === 'POST')
    await typeAt(page, '#field-headline', 'Made once')
    await typeAt(page, BODY, 'Body')
    await page.keyboard.press('Control+s')
    await lost
    await page.getByText(/Nothing was saved/).waitFor()
    await typeAt(page, BODY, ' and more')
    await page.keyboard.press('Control+s')
    await page.waitForURL(/\/collections\/articles\/[\w-]{8,}\?/)
    const made = async () => {
      const path = '/api/articles?draft=true&depth=0&where[headline][equals]=Made%20once'
      return ((await ask(page, 'GET', path)) as unknown as { docs: Doc[] }).docs
    }
    await eventually(async () => JSON.stringify(await made())).toContain('Body and more')
    expect(await made()).toHaveLength(1)
    expect(await page.getByText(/Nothing was saved/).count()).toBe(0)
    await page.context().close()
  })

  it('has their words kept while the refusal of a save is on its way', async () => {
    const page = await newWindow('editor')
    const looksAgain = await seeLooks(page)
    const id = await begin(page)
    await page.route('**/api/articles/**', (route) =>
      isSave(route.request())
        ? route.fulfill({ status: 503, json: { errors: [{ code: 'busy', message: 'The newsroom is busy.' }] } })
        : route.fallback(),
    )
    await typeAt(page, '#field-standfirst', ' not saved')
    await eventually(async () => (await kept(page)).join()).toContain('Standfirst not saved')
    // The answer has begun to arrive, and its words come late.
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- It is called with the answer that it belongs to.
      const real = Response.prototype.json
      const late = new Promise<void>((resolve) => Object.assign(window, { arrive: resolve }))
      Response.prototype.json = async function json(this: Response): Promise<unknown> {
        if (this.status === 503) await late
        return real.call(this)
      }
    })
    const answered = page.waitForResponse(
      (answer) => isSave(answer.request()) && !answer.url().includes('autosave') && answer.status() === 503,
    )
    await page.keyboard.press('Control+s')
    await answered
    await looksAgain()
    await page.evaluate(() => {
      ;(window as unknown as { arrive: () => void }).arrive()
    })
    await page
      .getByText(/Nothing was saved/)
      .first()
      .waitFor()
    expect((await kept(page)).join()).toContain('Standfirst not saved')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await saveAll(page)
    expect((await words(page, id)).standfirst).toBe('Standfirst not saved')
    await page.context().close()
  })

  it('may write two new pieces at once, and is offered those of a tab that is gone', async () => {
    const first = await newWindow('editor')
    const write = async (page: Page, headline: string) => {
      await show(page, '/collections/articles/create')
      await typeAt(page, '#field-headline', headline)
      await eventually(async () => (await kept(page)).join()).toContain(headline)
    }
    const open = async () => {
      const page = await first.context().newPage()
      page.setDefaultTimeout(60_000)
      return page
    }
    await write(first, 'One of two')
    const second = await open()
    await write(second, 'Two of two')
    expect(await dialog(second).count()).toBe(0)
    expect((await kept(second)).length).toBe(2)
    await first.close({ runBeforeUnload: false })
    const third = await open()
    await show(third, '/collections/articles/create')
    await dialog(third).getByText('One of two').waitFor()
    await button(third, 'Take them into the form').click()
    await eventually(() => third.inputValue('#field-headline')).toBe('One of two')
    await eventually(() => kept(third)).toHaveLength(2)
    // Its page loaded again, a tab finds its own.
    await show(second, '/collections/articles/create')
    await dialog(second).getByText('Two of two').waitFor()
    await button(second, 'Drop them').click()
    await eventually(async () => (await kept(second)).join()).toMatch(/^(?!.*Two of two).*One of two/)
    await second.context().close()
  })

  it('is asked once before a save takes sign-offs back, and nothing is saved before that', async () => {
    const editor = await windowOf('editor')
    const reviewer = await windowOf('reviewer')
    const id = await begin(editor)
    const move = async (page: typeof editor, transition: string) =>
      ask(page, 'POST', `/api/articles/${id}/transitions`, {
        transition,
        digest: (await ask(page, 'GET', `/api/articles/${id}/transitions`))['digest'],
      })
    await move(editor, 'submit')
    await move(reviewer, 'sign_off')
    await show(editor, `/collections/articles/${id}`)
    await editor.locator('#action-moves').waitFor()
    await typeAt(editor, '#field-standfirst', ' changed')
    await editor.getByText('saving takes back a sign-off').waitFor()
    await editor.keyboard.press('Control+s')
    await dialog(editor).getByText('takes back a sign-off').waitFor()
    expect((await words(editor, id)).standfirst).toBe('Standfirst')
    await dialog(editor).getByRole('button', { name: 'Save and take back' }).click()
    await editor.getByText('This took back a sign-off').waitFor()
    await typeAt(editor, '#field-standfirst', ' again')
    await eventually(async () => (await words(editor, id)).standfirst).toBe('Standfirst changed again')
    expect(await dialog(editor).count()).toBe(0)
  })

  it('sees who else writes, may take over, and puts both texts together', async () => {
    const first = await windowOf('editor')
    const second = await windowOf('editor2')
    const id = await begin(first)
    await typeAt(first, '#field-standfirst', ' of the first')
    await eventually(async () => (await words(first, id)).standfirst).toBe('Standfirst of the first')

    await show(second, `/collections/articles/${id}`)
    await second.getByText('Edith Editor is writing here since').waitFor()
    await second.locator(BODY).first().waitFor()
    await typeAt(second, BODY, ' of the second')
    await second.getByText('Not saved by itself while Edith Editor is writing here').waitFor()
    await button(second, 'Take over').click()
    await eventually(async () => (await words(second, id)).body).toBe('Body of the second')

    await typeAt(first, '#field-headline', ' of the first')
    await first.keyboard.press('Control+s')
    await dialog(first).getByText('Nowhere did you both change the same passage').waitFor()
    await dialog(first).getByRole('button', { name: 'Put both together and save' }).click()
    await first.locator(`${SAVE}[disabled]`).waitFor()
    await eventually(async () => words(first, id)).toMatchObject({
      headline: 'Headline of the first',
      standfirst: 'Standfirst of the first',
      body: 'Body of the second',
    })
    expect(await first.locator(BODY).first().innerText()).toBe('Body of the second')
    await first.getByText('Emil Editor took this piece over').waitFor({ timeout: 60_000 })
  })

  it('chooses the wording where both changed one passage', async () => {
    const first = await windowOf('editor')
    const second = await windowOf('editor2')
    const id = await begin(first)
    await ask(second, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the second' })
    await typeAt(first, '#field-headline', ' of the first')
    await first.keyboard.press('Control+s')
    const put = dialog(first).getByRole('button', { name: 'Put both together and save' })
    await put.waitFor()
    expect(await put.isDisabled()).toBe(true)
    await dialog(first).getByLabel('My wording').check()
    await put.click()
    await eventually(async () => (await stored(first, id))['headline']).toBe('Headline of the first')
  })
})
