import { describe, expect, it } from 'vitest'
import {
  anchorIn,
  passagesOf,
  replaceable,
  replaceIn,
  type Replacement,
} from '../../../packages/plugin-imprimatur/src/domain/comments/index.ts'
import { contentOf, type ContentField } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { frozen } from '../workflow/builders.ts'

const FIELDS: readonly ContentField[] = [
  { kind: 'value', name: 'headline', isText: true },
  { kind: 'value', name: 'genre' },
  { kind: 'group', name: 'seo', fields: [{ kind: 'value', name: 'title', isText: true }] },
  { kind: 'array', name: 'notes', fields: [{ kind: 'value', name: 'text', isText: true }] },
  {
    kind: 'richText',
    name: 'body',
    blocks: { pull: [{ kind: 'value', name: 'quote', isText: true }] },
    uploadCollections: [],
  },
]

type Node = Readonly<Record<string, unknown>>

const text = (words: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
const BOLD = 1
const link = (...children: Node[]): Node => ({
  type: 'link',
  version: 3,
  fields: { url: 'https://a.example' },
  children,
})
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', version: 1, format: '', indent: 0, children })
const body = (...children: Node[]) => ({ body: { root: { type: 'root', version: 1, children } } })

/** What becomes of a document when `exact`, in the passage at `path`, is to read `words`. */
function taken(doc: Readonly<Record<string, unknown>>, path: string, exact: string, words: string): Replacement | null {
  const passages = passagesOf(contentOf(doc, FIELDS))
  const anchor = anchorIn(passages, { digest: '', path, exact, prefix: '', suffix: '' })
  const spot = anchor && replaceable(anchor, passages)
  return spot && replaceIn(frozen(doc), FIELDS, spot, words)
}

const LINE = 'body.root.children.0'
const into = (field: string, value: unknown): Replacement => ({ kind: 'replaced', field, value })
const intoBody = (...children: Node[]) => into('body', body(...children).body)
const FORMATS: Replacement = { kind: 'formats' }

describe('suggested words go', () => {
  it('into a field, a group, a row and a box of the text', () => {
    expect(taken({ headline: 'Ministers meet' }, 'headline', 'meet', 'met')).toEqual(into('headline', 'Ministers met'))
    expect(taken({ seo: { title: 'A B' } }, 'seo.title', 'B', 'C')).toEqual(into('seo', { title: 'A C' }))
    const notes = [
      { id: 'n1', text: 'One.' },
      { id: 'n2', text: 'Two.' },
    ]
    expect(taken({ notes }, 'notes.1.text', 'Two', '2')).toEqual(into('notes', [notes[0], { id: 'n2', text: '2.' }]))
    const box = (quote: string): Node => ({ type: 'block', fields: { blockType: 'pull', id: 'b1', quote } })
    expect(
      taken(body(paragraph(text('x')), box('Never.')), 'body.root.children.1.fields.quote', 'Never', 'Ever'),
    ).toEqual(intoBody(paragraph(text('x')), box('Ever.')))
  })

  it('into the one node that they are in, which keeps how it is set', () => {
    const before = paragraph(text('A '), text('loud', BOLD), text(' bang'))
    expect(taken(body(before), LINE, 'loud', 'quiet')).toEqual(
      intoBody(paragraph(text('A '), text('quiet', BOLD), text(' bang'))),
    )
    const linked = paragraph(text('See '), link(text('the list')), text('.'))
    expect(taken(body(linked), LINE, 'list', 'report')).toEqual(
      intoBody(paragraph(text('See '), link(text('the report')), text('.'))),
    )
  })

  it('into nodes that are set alike and that the editor had cut', () => {
    expect(taken(body(paragraph(text('One shi'), text('p left.'))), LINE, 'ship', 'boat')).toEqual(
      intoBody(paragraph(text('One boat'), text(' left.'))),
    )
  })

  it('over a passage set in two ways, where what changes is set in one', () => {
    const before = paragraph(text('A '), text('loud', BOLD), text(' bang'))
    expect(taken(body(before), LINE, 'loud bang', 'loud noise')).toEqual(
      intoBody(paragraph(text('A '), text('loud', BOLD), text(' noise'))),
    )
    for (const words of ['quiet noise', 'quiet bang there'])
      expect(taken(body(before), LINE, 'loud bang', words), words).toEqual(FORMATS)
    expect(taken(body(before), LINE, 'A loud', 'An aloud')).toEqual(
      intoBody(paragraph(text('An a'), text('loud', BOLD), text(' bang'))),
    )
  })

  it('with what stands before them, and never into a link beside them', () => {
    const before = paragraph(text('See '), link(text('this')), text('.'))
    expect(taken(body(before), LINE, 'this.', 'this list.')).toEqual(
      intoBody(paragraph(text('See '), link(text('this')), text(' list.'))),
    )
  })

  it('away, and take an empty node with them, but not a line or a link', () => {
    const loud = paragraph(text('A '), text('loud ', BOLD), text('bang'))
    expect(taken(body(loud), LINE, 'loud ', '')).toEqual(intoBody(paragraph(text('A '), text('bang'))))
    expect(taken(body(paragraph(text('Gone.'))), LINE, 'Gone.', '')).toEqual(intoBody(paragraph()))
    expect(taken(body(paragraph(text('See '), link(text('this')))), LINE, 'this', '')).toEqual(FORMATS)
    // Two equal links are no line: each is a passage of its own.
    const twice = body(paragraph(link(text('this')), link(text('that'))))
    expect(taken(twice, `${LINE}.children.0`, 'this', '')).toEqual(FORMATS)
    expect(taken({ headline: 'Gone' }, 'headline', 'Gone', '')).toEqual(into('headline', ''))
  })

  it('never over a break, and never half a character', () => {
    const broken = paragraph(text('One'), { type: 'linebreak', version: 1 }, text('two'))
    expect(taken(body(broken), LINE, 'One\ntwo', 'One two')).toEqual(FORMATS)
    expect(taken(body(broken), LINE, 'One\ntwo', 'One\nthree')).toEqual(
      intoBody(paragraph(text('One'), { type: 'linebreak', version: 1 }, text('three'))),
    )
    // 🌊 and 🌋 have their first half in common.
    const wave = paragraph(text('A '), text('🌊', BOLD))
    expect(taken(body(wave), LINE, '🌊', '🌋')).toEqual(intoBody(paragraph(text('A '), text('🌋', BOLD))))
    // 🌊 and 𐐊 the second.
    expect(taken({ headline: 'A🌊' }, 'headline', 'A🌊', 'A\u{1040a}')).toEqual(into('headline', 'A\u{1040a}'))
  })

  it('and not into what is no text', () => {
    expect(taken({ genre: 'analysis' }, 'genre', 'analysis', 'opinion')).toEqual({ kind: 'no_text' })
    const box: Node = { type: 'block', fields: { blockType: 'unknown', quote: 'Never.' } }
    expect(taken(body(box), 'body.root.children.0.fields.quote', 'Never', 'Ever')).toEqual({ kind: 'no_text' })
  })

  it('and not where the document reads otherwise than its passage', () => {
    const spot = { path: LINE, start: 0, end: 3, passage: { path: LINE, text: 'One more' } }
    for (const doc of [body(paragraph(text('One less'))), body(), { headline: 'One more' }])
      expect(replaceIn(doc, FIELDS, spot, 'Two')).toEqual({ kind: 'no_text' })
    const proto = { path: '__proto__.x', start: 0, end: 1, passage: { path: 'body.__proto__.x', text: 'a' } }
    expect(replaceIn(body(paragraph(text('a'))), FIELDS, proto, 'b')).toEqual({ kind: 'no_text' })
  })
})

describe('words can be replaced', () => {
  const kept = (...lines: string[]) => {
    const passages = passagesOf(contentOf(body(...lines.map((line) => paragraph(text(line)))), FIELDS))
    return anchorIn(passages, { digest: '', path: LINE, exact: 'ship', prefix: 'One ', suffix: '' })
  }
  const now = (...lines: string[]) => passagesOf(contentOf(body(...lines.map((line) => paragraph(text(line)))), FIELDS))
  const one = 'One ship left the harbour at dawn, and another ship stayed there.'

  it('where they stand as they were, also after the text has moved', () => {
    const anchor = kept(one)
    expect(anchor && replaceable(anchor, now('Before.', one))).toMatchObject({
      path: 'body.root.children.1',
      start: 4,
      end: 8,
    })
  })

  it('and not where they read otherwise, are gone, or stand twice', () => {
    const anchor = kept(one)
    for (const lines of [[one.replace('ship', 'boat')], ['Nothing of it.'], [one, one]])
      expect(anchor && replaceable(anchor, now(...lines)), lines.join(' / ')).toBeNull()
    // Edited around: found by what is left of it, and other words all the same.
    const ships = kept(one)
    expect(ships && replaceable(ships, now(one.replace('One ship', 'One ships')))).toBeNull()
    const twice = kept(one, one)
    expect(twice && replaceable(twice, now(one, one))).toBeNull()
  })
})
