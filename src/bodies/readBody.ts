import { slugify } from 'payload-plugin-imprimatur/content'
import type { Alignment, BodyPart, Link, Run, Words } from './BodyPart.ts'
import { asNumber, asRecord, asRecords, asText, present, type Loose } from './looseFields.ts'
import { pieceHref } from './pieceHref.ts'
import { pictureView } from './pictureView.ts'
import { hostOf, safeHref } from './safeHref.ts'

/** A page has its `h1` outside the text: headings inside begin with `h2` and never skip a level that the text did not skip. */
const LEVELS: Readonly<Record<string, 2 | 3 | 4 | 5 | 6>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

const ALIGNED: Readonly<Record<string, Alignment>> = { center: 'centre', right: 'end', end: 'end' }

/** Elements that stand on lines of their own wherever they are found. */
const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'list', 'horizontalrule', 'upload', 'block'])

/**
 * A Lexical editor state, with its relations populated, as what readers see of it. Links keep safe addresses only, relations that are not public
 * give their text or nothing, nodes of an unknown type what they contain. Whatever stands in the state, parts come out nested as HTML allows it: a
 * rule or a picture in a paragraph stands between its two halves, paragraphs in a quotation stay paragraphs.
 */
export function readBody(state: unknown): readonly BodyPart[] {
  return withIds(bodyOf(state))
}

function bodyOf(state: unknown): readonly BodyPart[] {
  return flow(segments(asRecord(asRecord(state)?.root)?.children, BETWEEN_BLOCKS))
}

/** Where a node stands: in a line of text, in a link. An element of an unknown type is taken for a part of the line that it is in. */
type Context = { readonly inLine: boolean; readonly link: Link | undefined }
const BETWEEN_BLOCKS: Context = { inLine: false, link: undefined }

/** Something in a line of text, and the link that it is in: the same object for all words in one. */
type Item = { readonly words: Words; readonly link: Link | undefined }

/** A part of a text from top to bottom: a line, or parts with lines of their own. */
type Segment = { readonly line: readonly Item[] } | { readonly block: readonly BodyPart[]; readonly isList: boolean }

/** Splits the content of an element into lines and blocks, however they are nested. */
function segments(children: unknown, context: Context): readonly Segment[] {
  const found = withoutStrayItems(asRecords(children)).flatMap((node) => segmentsOf(node, context))
  const joined: Segment[] = []
  for (const segment of found) {
    const last = joined.at(-1)
    if ('line' in segment && last && 'line' in last)
      joined[joined.length - 1] = { line: [...last.line, ...segment.line] }
    else joined.push(segment)
  }
  return joined
}

function segmentsOf(node: Loose, context: Context): readonly Segment[] {
  const { link } = context
  if (BLOCKS.has(String(node.type))) {
    const block = element(node, link)
    return block.length === 0 ? [] : [{ block, isList: node.type === 'list' }]
  }
  const words = wordsOf(node)
  if (words) return [{ line: [{ words, link }] }]
  if (node.type === 'link' || node.type === 'autolink') {
    // A link in a link would end the outer one where it begins.
    return segments(node.children, { inLine: true, link: link ?? linkOf(asRecord(node.fields)) })
  }
  const inner = segments(node.children, context)
  return context.inLine || inner.length === 0 ? inner : [{ block: flow(inner), isList: false }]
}

/** What a node puts into a line; undefined for a node that is no text, line break or tab. */
function wordsOf(node: Loose): Words | undefined {
  if (node.type === 'linebreak') return { isBreak: true }
  if (node.type === 'tab') return { text: '\t', format: 0 }
  return typeof node.text === 'string' ? { text: node.text, format: asNumber(node.format) ?? 0 } : undefined
}

/** Items that are in no list, in one. */
function withoutStrayItems(nodes: readonly Loose[]): readonly Loose[] {
  const kept: Loose[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (node.type !== 'listitem') kept.push(node)
    else if (last?.type === STRAY) kept[kept.length - 1] = { ...last, children: [...asRecords(last.children), node] }
    else kept.push({ type: STRAY, children: [node] })
  }
  return kept.map((node) => (node.type === STRAY ? { ...node, type: 'list' } : node))
}

const STRAY = 'strayItems'

/** Blocks as they are, and each line that shows something in a part of its own. */
function flow(
  parts: readonly Segment[],
  wrap: (line: readonly Run[]) => BodyPart = (line) => ({ kind: 'paragraph', line }),
): readonly BodyPart[] {
  return parts.flatMap((part) => {
    if (!('line' in part)) return part.block
    return part.line.some(shows) ? [wrap(runsOf(part.line))] : []
  })
}

function shows({ words }: Item): boolean {
  return 'text' in words && words.text.trim() !== ''
}

/** What is in one link is in one run; a link without words is none. */
function runsOf(items: readonly Item[]): readonly Run[] {
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last[0]?.link === item.link) last.push(item)
    else groups.push([item])
  }
  return groups.map((group) => ({
    words: group.map(({ words }) => words),
    ...present('link', group.some(shows) ? group[0]?.link : undefined),
  }))
}

