import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import type { ContentField } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { ContentError, contentOf } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { relation, value } from '../../helpers/contentFields.ts'

// Expected values: written by hand after the rules in the docstring of contentOf.

const group = (name: string, ...fields: ContentField[]): ContentField => ({ kind: 'group', name, fields })
const array = (name: string, ...fields: ContentField[]): ContentField => ({ kind: 'array', name, fields })
const blocks = (name: string, kinds: Record<string, ContentField[]>): ContentField => ({
  kind: 'blocks',
  name,
  blocks: kinds,
})

function failure(run: () => unknown): { name: string; code: string; field: string; message: string } {
  try {
    run()
  } catch (error) {
    if (error instanceof ContentError)
      return { name: error.name, code: error.code, field: error.field, message: error.message }
    throw error
  }
  throw new Error('It was accepted.')
}

describe('contentOf: values', () => {
  it('holds the described fields and nothing else', () => {
    const doc = {
      id: '1',
      headline: 'Head',
      slug: 'head',
      wordCount: 1,
      updatedAt: '2024-01-01T00:00:00.000Z',
      _status: 'draft',
    }
    expect(contentOf(doc, [value('headline'), value('slug'), value('standfirst')])).toEqual({
      headline: 'Head',
      slug: 'head',
    })
  })

  it.each([null, undefined, '', [], {}])('leaves out %j', (nothing) => {
    expect(contentOf({ a: nothing, b: 1 }, [value('a'), value('b')])).toEqual({ b: 1 })
    expect(contentOf({ g: { a: nothing } }, [group('g', value('a'))])).toEqual({})
    expect(contentOf({ rows: [{ id: '1', a: nothing }] }, [array('rows', value('a'))])).toEqual({})
  })

  it.each([false, 0, ' ', '0', [null], [''], [[]], { a: null }, [0]])('keeps %j', (something) => {
    expect(contentOf({ a: something }, [value('a')])).toEqual({ a: something })
  })

  it('keeps strings to the code point', () => {
    for (const text of [
      'a\r\nb',
      'a\nb',
      'é',
      'e\u0301',
      ' a ',
      '\ufeffa',
      'a\u00a0b',
      '\uffff',
      '👨‍👩‍👧',
      '2024-01-01T02:00:00+02:00',
    ]) {
      expect(contentOf({ a: text }, [value('a')]).a).toBe(text)
    }
  })

  it('tells texts apart that only look alike', () => {
    const seen = ['é', 'e\u0301', 'a\nb', 'a\r\nb', 'a\u00a0b', 'a b'].map((text) =>
      canonicalize(contentOf({ a: text }, [value('a')])),
    )
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('writes dates in UTC', () => {
    expect(contentOf({ a: new Date('2024-01-01T02:00:00+02:00') }, [value('a')])).toEqual({
      a: '2024-01-01T00:00:00.000Z',
    })
  })

  it('writes -0 as 0', () => {
    expect(Object.is(contentOf({ a: -0 }, [value('a')]).a, 0)).toBe(true)
    expect(contentOf({ a: [{ b: -0 }] }, [value('a')])).toEqual({ a: [{ b: 0 }] })
  })

  it('writes properties in the order of their names', () => {
    expect(JSON.stringify(contentOf({ b: { d: 1, c: 2 }, a: 1 }, [value('b'), value('a')]))).toBe(
      '{"a":1,"b":{"c":2,"d":1}}',
    )
  })

  it('takes names like __proto__ and constructor for names', () => {
    const json: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":2}')
    expect(JSON.stringify(contentOf({ a: json }, [value('a')]))).toBe('{"a":{"__proto__":{"x":1},"constructor":2}}')
    expect(contentOf({}, [value('constructor'), value('__proto__'), value('toString')])).toEqual({})
    expect(contentOf({ list: [{ blockType: 'constructor' }] }, [blocks('list', {})])).toEqual({
      list: [{ blockType: 'constructor' }],
    })
  })

  it('shares nothing with the document and leaves it alone', () => {
    const doc = Object.freeze({ a: Object.freeze({ b: Object.freeze([1]) }) })
    const content = contentOf(doc, [value('a')])
    expect(content).toEqual({ a: { b: [1] } })
    expect(content.a).not.toBe(doc.a)
  })

  it.each([
    ['not_finite', Number.NaN],
    ['not_finite', Number.POSITIVE_INFINITY],
    ['not_finite', Number.NEGATIVE_INFINITY],
    ['invalid_date', new Date(Number.NaN)],
    ['lone_surrogate', 'a\ud800'],
    ['lone_surrogate', '\udc00a'],
    ['nul_character', 'a\0b'],
    ['not_json', 1n],
    ['not_json', () => 1],
    ['not_json', Symbol('a')],
    ['not_json', new Map([['a', 1]])],
    ['not_json', Buffer.from('a')],
  ])('refuses (%s) what a database or RFC 8785 cannot keep', (code, bad) => {
    expect(failure(() => contentOf({ a: bad }, [value('a')]))).toMatchObject({ name: 'ContentError', code, field: 'a' })
    expect(
      failure(() => contentOf({ rows: [{ a: 1 }, { a: { b: [bad] } }] }, [array('rows', value('a'))])),
    ).toMatchObject({ code, field: 'rows.1.a.b.0' })
  })

  it('refuses names of properties that are not valid Unicode', () => {
    expect(failure(() => contentOf({ a: { 'x\ud800': 1 } }, [value('a')]))).toMatchObject({
      code: 'lone_surrogate',
      field: 'a',
    })
    expect(failure(() => contentOf({ a: { 'x\0': 1 } }, [value('a')]))).toMatchObject({
      code: 'nul_character',
      field: 'a',
    })
  })

  it('says in its message what is wrong and where', () => {
    expect(failure(() => contentOf({ a: Number.NaN }, [value('a')])).message).toBe('"a" is not a finite number.')
  })

  it('takes 90 levels of nesting, the document included, and refuses more', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'deep' : [nested(levels - 1)])
    expect(contentOf({ a: nested(89) }, [value('a')])).toEqual({ a: nested(89) })
    expect(failure(() => contentOf({ a: nested(90) }, [value('a')]))).toMatchObject({ code: 'too_deep' })
    let bottomless: unknown = 'deep'
    for (let level = 0; level < 100_000; level += 1) bottomless = { a: bottomless }
    expect(failure(() => contentOf({ a: bottomless }, [value('a')]))).toMatchObject({ code: 'too_deep' })
    const circular: Record<string, unknown> = {}
    circular.a = circular
    expect(failure(() => contentOf(circular, [value('a')]))).toMatchObject({ code: 'too_deep' })
  })
})

