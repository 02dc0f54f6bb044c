import { escapeUTF8 } from 'entities/escape'
import { MARKS, type BodyPart, type Link, type Run, type Words } from './BodyPart.ts'
import type { PictureView } from './pictureView.ts'
import { readBody } from './readBody.ts'

/** How HTML is written for whoever asks. */
export type HtmlOptions = {
  /** Before paths of this site, so that addresses are whole: for those who show the text elsewhere. No slash at the end. */
  readonly origin?: string
  /** Before links to headings of the text itself, for the same. */
  readonly page?: string
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/**
 * A body as HTML that may stand inside a page as it is: elements of text, figures and links to safe addresses; no scripts, no styles, no frames. docs/front-ends.md
 * has the elements and their classes.
 */
export function bodyAsHtml(state: unknown, options: HtmlOptions = {}): string {
  return partsAsHtml(readBody(state), options)
}

function partsAsHtml(parts: readonly BodyPart[], options: HtmlOptions): string {
  return parts.map((part) => partAsHtml(part, options)).join('\n')
}

function partAsHtml(part: BodyPart, options: HtmlOptions): string {
  const within = (parts: readonly BodyPart[]) => `\n${partsAsHtml(parts, options)}\n`
  switch (part.kind) {
    case 'line':
      return lineAsHtml(part.line, options)
    case 'paragraph':
      return tag('p', { class: alignment(part.aligned) }, lineAsHtml(part.line, options))
    case 'heading': {
      const attributes = { id: part.id, class: alignment(part.aligned) }
      return tag(`h${String(part.level)}`, attributes, lineAsHtml(part.line, options))
    }
    case 'quote':
      return tag('blockquote', {}, within(part.parts))
    case 'list': {
      const items = part.items.map((item) => tag('li', {}, partsAsHtml(item, options)))
      const inside = `\n${items.join('\n')}\n`
      return part.isNumbered
        ? tag('ol', { start: part.start === 1 ? undefined : part.start }, inside)
        : tag('ul', {}, inside)
    }
    case 'rule':
      return '<hr>'
    case 'figure':
      return figureAsHtml(part.picture, options)
    case 'pullQuote': {
      const said = tag('blockquote', {}, tag('p', {}, escapeUTF8(part.quote)))
      const by = part.attribution === undefined ? '' : tag('figcaption', {}, escapeUTF8(part.attribution))
      return tag('figure', { class: 'pull-quote' }, said + by)
    }
    case 'card': {
      const title = tag('p', { class: 'card-title' }, anchor(part.link, escapeUTF8(part.title), options))
      const note = part.note === undefined ? '' : tag('p', {}, escapeUTF8(part.note))
      return tag('aside', { class: `card card-${part.of}` }, title + note)
    }
    case 'factBox': {
      const title = part.title === undefined ? '' : tag('p', { class: 'fact-box-title' }, escapeUTF8(part.title))
      return tag('aside', { class: 'fact-box', 'aria-label': part.title }, `\n${title}${within(part.parts)}`)
    }
  }
}

/** A picture in every width that there is, with its caption and credit. */
export function figureAsHtml(picture: PictureView, options: HtmlOptions): string {
  const { language, caption, credit } = picture
  const sizes = '(min-width: 44rem) 40rem, 100vw'
  const sources = picture.sources.map(({ type, srcSet }) =>
    tag('source', {
      type,
      srcset: srcSet.replaceAll(/(^|, )([^ ]+)/g, (_, before: string, url: string) => before + whole(url, options)),
      sizes,
    }),
  )
  const shown = tag('img', {
    src: whole(picture.src, options),
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
    loading: 'lazy',
  })
  const words = [
    caption === undefined ? '' : tag('span', { class: 'caption' }, escapeUTF8(caption)),
    credit === undefined ? '' : tag('span', { class: 'credit' }, escapeUTF8(credit)),
  ].filter((each) => each !== '')
  const below = words.length === 0 ? '' : tag('figcaption', { ...language }, words.join(' '))
  return tag('figure', {}, (sources.length === 0 ? shown : tag('picture', {}, sources.join('') + shown)) + below)
}

function lineAsHtml(line: readonly Run[], options: HtmlOptions): string {
  return line
    .map(({ link, words }) => {
      const inside = words.map(wordsAsHtml).join('')
      return link ? anchor(link, inside, options) : inside
    })
    .join('')
}

function wordsAsHtml(words: Words): string {
  if ('isBreak' in words) return '<br>'
  return MARKS.reduce(
    (inner, [bit, element]) => (words.format & bit ? tag(element, {}, inner) : inner),
    escapeUTF8(words.text),
  )
}

function anchor({ href, piece }: Link, inside: string, options: HtmlOptions): string {
  const to = piece && { 'data-collection': piece.collection, 'data-slug': piece.slug }
  return tag('a', { href: whole(href, options), ...to }, inside)
}

function alignment(aligned: string | undefined): string | undefined {
  return aligned === undefined ? undefined : `aligned-${aligned}`
}

/** A path of this site, and a fragment, with what is to be before it; anything else as it is. */
function whole(href: string, { origin = '', page = '' }: HtmlOptions): string {
  return href.startsWith('/') ? origin + href : href.startsWith('#') ? page + href : href
}

const VOID = new Set(['hr', 'img', 'source'])

function tag(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeUTF8(String(value))}"`)
  return `<${name}${written.join('')}>${VOID.has(name) ? '' : `${inside}</${name}>`}`
}
