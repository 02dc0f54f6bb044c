import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anchorIn,
  passagesOf,
  replaceable,
  replaceIn,
} from '../../packages/plugin-imprimatur/src/domain/comments/index.ts'
import { contentOf, type ContentField } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'

const FIELDS: readonly ContentField[] = [
  { kind: 'value', name: 'headline', isText: true },
  { kind: 'richText', name: 'body', blocks: {}, uploadCollections: [] },
]

const words = fc.stringMatching(/^[a-c é🌊]{0,6}$/u)
const node = fc.record({ words, format: fc.constantFrom(0, 0, 1), link: fc.boolean(), isBreak: fc.nat(9) })
const documents = fc.record({ headline: words, lines: fc.array(fc.array(node, { maxLength: 5 }), { maxLength: 4 }) })

type Doc = typeof documents extends fc.Arbitrary<infer T> ? T : never

function documentOf({ headline, lines }: Doc) {
  const children = lines.map((nodes) => ({
    type: 'paragraph',
    children: nodes.map(({ format, isBreak, link, words: text }) => {
      const leaf = { type: 'text', text, format }
      if (isBreak === 0) return { type: 'linebreak' }
      return link ? { type: 'link', fields: { url: 'https://a.example' }, children: [leaf] } : leaf
    }),
  }))
  return { headline, body: { root: { type: 'root', children } } }
}

type Node = { readonly type: string; readonly text?: string; readonly format?: number; readonly children?: Node[] }

/** Every character of a line with how it is set, or of the headline. */
function charactersAt(doc: ReturnType<typeof documentOf>, path: string): readonly string[] {
  if (path === 'headline') return doc.headline.split('')
  // Two equal links beside each other are no line: then each is a passage.
  const steps = path.split('.').slice(1)
  const line = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], doc.body)
  const inNode = ({ children, format, text, type }: Node, around: string): readonly string[] =>
    children
      ? children.flatMap((each) => inNode(each, `${around} ${type}`))
      : (text ?? '\n').split('').map((each) => `${each} ${String(format)}${around}`)
  return inNode(line as Node, '')
}

/** All text, passage by passage, without one of them. */
function textsBut(doc: object, path: string): readonly string[] {
  const passages = passagesOf(contentOf(doc as Record<string, unknown>, FIELDS))
  return passages.filter((each) => each.path !== path).map(({ text }) => text)
}

describe('suggested words', () => {
  it('that are taken change exactly their passage, and nothing where they are refused', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(
        documents,
        fc.nat(20),
        fc.nat(20),
        fc.integer({ min: 1, max: 8 }),
        words,
        (made, at, from, length, other) => {
          const doc = documentOf(made)
          const passages = passagesOf(contentOf(doc, FIELDS))
          const chosen = passages[at % Math.max(1, passages.length)]
          const first = chosen ? from % chosen.text.length : 0
          const exact = chosen?.text.slice(first, first + length) ?? ''
          const anchor =
            chosen &&
            anchorIn(passages, {
              digest: '',
              path: chosen.path,
              exact,
              prefix: chosen.text.slice(0, first),
              suffix: '',
            })
          const spot = anchor && replaceable(anchor, passages)
          if (!spot || other === exact || /\p{Surrogate}/u.test(exact)) return
          const before = structuredClone(doc)
          const result = replaceIn(doc, FIELDS, spot, other)
          expect(doc).toEqual(before)
          if (result.kind !== 'replaced') {
            refused += 1
            return
          }
          taken += 1
          const { end, passage, start } = spot
          const after = { ...doc, [result.field]: result.value }
          const now = passagesOf(contentOf(after, FIELDS)).find(({ path }) => path === passage.path)?.text ?? ''
          expect(now).toBe(passage.text.slice(0, start) + other + passage.text.slice(end))
          const [was, set] = [charactersAt(doc, passage.path), charactersAt(after, passage.path)]
          expect(set.slice(0, start)).toEqual(was.slice(0, start))
          expect(set.slice(start + other.length)).toEqual(was.slice(end))
          expect(textsBut(after, passage.path)).toEqual(textsBut(doc, passage.path))
        },
      ),
      { numRuns: 600 },
    )
    // It tried both.
    expect(taken).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(10)
  })
})
