import { describe, expect, it } from 'vitest'
import type { ContentField } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { mediaShown, relationsOf } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { relation } from '../../helpers/contentFields.ts'

// Expected values: written by hand after the docstrings of relationsOf and mediaShown.

const figure = [relation('image', ['media'])]

const fields: ContentField[] = [
  relation('leadImage', ['media']),
  { kind: 'array', name: 'credits', fields: [relation('author', ['authors'])] },
  relation('topics', ['topics'], true),
  relation('target', ['articles', 'news-teasers']),
  relation('related', ['articles', 'media'], true),
  { kind: 'group', name: 'seo', fields: [relation('image', ['media'])] },
  { kind: 'blocks', name: 'layout', blocks: { figure } },
  {
    kind: 'richText',
    name: 'body',
    blocks: { figure, factBox: [{ kind: 'richText', name: 'text', blocks: { figure }, uploadCollections: ['media'] }] },
    uploadCollections: ['media'],
  },
]

const state = (...children: unknown[]): unknown => ({ root: { type: 'root', children } })
const link = (linkType: string, relationTo: string, value: unknown): unknown => ({
  type: 'paragraph',
  children: [
    { type: 'link', fields: { linkType, doc: { relationTo, value } }, children: [{ type: 'text', text: 'a' }] },
  ],
})

const doc = {
  leadImage: { id: 'm1', alt: 'Alt' },
  credits: [
    { id: 'r1', author: null },
    { id: 'r2', author: 'a1' },
  ],
  topics: ['t1', { id: 't2' }, 't1'],
  target: { relationTo: 'articles', value: { id: 'x1' } },
  related: [
    { relationTo: 'media', value: 'm2' },
    { relationTo: 'articles', value: 'x1' },
  ],
  seo: { image: 'm1' },
  layout: [{ blockType: 'figure', image: 'm3' }],
  body: state(
    { type: 'upload', relationTo: 'media', value: { id: 'm4' } },
    { type: 'upload', relationTo: 'media', value: 'm4' },
    { type: 'block', fields: { blockType: 'figure', image: 'm5' } },
    {
      type: 'block',
      fields: {
        blockType: 'factBox',
        text: state({
          type: 'paragraph',
          children: [{ type: 'inlineBlock', fields: { blockType: 'figure', image: 'm6' } }],
        }),
      },
    },
    { type: 'relationship', relationTo: 'articles', value: 'x2' },
    link('internal', 'media', 'm7'),
    link('custom', 'media', 'left over'),
  ),
  notDescribed: 'm8',
}

describe('relationsOf', () => {
  it('names every document that the content refers to, with its field', () => {
    expect(relationsOf(doc, fields)).toEqual([
      { collection: 'media', id: 'm1', field: 'leadImage' },
      { collection: 'authors', id: 'a1', field: 'credits.1.author' },
      { collection: 'topics', id: 't1', field: 'topics' },
      { collection: 'topics', id: 't2', field: 'topics' },
      { collection: 'articles', id: 'x1', field: 'target' },
      { collection: 'media', id: 'm2', field: 'related' },
      { collection: 'articles', id: 'x1', field: 'related' },
      { collection: 'media', id: 'm1', field: 'seo.image' },
      { collection: 'media', id: 'm3', field: 'layout.0.image' },
      { collection: 'media', id: 'm4', field: 'body' },
      { collection: 'media', id: 'm5', field: 'body' },
      { collection: 'media', id: 'm6', field: 'body' },
      { collection: 'articles', id: 'x2', field: 'body' },
      { collection: 'media', id: 'm7', field: 'body' },
    ])
  })

  it('finds nothing in an empty document, in a malformed text or in a block that is not described', () => {
    expect(relationsOf({}, fields)).toEqual([])
    expect(relationsOf({ body: { root: 'x' } }, fields)).toEqual([])
    expect(
      relationsOf(
        {
          body: state(
            { type: 'upload', relationTo: 7, value: 'm1' },
            { type: 'upload', relationTo: 'media', value: {} },
            { type: 'block', fields: { blockType: 'gone', image: 'm1' } },
          ),
        },
        fields,
      ),
    ).toEqual([])
  })

  it('refuses what contentOf refuses', () => {
    expect(() => relationsOf({ topics: 't1' }, fields)).toThrow(
      expect.objectContaining({ code: 'malformed', field: 'topics' }),
    )
  })
})

describe('mediaShown', () => {
  const shownIn = (collections: string[]) => mediaShown(doc, fields, collections).map(({ id }) => id)

  it('has the id of each media document once, in the order in which they come', () => {
    expect(shownIn(['media'])).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'])
  })

  it('looks at the collections that it is told', () => {
    expect(shownIn([])).toEqual([])
    expect(shownIn(['articles', 'authors'])).toEqual(['a1', 'x1', 'x2'])
  })
})
