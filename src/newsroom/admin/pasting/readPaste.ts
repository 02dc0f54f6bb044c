import type { PasteVocabulary } from '../../editor/pasteFeature.ts'
import type { LeftOut } from './leftOut.ts'
import {
  BITS,
  isSeen,
  isText,
  joined,
  linesOf,
  plain,
  withoutStart,
  type Item,
  type Line,
  type ListOf,
  type Part,
  type PastedBlock,
} from './pastedBlocks.ts'
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
import { pastedLink } from './pastedLink.ts'
import { shiftHeadings } from './shiftHeadings.ts'
import { fakeItem } from './wordLists.ts'

export type ReadPaste = {
  readonly blocks: readonly PastedBlock[]
  /** Words of a line, to go into the line that the caret is in. */
  readonly isInline: boolean
  readonly left: ReadonlyMap<LeftOut, number>
}

/**
 * Reads what was pasted from elsewhere into what the editor has: every word of it stays, in its order, in paragraphs where there is
 * nothing better. What cannot stand here is counted.
 *
 * @param body of the pasted page
 * @param has what the editor has
 * @param above the level of the heading above the caret
 */
export function readPaste(body: PastedNode, has: PasteVocabulary, above?: number): ReadPaste {
  const reader = new Reader(has, new Map())
  const blocks = withHeadings(reader.read(body, TOP), has, above)
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

const levelOf = (tag: string): number => Number(tag.slice(1))

function withHeadings(blocks: readonly PastedBlock[], has: PasteVocabulary, above?: number): readonly PastedBlock[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const [first, last] = [has.headings.at(0), has.headings.at(-1)]
  if (levels.length === 0 || first === undefined || last === undefined) return blocks
  const shifted = [...shiftHeadings(levels, { first: levelOf(first), last: levelOf(last) }, above)]
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: shifted.shift() ?? block.level } : block))
}

/** What the elements around a text make of it. */
type Context = {
  readonly format: number
  readonly underlined: boolean
  readonly href?: string | undefined
  /** Whether each space means something. */
  readonly kept: boolean
  readonly heading?: number | undefined
  readonly quote?: object | undefined
  readonly item?: OpenItem | undefined
  /** An element that is said otherwise. */
  readonly skipped?: PastedNode | undefined
}

/** An item that is being read; `made` once it has a line. */
type OpenItem = { readonly list: ListOf; readonly depth: number; made?: Item }

const TOP: Context = { format: 0, underlined: false, kept: false }

/** The server refuses what is nested without end; nobody reads a list in the eighth list. */
const DEEPEST_LIST = 8

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const UNSEEN = list(
  'head style script title meta link base template noscript xml datalist colgroup col param source track map area annotation annotation-xml',
)
const BLOCKS = list(
  'address article aside body center details dialog div fieldset figcaption figure footer form header hgroup html legend main nav optgroup p search section summary tr td th thead tbody tfoot caption li dt dd',
)
const FRAMES = list('iframe frame object embed applet')
const RECORDINGS = list('video audio')
const PREFORMATTED = list('pre listing xmp plaintext textarea')
const LOOKS = list('mark code kbd samp tt')

const IMPLIED: Readonly<Record<string, number>> = {
  b: BITS.bold,
  strong: BITS.bold,
  i: BITS.italic,
  em: BITS.italic,
  cite: BITS.italic,
  dfn: BITS.italic,
  var: BITS.italic,
  s: BITS.strikethrough,
  strike: BITS.strikethrough,
  del: BITS.strikethrough,
  sub: BITS.subscript,
  sup: BITS.superscript,
}

class Reader {
  readonly left: Map<LeftOut, number>
  sawBlock = false
  readonly #has: PasteVocabulary
  readonly #formats: number
  #blocks: PastedBlock[] = []
  #line: Part[] = []

  constructor(has: PasteVocabulary, left: Map<LeftOut, number>) {
    this.#has = has
    this.left = left
    this.#formats = has.marks.reduce((bits, mark) => bits | BITS[mark], 0)
  }

  read(node: PastedNode, context: Context): PastedBlock[] {
    for (const child of childrenOf(node)) this.#visit(child, context)
    this.#flush(context)
    return this.#blocks
  }

  /** What is within a node, apart from everything else. */
  #inner(node: PastedNode, context: Context): readonly PastedBlock[] {
    return new Reader(this.#has, this.left).read(node, {
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
    const name = nameOf(node)
    if (name === '' || UNSEEN.has(name) || node === around.skipped || isHidden(node)) return
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
        default:
          if (isTab(node)) this.#addPart('tab')
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

  #add(words: string, { format, href, kept, underlined }: Context): void {
    if (kept) {
      words.split(/(\r\n|\r|\n|\t)/).forEach((piece) => {
        if (piece === '\t') this.#addPart('tab')
        else if (/^[\r\n]/.test(piece)) this.#addPart('break')
        else if (piece !== '') this.#addPart({ text: piece, format: format & this.#formats, href, kept })
      })
    } else {
      const last = this.#line.at(-1)
      const opens = last === undefined || last === 'break' || (isText(last) && !last.kept && last.text.endsWith(' '))
      const text = words.replace(/[ \t\r\n\f]+/g, ' ')
      const fitting = opens ? text.replace(/^ /, '') : text
      if (fitting !== '') this.#addPart({ text: fitting, format: format & this.#formats, href })
    }
    // Readers know a link by its line, and it keeps that.
    if (underlined && href === undefined && words.trim() !== '') this.left.set('underline', 1)
  }

