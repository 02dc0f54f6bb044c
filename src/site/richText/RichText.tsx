import { Fragment, type ReactNode } from 'react'
import { asNumber, asRecord, asRecords, asText, present, type Loose } from '../views/looseFields.ts'
import { pieceHref } from '../views/pieceHref.ts'
import { pictureView } from '../views/pictureView.ts'
import { hostOf, safeHref } from '../views/safeHref.ts'
import { Figure } from '../components/Figure.tsx'
import { FactBox } from './FactBox.tsx'
import { InlineRun, inlineItem, type InlineItem, type Link } from './InlineRun.tsx'
import { LinkCard } from './LinkCard.tsx'
import { PullQuote } from './PullQuote.tsx'

/** A page has its `h1` outside the text: headings inside begin with `h2` and never skip a level that the text did not skip. */
const HEADINGS: Readonly<Record<string, 'h2' | 'h3' | 'h4' | 'h5' | 'h6'>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
}

const ALIGNED: Readonly<Record<string, string>> = { center: 'aligned-centre', right: 'aligned-end', end: 'aligned-end' }

/** Elements that stand on lines of their own wherever they are found. */
const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'list', 'horizontalrule', 'upload', 'block'])

/**
 * A Lexical editor state as HTML elements. Links keep safe addresses only, relations that are not public are shown as their text or not at all,
 * nodes of an unknown type are shown as what they contain. Whatever stands in the state, nothing but known elements and text comes out, nested as
 * HTML allows it: a rule or a picture in a paragraph stands between its two halves, paragraphs in a quotation stay paragraphs.
 */
export function RichText({ state }: { readonly state: unknown }): ReactNode {
  return flow(segments(asRecord(asRecord(state)?.root)?.children, BETWEEN_BLOCKS))
}

/** Where a node stands: in a line of text, in a link. An element of an unknown type is taken for a part of the line that it is in. */
type Context = { readonly inLine: boolean; readonly link: Link | undefined }
const BETWEEN_BLOCKS: Context = { inLine: false, link: undefined }

/** A part of a text from top to bottom: a line, or an element with lines of its own. */
type Segment = { readonly line: readonly InlineItem[] } | { readonly block: ReactNode; readonly isList: boolean }

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
  if (BLOCKS.has(String(node.type))) {
    const block = element(node, context.link)
    return block === null ? [] : [{ block, isList: node.type === 'list' }]
  }
  const item = inlineItem(node, context.link)
  if (item) return [{ line: [item] }]
  if (node.type === 'link' || node.type === 'autolink') {
    const href = linkHref(asRecord(node.fields))
    // A link in a link would end the outer one where it begins.
    const link = context.link ?? (href === undefined ? undefined : { href })
    return segments(node.children, { inLine: true, link })
  }
  const inner = segments(node.children, context)
  return context.inLine || inner.length === 0 ? inner : [{ block: flow(inner), isList: false }]
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

/** Blocks as they are, and each line that shows something in a paragraph. */
function flow(parts: readonly Segment[], wrap: (line: ReactNode) => ReactNode = (line) => <p>{line}</p>): ReactNode {
  const shown = parts.filter((part) => !('line' in part) || part.line.some(({ shows }) => shows))
  if (shown.length === 0) return null
  return shown.map((part, index) => (
    <Fragment key={index}>{'line' in part ? wrap(<InlineRun items={part.line} />) : part.block}</Fragment>
  ))
}

function element(node: Loose, link: Link | undefined): ReactNode {
  const inner = () => segments(node.children, { inLine: true, link })
  switch (node.type) {
    case 'horizontalrule':
      return <hr />
    case 'heading': {
      const Heading = HEADINGS[asText(node.tag) ?? ''] ?? 'h2'
      return flow(inner(), (line) => <Heading className={alignment(node)}>{line}</Heading>)
    }
    case 'quote': {
      const quoted = flow(inner())
      return quoted === null ? null : <blockquote>{quoted}</blockquote>
    }
    case 'list':
      return list(node, link)
    case 'upload': {
      const picture = pictureView(node.value)
      return picture ? <Figure picture={picture} place="body" /> : null
    }
    case 'block':
      return block(asRecord(node.fields) ?? {})
    default:
      return flow(inner(), (line) => <p className={alignment(node)}>{line}</p>)
  }
}

function alignment(node: Loose): string | undefined {
  return ALIGNED[asText(node.format) ?? '']
}

function list(node: Loose, link: Link | undefined): ReactNode {
  const items = listItems(asRecords(node.children), link)
  if (items.length === 0) return null
  if (node.listType === 'number' || node.tag === 'ol') {
    const start = asNumber(node.start) ?? 1
    return <ol start={start === 1 ? undefined : start}>{items}</ol>
  }
  return <ul>{items}</ul>
}

/** Lexical keeps a nested list in an item of its own; HTML has it inside the item that it belongs to. */
function listItems(nodes: readonly Loose[], link: Link | undefined): readonly ReactNode[] {
  const items: Loose[][] = []
  for (const node of nodes) {
    const children = node.type === 'listitem' ? asRecords(node.children) : [node]
    const last = items.at(-1)
    if (last && children.length > 0 && children.every((child) => child.type === 'list')) last.push(...children)
    else items.push([...children])
  }
  return items.map((children, index) => <li key={index}>{itemContent(children, link)}</li>)
}

/** A line and the lists below it stand in an item as they are; beside other blocks a line is a paragraph. */
function itemContent(children: readonly Loose[], link: Link | undefined): ReactNode {
  const parts = segments(children, { inLine: true, link })
  const isPlain = parts.every((part, at) => ('line' in part ? at === 0 : part.isList))
  return isPlain ? flow(parts, (line) => line) : flow(parts)
}

/** The address of a link node: an own page when it leads to a populated public piece, otherwise its URL. */
function linkHref(fields: Loose | undefined): string | undefined {
  if (fields?.linkType !== 'internal') return safeHref(fields?.url)
  const target = asRecord(fields.doc)
  return pieceHref(target?.relationTo, target?.value)
}

function block(fields: Loose): ReactNode {
  const text = (name: string): string | undefined => asText(fields[name])
  switch (fields.blockType) {
    case 'pullQuote': {
      const quote = text('quote')
      return quote === undefined ? null : <PullQuote quote={quote} attribution={text('attribution')} />
    }
    case 'figure': {
      const picture = pictureView(fields.image)
      if (!picture) return null
      return (
        <Figure
          picture={{
            ...picture,
            ...present('caption', text('caption') ?? picture.caption),
            ...present('credit', text('credit') ?? picture.credit),
          }}
          place="body"
        />
      )
    }
    case 'embed': {
      const href = safeHref(fields.url)
      const host = href === undefined ? undefined : hostOf(href)
      if (href === undefined || host === undefined) return null
      return <LinkCard label={`At ${host}`} title={text('title') ?? href} href={href} note={text('caption')} />
    }
    case 'relatedLink': {
      const article = asRecord(fields.article)
      const href = pieceHref('articles', article) ?? safeHref(fields.url)
      const title = text('title') ?? asText(article?.headline) ?? href
      return href === undefined || title === undefined ? null : <LinkCard label="Read also" title={title} href={href} />
    }
    case 'factBox': {
      const title = text('title')
      return (
        <FactBox title={title}>
          <RichText state={fields.text} />
        </FactBox>
      )
    }
    default:
      return null
  }
}
