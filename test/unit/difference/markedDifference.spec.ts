import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import {
  drawDifference,
  markedDifference,
  type Drawing,
} from '../../../packages/plugin-imprimatur/src/domain/difference/index.ts'
import { wordsOf } from '../../../packages/plugin-imprimatur/src/domain/difference/wordsOf.ts'
import { sayOfDifference } from '../../helpers/wordsFor.ts'

const text = (words: string, more: JsonObject = {}): JsonObject => ({ type: 'text', text: words, ...more })
const paragraph = (...children: JsonObject[]): JsonObject => ({ type: 'paragraph', children })
const body = (...children: JsonObject[]): JsonObject => ({ body: { root: { type: 'root', children } } })
const link = (fields: JsonObject, ...children: JsonObject[]): JsonObject => ({ type: 'link', fields, children })

const drawing: Drawing = {
  fields: [
    { name: 'headline', as: 'title' },
    { name: 'body', as: 'text' },
  ],
  labels: new Map([['leadImage', 'Lead picture']]),
  say: sayOfDifference,
  called: (path, value) => (path === 'leadImage' ? { name: `Picture ${value}` } : undefined),
  compares: true,
}

const changesOf = (before: JsonObject, after: JsonObject) => markedDifference(before, after, '_media').changes
const drawn = (before: JsonObject | null, after: JsonObject) =>
  drawDifference(markedDifference(before, after, '_media'), { ...drawing, compares: before !== null })
const hiddenIn = (before: JsonObject, after: JsonObject) =>
  drawn(before, after).changes.filter(({ visible }) => !visible)

const P0 = 'body.root.children.0'

describe('the changes', () => {
  it('of a word are the word, at the path of its text', () => {
    expect(
      changesOf(body(paragraph(text('Ministers met in Paris'))), body(paragraph(text('Ministers met in Geneva')))),
    ).toEqual([{ path: `${P0}.children.0.text`, kind: 'text', before: 'Paris', after: 'Geneva' }])
  })

  it('of how a word looks leave its letters alone', () => {
    expect(
      changesOf(
        body(paragraph(text('They met again'))),
        body(paragraph(text('They '), text('met', { format: 1 }), text(' again'))),
      ),
    ).toEqual([{ path: `${P0}.children`, kind: 'format', after: 1, words: 'met', property: 'format' }])
  })

  it('of where a link leads say both addresses', () => {
    const to = (url: string) => body(paragraph(link({ linkType: 'custom', url }, text('the report'))))
    expect(changesOf(to('https://a.example'), to('https://b.example'))).toEqual([
      {
        path: `${P0}.children.0.fields.url`,
        kind: 'link',
        before: 'https://a.example',
        after: 'https://b.example',
        words: 'the report',
        property: 'fields.url',
      },
    ])
  })

  it('of the order of blocks are one move, not a text that came and one that went', () => {
    const [a, b, c] = ['The first one', 'A second paragraph', 'What comes last'].map((words) => paragraph(text(words)))
    if (!a || !b || !c) throw new Error('There are three.')
    expect(changesOf(body(a, b, c), body(c, a, b))).toEqual([
      { path: 'body.root.children.0', kind: 'moved', before: 2, after: 0 },
    ])
  })

  it('of a paragraph in between touch nothing behind it', () => {
    const [a, b] = [paragraph(text('The first one')), paragraph(text('What comes last'))]
    expect(changesOf(body(a, b), body(a, paragraph(text('New words here')), b))).toEqual([
      { path: 'body.root.children.1', kind: 'added', after: paragraph(text('New words here')) },
    ])
  })

  it('of a picture are those of its file, its alt text, caption and credit', () => {
    const shown = (alt: string, hash: string): JsonObject => ({
      _media: [{ id: 'm1', hash, alt, caption: '', credit: 'AP' }],
    })
    expect(changesOf(shown('A harbour', 'aa'), shown('A harbour at night', 'bb'))).toEqual([
      { path: '_media.0.hash', kind: 'media', before: 'aa', after: 'bb' },
      { path: '_media.0.alt', kind: 'media', before: 'A harbour', after: 'A harbour at night' },
    ])
  })

  it('of fields keep numbers, booleans, null and nothing apart', () => {
    expect(changesOf({ a: 0, b: false, c: null, d: '0' }, { a: false, b: null, d: 0, e: null })).toEqual([
      { path: 'a', kind: 'field', before: 0, after: false },
      { path: 'b', kind: 'field', before: false, after: null },
      { path: 'c', kind: 'removed', before: null },
      { path: 'd', kind: 'field', before: '0', after: 0 },
      { path: 'e', kind: 'added', after: null },
    ])
  })
})

