import { describe, expect, it } from 'vitest'
import type { ContentField, JsonObject } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { ContentError, contentOf } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { openAndSave } from './openAndSave.ts'

// Node shapes: the exportJSON methods of lexical 0.50 and @payloadcms/richtext-lexical 3.90.2. Expected content:
// written by hand.

type Node = Record<string, unknown>

/** As Payload makes ids of nodes, blocks and rows. */
const ID = '64f000000000000000000001'

const body: ContentField = {
  kind: 'richText',
  name: 'body',
  uploadCollections: ['media'],
  blocks: {
    figure: [
      { kind: 'relation', name: 'image', to: ['media'], many: false, polymorphic: false },
      { kind: 'value', name: 'caption' },
      { kind: 'array', name: 'notes', fields: [{ kind: 'value', name: 'note' }] },
    ],
    factBox: [{ kind: 'richText', name: 'text', blocks: {}, uploadCollections: [] }],
  },
}

const text = (value: string, more: Node = {}): Node => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: value,
  ...more,
})
const element = (type: string, children: unknown[], more: Node = {}): Node => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})
const paragraph = (children: unknown[], more: Node = {}): Node =>
  element('paragraph', children, { textFormat: 0, textStyle: '', ...more })
const state = (...children: unknown[]): Node => ({ root: element('root', children) })
const content = (...children: unknown[]): JsonObject => contentOf({ body: state(...children) }, [body])
/** The content of the children of the root. */
const nodes = (...children: unknown[]): unknown => {
  const read = content(...children).body as { root: { children: unknown } } | undefined
  return read?.root.children
}

describe('rich text: what the editor keeps for itself', () => {
  it('is dropped', () => {
    expect(content(paragraph([text('One.')]))).toEqual({
      body: { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'One.' }] }] } },
    })
  })

  it.each([
    ['another version', paragraph([text('a')], { version: 2 })],
    ['what would be typed next', paragraph([text('a')], { textFormat: 1, textStyle: '' })],
    ['nothing of it', { type: 'paragraph', children: [{ type: 'text', text: 'a' }] }],
    ['format as a number', paragraph([text('a')], { format: 0 })],
    ['undefined', paragraph([text('a', { style: undefined })], { direction: undefined, more: undefined })],
    ['empty text nodes', paragraph([text(''), text('a'), text('', { format: 1, style: 'x' })])],
  ])('makes no difference: %s', (_what, node) => {
    expect(content(node)).toEqual(content(paragraph([text('a')])))
  })

  it.each([
    ['alignment', paragraph([text('a')], { format: 'center' })],
    ['indent', paragraph([text('a')], { indent: 1 })],
    ['direction', paragraph([text('a')], { direction: 'rtl' })],
    ['bold', paragraph([text('a', { format: 1 })])],
    ['style', paragraph([text('a', { style: 'color: red' })])],
    ['mode', paragraph([text('a', { mode: 'token' })])],
    ['detail', paragraph([text('a', { detail: 1 })])],
    ['state', paragraph([text('a', { $: { color: 'red' } })])],
    ['another type', element('quote', [text('a')])],
    ['another text', paragraph([text('b')])],
    ['an odd version', paragraph([text('a')], { version: '<b>' })],
    ['a key, which Lexical does not write', paragraph([text('a')], { key: '16' })],
    ['an id where there is none', paragraph([text('a')], { id: 'anchor' })],
    ['an id that could be read', paragraph([element('link', [text('a')], { id: 'Read my lips', fields: {} })])],
    ['a style for what would be typed next that no text has', paragraph([text('a')], { textStyle: 'color: red' })],
    ['an odd direction', paragraph([text('a')], { direction: '' })],
    ['an odd text format', paragraph([text('a')], { textFormat: 'x' })],
    ['an unknown property', paragraph([text('a')], { columns: null })],
    ['an unknown property of a text', paragraph([text('a', { footnote: '' })])],
    ['an empty text with an unknown property', paragraph([text('a'), text('', { footnote: 'x' })])],
    ['an empty paragraph before', undefined],
  ])('makes a difference: %s', (_what, node) => {
    const changed = node === undefined ? content(paragraph([]), paragraph([text('a')])) : content(node)
    expect(changed).not.toEqual(content(paragraph([text('a')])))
  })

  it('is dropped where it repeats the style of a text', () => {
    const styled = text('a', { style: 'color: red' })
    expect(content(paragraph([styled], { textStyle: 'color: red' }))).toEqual(content(paragraph([styled])))
  })

  it('keeps unknown nodes as they are, with their texts merged', () => {
    const unknown = {
      type: 'callout',
      version: 3,
      id: 'x',
      key: 'k',
      direction: null,
      format: '',
      value: { id: 'y' },
      children: [text('a'), text('b')],
    }
    expect(nodes(unknown)).toEqual([{ ...unknown, children: [{ type: 'text', text: 'ab' }] }])
    expect(nodes({ version: 1, children: [] })).toEqual([{ version: 1, children: [] }])
    expect(nodes('text', 7, null)).toEqual(['text', 7, null])
  })

  it('keeps kinds, starts, indents and ticks of lists', () => {
    const item = element('listitem', [text('a')], { indent: 1, value: 3, checked: false })
    const list = element('list', [item], { listType: 'check', start: 3, tag: 'ul' })
    expect(nodes(list)).toEqual([
      {
        type: 'list',
        listType: 'check',
        start: 3,
        children: [{ type: 'listitem', indent: 1, checked: false, children: [{ type: 'text', text: 'a' }] }],
      },
    ])
  })
})

