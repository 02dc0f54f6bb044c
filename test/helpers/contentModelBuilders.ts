import type { File, JsonObject, TypedUser } from 'payload'
import sharp from 'sharp'
import { textToLexical } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import type { Role } from '../../src/newsroom/fields/index.ts'
import type { ContentModel, Doc } from './contentModelConfig.ts'

/** One part of a body. */
export type Part =
  | { readonly paragraph: string }
  | { readonly heading: string; readonly tag: 'h2' | 'h3' | 'h4' }
  | { readonly quote: string }
  | { readonly list: readonly string[] }
  | { readonly link: string }
  | { readonly internalLink: { readonly relationTo: string; readonly value: string } }
  | { readonly upload: string }
  | { readonly block: JsonObject }

const element = (type: string, children: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})

const words = (text: string): JsonObject => ({
  type: 'text',
  version: 1,
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
})

const paragraph = (...children: readonly JsonObject[]) =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })

let count = 0
const rowId = () => (count += 1).toString(16).padStart(24, '0')

function nodeOf(part: Part): JsonObject {
  if ('paragraph' in part) return paragraph(words(part.paragraph))
  if ('heading' in part) return element('heading', [words(part.heading)], { tag: part.tag })
  if ('quote' in part) return element('quote', [words(part.quote)])
  if ('list' in part) {
    const items = part.list.map((item, at) => element('listitem', [words(item)], { value: at + 1 }))
    return element('list', items, { listType: 'bullet', tag: 'ul', start: 1 })
  }
  if ('link' in part) {
    const fields = { linkType: 'custom', url: part.link, newTab: false }
    return paragraph(element('link', [words('a link')], { version: 3, id: rowId(), fields }))
  }
  if ('internalLink' in part) {
    const fields = { linkType: 'internal', doc: part.internalLink, newTab: false }
    return paragraph(element('link', [words('a page here')], { version: 3, id: rowId(), fields }))
  }
  if ('upload' in part) {
    return {
      type: 'upload',
      version: 3,
      format: '',
      id: rowId(),
      relationTo: 'media',
      value: part.upload,
      fields: null,
    }
  }
  return { type: 'block', version: 2, format: '', fields: { id: rowId(), blockName: '', ...part.block } }
}

/** A Lexical editor state, as Payload 3.90 stores it, with these parts one below the other. */
export function lexicalOf(...parts: readonly Part[]): JsonObject {
  return { root: element('root', parts.map(nodeOf)) }
}

/** Somebody who works here, with these roles and nothing else. */
export async function aStaffMember(model: ContentModel, ...roles: readonly Role[]): Promise<TypedUser> {
  count += 1
  const data = {
    name: `Person ${String(count)}`,
    email: `person${String(count)}@example.org`,
    password: 'long enough for anybody',
    roles: [...roles],
  }
  return { ...(await model.create('users', data)), collection: 'users' }
}

/** A file as it comes with a request. */
export function aFile(data: Buffer, name: string, mimetype: string): File {
  return { data, name, mimetype, size: data.length }
}

/** A small picture, made on the spot. */
export async function aPicture(model: ContentModel, alt = 'A red field.'): Promise<Doc> {
  const data = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c00' } })
    .png()
    .toBuffer()
  return model.create(
    'media',
    { alt, credit: 'Nobody', caption: 'Red.' },
    { file: aFile(data, 'red.png', 'image/png') },
  )
}

/** Data for an article in which every field that people fill in is filled in, and what should come back of it. */
export async function anArticleWithEverything(
  model: ContentModel,
): Promise<{ data: JsonObject; expected: JsonObject }> {
  const picture = await aPicture(model)
  const author = await model.create('authors', { displayName: 'Renée Example' })
  const photographer = await model.create('authors', { displayName: 'Foto Graf' })
  const section = await model.create('sections', { name: 'World' })
  const topic = await model.create('topics', { name: 'Diplomacy' })
  const place = await model.create('places', { name: 'China', kind: 'country', countryCode: 'CN' })
  const other = await model.create('articles', { headline: 'Another article' })

  const expected: JsonObject = {
    headline: 'Full “headline” with Communiqué',
    kicker: 'Series',
    standfirst: 'Why to read on.',
    body: lexicalOf(
      { heading: 'Part one', tag: 'h2' },
      { paragraph: 'Since August 9 …' },
      { quote: 'Quoted.' },
      { list: ['one', 'two'] },
      { link: 'https://example.org/a' },
      { internalLink: { relationTo: 'articles', value: other.id } },
      { upload: picture.id },
      { block: { blockType: 'pullQuote', quote: 'Quoted.', attribution: 'Somebody' } },
      { block: { blockType: 'figure', image: picture.id, caption: 'Here', credit: 'There' } },
      { block: { blockType: 'embed', url: 'https://vimeo.com/1', title: 'A film', caption: 'Seen' } },
      { block: { blockType: 'relatedLink', article: other.id } },
      { block: { blockType: 'factBox', title: 'Facts', text: textToLexical(['One fact.']) } },
    ),
    byline: 'By Our Own',
    credits: [
      { author: author.id, role: 'author', creditedAs: 'R. Example', affiliationAtPublication: 'A University, China' },
      { author: photographer.id, role: 'photographer', creditedAs: null, affiliationAtPublication: null },
    ],
    section: section.id,
    genre: 'communique',
    topics: [topic.id],
    places: [place.id],
    leadImage: picture.id,
    leadImageCaption: 'The lead picture.',
    leadImageCredit: 'Its maker',
    dateline: 'Geneva',
    language: 'pt-BR',
    excerpt: 'A written excerpt.',
    excerptManual: true,
    excerptTruncated: false,
    canonicalUrl: 'https://example.org/original',
    related: [other.id],
    seo: { title: 'SEO title', description: 'SEO description', image: picture.id },
    embargoUntil: '2026-08-09T10:00:00.000Z',
    corrections: [{ at: '2026-08-10T10:00:00.000Z', kind: 'clarification', text: 'An earlier version was unclear.' }],
    slug: 'a-slug-of-its-own',
  }
  const { excerptManual: _manual, excerptTruncated: _truncated, ...data } = expected
  return { data, expected }
}
