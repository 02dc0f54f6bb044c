import { childrenOf, nameOf, wordsOf, type PastedNode } from '../admin/pasting/pastedDom.ts'
import { element, words } from './htmlDom.ts'

const BLOCKS = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li main nav ol p pre script section style summary table ul'
  ).split(' '),
)

/**
 * What stands between the blocks of a text, as paragraphs: a blank line parts two, the end of a line is a break. WordPress does so when
 * it shows a text of its older editor (`wpautop`); what it stores has no paragraphs.
 */
export function withParagraphs(nodes: readonly PastedNode[]): PastedNode[] {
  const made: PastedNode[] = []
  let line: PastedNode[] = []
  const end = (): void => {
    if (line.some((node) => wordsOf(node)?.trim() !== '' && nameOf(node) !== 'br')) made.push(element('p', line))
    line = []
  }
  for (const node of nodes) {
    const text = wordsOf(node)
    if (text !== undefined) {
      for (const [at, part] of text.split(/\n[ \t]*\n\s*/u).entries()) {
        if (at > 0) end()
        const last = line.at(-1)
        line.push(...withBreaks(part, last === undefined || nameOf(last) === 'br'))
      }
    } else if (BLOCKS.has(nameOf(node))) {
      end()
      made.push(node)
    } else line.push(node)
  }
  end()
  return made
}

/** `atStart`: nothing stands before it in its line. */
function withBreaks(text: string, atStart: boolean): PastedNode[] {
  const [first = '', ...others] = text.split('\n')
  const nodes = first === '' ? [] : [words(first)]
  for (const [at, part] of others.entries()) {
    if (!(atStart && at === 0 && first.trim() === '')) nodes.push(element('br', []))
    if (part !== '') nodes.push(words(part))
  }
  return nodes
}

/** The blocks whose own text WordPress parts as well. */
export function hasParagraphs(node: PastedNode): boolean {
  return ['blockquote', 'div', 'section', 'article'].includes(nameOf(node)) && childrenOf(node).some(hasBlankLine)
}

const hasBlankLine = (node: PastedNode): boolean => /\n[ \t]*\n/u.test(wordsOf(node) ?? '')