describe('rich text: numbers of list items', () => {
  const item = (value?: unknown, ...children: Node[]): Node =>
    element('listitem', children.length > 0 ? children : [text('i')], value === undefined ? {} : { value })
  const list = (listType: string, items: Node[], more: Node = {}): Node =>
    element('list', items, { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul', ...more })
  const below = list('number', [item(1)])

  // What a browser shows: HTML 4.4.8, an `li` without a `value` has the number after that of the one before it.
  it.each([
    ['counted from one', list('number', [item(1), item(2), item(3)]), list('number', [item(), item(), item()])],
    ['which Lexical does not know', list('number', [item(null), item(2)]), list('number', [item(), item()])],
    ['counted on from one that was set', list('number', [item(7), item(8)]), list('number', [item(7), item()])],
    [
      'where a list below has the number of the next item, as Lexical counts',
      list('number', [item(1), item(2, below), item(2)]),
      list('number', [item(), item(undefined, below), item(2)]),
    ],
    ['before bullets, which are none', list('bullet', [item(1), item(9)]), list('bullet', [item(), item()])],
    [
      'and the start of a list that starts at one',
      list('number', [item()]),
      list('number', [item()], { start: undefined }),
    ],
    ['and the tag of bullets', list('bullet', [item()]), list('bullet', [item()], { tag: undefined })],
  ])('make no difference: %s', (_what, one, other) => {
    expect(content(one)).toEqual(content(other))
  })

  it.each([
    ['another number', list('number', [item(1), item(3)]), list('number', [item(1), item(2)])],
    [
      'a number after a list below',
      list('number', [item(), item(undefined, below), item(2)]),
      list('number', [item(), item(undefined, below), item()]),
    ],
    ['another start', list('number', [item()], { start: 7 }), list('number', [item()])],
    ['a tag that makes numbers of bullets', list('bullet', [item(4)], { tag: 'ol' }), list('bullet', [item()])],
    ['no tag where it makes the numbers', list('number', [item()]), list('number', [item()], { tag: undefined })],
    ['a number that is a text', list('bullet', [item('<b>')]), list('bullet', [item()])],
    ['a number that is none', list('bullet', [item(1.5)]), list('bullet', [item()])],
    ['a kind that is unknown', list('roman', [item(4)]), list('roman', [item()])],
  ])('make a difference: %s', (_what, one, other) => {
    expect(content(one)).not.toEqual(content(other))
  })
})

describe('rich text: text nodes', () => {
  const merged = (...texts: unknown[]): unknown => (nodes(paragraph(texts)) as [{ children: unknown }])[0].children

  it('are merged if they look the same', () => {
    expect(
      merged(text('a'), text(''), text('b'), text('c', { format: 1 }), text('d', { format: 1 }), text('e')),
    ).toEqual([
      { type: 'text', text: 'ab' },
      { type: 'text', text: 'cd', format: 1 },
      { type: 'text', text: 'e' },
    ])
    expect(merged(text('a', { $: { x: 1, y: 2 } }), text('b', { $: { y: 2, x: 1 } }))).toEqual([
      { type: 'text', text: 'ab', $: { x: 1, y: 2 } },
    ])
  })

  it.each([
    ['style', text('a'), text('b', { style: 'x' })],
    ['mode', text('a', { mode: 'token' }), text('b', { mode: 'token' })],
    ['detail', text('a', { detail: 2 }), text('b', { detail: 2 })],
    ['state', text('a'), text('b', { $: { x: 1 } })],
    ['type', text('a'), { type: 'tab', version: 1, detail: 2, format: 0, mode: 'normal', style: '', text: '\t' }],
    ['text that is none', text('a'), text('b', { text: 7 })],
    ['what stands between', text('a'), { type: 'linebreak', version: 1 }, text('b')],
  ])('stay apart if they differ in %s or Lexical would not merge them', (_what, ...texts: unknown[]) => {
    expect(merged(...texts)).toHaveLength(texts.length)
  })

  it('are refused with half a surrogate pair, although the halves would meet', () => {
    expect(() => content(paragraph([text('\ud83c'), text('\udf89')]))).toThrow(ContentError)
  })
})

describe('rich text: links, uploads, blocks', () => {
  it('a link is its fields, with the id of the document', () => {
    const link = (fields: unknown, more: Node = {}): Node =>
      paragraph([element('link', [text('a')], { id: ID, version: 3, fields, ...more })])
    const expected = (fields: unknown): unknown => [
      { type: 'paragraph', children: [{ type: 'link', children: [{ type: 'text', text: 'a' }], fields }] },
    ]
    expect(nodes(link({ linkType: 'custom', url: 'https://example.org', newTab: false, doc: null, rel: '' }))).toEqual(
      expected({ linkType: 'custom', url: 'https://example.org', newTab: false }),
    )
    for (const value of ['x1', { id: 'x1', headline: 'Head' }]) {
      expect(nodes(link({ linkType: 'internal', doc: { relationTo: 'articles', value }, newTab: true }))).toEqual(
        expected({ linkType: 'internal', doc: { relationTo: 'articles', value: 'x1' }, newTab: true }),
      )
    }
    expect(nodes(link({ linkType: 'custom', url: 'https://example.org' }))).not.toEqual(
      nodes(link({ linkType: 'custom', url: 'https://example.com' })),
    )
    expect(nodes(link({ linkType: 'internal', url: 'https://example.org' }))).not.toEqual(
      nodes(link({ linkType: 'internal' })),
    )
    expect(nodes(link({ linkType: 'internal', doc: 'x1', rel: ['me'] }))).toEqual(
      expected({ linkType: 'internal', doc: 'x1', rel: ['me'] }),
    )
    expect(nodes(link('odd'))).toEqual(expected('odd'))
  })

  it('an upload is the id of its document and its fields', () => {
    const upload = (more: Node): Node => ({
      type: 'upload',
      version: 3,
      format: '',
      id: ID,
      relationTo: 'media',
      ...more,
    })
    const expected = [{ type: 'upload', relationTo: 'media', value: 'm1' }]
    expect(nodes(upload({ value: 'm1', fields: {} }))).toEqual(expected)
    expect(nodes(upload({ value: { id: 'm1', alt: 'Alt', url: '/m1.png' }, fields: null }))).toEqual(expected)
    expect(nodes(upload({ value: 'm1', fields: { caption: '' } }))).toEqual(expected)
    expect(nodes(upload({ value: 'm1', fields: { caption: 'C' } }))).toEqual([
      { ...expected[0], fields: { caption: 'C' } },
    ])
    expect(nodes({ type: 'relationship', version: 2, format: '', relationTo: 'articles', value: { id: 7 } })).toEqual([
      { type: 'relationship', relationTo: 'articles', value: '7' },
    ])
  })

  it('a block is its fields as they are described, and whatever else it has', () => {
    const block = (fields: Node, type = 'block'): Node => ({
      type,
      version: 2,
      format: '',
      fields: { id: ID, blockName: '', ...fields },
    })
    const figure = {
      blockType: 'figure',
      image: { id: 'm1', alt: 'Alt' },
      caption: 'C',
      notes: [
        { id: ID, note: 'N' },
        { id: ID, note: '' },
      ],
    }
    expect(nodes(block(figure))).toEqual([
      { type: 'block', fields: { blockType: 'figure', image: 'm1', caption: 'C', notes: [{ note: 'N' }] } },
    ])
    expect(nodes(block({ ...figure, slipped: 'in', nothing: null }))).toEqual([
      {
        type: 'block',
        fields: { blockType: 'figure', image: 'm1', caption: 'C', notes: [{ note: 'N' }], slipped: 'in' },
      },
    ])
    expect(nodes(block({ blockType: 'figure' }, 'inlineBlock'))).toEqual([
      { type: 'inlineBlock', fields: { blockType: 'figure' } },
    ])
    expect(nodes(block({ blockType: 'unknown', a: null }))).toEqual([
      { type: 'block', fields: { id: ID, blockName: '', blockType: 'unknown', a: null } },
    ])
    expect(nodes(block({ blockType: 'constructor' }))).toEqual([
      { type: 'block', fields: { id: ID, blockName: '', blockType: 'constructor' } },
    ])
    expect(nodes(block({ blockType: 'factBox', text: state(paragraph([text('a'), text('b')])) }))).toEqual([
      {
        type: 'block',
        fields: {
          blockType: 'factBox',
          text: { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'ab' }] }] } },
        },
      },
    ])
    expect(nodes({ type: 'block', version: 2, format: '', fields: null })).toEqual([{ type: 'block' }])
  })

  it('names the place of what it refuses', () => {
    const bad = {
      type: 'block',
      version: 2,
      format: '',
      fields: { blockType: 'figure', notes: [{ note: Number.NaN }] },
    }
    expect(() => content(paragraph([text('a')]), bad)).toThrow(
      expect.objectContaining({ code: 'not_finite', field: 'body.root.children.1.fields.notes.0.note' }),
    )
  })

  it('refuses nesting that a database would not keep', () => {
    let node: Node = paragraph([text('deep')])
    for (let level = 0; level < 10_000; level += 1) node = element('quote', [node])
    expect(() => content(node)).toThrow(expect.objectContaining({ code: 'too_deep' }))
  })
})