  #addPart(part: Part): void {
    const last = this.#line.at(-1)
    const goesOn =
      last !== undefined &&
      isText(last) &&
      isText(part) &&
      last.format === part.format &&
      last.href === part.href &&
      last.kept === part.kept
    if (goesOn) this.#line[this.#line.length - 1] = { ...last, text: last.text + part.text }
    else this.#line.push(part)
  }

  /** Ends the line, and makes a block of it if there is something to see. */
  #flush({ heading, item, quote }: Context): void {
    const line = trimmed(this.#line)
    this.#line = []
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
    if (item.made && item.made === this.#blocks.at(-1)) item.made.line = [...item.made.line, 'break', ...line]
    else {
      item.made = { kind: 'item', list: item.list, depth: item.depth, line }
      this.#blocks.push(item.made)
    }
  }

  #asBlock(line: Line, context: Context): void {
    this.#flush(context)
    this.#line = [...line]
    this.#flush(context)
  }

  // --- Elements in a line

  #styled(node: PastedNode, name: string, around: Context): Context {
    const style = styleOf(node)
    const lines = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
    const set = (format: number, bit: number, is: boolean | undefined): number =>
      is === undefined ? format : is ? format | bit : format & ~bit
    let format = around.format | (IMPLIED[name] ?? 0)
    // A heading is bold because it is one.
    if (around.heading === undefined || isBold(style['font-weight']) === false)
      format = set(format, BITS.bold, isBold(style['font-weight']))
    format = set(format, BITS.italic, isItalic(style['font-style']))
    if (lines.includes('line-through')) format |= BITS.strikethrough
    if (!BLOCKS.has(name)) {
      const raised = style['vertical-align']
      if (raised !== undefined) {
        format = set(format, BITS.superscript, raised === 'super')
        format = set(format, BITS.subscript, raised === 'sub')
      }
    }
    if (LOOKS.has(name) && textWithin(node).trim() !== '') this.left.set('look', 1)
    const underlined = name === 'u' || name === 'ins' ? !/\bnone\b/.test(lines) : lines.includes('underline')
    const space = style['white-space']
    return {
      ...around,
      format,
      underlined: around.underlined || underlined,
      kept: space === undefined ? around.kept : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(space),
    }
  }

  #linked(node: PastedNode, context: Context): Context {
    const href = attribute(node, 'href')
    if (href === '' || textWithin(node).trim() === '') return context
    const kept = pastedLink(href)
    if (kept === undefined || isFootnote(href)) this.#leave(isFootnote(href) ? 'footnote' : 'link')
    return { ...context, href: isFootnote(href) ? undefined : kept }
  }

  #breakLine(node: PastedNode, context: Context): void {
    if (attribute(node, 'class').includes('Apple-interchange-newline')) return
    if ('page-break-before' in styleOf(node)) this.#flush(context)
    else this.#addPart('break')
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
    const item: OpenItem = { list: { type, start, key }, depth: Math.min(depth, DEEPEST_LIST) }
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
    const start = Number(attribute(node, 'start'))
    const isNumbered = name === 'ol'
    const made: ListOf = {
      type: isNumbered ? 'number' : 'bullet',
      start: isNumbered && Number.isInteger(start) && start > 0 ? start : 1,
      key: {},
    }
    for (const child of childrenOf(node)) {
      const inner = { ...context, item: { list: made, depth }, heading: undefined, quote: undefined }
      if (nameOf(child) === 'li' && !isHidden(child)) this.#children(child, this.#styled(child, 'li', inner))
      else this.#visit(child, inner)
      this.#flush(inner)
    }
  }

  #definitions(node: PastedNode, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    let term: Line = []
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
      if (name === 'dt') term = joined([term, ...lines].filter(isSeen), plain(', '))
      else {
        const [first = [], ...others] = lines
        const colon = /:\s*$/.test(wordsIn(term)) ? ' ' : ': '
        this.#asBlock(joined([term, first].filter(isSeen), plain(colon)), context)
        for (const line of others) this.#asBlock(line, context)
        term = []
      }
    }
    this.#asBlock(term, context)
  }

  #table(node: PastedNode, context: Context): void {
    this.sawBlock = true
    this.#flush(context)
    const rows = rowsOf(node)
    const isLayout =
      rows.every((row) => cellsOf(row).length < 2) || findWithin(node, (each) => nameOf(each) === 'table') !== undefined
    if (isLayout) {
      this.#children(node, context)
      this.#flush(context)
      return
    }
    const begun = this.#blocks.length
    for (const child of rowsAndOthers(node)) {
      if (nameOf(child) !== 'tr') {
        this.#visit(child, context)
        continue
      }
      const cells = cellsOf(child).map((cell) => {
        const isHead = nameOf(cell) === 'th'
        const styled = this.#styled(cell, nameOf(cell), context)
        const inner = this.#inner(cell, isHead ? { ...styled, format: styled.format | BITS.bold } : styled)
        return joined(linesOf(inner), plain(' / '))
      })
      if (cells.some(isSeen)) this.#asBlock(joined(cells, plain(' | ')), context)
      for (const stray of childrenOf(child).filter((each) => !isCell(each))) this.#visit(stray, context)
    }
    if (this.#blocks.length > begun) this.#leave('table')
  }
}

