import { describe, expect, it } from 'vitest'
import { lexicalToText } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

// Node shapes: the exportJSON methods of lexical 0.50 and @payloadcms/richtext-lexical 3.90.2. Expected texts: written
// by hand.

type Node = Record<string, unknown>
const element = (type: string, children: unknown[], more: Node = {}): Node => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})
const text = (value: string): Node => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: value,
})
const paragraph = (...children: unknown[]): Node => element('paragraph', children)
const item = (...children: unknown[]): Node => element('listitem', children, { value: 1 })
const list = (...children: unknown[]): Node => element('list', children, { listType: 'bullet', start: 1, tag: 'ul' })
const state = (...children: unknown[]): Node => ({ root: element('root', children) })
const linebreak: Node = { type: 'linebreak', version: 1 }
const tab: Node = { ...text('\t'), type: 'tab', detail: 2 }

describe('lexicalToText', () => {
  it('parts paragraphs, headings and quotes by blank lines', () => {
    const body = state(
      element('heading', [text('Head')], { tag: 'h2' }),
      paragraph(text('One.')),
      element('quote', [text('Two.')]),
      paragraph(text('Three.')),
    )
    expect(lexicalToText(body)).toBe('Head\n\nOne.\n\nTwo.\n\nThree.')
  })

  it('puts list items on lines of their own, nested ones too', () => {
    const body = state(
      paragraph(text('Before')),
      list(item(text('a')), item(text('b'), linebreak, text('c')), item(list(item(text('d')))), item(text('e'))),
      paragraph(text('After')),
    )
    expect(lexicalToText(body)).toBe('Before\n\na\nb\nc\nd\ne\n\nAfter')
  })

  it('parts two lists by a blank line', () => {
    expect(lexicalToText(state(list(item(text('a'))), list(item(text('b')))))).toBe('a\n\nb')
  })

  it('keeps line breaks and tabs within a paragraph, not at its ends', () => {
    expect(
      lexicalToText(
        state(
          paragraph(linebreak, text('a'), linebreak, linebreak, text('b'), tab, text('c'), linebreak),
          paragraph(text('d')),
        ),
      ),
    ).toBe('a\n\nb\tc\n\nd')
  })

  it('runs formatted text, links and autolinks together', () => {
    const link = (type: string, value: string): Node =>
      element(type, [text(value)], { fields: { linkType: 'custom', url: 'https://example.org' } })
    expect(
      lexicalToText(
        state(paragraph(text('a'), { ...text('b'), format: 1 }, link('link', 'c'), link('autolink', 'd'), text('e'))),
      ),
    ).toBe('abcde')
  })

  it('gives nothing for uploads, relationships and rules, and leaves no gap for them', () => {
    const body = state(
      paragraph(text('a')),
      {
        type: 'upload',
        version: 3,
        format: '',
        relationTo: 'media',
        value: { id: 'm', alt: 'not text' },
        fields: { caption: 'not text' },
      },
      { type: 'relationship', version: 2, format: '', relationTo: 'articles', value: 'x' },
      { type: 'horizontalrule', version: 1 },
      paragraph(),
      paragraph(text('  ')),
      paragraph(text('b')),
    )
    expect(lexicalToText(body)).toBe('a\n\nb')
  })

  it('asks for the text of blocks, and of inline blocks in their line', () => {
    const block = (type: string, fields: Node): Node => ({ type, version: 2, format: '', fields })
    const body = state(
      paragraph(text('a '), block('inlineBlock', { blockType: 'term', word: 'b' }), text(' c')),
      block('block', { blockType: 'pullQuote', quote: 'd' }),
      block('block', { blockType: 'embed', url: 'https://example.org' }),
      paragraph(text('e')),
    )
    const blockText = (fields: Readonly<Record<string, unknown>>): string =>
      [fields.quote, fields.word].filter((words) => typeof words === 'string').join('')
    expect(lexicalToText(body, blockText)).toBe('a b c\n\nd\n\ne')
    expect(lexicalToText(body)).toBe('a  c\n\ne')
  })

  it('reads the text of nodes that it does not know: as a block among blocks, in the line within a paragraph', () => {
    const body = state(
      element('callout', [paragraph(text('a')), paragraph(text('b'))]),
      element('aside', [text('c')]),
      paragraph(text('d'), element('footnote', [text('e')]), { type: 'hashtag', text: '#f' }),
    )
    expect(lexicalToText(body)).toBe('a\n\nb\n\nc\n\nde#f')
  })

  it('parts paragraphs wherever they stand', () => {
    const quote = element('quote', [paragraph(text('a')), paragraph(text('b'))])
    expect(lexicalToText(state(quote, paragraph(text('c'), paragraph(text('d')))))).toBe('a\n\nb\n\nc\n\nd')
  })

  it('puts table cells on lines of their own', () => {
    const cell = (value: string): Node => element('tablecell', [paragraph(text(value))])
    expect(
      lexicalToText(
        state(
          element('table', [element('tablerow', [cell('a'), cell('b')]), element('tablerow', [cell('c'), cell('d')])]),
          paragraph(text('e')),
        ),
      ),
    ).toBe('a\nb\nc\nd\n\ne')
  })

  it.each([
    null,
    undefined,
    '',
    'text',
    7,
    [],
    {},
    { root: null },
    { root: [] },
    { root: 'x' },
    { root: {} },
    { root: { children: null } },
    { root: { children: {} } },
    { root: { children: [null, 1, 'x', [], {}] } },
  ])('gives an empty string for %j', (malformed) => {
    expect(lexicalToText(malformed)).toBe('')
  })

  it('skips malformed parts of a state', () => {
    expect(
      lexicalToText(
        {
          root: {
            children: [
              paragraph(text('a'), null, { type: 'text', text: 7 }, { type: 'text' }, text('b')),
              { type: 'block', fields: null },
            ],
          },
        },
        () => 'x',
      ),
    ).toBe('ab')
  })

  it('goes down 10,000 levels', () => {
    let node = paragraph(text('deep'))
    for (let level = 0; level < 10_000; level += 1) node = list(item(node))
    expect(lexicalToText(state(node))).toBe('deep')
    let link: Node = text('inline')
    for (let level = 0; level < 10_000; level += 1) link = element('link', [link])
    expect(lexicalToText(state(paragraph(link)))).toBe('inline')
  })
})
