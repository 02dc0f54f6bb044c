import { readPaste } from '../../../../src/newsroom/admin/pasting/readPaste.ts'
import { sentencesFor } from '../../../../src/newsroom/admin/pasting/leftOut.ts'
import { inlineNodes, toNodes } from '../../../../src/newsroom/admin/pasting/toNodes.ts'
import type { PasteVocabulary } from '../../../../src/newsroom/editor/pasteFeature.ts'
import { parsedBody } from '../../../helpers/parsedPage.ts'

/** What the editor of bodies has. */
export const BODY: PasteVocabulary = {
  headings: ['h2', 'h3', 'h4'],
  marks: ['bold', 'italic', 'strikethrough', 'subscript', 'superscript'],
  quotes: true,
  rules: true,
}
/** What the editor of notes has. */
export const NOTE: PasteVocabulary = { headings: [], marks: ['bold', 'italic'], quotes: false, rules: false }

type Shown = { readonly lines: readonly string[]; readonly said: readonly string[]; readonly inline: boolean }

/** A pasted page as lines: `h2 A`, `p A`, `- A`, `1. A`, `> A`, `---`; marks as `*b*`, `_i_`, `~s~`, `,sub,`, `^sup^`, links as `[A](url)`. */
export function pasted(html: string, has = BODY, above?: number): Shown {
  const { blocks, isInline, left } = readPaste(parsedBody(html), has, above)
  const [first] = blocks
  const nodes =
    isInline && first?.kind === 'paragraph' ? inlineNodes(first.line, () => 'id') : toNodes(blocks, () => 'id')
  return {
    lines: isInline ? [inline(nodes)] : nodes.flatMap((node) => shown(node)),
    said: sentencesFor(left),
    inline: isInline,
  }
}

type Node = Readonly<Record<string, unknown>>
const childrenOf = (node: Node): readonly Node[] => (node['children'] as readonly Node[] | undefined) ?? []

function shown(node: Node, indent = ''): string[] {
  switch (node['type']) {
    case 'horizontalrule':
      return ['---']
    case 'heading':
      return [`${String(node['tag'])} ${inline(childrenOf(node))}`]
    case 'quote': {
      const paragraphs = childrenOf(node).filter(({ type }) => type === 'paragraph')
      return (paragraphs.length > 0 ? paragraphs.map(childrenOf) : [childrenOf(node)]).map(
        (line) => `> ${inline(line)}`,
      )
    }
    case 'list':
      return childrenOf(node).flatMap((item) => {
        const [first] = childrenOf(item)
        if (first?.['type'] === 'list') return shown(first, `${indent}  `)
        const marker = node['listType'] === 'number' ? `${String(item['value'])}.` : '-'
        return [`${indent}${marker} ${inline(childrenOf(item))}`]
      })
    default:
      return [`p ${inline(childrenOf(node))}`]
  }
}

const MARKS: readonly [number, string][] = [
  [1, '*'],
  [2, '_'],
  [4, '~'],
  [32, ','],
  [64, '^'],
]

function inline(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node['type'] === 'linebreak') return '⏎'
      if (node['type'] === 'tab') return '⇥'
      if (node['type'] === 'link') return `[${inline(childrenOf(node))}](${String((node['fields'] as Node)['url'])})`
      const marks = MARKS.filter(([bit]) => (Number(node['format']) & bit) !== 0).map(([, mark]) => mark)
      return `${marks.join('')}${String(node['text'])}${marks.reverse().join('')}`
    })
    .join('')
}