describe('contentOf: relations', () => {
  /** As MongoDB's driver hands out ids. */
  class ObjectId {
    readonly #hex: string
    readonly id = Buffer.from('no id')
    constructor(hex: string) {
      this.#hex = hex
    }
    toHexString(): string {
      return this.#hex
    }
  }

  it.each([
    ['id string', 'm1'],
    ['populated document', { id: 'm1', alt: 'Alt', url: '/m1.png' }],
    ['ObjectId', new ObjectId('m1')],
    ['document with ObjectId', { id: new ObjectId('m1') }],
  ])('is the id of the document, given as %s', (_given, target) => {
    expect(contentOf({ a: target }, [relation('a', ['media'])])).toEqual({ a: 'm1' })
    expect(contentOf({ a: [target, 'm2'] }, [relation('a', ['media'], true)])).toEqual({ a: ['m1', 'm2'] })
    expect(contentOf({ a: { relationTo: 'media', value: target } }, [relation('a', ['media', 'articles'])])).toEqual({
      a: { relationTo: 'media', value: 'm1' },
    })
    expect(
      contentOf({ a: [{ relationTo: 'media', value: target }] }, [relation('a', ['media', 'articles'], true)]),
    ).toEqual({ a: [{ relationTo: 'media', value: 'm1' }] })
  })

  it('is a string for numeric ids', () => {
    expect(contentOf({ a: 7, b: { id: 8 } }, [relation('a', ['media']), relation('b', ['media'])])).toEqual({
      a: '7',
      b: '8',
    })
  })

  it('keeps order and repetitions', () => {
    expect(contentOf({ a: ['2', '1', '2'] }, [relation('a', ['media'], true)])).toEqual({ a: ['2', '1', '2'] })
  })

  it('leaves out relations to nothing', () => {
    const fields = [
      relation('a', ['media']),
      relation('b', ['media'], true),
      relation('c', ['media', 'articles']),
      relation('d', ['media', 'articles'], true),
    ]
    expect(
      contentOf(
        {
          a: null,
          b: [null],
          c: { relationTo: 'media', value: null },
          d: [{ relationTo: 'media', value: null }, null],
        },
        fields,
      ),
    ).toEqual({})
  })

  it.each([
    [{ title: 'no id' }],
    [{ id: { id: 'nested' } }],
    [true],
    [['m1']],
    [{ id: null }],
    [{ relationTo: 'media', value: 'm1' }],
  ])('refuses %j where one document is asked for', (bad) => {
    expect(failure(() => contentOf({ a: bad }, [relation('a', ['media'])]))).toMatchObject({
      code: 'malformed',
      field: 'a',
    })
  })

  it('refuses one where many are asked for, an id without its collection, and ids that are not valid', () => {
    expect(failure(() => contentOf({ a: 'm1' }, [relation('a', ['media'], true)]))).toMatchObject({
      code: 'malformed',
      field: 'a',
    })
    expect(failure(() => contentOf({ a: ['m1', { x: 1 }] }, [relation('a', ['media'], true)]))).toMatchObject({
      code: 'malformed',
      field: 'a.1',
    })
    expect(failure(() => contentOf({ a: 'm1' }, [relation('a', ['media', 'articles'])]))).toMatchObject({
      code: 'malformed',
      field: 'a',
    })
    expect(
      failure(() => contentOf({ a: { relationTo: 'media', value: { x: 1 } } }, [relation('a', ['media', 'articles'])])),
    ).toMatchObject({ code: 'malformed', field: 'a' })
    expect(failure(() => contentOf({ a: '\ud800' }, [relation('a', ['media'])]))).toMatchObject({
      code: 'lone_surrogate',
      field: 'a',
    })
  })
})