describe('rich text: no text', () => {
  it.each([
    ['null', null],
    ['an empty object', {}],
    ['a root without children', { root: { type: 'root', children: [] } }],
    ['an empty paragraph', state(paragraph([]))],
    [
      'several, with an empty text, aligned',
      state(paragraph([]), paragraph([text('')], { format: 'center', indent: 1, direction: 'rtl' })),
    ],
  ])('is %s', (_what, nothing) => {
    expect(contentOf({ body: nothing }, [body])).toEqual({})
  })

  it.each([
    ['white space', state(paragraph([text(' ')]))],
    ['a line break', state(paragraph([{ type: 'linebreak', version: 1 }]))],
    ['a rule', state({ type: 'horizontalrule', version: 1 })],
    ['an empty heading', state(element('heading', [], { tag: 'h2' }))],
    ['an upload', state({ type: 'upload', relationTo: 'media', value: 'm1' })],
    ['a paragraph with something unknown', state(paragraph([], { sound: 'a.mp3' }))],
    ['something beside the root', { ...state(paragraph([])), footnotes: ['a'] }],
    ['something on the root', { root: element('root', [], { sound: 'a.mp3' }) }],
    ['another kind of rich text', [{ children: [{ text: 'Slate' }] }]],
    ['a string', 'text'],
    ['a root that is none', { root: 'x' }],
  ])('is not %s', (_what, something) => {
    expect(contentOf({ body: something }, [body])).toHaveProperty('body')
  })

  it('keeps empty paragraphs between, before and after others', () => {
    expect(nodes(paragraph([]), paragraph([text('a')]), paragraph([]))).toEqual([
      { type: 'paragraph' },
      { type: 'paragraph', children: [{ type: 'text', text: 'a' }] },
      { type: 'paragraph' },
    ])
  })
})

