import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import {
  drawDifference,
  markedDifference,
  type Drawing,
  type Marked,
} from '../../packages/plugin-imprimatur/src/domain/difference/index.ts'
import { nodesOf } from '../../packages/plugin-imprimatur/src/domain/difference/line.ts'
import { sayOfDifference } from '../helpers/wordsFor.ts'

type Side = 'from' | 'to'
type Path = readonly (number | string)[]

const RUNS = { numRuns: 200 }

const word = fc.constantFrom('harbour', 'ministers', 'met', 'the', 'in', 'Geneva', 'talks', 'resumed', 'Élysée', '和平')
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const id = fc.constantFrom('a1', 'b2', 'c3', 'd4')
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), id)

const textNode = fc
  .record(
    {
      type: fc.constant('text'),
      text: words,
      format: fc.constantFrom(1, 2, 64, 1024),
      style: fc.constantFrom('color: red', 'x'),
      mode: fc.constant('token'),
    },
    { requiredKeys: ['type', 'text'] },
  )
  .map((node) => node as JsonObject)
const inline: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: textNode },
  fc.constant<JsonObject>({ type: 'linebreak' }),
  fc.record({ type: fc.constant('inlineBlock'), fields: fc.record({ blockType: fc.constant('note'), words }) }),
  fc.record({
    type: fc.constantFrom('link', 'autolink'),
    fields: fc.record(
      { linkType: fc.constant('custom'), url: fc.webUrl(), newTab: fc.boolean(), rel: fc.constant('nofollow') },
      { requiredKeys: ['linkType', 'url'] },
    ),
    children: fc.array(textNode, { maxLength: 2 }),
  }),
)
const line = fc.array(inline, { maxLength: 4 })
const block: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: line.map((children): JsonObject => ({ type: 'paragraph', children })) },
  fc
    .tuple(line, fc.constantFrom('h2', 'h3'))
    .map(([children, tag]): JsonObject => ({ type: 'heading', tag, children })),
  line.map((children): JsonObject => ({ type: 'quote', children, indent: 1 })),
  fc.array(line, { maxLength: 3 }).map((items): JsonObject => ({
    type: 'list',
    listType: 'bullet',
    children: items.map((children) => ({ type: 'listitem', children })),
  })),
  fc.array(line, { maxLength: 2 }).map((cells): JsonObject => ({
    type: 'table',
    children: [{ type: 'tablerow', children: cells.map((children) => ({ type: 'tablecell', children, colSpan: 2 })) }],
  })),
  id.map((value): JsonObject => ({ type: 'upload', relationTo: 'media', value, fields: { alt: 'x' } })),
  fc.record({
    type: fc.constant('block'),
    fields: fc.record({ blockType: fc.constantFrom('figure', 'facts'), caption: words, image: id }),
  }),
  fc.constant<JsonObject>({ type: 'horizontalrule' }),
  fc.record({ type: fc.constant('unheardOf'), payload: scalar, children: fc.array(textNode, { maxLength: 2 }) }),
)
const state = fc.array(block, { maxLength: 6 }).map((children): JsonObject => ({ root: { type: 'root', children } }))

const content: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      headline: words,
      rank: fc.integer(),
      pinned: fc.boolean(),
      data: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>,
      topics: fc.array(id, { maxLength: 4 }),
      seo: fc.record({ title: words, image: id }),
      credits: fc.array(fc.record({ author: id, role: word }), { maxLength: 3 }),
      layout: fc.array(fc.record({ blockType: fc.constant('figure'), caption: words }), { maxLength: 2 }),
      body: state,
      _media: fc.uniqueArray(fc.record({ id, hash: fc.string(), alt: words, caption: words, credit: words }), {
        selector: (each) => each.id,
        maxLength: 3,
      }),
    },
    { requiredKeys: [] },
  )
  // Written and read once: no prototypes, no -0.
  .map((doc) => JSON.parse(JSON.stringify(doc)) as JsonObject)

/** One edit; `where`, `which` and `value` choose what they find in the content. */
type Edit = {
  readonly kind: 'set' | 'drop' | 'put' | 'insert' | 'take' | 'move'
  readonly where: number
  readonly which: number
  readonly value: JsonValue
}
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('set', 'drop', 'put', 'insert', 'take', 'move'),
  where: fc.nat(10_000),
  which: fc.nat(10_000),
  value: fc.oneof(scalar, block as fc.Arbitrary<JsonValue>, inline as fc.Arbitrary<JsonValue>),
})

