import type { PasteVocabulary } from '../../editor/pasteFeature.ts'
import type { LeftOut } from './leftOut.ts'
import { plain, type Line, type PastedBlock } from './pastedBlocks.ts'
import { countComments } from './pastedComments.ts'
import { textWithin, type PastedNode } from './pastedDom.ts'
import { levelOf } from './pastedElements.ts'
import { PasteReader } from './PasteReader.ts'
import { shiftHeadings } from './shiftHeadings.ts'

export type ReadPaste = {
  readonly blocks: readonly PastedBlock[]
  /** Words of a line, to go into the line that the caret is in. */
  readonly isInline: boolean
  readonly left: ReadonlyMap<LeftOut, number>
}

/**
 * Reads what was pasted from elsewhere into what the editor has: every word of it stays, in its order, in paragraphs where there is
 * nothing better. What cannot stand here is counted. Comments of colleagues are not taken along.
 *
 * @param body of the pasted page
 * @param has what the editor has
 * @param above the level of the heading above the caret
 */
export function readPaste(body: PastedNode, has: PasteVocabulary, above?: number): ReadPaste {
  const reader = new PasteReader(has, new Map())
  const comments = countComments(body)
  if (comments > 0) reader.left.set('comment', comments)
  const blocks = withHeadings(reader.read(body), has, above)
  const [only, ...others] = blocks
  const isInline = !reader.sawBlock && others.length === 0 && only?.kind === 'paragraph'
  return {
    blocks: isInline ? [{ ...only, line: withSpaces(only.line, textWithin(body)) }] : blocks,
    isInline,
    left: reader.left,
  }
}

/** A line with the space that was copied before and after it. */
function withSpaces(line: Line, copied: string): Line {
  const space = plain(' ')
  return [...(/^[ \u00a0]+\S/.test(copied) ? space : []), ...line, ...(/\S[ \u00a0]+$/.test(copied) ? space : [])]
}

function withHeadings(blocks: readonly PastedBlock[], has: PasteVocabulary, above?: number): readonly PastedBlock[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const [first, last] = [has.headings.at(0), has.headings.at(-1)]
  if (levels.length === 0 || first === undefined || last === undefined) return blocks
  const shifted = [...shiftHeadings(levels, { first: levelOf(first), last: levelOf(last) }, above)]
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: shifted.shift() ?? block.level } : block))
}
