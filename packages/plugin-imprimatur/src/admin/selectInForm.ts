import type { FaultyPassage } from '../domain/workflow/index.ts'

/**
 * Goes to words of the saved text in the form and selects them, so that others can be typed over them.
 *
 * @returns whether they are there: somebody may have changed them since, and a tab that is not open is not in the page
 */
export function selectInForm({ exact, path, start }: FaultyPassage): boolean {
  const [name = '', ...steps] = path.split('.')
  if (steps[0] !== 'root') return selectInField(path, exact, start)
  const editor = document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(name)}"] [data-lexical-editor]`)
  const block = editor?.children[Number(steps[2])]
  const range = (block && rangeOf(block, exact, start)) ?? (editor && rangeOf(editor, exact, 0))
  if (!editor || !range) return false
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  editor.focus({ preventScroll: true })
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  return true
}

function selectInField(path: string, exact: string, start: number): boolean {
  const field = document.getElementById(`field-${path.replaceAll('.', '__')}`)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false
  const at = field.value.startsWith(exact, start) ? start : field.value.indexOf(exact)
  if (at === -1) return false
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  field.setSelectionRange(at, at + exact.length)
  return true
}

/** The words where they stood, or else where they stand first. */
function rangeOf(element: Element, exact: string, start: number): Range | null {
  const parts: { readonly node: Text; readonly start: number }[] = []
  let text = ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    parts.push({ node, start: text.length })
    text += node.data
  }
  const at = text.startsWith(exact, start) ? start : text.indexOf(exact)
  const first = parts.findLast((part) => part.start <= at)
  const last = parts.findLast((part) => part.start < at + exact.length)
  if (at === -1 || !first || !last) return null
  const range = document.createRange()
  range.setStart(first.node, at - first.start)
  range.setEnd(last.node, at + exact.length - last.start)
  return range
}
