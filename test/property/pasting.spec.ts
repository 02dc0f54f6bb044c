import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenOf, wordsOf as textOf, type PastedNode } from '../../src/newsroom/admin/pasting/pastedDom.ts'
import { readPaste } from '../../src/newsroom/admin/pasting/readPaste.ts'
import { toNodes } from '../../src/newsroom/admin/pasting/toNodes.ts'
import { lexicalToText } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { parsedBody } from '../helpers/parsedPage.ts'
import { BODY, NOTE } from '../unit/admin/pasting/shown.ts'

const word = fc.nat(9_999).map((number) => `w${String(number)}`)
const spaced = (html: string[]) => html.join(' ')
const many = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 })
const within = (tags: readonly string[], inner: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...tags), inner).map(([tag, html]) => `<${tag}>${html}</${tag.split(' ')[0] ?? ''}>`)

const NOTHING = [
  '<img src="a.png">',
  '<iframe src="https://a.invalid"></iframe>',
  '<!-- c -->',
  '<o:p>&nbsp;</o:p>',
  '<br>',
  '\n',
]
const INLINE = [
  'b',
  'i',
  'u',
  's',
  'sub',
  'code',
  'mark',
  'font',
  'o:p',
  'button',
  'abbr',
  'a href="https://example.org/"',
  'a href="#_ftn1"',
  'span style="font-weight:700"',
  'span style="white-space:pre-wrap"',
  'b style="font-weight:normal"',
  'span style="display:block"',
]
const BLOCK = [
  'p',
  'div',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'figure',
  'center',
  'details',
  'address',
  'textarea',
  'p class="MsoListParagraph"',
  'p style="mso-list:l0 level2 lfo1"',
]

const { html } = fc.letrec<{ html: string; inline: string; block: string }>((tie) => ({
  inline: fc.oneof({ maxDepth: 4 }, word, fc.constantFrom(...NOTHING), within(INLINE, many(tie('inline')).map(spaced))),
  block: fc.oneof(
    { maxDepth: 5 },
    within(BLOCK, many(tie('inline')).map(spaced)),
    many(tie('inline')).map((inner) => `<p>·&nbsp;&nbsp; ${spaced(inner)}</p>`),
    within(['div', 'blockquote', 'b style="font-weight:normal"', 'a href="https://example.org/"'], tie('html')),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), many(within(['li'], tie('html'))))
      .map(([tag, items]) => `<${tag}>${items.join('')}</${tag}>`),
    fc.tuple(many(tie('inline')), tie('html')).map(([dt, dd]) => `<dl><dt>${spaced(dt)}</dt><dd>${dd}</dd></dl>`),
    many(many(within(['td', 'th'], tie('html')))).map(
      (rows) => `<table>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`,
    ),
    fc.constant('<hr>'),
  ),
  html: many(fc.oneof({ maxDepth: 5 }, tie('block'), tie('inline'))).map(spaced),
}))

const wordsOf = (text: string): string[] => text.match(/[a-z0-9]+/gi) ?? []

const wordsWithin = (node: PastedNode): string[] => [
  ...wordsOf(textOf(node) ?? ''),
  ...childrenOf(node).flatMap(wordsWithin),
]

describe('what is pasted', () => {
  it.each([
    ['a body', BODY],
    ['a note', NOTE],
  ])('into %s keeps every word, in its order and apart from the next', (_where, has) => {
    fc.assert(
      fc.property(html, fc.option(fc.constantFrom(2, 3, 4), { nil: undefined }), (page, above) => {
        const body = parsedBody(page)
        const { blocks } = readPaste(body, has, above)
        const root = { type: 'root', children: toNodes(blocks, () => 'id') }
        expect(wordsOf(lexicalToText({ root }))).toEqual(wordsWithin(body))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [
      'a body',
      BODY,
      ['heading', 'horizontalrule', 'linebreak', 'link', 'list', 'listitem', 'paragraph', 'quote', 'tab', 'text'],
    ],
    ['a note', NOTE, ['linebreak', 'link', 'list', 'listitem', 'paragraph', 'tab', 'text']],
  ])('into %s becomes nothing that its editor does not have', (_where, has, known) => {
    fc.assert(
      fc.property(html, (page) => {
        const found = new Set<unknown>()
        JSON.stringify(
          toNodes(readPaste(parsedBody(page), has).blocks, () => 'id'),
          (name, value: unknown) => {
            if (name === 'type') found.add(value)
            return value
          },
        )
        expect([...found].filter((type) => !known.includes(String(type)))).toEqual([])
      }),
    )
  })
})