const NO_LINE = list('ul ol menu dir dl table h1 h2 h3 h4 h5 h6 blockquote pre hr')
/** Whether an element has no other blocks within. */
const isLine = (node: PastedNode): boolean =>
  findWithin(node, (each) => BLOCKS.has(nameOf(each)) || NO_LINE.has(nameOf(each))) === undefined

function isHidden(node: PastedNode): boolean {
  const style = styleOf(node)
  return (
    style.display === 'none' ||
    style['mso-hide'] === 'all' ||
    style.visibility === 'hidden' ||
    (node.getAttribute?.('hidden') ?? null) !== null
  )
}

function isBold(weight: string | undefined): boolean | undefined {
  if (weight === undefined || weight === 'inherit') return undefined
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function isItalic(style: string | undefined): boolean | undefined {
  return style === undefined || style === 'inherit' ? undefined : /^(?:italic|oblique)/.test(style)
}

/** Word and Google Docs lead from a footnote's number to its text and back, within the page. */
const isFootnote = (href: string): boolean => /^(?:file:.*)?#_?(?:ftn|edn|cmnt|fn|cite_note)/i.test(href)

/** Word writes a tab as spaces, and says so. */
const isTab = (node: PastedNode): boolean => 'mso-tab-count' in styleOf(node) && textWithin(node).trim() === ''

/** A counting pixel, or an icon within a line. */
function isTrifle(node: PastedNode, name: string): boolean {
  const [width, height] = [attribute(node, 'width'), attribute(node, 'height')].map((each) => Number.parseFloat(each))
  const largest = name === 'svg' ? 48 : 1
  return (
    (width !== undefined && width <= largest) ||
    (height !== undefined && height <= largest) ||
    (name === 'svg' && attribute(node, 'aria-hidden') === 'true')
  )
}

const isCell = (node: PastedNode): boolean => nameOf(node) === 'td' || nameOf(node) === 'th'
const cellsOf = (row: PastedNode): readonly PastedNode[] =>
  childrenOf(row).filter((each) => isCell(each) && !isHidden(each))

function rowsAndOthers(table: PastedNode): readonly PastedNode[] {
  return childrenOf(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(nameOf(child)) ? childrenOf(child) : [child],
  )
}

const rowsOf = (table: PastedNode): readonly PastedNode[] =>
  rowsAndOthers(table).filter((each) => nameOf(each) === 'tr' && !isHidden(each))

const wordsIn = (line: Line): string => line.map((part) => (isText(part) ? part.text : ' ')).join('')

/** A line without the spaces and breaks at its ends. */
function trimmed(line: Line): Line {
  const parts = [...line]
  while (parts.length > 0 && isIdle(parts.at(-1))) parts.pop()
  while (parts.length > 0 && isIdle(parts[0])) parts.shift()
  const last = parts.at(-1)
  if (last !== undefined && isText(last) && !last.kept) parts[parts.length - 1] = { ...last, text: last.text.trimEnd() }
  const first = parts[0]
  if (first !== undefined && isText(first) && !first.kept) parts[0] = { ...first, text: first.text.trimStart() }
  return parts
}

const isIdle = (part: Part | undefined): boolean =>
  part === undefined || part === 'break' || part === 'tab' || part.text.trim() === ''

/** A line without the bullet or number that it begins with, and the spaces behind it. */
function withoutMarker(line: Line, written: string): Line {
  const words = wordsIn(line)
  if (!words.startsWith(written)) return line
  const rest = words.slice(written.length).trimStart()
  return withoutStart(line, words.length - rest.length)
}

/** A heading is bold because it is one. */
function notBoldAsAWhole(line: Line): Line {
  const isBoldThroughout = line.every(
    (part) => !isText(part) || part.text.trim() === '' || (part.format & BITS.bold) !== 0,
  )
  return isBoldThroughout
    ? line.map((part) => (isText(part) ? { ...part, format: part.format & ~BITS.bold } : part))
    : line
}