function element(node: Loose, link: Link | undefined): readonly BodyPart[] {
  const inner = () => segments(node.children, { inLine: true, link })
  const aligned = present('aligned', ALIGNED[asText(node.format) ?? ''])
  switch (node.type) {
    case 'horizontalrule':
      return [{ kind: 'rule' }]
    case 'heading': {
      const level = LEVELS[asText(node.tag) ?? ''] ?? 2
      return flow(inner(), (line) => ({ kind: 'heading', level, id: '', line, ...aligned }))
    }
    case 'quote': {
      const parts = flow(inner())
      return parts.length === 0 ? [] : [{ kind: 'quote', parts }]
    }
    case 'list':
      return list(node, link)
    case 'upload': {
      const picture = pictureView(node.value)
      return picture ? [{ kind: 'figure', picture }] : []
    }
    case 'block':
      return block(asRecord(node.fields) ?? {})
    default:
      return flow(inner(), (line) => ({ kind: 'paragraph', line, ...aligned }))
  }
}

function list(node: Loose, link: Link | undefined): readonly BodyPart[] {
  const items = listItems(asRecords(node.children), link)
  if (items.length === 0) return []
  const isNumbered = node.listType === 'number' || node.tag === 'ol'
  return [{ kind: 'list', isNumbered, start: isNumbered ? (asNumber(node.start) ?? 1) : 1, items }]
}

/** Lexical keeps a nested list in an item of its own; HTML has it inside the item that it belongs to. */
function listItems(nodes: readonly Loose[], link: Link | undefined): readonly (readonly BodyPart[])[] {
  const items: Loose[][] = []
  for (const node of nodes) {
    const children = node.type === 'listitem' ? asRecords(node.children) : [node]
    const last = items.at(-1)
    if (last && children.length > 0 && children.every((child) => child.type === 'list')) last.push(...children)
    else items.push([...children])
  }
  return items.map((children) => itemContent(children, link))
}

/** A line and the lists below it stand in an item as they are; beside other blocks a line is a paragraph. */
function itemContent(children: readonly Loose[], link: Link | undefined): readonly BodyPart[] {
  const parts = segments(children, { inLine: true, link })
  const isPlain = parts.every((part, at) => ('line' in part ? at === 0 : part.isList))
  return isPlain ? flow(parts, (line) => ({ kind: 'line', line })) : flow(parts)
}

/** Where a link node leads: to an own page when it leads to a populated public piece, otherwise to its address. */
function linkOf(fields: Loose | undefined): Link | undefined {
  if (fields?.linkType !== 'internal') return elsewhere(fields?.url)
  const target = asRecord(fields.doc)
  return toPiece(target?.relationTo, target?.value)
}

function toPiece(collection: unknown, doc: unknown): Link | undefined {
  const href = pieceHref(collection, doc)
  const slug = asText(asRecord(doc)?.slug)
  return href === undefined || slug === undefined
    ? undefined
    : { href, piece: { collection: String(collection), slug } }
}

function elsewhere(url: unknown): Link | undefined {
  const href = safeHref(url)
  return href === undefined ? undefined : { href }
}

function block(fields: Loose): readonly BodyPart[] {
  const text = (name: string): string | undefined => asText(fields[name])
  switch (fields.blockType) {
    case 'pullQuote': {
      const quote = text('quote')
      return quote === undefined ? [] : [{ kind: 'pullQuote', quote, ...present('attribution', text('attribution')) }]
    }
    case 'figure': {
      const picture = pictureView(fields.image)
      if (!picture) return []
      const own = {
        ...present('caption', text('caption') ?? picture.caption),
        ...present('credit', text('credit') ?? picture.credit),
      }
      return [{ kind: 'figure', picture: { ...picture, ...own } }]
    }
    case 'embed': {
      const link = elsewhere(fields.url)
      const host = link && hostOf(link.href)
      if (!link || host === undefined) return []
      const title = text('title') ?? link.href
      return [{ kind: 'card', of: 'embed', link, title, host, ...present('note', text('caption')) }]
    }
    case 'relatedLink': {
      const article = asRecord(fields.article)
      const link = toPiece('articles', article) ?? elsewhere(fields.url)
      const title = text('title') ?? asText(article?.headline) ?? link?.href
      return !link || title === undefined ? [] : [{ kind: 'card', of: 'related', link, title }]
    }
    case 'factBox':
      return [{ kind: 'factBox', ...present('title', text('title')), parts: bodyOf(fields.text) }]
    default:
      return []
  }
}

/** Gives headings their ids. They begin with `h-`: an id alone, such as `location`, would be a name in the scripts of a page (HTML, 7.3.3). */
function withIds(parts: readonly BodyPart[]): readonly BodyPart[] {
  const taken = new Set<string>()
  const idFor = (words: string): string => {
    const base = `h-${slugify(words)}`
    let id = base
    for (let count = 2; taken.has(id); count++) id = `${base}-${String(count)}`
    taken.add(id)
    return id
  }
  const named = (part: BodyPart): BodyPart => {
    switch (part.kind) {
      case 'heading':
        return { ...part, id: idFor(textOfLine(part.line)) }
      case 'quote':
      case 'factBox':
        return { ...part, parts: part.parts.map(named) }
      case 'list':
        return { ...part, items: part.items.map((item) => item.map(named)) }
      default:
        return part
    }
  }
  return parts.map(named)
}

/** The words of a line, as text. */
export function textOfLine(line: readonly Run[]): string {
  return line.flatMap(({ words }) => words.map((each) => ('text' in each ? each.text : '\n'))).join('')
}
