import { describe, expect, it } from 'vitest'
import type { FlattenedField } from 'payload'
import { valueShape } from '../../../packages/plugin-imprimatur/src/hardening/input/valueShape.ts'

const fields = [
  { name: 'text', type: 'text' },
  { name: 'texts', type: 'text', hasMany: true },
  { name: 'number', type: 'number' },
  { name: 'tick', type: 'checkbox' },
  { name: 'date', type: 'date' },
  { name: 'choice', type: 'select', options: [{ label: 'A', value: 'a' }, 'b'] },
  { name: 'choices', type: 'select', hasMany: true, options: ['a', 'b'] },
  { name: 'country', type: 'select', options: Array.from({ length: 13 }, (_, at) => `c${String(at)}`) },
  { name: 'body', type: 'richText' },
  { name: 'one', type: 'relationship', relationTo: 'people' },
  { name: 'many', type: 'upload', relationTo: 'media', hasMany: true },
  { name: 'made', type: 'text', virtual: true },
  { name: 'group', type: 'group', flattenedFields: [{ name: 'inner', type: 'text' }] },
  { name: 'rows', type: 'array', flattenedFields: [{ name: 'who', type: 'relationship', relationTo: 'people' }] },
] as unknown as FlattenedField[]

const faults = (data: unknown) =>
  Object.fromEntries(valueShape(fields, data).faults.map(({ path, message }) => [path, message]))

