import type { SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { isText, type Item, type Line, type PastedBlock } from './pastedBlocks.ts'

type Node = SerializedLexicalNode & Readonly<Record<string, unknown>>
type Parent = Node & { readonly children: Node[] }

/**
 * Blocks as Lexical 0.50 and Payload 3.90 write nodes.
 *
 * @param makeId makes the id of a link: 24 hexadecimal digits
 */
export function toNodes(blocks: readonly PastedBlock[], makeId: () => string): Node[] {
  const nodes: Node[] = []
  let items: Item[] = []
  const endList = (): void => {
    nodes.push(...listsOf(items, makeId))
    items = []
  }
  for (const block of blocks) {
    if (block.kind === 'item') {
      items.push(block)
      continue
    }
    endList()
    nodes.push(toNode(block, makeId))
  }
  endList()
  return nodes
}

function toNode(block: Exclude<PastedBlock, Item>, makeId: () => string): Node {
  switch (block.kind) {
    case 'rule':
      return { type: 'horizontalrule', version: 1 }
    case 'heading':
      return element('heading', inlineNodes(block.line, makeId), { tag: `h${String(block.level)}` })
    case 'quote': {
      const [only, ...others] = block.lines
      const children =
        only !== undefined && others.length === 0
          ? inlineNodes(only, makeId)
          : block.lines.map((line) => paragraph(line, makeId))
      return element('quote', children)
    }
    case 'paragraph':
      return paragraph(block.line, makeId)
  }
}

const element = (type: string, children: Node[], more: object = {}): Parent => ({
  ...more,
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
})

const paragraph = (line: Line, makeId: () => string): Node =>
  element('paragraph', inlineNodes(line, makeId), { textFormat: 0, textStyle: '' })

/** A line as nodes; what is in one link stands in one node. */
export function inlineNodes(line: Line, makeId: () => string): Node[] {
  const nodes: Node[] = []
  let open: { href: string; children: Node[] } | undefined
  for (const part of line) {
    const href = isText(part) ? part.href : undefined
    if (href === undefined) {
      open = undefined
      nodes.push(inlineNode(part))
      continue
    }
    if (open?.href !== href) {
      const link = element('link', [])
      const fields = { linkType: 'custom', newTab: false, url: href }
      nodes.push({ ...link, version: 3, id: makeId(), fields })
      open = { href, children: link.children }
    }
    open.children.push(inlineNode(part))
  }
  return nodes
}

function inlineNode(part: Line[number]): Node {
  if (part === 'break') return { type: 'linebreak', version: 1 }
  const look = { version: 1, mode: 'normal', style: '' }
  if (part === 'tab') return { ...look, type: 'tab', detail: 2, format: 0, text: '\t' }
  return { ...look, type: 'text', detail: 0, format: part.format, text: part.text }
}

/** Items as lists in lists; Lexical keeps a nested list in an item of its own. */
function listsOf(items: readonly Item[], makeId: () => string): Node[] {
  const outermost: Node[] = []
  const open: { depth: number; key: unknown; list: Parent }[] = []
  for (const { depth, line, list } of items) {
    while ((open.at(-1)?.depth ?? 0) > depth) open.pop()
    if (open.at(-1)?.depth === depth && open.at(-1)?.key !== list.key) open.pop()
    const around = open.at(-1)
    if (around?.depth !== depth) {
      const { start, type } = list
      const made = element('list', [], { listType: type, start, tag: type === 'number' ? 'ol' : 'ul' })
      if (around) addItem(around.list, [made], open.length - 1)
      else outermost.push(made)
      open.push({ depth, key: list.key, list: made })
    }
    const innermost = open.at(-1)
    if (innermost) addItem(innermost.list, inlineNodes(line, makeId), open.length - 1)
  }
  return outermost
}

function addItem(list: Parent, children: Node[], indent: number): void {
  const value = Number(list.start) + list.children.length
  list.children.push({ ...element('listitem', children), indent, value })
}
