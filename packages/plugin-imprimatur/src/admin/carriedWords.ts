import type { FormState } from 'payload'
import { insertText } from './insertText.ts'
import { same } from './settleAnswer.ts'

/** The form of a document on its way from one page to the next. */
export type CarriedWords = {
  /** What is stored of them. */
  readonly sent: FormState
  /** What stood in the form when its page went. */
  readonly form: FormState
  readonly caret: Caret | null
  readonly letters: Letters
}

/** What is typed while no field is there. */
export type Letters = { readonly stop: () => string }

type Caret = {
  /** The field that had the focus: by its id, or a rich text by its path. */
  readonly field:
    | { readonly id: string }
    | {
        readonly richText: string
        /** What the paragraph, or other block, said in which it was. */
        readonly block: string
      }
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly scrolled: number
}

/** How many frames a field may take to be there, and how long letters are kept for one, in milliseconds. */
const FRAMES = 120
const LONGEST_MS = 10_000

export const RICH_TEXT = '[data-field-path] [data-lexical-editor]'

/** @returns the form of the new page with all that was typed since `sent`; null when nothing was. */
export function withCarried(sent: FormState, form: FormState, page: FormState): FormState | null {
  const changed = Object.keys(form).filter((path) => !same(form[path]?.value, sent[path]?.value))
  const rows = changed.filter((path) => form[path]?.rows)
  const rowsGone = Object.keys(sent).filter((path) => sent[path]?.rows && !sameRows(sent[path], form[path]))
  const lists = [...new Set([...rows, ...rowsGone])]
  if (changed.length === 0 && lists.length === 0) return null
  const within = (path: string) => lists.some((list) => path.startsWith(`${list}.`))
  const kept = Object.entries(page).filter(([path]) => !within(path))
  const carried = Object.entries(form)
    .filter(([path]) => within(path) || lists.includes(path) || changed.includes(path))
    .map(([path, field]) => [path, { ...page[path], ...field, initialValue: field.value }] as const)
  return Object.fromEntries([...kept, ...carried])
}

function sameRows(one: FormState[string] | undefined, other: FormState[string] | undefined): boolean {
  return same(
    one?.rows?.map((row) => row.id),
    other?.rows?.map((row) => row.id),
  )
}

/** The form, with what an editor of rich text has not handed to it yet: it does that when the browser has time. */
export function formOnScreen(form: FormState, element: HTMLElement): FormState {
  const shown = { ...form }
  for (const { path, root } of richTextsIn(element)) {
    const editor = (root as { __lexicalEditor?: { getEditorState: () => { toJSON: () => unknown } } }).__lexicalEditor
    const field = shown[path]
    if (!field || !editor) continue
    const value = editor.getEditorState().toJSON()
    // An editor that nobody has typed in has an empty paragraph where the form has nothing.
    if (field.value || root.textContent !== '') shown[path] = { ...field, value }
  }
  return shown
}

/** The editors of rich text that are fields of this form, and no part of another editor. */
export function richTextsIn(form: HTMLElement): readonly { readonly path: string; readonly root: Element }[] {
  return [...form.querySelectorAll(RICH_TEXT)].flatMap((root) => {
    const path = pathOf(root)
    return path === null || root.parentElement?.closest('[data-lexical-editor]') ? [] : [{ path, root }]
  })
}

/** Where somebody is typing. */
export function caretNow(): Caret | null {
  const active = document.activeElement
  const scrolled = window.scrollY
  if ((active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) && active.id !== '') {
    const { id, selectionEnd, selectionStart } = active
    return {
      field: { id },
      from: [selectionStart ?? active.value.length],
      to: [selectionEnd ?? active.value.length],
      scrolled,
    }
  }
  const root = active?.closest(RICH_TEXT)
  const path = root ? pathOf(root) : null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection() ?? {}
  if (!root || path === null || !anchorNode || !focusNode) return null
  const from = [...stepsTo(anchorNode, root), anchorOffset ?? 0]
  const to = [...stepsTo(focusNode, root), focusOffset ?? 0]
  const block = root.children[from[0] ?? 0]?.textContent ?? ''
  return { field: { richText: path, block }, from, to, scrolled }
}

