/**
 * The words that readers see of a block in a rich text, given the block's `fields` (with `blockType`); empty if none.
 */
export type BlockText = (block: Readonly<Record<string, unknown>>) => string

/** Elements that stand in a line of text. */
const INLINE = new Set(['link', 'autolink', 'mark', 'overflow'])
/**
 * Elements that hold a line of text: an element of an unknown type in one of these is taken to be inline, elsewhere to
 * be a block.
 */
const LINE = new Set(['paragraph', 'heading', 'quote', 'link', 'autolink'])
/** Elements whose parts follow each other without a blank line. */
const TIGHT = new Set(['list', 'listitem', 'table', 'tablerow', 'tablecell'])

type Step =
  { readonly node: unknown; readonly parent: string; readonly inline: boolean } | { readonly endOfBlock: 1 | 2 }

/**
 * The plain text of a Lexical editor state as Payload 3.90 stores it. Paragraphs, headings, quotes and lists are parted
 * by a blank line, list items and table cells by a line break; a line break in a paragraph stays one, a tab a tab.
 * Links give their text; uploads, relationships and rules give nothing; blocks give what `blockText` says. Blocks
 * without text leave no gap.
 *
 * Anything that is not a state, and any part that is malformed, gives nothing. Nesting may be of any depth; cycles,
 * which JSON cannot have, are not looked for.
 */
export function lexicalToText(state: unknown, blockText?: BlockText): string {
  const blocks: string[] = []
  let line = ''
  let gap = 0
  const endBlock = (newlines: 1 | 2): void => {
    const text = line.trim()
    line = ''
    if (text !== '') {
      blocks.push(blocks.length === 0 ? text : '\n'.repeat(gap) + text)
      gap = 0
    }
    gap = Math.max(gap, newlines)
  }

  const steps: Step[] = [{ node: isRecord(state) ? state.root : undefined, parent: '', inline: false }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('endOfBlock' in step) {
      endBlock(step.endOfBlock)
      continue
    }
    const { node, parent } = step
    if (!isRecord(node)) continue
    const type = typeof node.type === 'string' ? node.type : ''
    const newlines = TIGHT.has(parent) ? 1 : 2
    if (type === 'linebreak') {
      line += '\n'
    } else if (type === 'inlineBlock') {
      line += textOfBlock(node.fields, blockText)
    } else if (type === 'block') {
      endBlock(newlines)
      line = textOfBlock(node.fields, blockText)
      endBlock(newlines)
    } else if (typeof node.text === 'string') {
      line += node.text
    } else if (Array.isArray(node.children)) {
      const inline = INLINE.has(type) || step.inline
      if (!inline) {
        endBlock(newlines)
        steps.push({ endOfBlock: newlines })
      }
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child: unknown = node.children[index]
        steps.push({ node: child, parent: type, inline: (inline || LINE.has(type)) && !isKnownBlock(child) })
      }
    } else if (!step.inline) {
      endBlock(newlines)
    }
  }
  endBlock(2)
  return blocks.join('')
}

function isKnownBlock(node: unknown): boolean {
  return (
    isRecord(node) &&
    typeof node.type === 'string' &&
    (TIGHT.has(node.type) || (LINE.has(node.type) && !INLINE.has(node.type)))
  )
}

function textOfBlock(fields: unknown, blockText: BlockText | undefined): string {
  return blockText !== undefined && isRecord(fields) ? blockText(fields) : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
