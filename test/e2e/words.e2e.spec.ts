import type { Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hold, isAskedFor, isSave, isServerFunction } from '../helpers/heldRoute.ts'
import { BODY, eventually, SAVE, usePanel, type Doc } from '../helpers/panel.ts'

describe('words in the panel', () => {
  const { address, ask, begin, button, dialog, newWindow, saveAll, show, stored, tab, typeAt, windowOf, words } =
    usePanel()

  describe('typed while a save is under way', () => {
    it.each([
      ['on its way to the newsroom', isSave],
      ['stored, and the form asks what of it', isServerFunction],
    ])('stay, when it is %s, in every field', async (_, which) => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await typeAt(page, '#field-standfirst', ' before')
      const held = await hold(page, which)
      await page.keyboard.press('Control+s')
      await held.arrived

      expect(await page.locator('#field-headline').isEnabled()).toBe(true)
      await typeAt(page, '#field-headline', ' meanwhile')
      await typeAt(page, '#field-standfirst', ' meanwhile')
      await tab(page, 'Byline and credits')
      await typeAt(page, '[name="credits.0.creditedAs"]', ' meanwhile')
      await tab(page, 'Text')
      await typeAt(page, BODY, ' mean')
      await held.release()
      await page.keyboard.type('while')
      await page.locator(`${SAVE}:not([disabled])`).waitFor()

      const shown = async () => ({
        headline: await page.inputValue('#field-headline'),
        standfirst: await page.inputValue('#field-standfirst'),
        body: await page.locator(BODY).first().innerText(),
      })
      const right = {
        headline: 'Headline meanwhile',
        standfirst: 'Standfirst before meanwhile',
        body: 'Body meanwhile',
      }
      await saveAll(page)
      expect(await shown()).toEqual(right)
      expect(await words(page, id)).toEqual({ ...right, credit: 'Name meanwhile' })
      expect(await dialog(page).count()).toBe(0)
    })

    it('stay where they are typed: no field is closed, and the caret does not move', async () => {
      const page = await windowOf('editor')
      await begin(page)
      await page.locator('#field-standfirst').click()
      await page.keyboard.press('Home')
      await page.keyboard.type('A')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type('B')
      const answered = page.waitForResponse((answer) => isServerFunction(answer.request()))
      await held.release()
      await page.keyboard.type('C')
      await answered
      await page.keyboard.type('D')
      expect(await page.inputValue('#field-standfirst')).toBe('ABCDStandfirst')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-standfirst')
      await saveAll(page)
    })

    it('go along with a second save that is asked for before the first is done', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await typeAt(page, '#field-headline', ' one')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' two')
      await page.keyboard.press('Control+s')
      await page.keyboard.press('Control+s')
      await held.release()
      await page.locator(`${SAVE}[disabled]`).waitFor()
      await eventually(async () => (await words(page, id)).headline).toBe('Headline one two')
      expect(await dialog(page).count()).toBe(0)
    })

    it('stay, and what the newsroom made of the rest is shown beside them', async () => {
      const page = await windowOf('editor')
      const id = await begin(page, { headline: '' })
      await typeAt(page, '#field-headline', 'Made Anew')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await typeAt(page, '#field-standfirst', ' meanwhile')
      await held.release()
      await eventually(() => page.inputValue('#field-slug')).toBe('made-anew')
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst meanwhile')
      await saveAll(page)
      expect((await stored(page, id))['standfirst']).toBe('Standfirst meanwhile')
    })

    // Guard: `isStoredNow` in PieceMoves. Without it the piece is handed in without them.
    it('are not left behind by a move that is asked for before them', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      const lookedUp = await hold(page, (request) => request.url().endsWith('/companions'))
      await button(page, 'Submit for review').click()
      await lookedUp.arrived
      await typeAt(page, '#field-headline', ' and on')
      await lookedUp.release()
      await dialog(page).getByRole('heading', { name: 'What can be done' }).waitFor()
      expect((await ask(page, 'GET', `/api/articles/${id}/dossier`))['stage']).toBe('draft')
      await dialog(page).getByRole('button', { name: 'Submit for review' }).click()
      await page.locator('.imp-title-stage').getByText('In review').waitFor()
      expect((await words(page, id)).headline).toBe('Headline and on')
    })

    it('do not open the way to a move before they are saved', async () => {
      const page = await windowOf('editor')
      await begin(page)
      await typeAt(page, '#field-headline', ' one')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      expect(await page.locator('#action-move').count()).toBe(0)
      await page.keyboard.type(' two')
      const saved = page.waitForResponse((answer) => isAskedFor(answer.request()))
      const next = await hold(page, isSave)
      await held.release()
      await saved
      await button(page, 'Save first').or(button(page, 'Saving …')).waitFor()
      expect(await page.locator('#action-move').count()).toBe(0)
      await next.release()
      await saveAll(page)
    })
  })

  describe('of a save that fails', () => {
    it.each([
      ['the newsroom is busy', { status: 503, body: { errors: [{ code: 'busy', message: 'The newsroom is busy.' }] } }],
      ['the network is gone', null],
      ['a field is refused', { status: 400, body: { errors: [{ code: 'invalid_value', message: 'Not so.' }] } }],
      ['nobody is logged in any more', { status: 401, body: { errors: [{ message: 'Log in.' }] } }],
    ])('stay, with those typed meanwhile, when %s', async (_, answer) => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await typeAt(page, '#field-standfirst', ' before')
      const held = await hold(page, isSave)
      const fail = (route: Route) => {
        if (!isSave(route.request())) return route.fallback()
        return answer
          ? route.fulfill({ status: answer.status, json: answer.body })
          : route.abort('internetdisconnected')
      }
      await page.route('**/api/articles/**', fail)
      // Routes are asked from the last to the first: the held one has to come first.
      await page.keyboard.press('Control+s')
      await page.keyboard.type(' meanwhile')
      await page
        .getByText(/Nothing was saved/)
        .first()
        .waitFor()
      await page.getByText('Failed to fetch').waitFor({ state: 'detached' })
      await held.release()
      await page.unroute('**/api/articles/**', fail)
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst before meanwhile')
      await saveAll(page)
      expect((await words(page, id)).standfirst).toBe('Standfirst before meanwhile')
    })
  })

  describe('of a new piece', () => {
    it('stay, when they are typed while it is made and its page comes', async () => {
      const page = await windowOf('editor')
      await show(page, '/collections/articles/create')
      await page.fill('#field-headline', 'New')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.locator('#field-headline').press('End')
      await page.keyboard.type(' piece')
      await typeAt(page, '[data-field-path=body] [data-lexical-editor]', 'The text')
      await page.locator('#field-standfirst').click()
      await page.keyboard.type('Stands')
      await held.release()
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
      await page.locator(`${SAVE}:not([disabled])`).waitFor()
      expect(await page.inputValue('#field-headline')).toBe('New piece')
      expect(await page.inputValue('#field-standfirst')).toBe('Stands')
      await eventually(() => page.locator(BODY).first().innerText()).toBe('The text')
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('field-standfirst')
      await page.keyboard.type(' first')
      await saveAll(page)
      const id = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
      const now = await stored(page, id)
      expect([now['headline'], now['standfirst'], JSON.stringify(now['body']).includes('The text')]).toEqual([
        'New piece',
        'Stands first',
        true,
      ])
    })
  })

  describe('of a new piece whose editor has the caret', () => {
    // Guard: the caret waits for the editor that stays, and goes no further than its text.
    it('go on where they were when its page has come', async () => {
      const page = await windowOf('editor')
      await show(page, '/collections/articles/create')
      await page.fill('#field-headline', 'New with a text')
      await typeAt(page, '[data-field-path=body] [data-lexical-editor]', 'The text')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' goes on')
      const editor = page.evaluateHandle(
        () =>
          new Promise<Element | null>((resolve) => {
            const before = document.activeElement
            document.addEventListener('focusin', function come({ target }) {
              if (!(target instanceof Element) || target === before || !target.closest('[data-lexical-editor]')) return
              document.removeEventListener('focusin', come)
              resolve(target)
            })
          }),
      )
      await held.release()
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
      const first = await editor
      const body = page.locator(BODY).first()
      await eventually(() => body.innerText()).toBe('The text goes on')
      await page.keyboard.type(' here')
      await eventually(() => body.innerText()).toBe('The text goes on here')
      expect(await first.evaluate((each) => each?.isConnected)).toBe(true)
      await saveAll(page)
      const id = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
      expect(JSON.stringify((await stored(page, id))['body'])).toContain('The text goes on here')
    })
  })

  describe('in a drawer', () => {
    it('stay while a save of it runs: an author within an article', async () => {
      const page = await windowOf('editor')
      const { doc } = await ask(page, 'POST', '/api/authors', { displayName: 'Ann' })
      await begin(page, { credits: [{ author: doc.id, role: 'author' }] })
      await tab(page, 'Byline and credits')
      await page.locator('#credits-row-0 .relationship--single-value__drawer-toggler').click()
      const name = page.locator('.doc-drawer #field-displayName')
      await name.click()
      await page.keyboard.press('End')
      await page.keyboard.type(' Other')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' Name')
      await held.release()
      await page.locator(`.doc-drawer ${SAVE}:not([disabled])`).waitFor()
      expect(await name.inputValue()).toBe('Ann Other Name')
      await page.keyboard.press('Control+s')
      await page.locator(`.doc-drawer ${SAVE}[disabled]`).waitFor()
      expect((await stored(page, doc.id, 'authors'))['displayName']).toBe('Ann Other Name')
    })
  })

  describe('in what is no piece', () => {
    it('stay while a save of it runs: a section', async () => {
      const page = await windowOf('editor')
      const { doc } = await ask(page, 'POST', '/api/sections', { name: 'Science' })
      await show(page, `/collections/sections/${doc.id}`)
      await typeAt(page, '#field-name', ' and')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' nature')
      await held.release()
      await page.locator('#action-save:not([disabled])').waitFor()
      expect(await page.inputValue('#field-name')).toBe('Science and nature')
      await page.keyboard.press('Control+s')
      await page.locator('#action-save[disabled]').waitFor()
      expect((await stored(page, doc.id, 'sections'))['name']).toBe('Science and nature')
    })

    it('stay while a save of it runs: the settings of the newsroom', async () => {
      const page = await windowOf('admin')
      await show(page, '/globals/newsroom')
      await typeAt(page, '#field-name', ' Post')
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await page.keyboard.type(' Daily')
      await held.release()
      await page.locator('#action-save:not([disabled])').waitFor()
      expect(await page.inputValue('#field-name')).toMatch(/ Post Daily$/)
      await page.keyboard.press('Control+s')
      await page.locator('#action-save[disabled]').waitFor()
      expect((await ask(page, 'GET', '/api/globals/newsroom'))['name']).toMatch(/ Post Daily$/)
    })
  })

  describe('of one person', () => {
    it('are not taken by whoever opens the piece to read and moves it', async () => {
      const editor = await windowOf('editor')
      const id = await begin(editor)
      await ask(editor, 'POST', `/api/articles/${id}/transitions`, {
        transition: 'submit',
        digest: (await ask(editor, 'GET', `/api/articles/${id}/transitions`))['digest'],
      })
      await show(editor, `/collections/articles/${id}`)
      const held = await hold(editor, isSave)
      await typeAt(editor, '#field-standfirst', ' not saved')
      await held.arrived

      const reviewer = await windowOf('reviewer')
      await show(reviewer, `/collections/articles/${id}`)
      await button(reviewer, 'Sign off').waitFor()
      await reviewer.getByText('Edith Editor is writing here since').waitFor()
      expect(await reviewer.getByText(/take over/i).count()).toBe(0)
      await button(reviewer, 'Sign off').click()
      await dialog(reviewer).getByRole('button', { name: 'Sign off' }).click()
      await reviewer.locator('.imp-title-stage').getByText('Approved').waitFor()

      // What comes after the sign-off does not take it back unasked.
      await held.release()
      await editor.getByText('saving takes back a sign-off').waitFor()
      await typeAt(editor, '#field-headline', ' still mine')
      expect(await editor.inputValue('#field-standfirst')).toBe('Standfirst not saved')
      expect(await editor.inputValue('#field-headline')).toBe('Headline still mine')
      expect((await words(editor, id)).standfirst).toBe('Standfirst')
      await editor.keyboard.press('Control+s')
      await dialog(editor).getByRole('button', { name: 'Save and take back' }).click()
      await editor.locator(`${SAVE}[disabled]`).waitFor()
      expect((await words(editor, id)).standfirst).toBe('Standfirst not saved')
    })

    it('stay in the question of a move when the text turns out to be a newer one', async () => {
      const editor = await windowOf('editor')
      const reviewer = await windowOf('reviewer')
      const id = await begin(editor)
      await ask(editor, 'POST', `/api/articles/${id}/transitions`, {
        transition: 'submit',
        digest: (await ask(editor, 'GET', `/api/articles/${id}/transitions`))['digest'],
      })
      await show(reviewer, `/collections/articles/${id}`)
      await reviewer.locator('#action-moves').click()
      await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
      const reason = dialog(reviewer).getByLabel('Reason')
      await reason.fill('Who says so?')
      await ask(editor, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Of the editor' })
      await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
      await dialog(reviewer).getByText('Copy what you have typed here').waitFor()
      expect(await reason.inputValue()).toBe('Who says so?')
      expect(await dialog(reviewer).getByRole('button', { name: 'Request changes' }).isDisabled()).toBe(true)
      await dialog(reviewer).getByRole('button', { name: 'Cancel' }).click()
      await button(reviewer, 'Load the newest text').waitFor()
    })

    // Guard: a move on its way cannot be left, and what was typed for one that was left is there again.
    it('stay in the question of a move that is left, which is not while the move is on its way', async () => {
      const editor = await windowOf('editor')
      const reviewer = await windowOf('reviewer')
      const id = await begin(editor)
      await ask(editor, 'POST', `/api/articles/${id}/transitions`, {
        transition: 'submit',
        digest: (await ask(editor, 'GET', `/api/articles/${id}/transitions`))['digest'],
      })
      await show(reviewer, `/collections/articles/${id}`)
      const open = async () => {
        await reviewer.locator('#action-moves').click()
        await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
      }
      await open()
      const reason = dialog(reviewer).getByLabel('Reason')
      await reason.fill('Who says so?')
      await dialog(reviewer).getByRole('button', { name: 'Cancel' }).click()
      await open()
      expect(await reason.inputValue()).toBe('Who says so?')
      const held = await hold(
        reviewer,
        (request) => request.method() === 'POST' && request.url().includes('transitions'),
      )
      await dialog(reviewer).getByRole('button', { name: 'Request changes' }).click()
      await held.arrived
      for (let times = 0; times < 3; times++) await reviewer.keyboard.press('Escape')
      expect(await dialog(reviewer).getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true)
      await held.release()
      await reviewer.locator('.imp-title-stage').getByText('Changes requested').waitFor()
      await dialog(reviewer).waitFor({ state: 'detached' })
    })

    // Guard: `checkForStaleData: false` in DocumentEdit. What opens over the form takes the letters.
    it('are typed on when somebody else has saved meanwhile, in a piece', async () => {
      const [page, other] = [await windowOf('editor'), await windowOf('editor2')]
      const id = await begin(page)
      await ask(other, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Theirs' })
      const answered = page.waitForResponse((answer) => isServerFunction(answer.request()))
      await typeAt(page, '#field-standfirst', ' and')
      await answered
      await page.keyboard.type(' on')
      await page.getByText('somebody saved a newer text meanwhile').waitFor()
      await page.keyboard.type(' and on')
      expect(await page.inputValue('#field-standfirst')).toBe('Standfirst and on and on')
      expect(await dialog(page).count()).toBe(0)
    })

    it('are typed on when somebody else has saved meanwhile, in a section, and a save tells of that', async () => {
      const [page, other] = [await windowOf('editor'), await windowOf('editor2')]
      const { doc } = await ask(page, 'POST', '/api/sections', { name: 'Letters' })
      await show(page, `/collections/sections/${doc.id}`)
      await ask(other, 'PATCH', `/api/sections/${doc.id}`, { description: 'Theirs.' })
      const answered = page.waitForResponse((answer) => isServerFunction(answer.request()))
      await typeAt(page, '#field-name', ' and')
      await answered
      await page.keyboard.type(' notes')
      await page.keyboard.press('Control+s')
      await dialog(page).getByRole('button', { name: 'Save mine over it' }).waitFor()
      expect(await page.inputValue('#field-name')).toBe('Letters and notes')
      expect((await stored(page, doc.id, 'sections'))['name']).toBe('Letters')
    })

    it('are not saved over by whoever came second, unless that one says so', async () => {
      const first = await windowOf('editor')
      const second = await windowOf('editor2')
      const id = await begin(first)
      const held = await hold(first, isSave)
      await typeAt(first, '#field-standfirst', ' mine')
      await held.arrived
      await show(second, `/collections/articles/${id}`)
      await typeAt(second, '#field-headline', ' theirs')
      await saveAll(second)
      await held.release()
      await first.getByText('somebody saved a newer text meanwhile').waitFor()
      await first.keyboard.press('Control+s')
      await dialog(first).getByText('Emil Editor').waitFor()
      expect(await words(first, id)).toMatchObject({ headline: 'Headline theirs', standfirst: 'Standfirst' })
      await dialog(first).getByRole('button', { name: 'Back to my text' }).click()
      expect(await first.inputValue('#field-standfirst')).toBe('Standfirst mine')
      await first.keyboard.press('Control+s')
      await dialog(first).getByRole('button', { name: 'Save mine over it' }).click()
      await first.locator(`${SAVE}[disabled]`).waitFor()
      await eventually(async () => (await words(first, id)).standfirst).toBe('Standfirst mine')
    })

    it('hold nobody off after their browser has crashed', async () => {
      const window = await newWindow('editor2')
      const editor = await windowOf('editor')
      const id = await begin(window)
      const told = window.waitForResponse((answer) => isServerFunction(answer.request()))
      await typeAt(window, '#field-standfirst', ' not saved')
      await told
      const crash = await window.context().newCDPSession(window)
      void crash.send('Page.crash').catch(() => undefined)
      await window.waitForEvent('crash')
      await window.context().close()

      await show(editor, `/collections/articles/${id}`)
      await button(editor, 'Submit for review').click()
      // Its author goes along where readers do not have them yet.
      const submitted = editor.locator('.imp-title-stage').getByText('In review')
      const asked = editor.getByRole('dialog').getByRole('button', { name: 'Submit for review' })
      await submitted.or(asked).first().waitFor()
      if (await asked.isVisible()) await asked.click()
      await submitted.waitFor()
      await typeAt(editor, '#field-headline', ' at once')
      await saveAll(editor)
      expect((await words(editor, id)).headline).toBe('Headline at once')
    })
  })

  describe('in a row that was just added', () => {
    it('can be typed at once, and stay when the newsroom answers late', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await tab(page, 'Byline and credits')
      const held = await hold(page, isServerFunction)
      await button(page, 'Add Credit').click()
      await typeAt(page, '[name="credits.1.creditedAs"]', 'Second')
      await held.arrived
      await button(page, 'Add Credit').click()
      await typeAt(page, '[name="credits.2.creditedAs"]', 'Third')
      const answered = page.waitForResponse((answer) => isServerFunction(answer.request()))
      await held.release()
      await answered
      await page.keyboard.type(' too')
      await saveAll(page)
      const { credits } = await stored(page, id)
      expect((credits as Doc[]).map((each) => each['creditedAs'])).toEqual(['Name', 'Second', 'Third too'])
      expect(await page.inputValue('[name="credits.2.creditedAs"]')).toBe('Third too')
    })

    // Guard: `given`, without which the newsroom's own values in a new row count as words that are not saved.
    it('are saved with it, and the form knows', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await tab(page, 'Byline and credits')
      const asked = await hold(page, isServerFunction)
      await button(page, 'Add Credit').click()
      await typeAt(page, '[name="credits.1.creditedAs"]', 'Second')
      await asked.arrived
      const held = await hold(page, isSave)
      await page.keyboard.press('Control+s')
      await held.arrived
      await asked.release()
      await page.locator('#field-credits__1__role .rs__single-value').waitFor()
      await held.release()
      await page.locator(`${SAVE}[disabled]`).waitFor()
      expect(((await stored(page, id))['credits'] as Doc[])[1]).toMatchObject({ creditedAs: 'Second', role: 'author' })
    })

    it('stay in their row when another one is removed before the newsroom answers', async () => {
      const page = await windowOf('editor')
      const id = await begin(page)
      await tab(page, 'Byline and credits')
      const held = await hold(page, isServerFunction)
      await button(page, 'Add Credit').click()
      await typeAt(page, '[name="credits.1.creditedAs"]', 'Second')
      await held.arrived
      await button(page, 'Add Credit').click()
      await typeAt(page, '[name="credits.2.creditedAs"]', 'Third')
      await page.locator('#credits-row-0 .array-actions__button').click()
      await page.locator('.array-actions__remove:visible').click()
      await held.release()
      await page.locator('#credits-row-2').waitFor({ state: 'detached' })
      await saveAll(page)
      const { credits } = await stored(page, id)
      expect((credits as Doc[]).map((each) => each['creditedAs'])).toEqual(['Second', 'Third'])
    })
  })

  it('in Arabic run from right to left, in every field of plain text', async () => {
    const page = await windowOf('editor')
    const id = await begin(page, { headline: 'الأسباب' })
    const directions = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('form input[type=text][name], form textarea[name]')].map(
          (each) => `${each.getAttribute('name') ?? ''} ${each.dir}`,
        ),
      )
    for (const name of ['Text', 'Byline and credits', 'Lead picture', 'Filing', 'Sharing']) {
      await tab(page, name)
      expect((await directions()).filter((each) => !each.endsWith(' auto'))).toEqual([])
    }
    await tab(page, 'Text')
    expect(await page.locator('#field-headline').evaluate((each) => getComputedStyle(each).direction)).toBe('rtl')
    await page.goto(address('/admin/collections/articles'))
    const cell = page.locator(`tbody a[href$="${id}"]`).first()
    await cell.waitFor()
    expect(await cell.evaluate((each) => getComputedStyle(each).unicodeBidi)).toBe('plaintext')
  })
})