/** Puts the caret where it was as soon as that place is there, and after it what was typed meanwhile. */
export async function putCaret(caret: Caret | null, letters: Letters): Promise<void> {
  let tries = FRAMES
  while (caret && !isPlaced(caret) && tries-- > 0) await new Promise(requestAnimationFrame)
  const text = letters.stop()
  // The one way to type into whatever has the caret, which both a field and an editor of rich text hear of.
  if (caret && text !== '') insertText(text)
}

/**
 * Gives the caret back after something that stood over the form, also where the field that had it was made anew meanwhile, and puts `letters` after it.
 * The browser gives it back to a field that is still there.
 */
export function giveCaretBack(caret: Caret | null, letters: string): void {
  const isBack = caret !== null && (document.activeElement !== document.body || isPlaced(caret))
  // Not while React draws: it would take them for no change of a field's own.
  if (isBack && letters !== '')
    queueMicrotask(() => {
      insertText(letters)
    })
}

/** Keeps letters that nothing on the page would take. */
export function catchLetters(): Letters {
  let text = ''
  const note = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.target !== document.body) return
    event.preventDefault()
    text += event.key
  }
  document.addEventListener('keydown', note, true)
  const stop = () => {
    clearTimeout(late)
    document.removeEventListener('keydown', note, true)
    return text
  }
  const late = setTimeout(stop, LONGEST_MS)
  return { stop }
}

/** A field that does not take the caret is as one that is not there yet: nothing else may be lost by it. */
function isPlaced(caret: Caret): boolean {
  try {
    return place(caret)
  } catch {
    return false
  }
}

function place({ field, from, scrolled, to }: Caret): boolean {
  if ('id' in field) {
    const input = document.getElementById(field.id)
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) || input.disabled) return false
    input.focus({ preventScroll: true })
    if (input.selectionStart !== null) input.setSelectionRange(from[0] ?? null, to[0] ?? null)
  } else {
    const root = document.querySelector<HTMLElement>(`[data-field-path="${field.richText}"] [data-lexical-editor]`)
    const shift = root ? shiftOf(root, field.block, from[0] ?? 0) : 0
    const [anchor, focus] = [from, to].map(([block = 0, ...steps]) =>
      root && steps.length > 0 ? nodeAt(root, [block + shift, ...steps.slice(0, -1)]) : root,
    )
    if (root?.contentEditable !== 'true' || !anchor || !focus) return false
    root.focus({ preventScroll: true })
    window.getSelection()?.setBaseAndExtent(anchor, within(anchor, from.at(-1)), focus, within(focus, to.at(-1)))
  }
  window.scrollTo({ top: scrolled })
  return true
}

/** How much further down a block is by now that was the `nth`; the nearest where several say the same. */
function shiftOf(root: Element, block: string, nth: number): number {
  const shifts = [...root.children].flatMap((each, now) => (each.textContent === block ? [now - nth] : []))
  return shifts.sort((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0
}

function pathOf(root: Element): string | null {
  return root.closest('[data-field-path]')?.getAttribute('data-field-path') ?? null
}

function stepsTo(node: Node, root: Node): number[] {
  const parent = node.parentNode
  return node === root || !parent ? [] : [...stepsTo(parent, root), [...parent.childNodes].indexOf(node as ChildNode)]
}

/** An offset that the node has: it may be shorter than the one that the caret was in. */
function within(node: Node, offset = 0): number {
  return Math.min(offset, node instanceof Text ? node.length : node.childNodes.length)
}

function nodeAt(root: Node, steps: readonly number[]): Node | undefined {
  return steps.reduce<Node | undefined>((node, step) => node?.childNodes[step], root)
}
