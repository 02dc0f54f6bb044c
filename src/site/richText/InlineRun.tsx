import { Fragment, type ReactNode } from 'react'
import { asNumber, type Loose } from '../views/looseFields.ts'

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

/** A link around words; the same object for all words that are in it. */
export type Link = { readonly href: string }

/** Something in a line of text. */
export type InlineItem = {
  readonly content: ReactNode
  /** Whether readers see anything of it. */
  readonly shows: boolean
  readonly link: Link | undefined
}

/** What a node puts into a line; undefined for a node that is no text, line break or tab. */
export function inlineItem(node: Loose, link: Link | undefined): InlineItem | undefined {
  if (node.type === 'linebreak') return { content: <br />, shows: false, link }
  if (node.type === 'tab') return { content: '\t', shows: false, link }
  if (typeof node.text !== 'string') return undefined
  return { content: formatted(node.text, asNumber(node.format) ?? 0), shows: node.text.trim() !== '', link }
}

function formatted(text: string, format: number): ReactNode {
  return FORMATS.reduce<ReactNode>((inner, [bit, Tag]) => (format & bit ? <Tag>{inner}</Tag> : inner), text)
}

/** A line of text. What is in one link stands in one `a`; a link without words is none. */
export function InlineRun({ items }: { readonly items: readonly InlineItem[] }): ReactNode {
  const groups: InlineItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last[0]?.link === item.link) last.push(item)
    else groups.push([item])
  }
  return groups.map((group, index) => {
    const content = group.map((item, at) => <Fragment key={at}>{item.content}</Fragment>)
    const link = group.some(({ shows }) => shows) ? group[0]?.link : undefined
    return link ? (
      <a key={index} href={link.href}>
        {content}
      </a>
    ) : (
      <Fragment key={index}>{content}</Fragment>
    )
  })
}
