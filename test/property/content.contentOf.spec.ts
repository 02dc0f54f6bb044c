import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentField } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import {
  ContentError,
  contentOf,
  mediaShown,
  relationsOf,
} from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { relation, value } from '../helpers/contentFields.ts'

const figure = [relation('image', ['media']), value('caption')]
const fields: ContentField[] = [
  value('headline'),
  value('rank'),
  value('data'),
  relation('leadImage', ['media']),
  relation('topics', ['topics'], true),
  relation('related', ['articles', 'media'], true),
  { kind: 'group', name: 'seo', fields: [value('title'), relation('image', ['media'])] },
  { kind: 'array', name: 'credits', fields: [relation('author', ['authors']), value('role')] },
  { kind: 'blocks', name: 'layout', blocks: { figure } },
  { kind: 'richText', name: 'body', blocks: { figure }, uploadCollections: ['media'] },
]

type Json = Record<string, unknown>

const MACHINE_ID = '64f000000000000000000001'

const text = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('é', 'e\u0301', ' ', '\r\n', '\n', 'a\u00a0b'))
  .filter((input) => !/\p{Surrogate}|\0/u.test(input))
const id = fc.uuid()
const without = (arbitrary: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  arbitrary.map((object) => Object.fromEntries(Object.entries(object).filter(([, property]) => property !== undefined)))
const record = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  without(fc.record(model, { requiredKeys: [] })).filter((object) => Object.keys(object).length > 0)
const many = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { minLength: 1, maxLength: 4 })

const figureFields = without(
  fc.record({ blockType: fc.constant('figure'), image: id, caption: text }, { requiredKeys: ['blockType'] }),
)
const textNodes = many(text).map((texts) =>
  // Every second one is bold, so that none would be merged with the next.
  texts.map((string, index) =>
    index % 2 === 0 ? { type: 'text', text: string } : { type: 'text', text: string, format: 1 },
  ),
)
const node: fc.Arbitrary<Json> = fc.oneof(
  textNodes.map((children) => ({ type: 'paragraph', children })),
  fc.constant({ type: 'paragraph' }),
  fc.tuple(textNodes, fc.constantFrom('h2', 'h3')).map(([children, tag]) => ({ type: 'heading', tag, children })),
  id.map((image) => ({ type: 'upload', relationTo: 'media', value: image })),
  figureFields.map((block) => ({ type: 'block', fields: block })),
  fc.tuple(textNodes, id).map(([children, article]) => ({
    type: 'paragraph',
    children: [
      { type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'articles', value: article } }, children },
    ],
  })),
)
const body = many(node)
  .filter((nodes) => nodes.some((each) => each.type !== 'paragraph' || 'children' in each))
  .map((children) => ({ root: { type: 'root', children } }))

/** Written and read once, so that there is no -0 in it. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((any): unknown => JSON.parse(JSON.stringify(any)))
  .filter((any) => {
    const written = JSON.stringify(any)
    return !['null', '""', '[]', '{}'].includes(written) && !/\p{Surrogate}|\\u0000|\\ud/u.test(written)
  })

/**
 * Documents that hold nothing but content: `contentOf` must give each back as it is, so no two of them can have the
 * same content.
 */
const plainDocument = record({
  headline: text,
  rank: fc.oneof(fc.integer(), fc.boolean()),
  data: json,
  leadImage: id,
  topics: many(id),
  related: many(fc.record({ relationTo: fc.constantFrom('articles', 'media'), value: id })),
  seo: record({ title: text, image: id }),
  credits: many(record({ author: id, role: text })),
  layout: many(figureFields),
  body,
})

/**
 * The same document as a database or a reader's request may give it: relations populated, with row ids and with what
 * the editor writes.
 */
function dressed(doc: Json): Json {
  const target = (of: unknown): unknown =>
    typeof of === 'string' ? { id: of, title: 'Populated', updatedAt: 'now' } : of
  const block = (row: Json): Json => ({
    id: MACHINE_ID,
    blockName: '',
    caption: null,
    ...row,
    ...('image' in row ? { image: target(row.image) } : { image: null }),
  })
  const dressedNode = (of: Json): Json => {
    if (of.type === 'text') return { version: 1, detail: 0, format: 0, mode: 'normal', style: '', ...of }
    if (of.type === 'upload')
      return { version: 3, id: MACHINE_ID, format: '', fields: {}, ...of, value: target(of.value) }
    if (of.type === 'block') return { version: 2, format: '', ...of, fields: block(of.fields as Json) }
    const more: Json = { version: 1, direction: null, format: '', indent: 0, textFormat: 1, textStyle: '' }
    const children = ((of.children ?? []) as Json[]).flatMap(split).map(dressedNode)
    if (of.type !== 'link') return { ...more, ...of, children }
    const { doc: linked, ...rest } = of.fields as { doc: Json; linkType: string }
    return {
      ...more,
      ...of,
      id: MACHINE_ID,
      fields: { url: '', ...rest, doc: { ...linked, value: target(linked.value) } },
      children,
    }
  }
  /** A text node as two, with an empty one between. */
  const split = (of: Json): Json[] => {
    if (of.type !== 'text') return [of]
    const points = Array.from(String(of.text))
    const middle = Math.floor(points.length / 2)
    return [points.slice(0, middle), [], points.slice(middle)].map((part) => ({ ...of, text: part.join('') }))
  }
  const all: Json = {
    id: 'doc',
    updatedAt: 'now',
    wordCount: 3,
    headline: '',
    topics: [],
    seo: {},
    credits: null,
    ...doc,
  }
  if ('leadImage' in doc) all.leadImage = target(doc.leadImage)
  if (Array.isArray(doc.topics)) all.topics = doc.topics.map(target)
  if (Array.isArray(doc.related))
    all.related = (doc.related as Json[]).map((each) => ({ ...each, value: target(each.value) }))
  if ('seo' in doc) all.seo = { title: '', ...(doc.seo as Json), image: target((doc.seo as Json).image) ?? null }
  if (Array.isArray(doc.credits)) {
    const rows = (doc.credits as Json[]).map((row) => ({
      id: MACHINE_ID,
      role: null,
      ...row,
      author: target(row.author) ?? null,
    }))
    all.credits = [{ id: MACHINE_ID, role: '' }, ...rows]
  }
  if (Array.isArray(doc.layout)) all.layout = (doc.layout as Json[]).map(block)
  if ('body' in doc) all.body = { root: dressedNode((doc.body as { root: Json }).root) }
  return all
}