/** Every value in a content with its path. */
function placesIn(value: JsonValue, path: Path = []): (readonly [Path, JsonValue])[] {
  const inner = Array.isArray(value)
    ? value.flatMap((each, at) => placesIn(each, [...path, at]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => placesIn(each, [...path, name]))
      : []
  return [[path, value], ...inner]
}

/** Makes the edit in a copy. Null: there is nothing of the kind that it is about. */
function edited(before: JsonObject, { kind, value, where, which }: Edit): { after: JsonObject; path: Path } | null {
  const after = structuredClone(before)
  const wanted = (
    { set: isLeaf, put: isRecord, drop: isRecord, insert: Array.isArray, take: isFilled, move: isFilled } as const
  )[kind]
  const places = placesIn(after).filter(([, found]) => wanted(found))
  const [path, found] = places[where % Math.max(1, places.length)] ?? []
  if (path === undefined) return null
  if (kind === 'set') {
    const parent = path.slice(0, -1).reduce<JsonValue>((at, step) => (at as JsonObject)[step] as JsonValue, after)
    ;(parent as JsonObject)[path.at(-1) as string] = value
    return { after, path }
  }
  if (kind === 'put') {
    const name = ['style', 'rel', 'data-x', 'text', 'children', 'caption'][which % 6] ?? ''
    ;(found as JsonObject)[name] = value
    return { after, path: [...path, name] }
  }
  if (kind === 'drop') {
    const name = Object.keys(found as JsonObject)[which % Math.max(1, Object.keys(found as JsonObject).length)]
    if (name === undefined) return null
    Reflect.deleteProperty(found as JsonObject, name)
    return { after, path: [...path, name] }
  }
  const list = found as JsonValue[]
  const at = which % (list.length + (kind === 'insert' ? 1 : 0))
  if (kind === 'insert') list.splice(at, 0, value)
  else {
    const [taken] = list.splice(at, 1)
    if (kind === 'move') list.splice((at * 7 + 1) % (list.length + 1), 0, taken as JsonValue)
  }
  return { after, path: [...path, at] }
}

const hasTwins = (value: JsonValue): boolean =>
  Array.isArray(value) && new Set(value.map((each) => JSON.stringify(each))).size < value.length
const isLeaf = (value: JsonValue): boolean => typeof value !== 'object' || value === null
const isRecord = (value: JsonValue): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const isFilled = (value: JsonValue): boolean => Array.isArray(value) && value.length > 0

/** One of the two contents, read out of what lays them over each other. Undefined: nothing on that side. */
function readOut(marked: Marked, side: Side): JsonValue | undefined {
  switch (marked.as) {
    case 'same':
      return marked.value
    case 'added':
      return side === 'to' ? marked.value : undefined
    case 'removed':
      return side === 'from' ? marked.value : undefined
    case 'replaced':
      return side === 'from' ? marked.before : marked.after
    case 'object':
      return Object.fromEntries(
        marked.entries.flatMap(([name, value]) => {
          const read = readOut(value, side)
          return read === undefined ? [] : [[name, read]]
        }),
      )
    case 'list':
      return marked.items
        .filter((item) => item[side] !== undefined)
        .sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0))
        .map(({ item }) => readOut(item, side) as JsonValue)
    case 'line':
      return nodesOf(
        marked.runs.flatMap((run) => {
          if (run.as === 'same') return run.tokens
          if (run.as === 'changed') return side === 'from' ? run.removed : run.added
          return side === 'from' ? run.before : run.after
        }),
      )
  }
}

function contentReadOut(fields: ReadonlyMap<string, Marked>, side: Side): JsonObject {
  return readOut({ as: 'object', path: '', before: {}, after: {}, entries: [...fields] }, side) as JsonObject
}

/** The changes that stand in what is laid over each other. */
function changesIn(marked: Marked): readonly unknown[] {
  switch (marked.as) {
    case 'same':
      return []
    case 'added':
    case 'removed':
    case 'replaced':
      return [marked.change]
    case 'object':
      return marked.entries.flatMap(([, value]) => changesIn(value))
    case 'list':
      return marked.items.flatMap(({ item, moved }) => [...(moved ? [moved] : []), ...changesIn(item)])
    case 'line':
      return marked.runs.flatMap((run) => (run.as === 'same' ? [] : run.as === 'changed' ? [run.change] : run.changes))
  }
}

const drawing: Drawing = {
  fields: [
    { name: 'headline', as: 'title' },
    { name: 'body', as: 'text' },
  ],
  labels: new Map(),
  say: sayOfDifference,
  called: () => undefined,
  compares: true,
}

const pairs = fc.tuple(content, fc.array(edit, { minLength: 1, maxLength: 5 })).map(([before, edits]) => ({
  before,
  after: edits.reduce((doc, each) => edited(doc, each)?.after ?? doc, before),
}))

