import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { aText } from '../helpers/pieces.ts'
import { BODY, eventually, SAVE, usePanel, type Doc } from '../helpers/panel.ts'

const EDITOR = '[data-field-path=body] [data-lexical-editor]'
const WORD = (level: number, text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>` +
  `·<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`

type Node = Readonly<Record<string, unknown>> & { readonly children?: readonly Node[] }

type Point = { readonly key: string; readonly offset: number }
type Editor = {
  readonly getEditorState: () => { _selection?: { anchor?: Point; focus?: Point } | null }
  readonly getElementByKey: (key: string) => HTMLElement | null
}

// Guards: PasteFeature.tsx and what it calls. What becomes of which HTML is in test/unit/admin/pasting.
describe('what is pasted into a body', () => {
  const { address, ask, begin, saveAll, show, stored, windowOf } = usePanel()

  /** Lexical learns of a caret that a key moved only after the key; people are slower than that. */
  const caretSettled = (page: Page) =>
    page.waitForFunction(() => {
      const editor = (document.activeElement as unknown as { __lexicalEditor?: Editor } | null)?.__lexicalEditor
      const [known, shown] = [editor?.getEditorState()._selection, getSelection()]
      const isAt = (point: Point | undefined, node: globalThis.Node | null | undefined, offset: number | undefined) =>
        point?.offset === offset && editor?.getElementByKey(point?.key ?? '')?.contains(node ?? null) === true
      return (
        isAt(known?.anchor, shown?.anchorNode, shown?.anchorOffset) &&
        isAt(known?.focus, shown?.focusNode, shown?.focusOffset)
      )
    })

  async function press(page: Page, ...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key)
      await caretSettled(page)
    }
  }

  /** Saves once the form knows of what was pasted. */
  async function save(page: Page): Promise<void> {
    await page.locator(`${SAVE}:not([disabled])`).waitFor()
    await saveAll(page)
  }

  /** Copies HTML as another program does, and pastes it where the caret is. */
  async function paste(page: Page, html: string): Promise<void> {
    await page.evaluate((given) => {
      const copy = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', given)
        event.clipboardData?.setData('text/plain', 'The words alone.')
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', copy, { capture: true, once: true })
    }, html)
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
  }

  async function toEnd(page: Page): Promise<void> {
    await page.locator(BODY).last().click()
    await press(page, 'End')
  }

  /** Opens an article with a body of these nodes, the caret at its end. */
  async function open(page: Page, ...children: Node[]): Promise<string> {
    const id = await begin(page, children.length > 0 ? { body: aBody(...children) } : { body: aText('') })
    await toEnd(page)
    return id
  }

  const notice = (page: Page) => page.locator('.imp-pasted [role=status]').first()
  const told = async (page: Page) => (await notice(page).locator('li').allInnerTexts()).map((each) => each.trim())
  const bodyOf = async (page: Page, id: string): Promise<readonly Node[]> =>
    ((await stored(page, id)).body as { root: { children: Node[] } }).root.children
  const linesOf = async (page: Page, id: string) =>
    (await bodyOf(page, id)).map(inBrief).filter((line) => line !== 'paragraph ')

  it.each([
    ['by address', 'https://pictures.invalid/h.jpg'],
    [
      'in the text',
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    ],
  ])('has no picture %s, which is said until it is closed', async (_how, src) => {
    const page = await windowOf('editor')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const id = await open(page)
    await paste(page, `<p>Before.</p><p><img src="${src}" alt="Harbour"></p><p>After.</p>`)
    await eventually(() => told(page)).toEqual(['A picture was left out. Upload the picture, then put it in.'])
    await save(page)
    expect(await linesOf(page, id)).toEqual(['paragraph Before.', 'paragraph After.'])
    expect(await page.locator('.shimmer-effect, dialog[open] .drawer').count()).toBe(0)
    expect(asked.filter((url) => url.includes('pictures.invalid'))).toEqual([])
    await notice(page).getByRole('button', { name: 'Close' }).click()
    await eventually(() => notice(page).innerText()).toBe('')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-lexical-editor'))).toBe(true)
  })

  it('leaves nothing of a picture file when its upload is cancelled', async () => {
    const page = await windowOf('editor')
    await open(page, element('paragraph', {}, words('Text')))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(async () => {
      const drawn = document.createElement('canvas')
      const blob = await new Promise<Blob | null>((done) => {
        drawn.toBlob(done)
      })
      if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    })
    const pictures = () => page.locator(`${EDITOR} [data-lexical-decorator]`).count()
    await page.keyboard.press('Control+v')
    await page.locator('dialog[open]').getByText('1 File to Upload').first().waitFor()
    expect(await pictures()).toBe(1)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await eventually(pictures).toBe(0)
  })

  it('leaves the caret in sight when there is something to say', async () => {
    const page = await windowOf('editor')
    await open(page)
    await paste(page, `${'<p>A line</p>'.repeat(60)}<p>The last</p><img src="a.png">`)
    await eventually(() => told(page)).toHaveLength(1)
    const box = async (selector: string) => (await page.locator(selector).last().boundingBox()) ?? { y: 0, height: 0 }
    await eventually(async () => {
      const [line, note] = [await box(`${BODY}:has-text("The last")`), await box('.imp-pasted')]
      return note.y > 0 && line.y + line.height <= note.y
    }).toBe(true)
  })

  it('has all else in what the editor has, and stays as it is when it is opened and saved again', async () => {
    const page = await windowOf('editor')
    const id = await open(
      page,
      element('heading', { tag: 'h2' }, words('Section')),
      element('paragraph', {}, words('Text.')),
    )
    await press(page, 'Enter')
    await paste(
      page,
      '<html><body><!--StartFragment--><h3>Part</h3><h5>Detail</h5><table><tr><th>Year</th><th>Votes</th></tr><tr><td>2026</td><td>7</td></tr></table>' +
        `${WORD(1, 'One')}${WORD(2, 'Below')}${WORD(1, 'Two')}<dl><dt>Quorum</dt><dd>How many</dd></dl><pre>a\n  b</pre>` +
        '<blockquote><p>Said.</p><p>And more.</p></blockquote><hr><p><b style="font-weight:normal">Plain</b> <u>and</u> ' +
        '<a href="https://example.org/"><span style="font-weight:700">linked</span></a></p><!--EndFragment--></body></html>',
    )
    await eventually(() => told(page)).toHaveLength(3)
    await save(page)
    const expected = [
      'heading h2 Section',
      'paragraph Text.',
      'heading h3 Part',
      'heading h4 Detail',
      'paragraph Year | Votes',
      'paragraph 2026 | 7',
      'list bullet One, Below, Two',
      'paragraph Quorum: How many',
      'paragraph a⏎  b',
      'quote Said., And more.',
      'horizontalrule ',
      'paragraph Plain and linked',
    ]
    expect(await linesOf(page, id)).toEqual(expected)
    const digest = async () => (await ask(page, 'GET', `/api/articles/${id}/dossier`))['digest']
    const before = await digest()
    await show(page, `/collections/articles/${id}`)
    await page.locator(BODY).first().click()
    await page.keyboard.press('End')
    await page.keyboard.type('x')
    await page.keyboard.press('Backspace')
    await page.locator('#field-standfirst').fill('x')
    await page.locator('#field-standfirst').fill('Standfirst')
    await page.keyboard.press('Control+s')
    await page.locator('#action-save-draft[disabled]').waitFor()
    expect(await digest()).toBe(before)
    await page.goto(address(`/preview/articles/${id}`))
    const quotation = page.locator('blockquote').first()
    expect(await quotation.innerHTML()).toBe('<p>Said.</p><p>And more.</p>')
    expect(await quotation.evaluate((element) => element.nextElementSibling?.tagName)).toBe('HR')
  })

  it('is read in the same way when it is dropped', async () => {
    const page = await windowOf('editor')
    const id = await open(page)
    await page.evaluate(() => {
      const elsewhere = document.body.appendChild(document.createElement('div'))
      elsewhere.innerHTML = '<h1>Title</h1><p>Words<img src="data:image/png;base64,AA=="></p>'
      elsewhere.style.cssText = 'position:fixed;left:0;bottom:0;z-index:99;background:white'
      getSelection()?.selectAllChildren(elsewhere)
    })
    await page.locator('h1', { hasText: 'Title' }).dragTo(page.locator(BODY).first())
    await eventually(() => told(page)).toEqual(['A picture was left out. Upload the picture, then put it in.'])
    await save(page)
    expect(await linesOf(page, id)).toEqual(['heading h2 Title', 'paragraph Words'])
  })

  it('goes into the line that the caret is in when it is one, and away again in one step', async () => {
    const page = await windowOf('editor')
    const id = await open(page, element('paragraph', {}, words('Before, after')))
    for (const _ of 'after') await press(page, 'ArrowLeft')
    await paste(page, '<meta charset="utf-8"><span style="font-style:italic">between</span><span>, </span>')
    await eventually(() => page.locator(BODY).first().innerText()).toBe('Before, between, after')
    await save(page)
    expect(await linesOf(page, id)).toEqual(['paragraph Before, between, after'])
    await page.locator(BODY).first().click()
    await page.keyboard.press('Control+z')
    await eventually(() => page.locator(BODY).first().innerText()).toBe('Before, after')
  })

  it('is as it was when it was copied in a body here', async () => {
    const page = await windowOf('editor')
    const fields = { id: '64f000000000000000000001', blockType: 'pullQuote', quote: 'Large' }
    const id = await open(
      page,
      element('heading', { tag: 'h3' }, words('Part')),
      { type: 'block', version: 2, format: '', fields },
      element('paragraph', {}, words('End')),
    )
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await toEnd(page)
    await press(page, 'Enter')
    await page.keyboard.press('Control+v')
    await eventually(() => page.locator(`${EDITOR} h3`).count()).toBe(2)
    await save(page)
    const part = ['heading h3 Part', 'block pullQuote', 'paragraph End']
    expect(await linesOf(page, id)).toEqual([...part, ...part])
    expect(await told(page)).toEqual([])
  })

  it('goes into a fact box as what a note has, and is said there', async () => {
    const page = await windowOf('editor')
    const text = aText('Note') as unknown as Node
    const fields = { id: '64f000000000000000000002', blockType: 'factBox', title: 'Facts', text }
    const id = await open(
      page,
      { type: 'block', version: 2, format: '', fields },
      element('paragraph', {}, words('End')),
    )
    const inner = page.locator(`${EDITOR} [data-lexical-editor]`)
    await inner.click()
    await press(page, 'End', 'Enter')
    await paste(page, '<h2>Title</h2><p>Words<img src="a.png"></p>')
    await eventually(() => page.locator('.imp-pasted li').allInnerTexts()).toEqual([
      'A picture was left out. Upload the picture, then put it in.',
      'Headings are kept as paragraphs, as this text has none.',
    ])
    await save(page)
    const [box] = await bodyOf(page, id)
    const note = (box as unknown as { fields: { text: { root: { children: Node[] } } } }).fields.text.root.children
    expect(note.map(inBrief)).toEqual(['paragraph Note', 'paragraph Title', 'paragraph Words'])
    expect(note[1]?.children?.[0]?.['format']).toBe(1)
  })
})

const element = (type: string, more: object, ...children: Node[]): Node => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  ...more,
  children,
})
const words = (text: string): Node => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
})
const aBody = (...children: Node[]) => ({ root: element('root', {}, ...children) })

/** A block of a text as its kind and its words. */
function inBrief({ children = [], fields, listType, tag, type }: Node): string {
  const kind = [type, type === 'heading' ? tag : listType, (fields as Doc | undefined)?.['blockType']]
  const isLine = children.every((child) => !['paragraph', 'listitem', 'list'].includes(String(child['type'])))
  const said = isLine ? children.map(wordsOf).join('') : children.map(wordsOf).join(', ')
  return [...kind.filter((each) => typeof each === 'string'), ...(type === 'block' ? [] : [said])].join(' ')
}

function wordsOf({ children = [], text, type }: Node): string {
  return type === 'linebreak' ? '⏎' : typeof text === 'string' ? text : children.map(wordsOf).join('')
}