/** As Payload makes ids of rows: with bson-objectid, or with `idType: 'uuid'`. */
const IDS = { hex: '64f000000000000000000001', uuid: '0b8d3c1e-5f2a-4c6b-9d7e-1a2b3c4d5e6f' }

describe('contentOf: groups, arrays, blocks', () => {
  const credits = array('credits', relation('author', ['authors']), value('role'), group('more', value('note')))

  it('drops row ids and rows with nothing in them, at any depth', () => {
    const doc = {
      credits: [
        { id: IDS.hex, author: { id: 'a1' }, role: 'writer', more: { note: '' } },
        { id: IDS.uuid, role: '', more: {} },
        null,
        { id: 7, role: 'editor', more: { note: 'n' } },
      ],
    }
    expect(contentOf(doc, [credits])).toEqual({
      credits: [
        { author: 'a1', role: 'writer' },
        { role: 'editor', more: { note: 'n' } },
      ],
    })
  })

  it('takes no row id for content, even if it is described as a field', () => {
    const fields = [array('rows', value('id'), value('a'), value('blockType'))]
    expect(contentOf({ rows: [{ id: IDS.hex, a: 1, blockType: 'b' }, { id: IDS.uuid }] }, fields)).toEqual({
      rows: [{ a: 1, blockType: 'b' }],
    })
    expect(contentOf({ id: 'x' }, [value('id')])).toEqual({ id: 'x' })
  })

  // Guard: isMachineId() in plainJson.ts. Readers get ids of rows; what somebody wrote there was signed off by nobody else.
  it.each(['Read my lips', '64f', `${IDS.hex} `, 1.5, true, { a: 1 }])(
    'takes %j for content, which no machine made',
    (id) => {
      const layout = blocks('layout', { quote: [value('text')] })
      expect(contentOf({ credits: [{ id, role: 'a' }] }, [credits])).toEqual({ credits: [{ id, role: 'a' }] })
      expect(contentOf({ layout: [{ id, blockType: 'quote' }] }, [layout])).toEqual({
        layout: [{ id, blockType: 'quote' }],
      })
    },
  )

  it('keeps the order of rows', () => {
    const one = contentOf({ credits: [{ role: 'a' }, { role: 'b' }] }, [credits])
    const other = contentOf({ credits: [{ role: 'b' }, { role: 'a' }] }, [credits])
    expect(one).not.toEqual(other)
  })

  it('ignores what a row has beside its described fields', () => {
    expect(contentOf({ credits: [{ role: 'a', wordCount: 7 }] }, [credits])).toEqual({ credits: [{ role: 'a' }] })
  })

  it('keeps the kind of a block, its name if it has one, and drops its id', () => {
    const kinds = blocks('layout', {
      quote: [value('text'), value('blockName'), value('id')],
      figure: [relation('image', ['media'])],
    })
    const doc = {
      layout: [
        { id: '1', blockType: 'quote', blockName: '', text: 'T' },
        { id: '2', blockType: 'figure', blockName: 'Name', image: { id: 'm1' }, extra: 1 },
        { id: '3', blockType: 'quote', blockName: null },
      ],
    }
    expect(contentOf(doc, [kinds])).toEqual({
      layout: [
        { blockType: 'quote', text: 'T' },
        { blockType: 'figure', blockName: 'Name', image: 'm1' },
        { blockType: 'quote' },
      ],
    })
  })

  it('keeps all of a block that is not described, but its id', () => {
    const doc = { layout: [{ id: '1', blockType: 'gone', a: 1, b: null, c: { d: null } }] }
    expect(contentOf(doc, [blocks('layout', {})])).toEqual({ layout: [{ blockType: 'gone', a: 1, c: { d: null } }] })
  })

  it.each([
    [{ credits: 'x' }, 'credits'],
    [{ credits: { 0: {} } }, 'credits'],
    [{ credits: ['x'] }, 'credits.0'],
    [{ credits: [[]] }, 'credits.0'],
    [{ credits: [{ more: 'x' }] }, 'credits.0.more'],
    [{ credits: [{ more: ['x'] }] }, 'credits.0.more'],
    [{ layout: [{ text: 'T' }] }, 'layout.0'],
    [{ layout: [{ blockType: 7 }] }, 'layout.0'],
  ])('refuses %j, which has another shape', (doc, field) => {
    expect(failure(() => contentOf(doc, [credits, blocks('layout', {})]))).toMatchObject({ code: 'malformed', field })
  })
})
