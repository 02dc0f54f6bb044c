import { Fragment, type ReactNode } from 'react'
import { asNumber, asRecord, asRecords, asText, present, type Loose } from '../views/looseFields.ts'
import { pieceHref } from '../views/pieceHref.ts'
import { pictureView } from '../views/pictureView.ts'
import { hostOf, safeHref } from '../views/safeHref.ts'
import { Figure } from '../components/Figure.tsx'
import { FactBox } from './FactBox.tsx'
import { LinkCard } from './LinkCard.tsx'
import { PullQuote } from './PullQuote.tsx'

/** Bits of a Lexical text node's `format` (lexical 0.41, `LexicalConstants`), innermost element first. */
const FORMATS: readonly (readonly [number, 'strong' | 'em' | 's' | 'u' | 'code' | 'sub' | 'sup'])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

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

/**
 * A Lexical editor state as HTML elements. Links keep safe addresses only, relations that are not public are shown as their text or not at all,
 * nodes of an unknown type are shown as what they contain. Whatever stands in the state, nothing but known elements and text comes out.
 */
export function RichText({ state }: { readonly state: unknown }): ReactNode {
  return nodes(asRecord(asRecord(state)?.root)?.children)
}

function nodes(children: unknown): ReactNode {
  return asRecords(children).map((node, index) => <Fragment key={index}>{element(node)}</Fragment>)
}

function element(node: Loose): ReactNode {
  const inner = () => nodes(node.children)
  switch (node.type) {
    case 'text':
      return formatted(typeof node.text === 'string' ? node.text : '', asNumber(node.format) ?? 0)
    case 'linebreak':
      return <br />
    case 'tab':
      return '\t'
    case 'horizontalrule':
      return <hr />
    case 'paragraph':
      return asRecords(node.children).length === 0 ? null : <p className={alignment(node)}>{inner()}</p>
    case 'heading': {
      const Heading = HEADINGS[asText(node.tag) ?? ''] ?? 'h2'
      return <Heading className={alignment(node)}>{inner()}</Heading>
    }
    case 'quote':
      return (
        <blockquote>
          <p>{inner()}</p>
        </blockquote>
      )
    case 'list':
      return list(node)
    case 'listitem':
      return <li>{inner()}</li>
    case 'link':
    case 'autolink': {
      const href = linkHref(asRecord(node.fields))
      return href === undefined ? inner() : <a href={href}>{inner()}</a>
    }
    case 'upload': {
      const picture = pictureView(node.value)
      return picture ? <Figure picture={picture} place="body" /> : null
    }
    case 'block':
      return block(asRecord(node.fields) ?? {})
    default:
      return inner()
  }
}

function formatted(text: string, format: number): ReactNode {
  return FORMATS.reduce<ReactNode>((inner, [bit, Tag]) => (format & bit ? <Tag>{inner}</Tag> : inner), text)
}

function alignment(node: Loose): string | undefined {
  return ALIGNED[asText(node.format) ?? '']
}

function list(node: Loose): ReactNode {
  const items = asRecords(node.children)
  if (node.listType === 'number' || node.tag === 'ol') {
    const start = asNumber(node.start) ?? 1
    return <ol start={start === 1 ? undefined : start}>{listItems(items)}</ol>
  }
  return <ul>{listItems(items)}</ul>
}

/** Lexical keeps a nested list in an item of its own; HTML has it inside the item that it belongs to. */
function listItems(items: readonly Loose[]): ReactNode {
  const grouped: { own: readonly Loose[]; nested: readonly Loose[] }[] = []
  for (const item of items) {
    const children = asRecords(item.children)
    const last = grouped[grouped.length - 1]
    if (last && children.length > 0 && children.every((child) => child.type === 'list'))
      last.nested = [...last.nested, ...children]
    else grouped.push({ own: children, nested: [] })
  }
  return grouped.map(({ own, nested }, index) => (
    <li key={index}>
      {nodes(own)}
      {nodes(nested)}
    </li>
  ))
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