describe('rich text: opened in the editor and saved untouched', () => {
  const link = (fields: Node): Node =>
    element('link', [text('l')], { id: '64f000000000000000000001', version: 3, fields })
  const written = state(
    element('heading', [text('Head')], { tag: 'h2' }),
    paragraph([
      text('a '),
      text('b', { format: 3 }),
      text(' c'),
      { type: 'linebreak', version: 1 },
      { ...text('\t'), type: 'tab', detail: 2 },
      text('d', { style: 'color: red' }),
    ]),
    paragraph([
      text('x'),
      link({ linkType: 'custom', url: 'https://example.org', newTab: true }),
      link({ linkType: 'internal', doc: { relationTo: 'articles', value: 'x1' }, newTab: false }),
    ]),
    paragraph([]),
    element('quote', [text('q')], { direction: 'rtl', format: 'right', indent: 1 }),
    element(
      'list',
      [
        element('listitem', [text('i')], { value: 1, checked: undefined }),
        element('listitem', [text('j')], { value: 2 }),
      ],
      { listType: 'number', start: 1, tag: 'ol' },
    ),
    {
      type: 'upload',
      version: 3,
      format: '',
      id: '64f000000000000000000002',
      relationTo: 'media',
      value: 'm1',
      fields: { caption: 'C' },
    },
    { type: 'relationship', version: 2, format: '', relationTo: 'articles', value: 'x1' },
    {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: '64f000000000000000000003', blockName: '', blockType: 'figure', image: 'm1' },
    },
    paragraph([
      {
        type: 'inlineBlock',
        version: 1,
        fields: { id: '64f000000000000000000004', blockType: 'figure', caption: 'C' },
      },
      text(' z'),
    ]),
  )

  it.each([[false], [true]])('is the same content (every node looked at: %s)', (normalise) => {
    const saved = openAndSave(written, normalise)
    expect(contentOf({ body: saved }, [body])).toEqual(contentOf({ body: written }, [body]))
  })

  it('is the same content where an importer or an older editor left it unnormalised', () => {
    const loose = state(
      paragraph([text('a'), text('b'), text(''), text('c', { format: 1 })], { textFormat: 7, version: 9 }),
      paragraph([
        element('link', [text('l'), text('m')], {
          version: 2,
          fields: { linkType: 'custom', url: 'https://example.org', newTab: false },
        }),
      ]),
    )
    for (const normalise of [false, true]) {
      const saved = openAndSave(loose, normalise)
      expect(saved).not.toEqual(loose)
      expect(contentOf({ body: saved }, [body])).toEqual(contentOf({ body: loose }, [body]))
    }
  })
})
