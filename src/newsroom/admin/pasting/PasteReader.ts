import type { PasteVocabulary } from '../../editor/pasteFeature.ts'
import type { LeftOut } from './leftOut.ts'
import {
  BITS,
  isSeen,
  joined,
  linesOf,
  plain,
  type Item,
  type Line,
  type ListOf,
  type Part,
  type PastedBlock,
} from './pastedBlocks.ts'
import { isComment } from './pastedComments.ts'
import {
  attribute,
  childrenOf,
  findWithin,
  nameOf,
  styleOf,
  textWithin,
  wordsOf,
  type PastedNode,
} from './pastedDom.ts'
import {
  BLOCKS,
  cellsOf,
  FRAMES,
  isCell,
  isFootnote,
  isHidden,
  isLine,
  isTab,
  isTrifle,
  kindOf,
  levelOf,
  PREFORMATTED,
  RECORDINGS,
  rowsAndOthers,
  rowsOf,
  UNSEEN,
} from './pastedElements.ts'
import { notBoldAsAWhole, PastedLine, withoutMarker, wordsIn } from './PastedLine.ts'
import { pastedLink } from './pastedLink.ts'
import { pastedLook, type Look } from './pastedLook.ts'
import { fakeItem, MOST_NUMBER } from './wordLists.ts'

/** What the elements around a text make of it. */
type Context = Look & {
  readonly href?: string | undefined
  readonly heading?: number | undefined
  readonly quote?: object | undefined
  readonly item?: OpenItem | undefined
  /** An element that is said otherwise. */
  readonly skipped?: PastedNode | undefined
}

/** An item that is being read; `made` once it has a line, of which `parts` are those of the line. */
type OpenItem = { readonly list: ListOf; readonly depth: number; made?: Item; parts: Part[] }

const TOP: Context = { format: 0, underlined: false, kept: false }

/** The server refuses what is nested without end; nobody reads a list in the eighth list. */
const DEEPEST_LIST = 8

/** Reads the elements of a page from top to bottom into blocks. */
export class PasteReader {
  readonly left: Map<LeftOut, number>
  sawBlock = false
  readonly #has: PasteVocabulary
  readonly #line: PastedLine
  #blocks: PastedBlock[] = []

  constructor(has: PasteVocabulary, left: Map<LeftOut, number>) {
    this.#has = has
    this.left = left
    this.#line = new PastedLine(has.marks.reduce((bits, mark) => bits | BITS[mark], 0))
  }

  read(node: PastedNode, context: Context = TOP): PastedBlock[] {
    for (const child of childrenOf(node)) this.#visit(child, context)
    this.#flush(context)
    return this.#blocks
  }