describe('the words of a text', () => {
  it.each([
    ['It’s 3,200 km — no?', ['It', '’', 's', ' ', '3', ',', '200', ' ', 'km', ' ', '—', ' ', 'no', '?']],
    ['和平会谈', ['和平', '会谈']],
    ['', []],
  ])('of “%s”', (words, parts) => {
    expect(wordsOf(words)).toEqual(parts)
  })

  it('are the text together, and take no longer in a long one', () => {
    const long = `${'和平'.repeat(20_000)} ${'word '.repeat(20_000)}`
    expect(wordsOf(long).join('')).toBe(long)
  })
})

describe('what is drawn', () => {
  it('marks words that came and went, also for ears', () => {
    const { html } = drawn(
      body(paragraph(text('Ministers met in Paris'))),
      body(paragraph(text('Ministers met in Geneva'))),
    )
    expect(html).toContain(
      'Ministers met in <del class="imp-diff__mark" data-change="0"><span class="imp-for-ears">[removed: </span>Paris<span class="imp-for-ears">]</span></del><ins',
    )
  })

  it('lists an attribute that no reader sees', () => {
    const to = (rel: string) =>
      body(paragraph(link({ linkType: 'custom', url: 'https://a.example', rel }, text('here'))))
    const [change, ...others] = hiddenIn(to('nofollow'), to('sponsored'))
    expect(others).toEqual([])
    expect(change).toMatchObject({ path: `${P0}.children.0.fields.rel`, before: 'nofollow', after: 'sponsored' })
    expect(drawn(to('nofollow'), to('sponsored')).html).toContain('What you cannot see in the text')
  })

  it('lists the attributes of what is new as well', () => {
    const after = body(paragraph(text('New words', { style: 'display: none' })))
    expect(hiddenIn(body(), after)).toEqual([
      {
        path: `${P0}.children.0.style`,
        kind: 'attribute',
        after: 'display: none',
        visible: false,
      },
    ])
  })

  it('names a space that is none, and letters that only look the same', () => {
    const { html } = drawn({ headline: 'a b' }, { headline: 'a\u00a0b\u200b' })
    expect(html).toContain('U+00A0')
    expect(html).toContain('U+200B')
    expect(drawn({ headline: 'é' }, { headline: 'e\u0301' }).html).toContain(
      'the same to the eye: U+00E9, now U+0065 U+0301',
    )
  })

  it('is nothing that a browser would run', () => {
    const nasty = '<img src=x onerror=alert(1)>"\''
    const after: JsonObject = {
      headline: nasty,
      [nasty]: nasty,
      ...body(
        paragraph(text(nasty, { style: nasty }), link({ linkType: 'custom', url: 'javascript:alert(1)' }, text(nasty))),
        { type: nasty, [nasty]: nasty },
        { type: 'heading', tag: nasty, children: [text(nasty)] },
      ),
    }
    const olders: (JsonObject | null)[] = [null, {}, { headline: 'Words' }]
    for (const before of olders) {
      const { html } = drawn(before, after)
      expect(html).not.toContain('<img')
      expect(html).not.toMatch(/<[^>]*(onerror|javascript:)[^>]*href/)
      expect(html).not.toContain('href="javascript')
    }
  })

  it('of a new piece is its plain text, without marks', () => {
    const { changes, html } = drawn(null, { headline: 'Harbour reopens', ...body(paragraph(text('Ships came in.'))) })
    expect(html).not.toMatch(/<(ins|del)/)
    expect(html).toContain('<p dir="auto" data-path="body.root.children.0">Ships came in.</p>')
    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['added headline', 'added body'])
  })

  it('calls documents by their names, and shows both ids where one took the place of another', () => {
    const { html } = drawn({ leadImage: 'm1' }, { leadImage: 'm2' })
    expect(html).toContain('<dt>Lead picture</dt>')
    expect(html).toMatch(/Picture m1.*\[m1\].*Picture m2.*\[m2\]/s)
  })
})