describe('the difference between two contents', () => {
  it('holds both of them whole: the one can be made from the other and what is said', () => {
    fc.assert(
      fc.property(fc.oneof(pairs, fc.record({ before: content, after: content })), ({ before, after }) => {
        const { fields } = markedDifference(before, after, '_media')
        expect(contentReadOut(fields, 'from')).toEqual(before)
        expect(contentReadOut(fields, 'to')).toEqual(after)
      }),
      RUNS,
    )
  })

  it('says nothing of what is the same, and lists whatever is not', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { changes, fields } = markedDifference(before, after, '_media')
        expect(markedDifference(after, after, '_media').changes).toEqual([])
        const within = [...fields.values()].flatMap(changesIn)
        expect(new Set(within)).toEqual(new Set(changes))
        expect(changes.length > 0).toBe(!isEqual(before, after))
        for (const change of changes.filter(({ kind }) => kind !== 'moved'))
          expect(
            isEqual('before' in change ? change.before : NOTHING, 'after' in change ? change.after : NOTHING),
          ).toBe(false)
      }),
      RUNS,
    )
  })

  it('names the path of any one edit', () => {
    fc.assert(
      fc.property(content, edit, (before, one) => {
        const made = edited(before, one)
        fc.pre(made !== null && !isEqual(before, made.after) && one.kind !== 'move')
        const path = made.path.join('.')
        const { changes } = markedDifference(before, made.after, '_media')
        // In a list of twins nobody can say which one was put in or taken out.
        const twins = [before, made.after].some((doc) => placesIn(doc).some(([, list]) => hasTwins(list)))
        const general = (of: string): string => `${twins ? of.replaceAll(/\.\d+(?=\.|$)/g, '.*') : of}.`
        const mentioned = changes.filter(
          (change) => general(change.path).startsWith(general(path)) || general(path).startsWith(general(change.path)),
        )
        expect(mentioned, `${path} in ${JSON.stringify(changes)}`).not.toEqual([])
      }),
      RUNS,
    )
  })

  it('marks each change in the text or lists it below', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const difference = markedDifference(before, after, '_media')
        const { changes, html } = drawDifference(difference, drawing)
        const page = parseFragment(html)
        expect(changes.slice(0, difference.changes.length).map(({ visible: _, ...change }) => change)).toEqual(
          difference.changes,
        )
        const below = textIn(page, (each) => classOf(each) === 'imp-diff__hidden', true)
        changes.forEach((change, at) => {
          if (change.visible) expect(marksIn(page), `${JSON.stringify(change)}\n${html}`).toContain(String(at))
          else expect(below).toContain(change.path)
        })
      }),
      RUNS,
    )
  })

  it('shows every word of both texts, those that came and went in marks', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { text } = drawDifference(markedDifference(before, after, '_media'), drawing)
        const page = parseFragment(text)
        const newer = textIn(page, isGone)
        const older = textIn(page, isNew)
        for (const each of textsOf(after.body ?? null)) expect(newer, text).toContain(each)
        for (const each of textsOf(before.body ?? null)) expect(older, text).toContain(each)
      }),
      RUNS,
    )
  })
})

const NOTHING = { nothing: true }

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}

/** The texts of the text nodes that stand where a rich text has its words, without spaces. */
function textsOf(body: JsonValue): readonly string[] {
  const { children, root, text, type } = (isRecord(body) ? body : {}) as JsonObject
  if (root !== undefined) return textsOf(root)
  if (type === 'text' && typeof text === 'string') return [squeezed(text)]
  return HOLD_WORDS.has(type as string) && Array.isArray(children) ? children.flatMap(textsOf) : []
}

const HOLD_WORDS = new Set('root paragraph heading quote list listitem table tablerow tablecell link'.split(' '))

type Node = DefaultTreeAdapterTypes.Node

function attributeOf(node: Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((each) => each.name === name)?.value : undefined
}

function classOf(node: Node): string {
  return attributeOf(node, 'class') ?? ''
}

const isAside = (node: Node): boolean => /imp-for-ears|imp-diff__(note|told|sign)/.test(classOf(node))
const isGone = (node: Node): boolean =>
  node.nodeName === 'del' || classOf(node).includes('part--removed') || isAside(node)
const isNew = (node: Node): boolean => node.nodeName === 'ins' || classOf(node).includes('part--added') || isAside(node)

/** The text of a page without what is left out, or of nothing but that. */
function textIn(node: Node, leftOut: (node: Node) => boolean, only = false, within = false): string {
  if (!only && leftOut(node)) return ''
  const inside = within || (only && leftOut(node))
  if (node.nodeName === '#text')
    return only && !inside ? '' : squeezed((node as DefaultTreeAdapterTypes.TextNode).value)
  const children = 'childNodes' in node ? node.childNodes : []
  return children.map((child) => textIn(child, leftOut, only, inside)).join('')
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s␣]+/g, '')
}

function marksIn(node: Node): readonly string[] {
  const own = attributeOf(node, 'data-change')
  const inner = 'childNodes' in node ? node.childNodes.flatMap(marksIn) : []
  return own === undefined ? inner : [...own.split(' '), ...inner]
}
