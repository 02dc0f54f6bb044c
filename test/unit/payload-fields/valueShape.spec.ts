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

  const editor = (...types: string[]) => ({
    editorConfig: {
      features: { nodes: types.map((type) => ({ node: { getType: () => type } })) },
      resolvedFeatureMap: new Map([
        ['upload', { sanitizedServerFeatureProps: { enabledCollectionSlugs: ['media'] } }],
        ['blocks', { sanitizedServerFeatureProps: { blocks: [{ slug: 'figure', fields: [] }] } }],
      ]),
    },
  })
  const inText = (...children: unknown[]) => {
    const body = [{ name: 'body', type: 'richText', editor: editor('heading', 'block', 'upload') }]
    const state = { root: { type: 'root', children } }
    return valueShape(body as unknown as FlattenedField[], { body: state }).faults.map(({ place }) => place)
  }

  it.each([
    ['what the editor knows', [{ type: 'heading', children: [{ type: 'text' }, { type: 'tab' }] }], []],
    ['what every editor knows', [{ type: 'paragraph', children: [{ type: 'linebreak' }] }], []],
    ['a table', [{ type: 'heading' }, { type: 'table' }], ['root.children.1']],
    ['the same twice, told once', [{ type: 'table' }, { type: 'table' }], ['root.children.0']],
    ['two that are unknown', [{ type: 'table' }, { type: 'quote' }], ['root.children.0', 'root.children.1']],
    ['a text instead of a part', ['words'], ['root.children.0']],
    ['a known box', [{ type: 'block', fields: { blockType: 'figure' } }], []],
    ['an unknown box', [{ type: 'block', fields: { blockType: 'gallery' } }], ['root.children.0']],
    ['a box without a kind', [{ type: 'block' }], ['root.children.0']],
    ['a picture of another collection', [{ type: 'upload', relationTo: 'users', value: 'u' }], ['root.children.0']],
    ['a picture', [{ type: 'upload', relationTo: 'media', value: 'm' }], []],
  ])('tells in a text of %s', (_what, children, places) => {
    expect(inText(...children)).toEqual(places)
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