  /** What is within a node, apart from everything else. */
  #inner(node: PastedNode, context: Context): readonly PastedBlock[] {
    return new PasteReader(this.#has, this.left).read(node, {
      ...context,
      heading: undefined,
      quote: undefined,
      item: undefined,
    })
  }

  #leave(what: LeftOut): void {
    this.left.set(what, (this.left.get(what) ?? 0) + 1)
  }

  #visit(node: PastedNode, around: Context): void {
    const words = wordsOf(node)
    if (words !== undefined) {
      this.#add(words, around)
      return
    }
    const name = kindOf(node)
    if (name === '' || UNSEEN.has(name) || node === around.skipped || isHidden(node) || isComment(node)) return
    const context = this.#styled(node, name, around)
    if (/^h[1-6]$/.test(name)) this.#heading(node, levelOf(name), around)
    else if (attribute(node, 'role') === 'heading')
      this.#heading(node, Math.min(6, Math.max(1, Number(attribute(node, 'aria-level')) || 2)), around)
    else if (FRAMES.has(name)) this.#leave('frame')
    else if (RECORDINGS.has(name)) this.#leave('recording')
    else if (PREFORMATTED.has(name)) this.#preformatted(node, name, context)
    else if (BLOCKS.has(name)) this.#paragraph(node, context)
    else
      switch (name) {
        case 'br':
          this.#breakLine(node, around)
          break
        case 'hr':
          this.#rule(around)
          break
        case 'img':
        case 'svg':
        case 'canvas':
          this.#picture(node, name, context)
          break
        case 'input':
        case 'select':
        case 'meter':
        case 'progress':
          if (attribute(node, 'type') !== 'hidden') this.#leave('formField')
          break
        case 'blockquote':
          this.#quote(node, context)
          break
        case 'ul':
        case 'ol':
        case 'menu':
        case 'dir':
          this.#list(node, name, context)
          break
        case 'dl':
          this.#definitions(node, context)
          break
        case 'table':
          this.#table(node, context)
          break
        case 'q':
          this.#quotedWords(node, context)
          break
        default:
          if (isTab(node)) this.#line.addPart('tab')
          else this.#inline(node, name === 'a' ? this.#linked(node, context) : context)
      }
  }

  #inline(node: PastedNode, context: Context): void {
    if (/^(?:block|flex|grid|list-item)$/.test(styleOf(node).display ?? '')) this.#paragraph(node, context)
    else this.#children(node, context)
  }

  #children(node: PastedNode, context: Context): void {
    for (const child of childrenOf(node)) this.#visit(child, context)
  }

  // --- Lines

  #add(words: string, context: Context): void {
    this.#line.add(words, context)
    // Readers know a link by its line, and it keeps that.
    if (context.underlined && context.href === undefined && words.trim() !== '') this.left.set('underline', 1)
  }

  /** Ends the line, and makes a block of it if there is something to see. */
  #flush({ heading, item, quote }: Context): void {
    const line = this.#line.end()
    if (!isSeen(line)) return
    if (item) this.#toItem(item, line)
    else if (quote) {
      const last = this.#blocks.at(-1)
      if (last?.kind === 'quote' && last.key === quote) last.lines.push(line)
      else this.#blocks.push({ kind: 'quote', key: quote, lines: [line] })
    } else if (heading !== undefined && this.#has.headings.length > 0)
      this.#blocks.push({ kind: 'heading', level: heading, line: notBoldAsAWhole(line) })
    else this.#blocks.push({ kind: 'paragraph', line })
  }

  #toItem(item: OpenItem, line: Line): void {
    if (item.made && item.made === this.#blocks.at(-1)) {
      item.parts.push('break')
      for (const part of line) item.parts.push(part)
    } else {
      item.parts = [...line]
      item.made = { kind: 'item', list: item.list, depth: item.depth, line: item.parts }
      this.#blocks.push(item.made)
    }
  }

  #asBlock(line: Line, context: Context): void {
    this.#flush(context)
    this.#line.begin(line)
    this.#flush(context)
  }

  // --- Elements in a line

  #styled(node: PastedNode, name: string, around: Context): Context {
    return { ...around, ...pastedLook(node, name, around, this.left) }
  }

  #linked(node: PastedNode, context: Context): Context {
    const href = attribute(node, 'href')
    if (href === '' || textWithin(node).trim() === '') return context
    const kept = pastedLink(href)
    if (kept === undefined || isFootnote(href)) this.#leave(isFootnote(href) ? 'footnote' : 'link')
    return { ...context, href: isFootnote(href) ? undefined : kept }
  }

  /** The browser draws the quotation marks of a `q`; they are no part of its words. */
  #quotedWords(node: PastedNode, context: Context): void {
    const hasOwn = /^\s*["“”„«»‹›‘‚]/.test(textWithin(node))
    if (!hasOwn) this.#add('“', context)
    this.#inline(node, context)
    if (!hasOwn) this.#add('”', context)
  }

  #breakLine(node: PastedNode, context: Context): void {
    if (attribute(node, 'class').includes('Apple-interchange-newline')) return
    if ('page-break-before' in styleOf(node)) this.#flush(context)
    else this.#line.addPart('break')
  }

  #picture(node: PastedNode, name: string, context: Context): void {
    const alt = attribute(node, 'alt')
    if (/^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt)) this.#add(alt, context)
    else if (!isTrifle(node, name)) this.#leave('picture')
    if (name === 'svg') this.#drawnWords(node, context)
  }

  /** The words in a drawing, such as those of a chart. */
  #drawnWords(node: PastedNode, context: Context): void {
    for (const child of childrenOf(node)) {
      if (nameOf(child) === 'text' || nameOf(child) === 'foreignobject') this.#paragraph(child, context)
      else this.#drawnWords(child, context)
    }
  }

  // --- Blocks

  #paragraph(node: PastedNode, context: Context): void {
    if (nameOf(node) !== 'body' && nameOf(node) !== 'html') this.sawBlock = true
    this.#flush(context)
    const fake = context.item || context.heading !== undefined || !isLine(node) ? undefined : fakeItem(node)
    if (fake === undefined) {
      this.#children(node, context)
      this.#flush(context)
      return
    }
    const { depth, key, marker, start, type, written } = fake
    const item: OpenItem = { list: { type, start, key }, depth: Math.min(depth, DEEPEST_LIST), parts: [] }
    const inner = { ...context, item, skipped: marker }
    this.#children(node, inner)
    this.#flush(inner)
    if (!marker && item.made) item.made.line = withoutMarker(item.made.line, written)
  }

  #heading(node: PastedNode, level: number, around: Context): void {
    this.sawBlock = true
    const bold = this.#has.headings.length === 0 && !around.item && !around.quote ? BITS.bold : 0
    if (this.#has.headings.length === 0 && textWithin(node).trim() !== '') this.left.set('heading', 1)
    const context = { ...around, heading: level, format: around.format | bold }
    this.#flush(around)
    this.#children(node, context)
    this.#flush(context)
  }

  #preformatted(node: PastedNode, name: string, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    if (name !== 'textarea' && textWithin(node).trim() !== '') this.left.set('code', 1)
    this.#children(node, { ...context, kept: true })
    this.#flush(context)
  }

  #rule(context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    if (this.#has.rules && !context.item) this.#blocks.push({ kind: 'rule' })
    else this.left.set('rule', 1)
  }

  #quote(node: PastedNode, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    if (!this.#has.quotes && textWithin(node).trim() !== '') this.left.set('quote', 1)
    const inner = this.#has.quotes ? { ...context, quote: context.quote ?? {} } : context
    this.#children(node, inner)
    this.#flush(inner)
  }

  #list(node: PastedNode, name: string, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    const depth = Math.min((context.item?.depth ?? 0) + 1, DEEPEST_LIST)
    const isNumbered = name === 'ol'
    const isCountdown = isNumbered && (node.getAttribute?.('reversed') ?? null) !== null
    const type = isNumbered ? 'number' : 'bullet'
    const countsUp = isNumbered && !isCountdown
    let next = (countsUp ? this.#countIn(attribute(node, 'start')) : undefined) ?? 1
    let made: ListOf = { type, start: next, key: {} }
    if (context.quote) this.left.set('quotedList', 1)
    if (isCountdown) this.left.set('countdown', 1)
    for (const child of childrenOf(node)) {
      const isItem = nameOf(child) === 'li' && !isHidden(child)
      const written = isItem && countsUp ? this.#countIn(attribute(child, 'value')) : undefined
      // A number out of the row begins a list of its own, which begins with it.
      if (written !== undefined && written !== next) made = { type, start: written, key: {} }
      if (isItem) next = (written ?? next) + 1
      const inner = { ...context, item: { list: made, depth, parts: [] }, heading: undefined, quote: undefined }
      if (isItem) this.#children(child, this.#styled(child, 'li', inner))
      else this.#visit(child, inner)
      this.#flush(inner)
    }
  }

  /** A number that an item of a list can have. */
  #countIn(written: string): number | undefined {
    const count = Number(written)
    if (count > MOST_NUMBER) this.left.set('listNumber', 1)
    return Number.isInteger(count) && count > 0 && count <= MOST_NUMBER ? count : undefined
  }

  #definitions(node: PastedNode, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    let terms: Line[] = []
    const inOrder = childrenOf(node).flatMap((child) => (nameOf(child) === 'div' ? childrenOf(child) : [child]))
    for (const child of inOrder) {
      const name = nameOf(child)
      if (name !== 'dt' && name !== 'dd') {
        this.#visit(child, context)
        continue
      }
      if (isHidden(child)) continue
      const blocks = this.#inner(child, this.#styled(child, name, context))
      const lines = linesOf(blocks)
      if (name === 'dt') for (const line of lines.filter(isSeen)) terms.push(line)
      else {
        const term = joined(terms, plain(', '))
        const [first = [], ...others] = lines
        const colon = /:\s*$/.test(wordsIn(term)) ? ' ' : ': '
        this.#asBlock(joined([term, first].filter(isSeen), plain(colon)), context)
        for (const line of others) this.#asBlock(line, context)
        terms = []
      }
    }
    this.#asBlock(joined(terms, plain(', ')), context)
  }

  #table(node: PastedNode, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    const rows = rowsOf(node)
    const isLayout =
      rows.every((row) => cellsOf(row).length < 2) || findWithin(node, (each) => kindOf(each) === 'table') !== undefined
    if (isLayout) {
      this.#children(node, context)
      this.#flush(context)
      return
    }
    const begun = this.#blocks.length
    for (const child of rowsAndOthers(node)) {
      if (kindOf(child) !== 'tr') {
        this.#visit(child, context)
        continue
      }
      const cells = cellsOf(child).map((cell) => {
        const kind = kindOf(cell)
        const styled = this.#styled(cell, kind, context)
        const inner = this.#inner(cell, kind === 'th' ? { ...styled, format: styled.format | BITS.bold } : styled)
        return joined(linesOf(inner), plain(' / '))
      })
      if (cells.some(isSeen)) this.#asBlock(joined(cells, plain(' | ')), context)
      for (const stray of childrenOf(child).filter((each) => !isCell(each))) this.#visit(stray, context)
    }
    if (this.#blocks.length > begun) this.#leave('table')
  }
}