describe('valueShape', () => {
  it('finds nothing wrong with what fields hold, nor with what is not there', () => {
    const whole = {
      text: '',
      texts: ['a'],
      number: 0,
      tick: false,
      date: '2026-08-09T10:00:00.000Z',
      choice: 'b',
      choices: [],
      body: { root: { children: [] } },
      one: 'id',
      many: ['id'],
      made: 7,
      group: { inner: 'x' },
      rows: [{ who: 'id' }, {}],
    }
    expect(faults(whole)).toEqual({})
    expect(faults(Object.fromEntries(Object.keys(whole).map((name) => [name, null])))).toEqual({})
    expect(faults({})).toEqual({})
    expect(faults(undefined)).toEqual({})
  })

  it.each([
    ['text', 7],
    ['text', { a: 1 }],
    ['texts', 'a'],
    ['texts', ['a', 7]],
    ['number', '7'],
    ['number', Number.NaN],
    ['number', Infinity],
    ['tick', 'true'],
    ['date', 'tomorrow'],
    ['date', 7],
    ['date', []],
    ['date', '2026-13-01'],
    ['choice', 'c'],
    ['choice', ['a']],
    ['choices', 'a'],
    ['choices', ['a', 'c']],
    ['body', 'text'],
    ['body', []],
    ['body', { root: 1 }],
    ['one', 7.5],
    ['one', true],
    ['one', { id: 'x' }],
    ['many', 'id'],
    ['many', ['id', null]],
    ['rows', 'x'],
    ['rows', {}],
  ])('complains of %s being %j', (name, value) => {
    expect(Object.keys(faults({ [name]: value }))).toEqual([name])
  })

  it.each([
    ['on its way', { pending: { formID: 'f', src: 'https://pictures.invalid/h.jpg' } }],
    ['without an id', { relationTo: 'media' }],
    ['of nothing', { relationTo: 'media', value: null }],
  ])('refuses a picture in a text that is %s, at any depth', (_what, upload) => {
    const node = { type: 'upload', ...upload }
    const message = 'A picture in the text was never uploaded. Remove it, upload the picture, then put it in.'
    for (const child of [node, { type: 'paragraph', children: [{ type: 'link', children: [node] }] }]) {
      expect(faults({ body: { root: { type: 'root', children: [child] } } })).toEqual({ body: message })
    }
  })

  it.each(['0123456789abcdef01234567', { id: '0123456789abcdef01234567', alt: 'Sea' }])(
    'takes an uploaded one: %j',
    (value) => {
      const children = [{ type: 'upload', relationTo: 'media', value }]
      expect(faults({ body: { root: { type: 'root', children } } })).toEqual({})
    },
  )

  const RELATED = {
    slug: 'related',
    fields: [
      { name: 'page', type: 'relationship', relationTo: 'pages' },
      { name: 'title', type: 'text' },
    ],
  }
  const editor = (...types: string[]) => ({
    editorConfig: {
      features: { nodes: types.map((type) => ({ node: { getType: () => type } })) },
      resolvedFeatureMap: new Map([
        ['upload', { sanitizedServerFeatureProps: { enabledCollectionSlugs: ['media'] } }],
        ['link', { sanitizedServerFeatureProps: { enabledCollections: ['pages'] } }],
        ['blocks', { sanitizedServerFeatureProps: { blocks: [{ slug: 'figure', fields: [] }, RELATED] } }],
      ]),
    },
  })
  const inText = (...children: unknown[]) => {
    const body = [
      { name: 'body', type: 'richText', editor: editor('heading', 'list', 'listitem', 'quote', 'block', 'upload') },
    ]
    const state = { root: { type: 'root', children } }
    return valueShape(body as unknown as FlattenedField[], { body: state }).faults.map(({ place }) => place)
  }

  it.each([
    [
      'what the editor knows',
      [{ type: 'heading', tag: 'h2', children: [{ type: 'text', text: '' }, { type: 'tab' }] }],
      [],
    ],
    ['what every editor knows', [{ type: 'paragraph', children: [{ type: 'linebreak' }] }], []],
    ['a table', [{ type: 'paragraph' }, { type: 'table' }], ['root.children.1']],
    ['the same twice, told once', [{ type: 'table' }, { type: 'table' }], ['root.children.0']],
    ['two that are unknown', [{ type: 'table' }, { type: 'code' }], ['root.children.0', 'root.children.1']],
    ['a text instead of a part', ['words'], ['root.children.0']],
    ['a known box', [{ type: 'block', fields: { blockType: 'figure' } }], []],
    ['an unknown box', [{ type: 'block', fields: { blockType: 'gallery' } }], ['root.children.0']],
    ['a box without a kind', [{ type: 'block' }], ['root.children.0']],
    ['a picture of another collection', [{ type: 'upload', relationTo: 'users', value: 'u' }], ['root.children.0']],
    ['a picture', [{ type: 'upload', relationTo: 'media', value: 'm' }], []],
  ])('tells in a text of %s', (_what, children, places) => {
    expect(inText(...children)).toEqual(places)
  })

  const NO_PARTS: readonly unknown[] = [null, 'words', 7, [], undefined]
  it.each(NO_PARTS)('refuses %j in the place of a part of a text', (part) => {
    expect(inText({ type: 'paragraph', children: [part] })).toEqual(['root.children.0.children.0'])
    expect(inText(part)).toEqual(['root.children.0'])
  })

  it.each([
    ['text', { text: 7 }, { text: null }, {}, { text: 'a', format: 'bold' }, { text: 'a', format: -1 }],
    ['paragraph', { children: 'words' }, { children: {} }, { indent: '3;color:red' }, { indent: -1 }, { indent: 1e9 }],
    ['paragraph', { format: '" onload="' }, { direction: 'rtl" x="' }, { format: 9 }],
    ['heading', {}, { tag: 'script' }, { tag: 'h7' }, { tag: ['h2'] }, { tag: 'H2' }],
    ['list', { tag: 'script' }, { listType: 'x' }, { start: 1e300 }, { start: '1' }],
    ['listitem', { value: '1' }, { checked: 'yes' }],
    ['quote', { children: 7 }],
  ] as const)('refuses a %s that says of itself what it cannot be', (type, ...odd) => {
    const inside = ['text', 'listitem'].includes(type)
    for (const more of odd) {
      const part = Object.assign({ type }, more)
      expect(inText(inside ? { type: 'paragraph', children: [part] } : part), JSON.stringify(part)).toEqual([
        inside ? 'root.children.0.children.0' : 'root.children.0',
      ])
    }
  })

  it('takes parts that say everything as Lexical says it', () => {
    const element = { version: 1, direction: 'rtl', format: 'center', indent: 2 }
    const text = { type: 'text', version: 1, text: 'a', format: 1025, detail: 0, mode: 'normal', style: '' }
    const item = { ...element, type: 'listitem', value: 2, checked: true, children: [text] }
    expect(
      inText(
        { ...element, type: 'paragraph', direction: null, format: '', textFormat: 0, textStyle: '', children: [text] },
        { ...element, type: 'heading', tag: 'h6', children: [] },
        { ...element, type: 'list', tag: 'ol', listType: 'number', start: 7, children: [item] },
      ),
    ).toEqual([])
  })

  it('refuses words outside of any paragraph, and a text that begins with another part', () => {
    expect(inText({ type: 'text', text: 'a' })).toEqual(['root.children.0'])
    expect(inText({ type: 'linebreak' })).toEqual(['root.children.0'])
    const body = [{ name: 'body', type: 'richText', editor: editor() }] as unknown as FlattenedField[]
    const state = { root: { type: 'paragraph', children: [] } }
    expect(valueShape(body, { body: state }).faults.map(({ place }) => place)).toEqual(['root'])
  })

  it('looks into boxes, and gathers what they and links refer to', () => {
    const link = (doc: unknown) => ({
      type: 'paragraph',
      children: [{ type: 'link', fields: { linkType: 'internal', doc } }],
    })
    const box = (fields: object) => ({ type: 'block', fields: { blockType: 'related', ...fields } })
    const read = (...children: unknown[]) => {
      const body = [{ name: 'body', type: 'richText', editor: editor('link', 'block') }] as unknown as FlattenedField[]
      const { faults: found, references } = valueShape(body, { body: { root: { type: 'root', children } } })
      return [found.map(({ place }) => place), references.map(({ collection, id }) => `${collection}:${id}`)]
    }
    expect(read(link({ relationTo: 'pages', value: 'p' }), box({ page: 7 }), box({ page: { id: 'q' } }))).toEqual([
      [],
      ['pages:p', 'pages:7', 'pages:q'],
    ])
    expect(read(link({ relationTo: 'users', value: 'u' }))).toEqual([['root.children.0.children.0'], []])
    for (const doc of [7, 'p', [], { relationTo: 'pages' }, { relationTo: ['pages'], value: 'p' }])
      expect(read(link(doc)), JSON.stringify(doc)).toEqual([['root.children.0.children.0'], []])
    expect(read(box({ page: [] }))).toEqual([['root.children.0.fields.page'], []])
    expect(read(box({ title: { a: 1 } }))).toEqual([['root.children.0.fields.title'], []])
    expect(read({ type: 'block', fields: { blockType: ['related'] } })).toEqual([['root.children.0'], []])
  })

  it('looks into groups and rows', () => {
    expect(faults({ group: { inner: 1 }, rows: [{}, { who: true }] })).toEqual({
      'group.inner': 'Enter a text.',
      'rows.1.who': 'Send the id of a document.',
    })
  })

  it('names the choices where they are few', () => {
    expect(faults({ choice: 'c' })).toEqual({ choice: '“c” is none of the choices. Choose a or b.' })
    expect(faults({ country: 'x'.repeat(50) })).toEqual({
      country: `“${'x'.repeat(40)}…” is none of the choices. Choose one from the list.`,
    })
  })

  it('gathers what the document refers to', () => {
    expect(valueShape(fields, { one: 'p1', many: ['m1', 'm2'], rows: [{ who: 'p2' }] }).references).toEqual([
      { path: 'one', collection: 'people', id: 'p1' },
      { path: 'many', collection: 'media', id: 'm1' },
      { path: 'many', collection: 'media', id: 'm2' },
      { path: 'rows.0.who', collection: 'people', id: 'p2' },
    ])
  })
})