/**
 * Every string in a document that somebody wrote, as a function that gives the document back with that string changed.
 */
function edits(doc: unknown): (() => unknown)[] {
  if (typeof doc === 'string')
    return [() => `${doc}x`, () => Array.from(doc).slice(0, -1).join('') + (doc.endsWith('y') ? 'z' : 'y')]
  if (Array.isArray(doc)) {
    return doc.flatMap((item: unknown, index) =>
      edits(item).map((edit) => () => doc.map((each: unknown, at) => (at === index ? edit() : each))),
    )
  }
  if (typeof doc !== 'object' || doc === null) return []
  return Object.entries(doc)
    .filter(([name]) => !['blockType', 'linkType', 'relationTo', 'type'].includes(name))
    .flatMap(([name, property]) => edits(property).map((edit) => () => ({ ...doc, [name]: edit() })))
}

describe('contentOf', () => {
  it('gives back a document that holds nothing but content, so no two have the same', () => {
    fc.assert(
      fc.property(plainDocument, (doc) => {
        expect(contentOf(doc, fields)).toEqual(doc)
      }),
    )
  })

  it('is the same however the document was read, populated or not', () => {
    fc.assert(
      fc.property(plainDocument, (doc) => {
        expect(contentOf(dressed(doc), fields)).toEqual(doc)
      }),
    )
  })

  it('is its own content', () => {
    fc.assert(
      fc.property(plainDocument, (doc) => {
        const content = contentOf(dressed(doc), fields)
        expect(contentOf(content, fields)).toEqual(content)
      }),
    )
  })

  it('changes when one character of a text changes', () => {
    fc.assert(
      fc.property(plainDocument, fc.nat(), (doc, which) => {
        const possible = edits(doc)
        if (possible.length === 0) return
        const edited = possible[which % possible.length]?.() as Json
        expect(canonicalize(contentOf(dressed(edited), fields))).not.toBe(canonicalize(contentOf(dressed(doc), fields)))
      }),
    )
  })

  it('is plain JSON with one canonical form, whatever the order of the properties', () => {
    const reversed = (any: unknown): unknown => {
      if (Array.isArray(any)) return any.map(reversed)
      if (typeof any !== 'object' || any === null) return any
      return Object.fromEntries(
        Object.entries(any)
          .reverse()
          .map(([name, property]) => [name, reversed(property)]),
      )
    }
    fc.assert(
      fc.property(plainDocument, (doc) => {
        const content = contentOf(doc, fields)
        expect(JSON.parse(JSON.stringify(content))).toEqual(content)
        expect(JSON.stringify(contentOf(reversed(doc) as Json, fields))).toBe(JSON.stringify(content))
      }),
    )
  })

  it('takes anything or refuses it as a ContentError, and what it takes is valid JSON', () => {
    const anything = fc.anything({
      withDate: true,
      withBigInt: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(anything, fc.constantFrom(...fields), (any, field) => {
        let content
        try {
          content = contentOf({ [field.name]: any }, fields)
        } catch (error) {
          expect(error).toBeInstanceOf(ContentError)
          return
        }
        expect(JSON.parse(canonicalize(content) ?? '')).toEqual(content)
        expect(contentOf(content, fields)).toEqual(content)
      }),
    )
  })
})

describe('mediaShown and relationsOf', () => {
  it('are the same populated or not, and name only what the content names', () => {
    fc.assert(
      fc.property(plainDocument, (doc) => {
        const shown = mediaShown(doc, fields, ['media'])
        const written = JSON.stringify(contentOf(doc, fields))
        expect(mediaShown(dressed(doc), fields, ['media'])).toEqual(shown)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        for (const each of relationsOf(doc, fields)) expect(written).toContain(each.id)
      }),
    )
  })
})
