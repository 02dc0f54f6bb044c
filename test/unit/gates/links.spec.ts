import { describe, expect, it } from 'vitest'
import { isLinkTarget, isWebAddress } from '../../../src/newsroom/gates/address.ts'
import { linksWellFormed } from '../../../src/newsroom/gates/links.ts'
import { isLinkTarget as isAcceptedByEditor } from '../../../src/newsroom/editor/linkTarget.ts'
import { parseWebAddress } from '../../../src/newsroom/fields/webAddress.ts'
import { aBlock, aLink, aParagraph, aText, fieldsOf, messagesOf, someFacts } from './builders.ts'

const WEB = [
  'https://example.org',
  'http://example.org/a?b=c#d',
  'https://例え.jp/ページ',
  'HTTPS://EXAMPLE.ORG',
  'https://example.org:8443/%20',
]
const OTHER_TARGETS = [
  'mailto:desk@example.org',
  'MAILTO:desk@example.org?subject=Hi',
  '/about',
  '/',
  '#notes',
  '/a?b#c',
]
const NO_TARGETS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://example.org',
  'tel:+431234567',
  'blob:https://example.org/1',
  '//example.org',
  '/\\example.org',
  '\\\\example.org',
  'example.org',
  'www.example.org/report',
  'about.html',
  'https://',
  'https:///',
  'https://localhost',
  'https://user:secret@example.org',
  'https://user@example.org',
  'https://exam ple.org',
  'https://example.org/a b',
  'https:\\\\example.org',
  'http//example.org',
  'mailto:',
  'mailto:desk',
  'mailto:desk@',
  'mailto:desk@example',
  'mailto:a b@example.org',
  '?q=1',
  '\u0001javascript:alert(1)',
]

const custom = (url: unknown) => ({
  body: aText(aParagraph('See ', aLink('the communiqué', { linkType: 'custom', url }), '.')),
})

describe('a link to an address', () => {
  it.each([...WEB, ...OTHER_TARGETS])('%j is well-formed', (url) => {
    expect(fieldsOf(linksWellFormed, someFacts(custom(url)))).toEqual([])
  })

  it.each(NO_TARGETS)('%j is not', (url) => {
    expect(fieldsOf(linksWellFormed, someFacts(custom(url)))).toEqual(['body'])
  })

  it.each([undefined, null, '', ' ', 7, {}, ['https://example.org']])('%j is none', (url) => {
    expect(messagesOf(linksWellFormed, someFacts(custom(url)))).toEqual([
      'The link on “the communiqué” has no address. Enter one, or remove the link.',
    ])
  })

  it('is told by the words that it is on and where it leads', () => {
    expect(messagesOf(linksWellFormed, someFacts(custom('www.example.org')))).toEqual([
      'The link on “the communiqué” leads to “www.example.org”, which is no address. Enter one that starts with https:// or mailto:, or a path on this site such as /about.',
    ])
  })

  it('on many words is named by the first', () => {
    const words = 'word '.repeat(40)
    const [message] = messagesOf(linksWellFormed, someFacts({ body: aText(aParagraph(aLink(words, { url: 'x' }))) }))
    expect(message).toMatch(/^The link on “(word ){11}word…” leads to “x”/)
  })

  it('of the kind that the editor makes by itself is held to the same', () => {
    const body = aText(aParagraph(aLink('evil', { linkType: 'custom', url: 'javascript:alert(1)' }, 'autolink')))
    expect(fieldsOf(linksWellFormed, someFacts({ body }))).toEqual(['body'])
  })

  it.each([{ linkType: 'custom' }, {}])('without a kind is taken for one to an address: %j', (fields) => {
    expect(fieldsOf(linksWellFormed, someFacts({ body: aText(aParagraph(aLink('a', fields))) }))).toEqual(['body'])
  })

  it('without fields leads nowhere', () => {
    const link = { ...aParagraph('a'), type: 'link' }
    expect(fieldsOf(linksWellFormed, someFacts({ body: aText(aParagraph(link)) }))).toEqual(['body'])
  })
})

describe('a link to a document here', () => {
  const internal = (doc: unknown, url?: string) => ({
    body: aText(aParagraph(aLink('earlier', { linkType: 'internal', doc, ...(url === undefined ? {} : { url }) }))),
  })

  it('names its collection and id', () => {
    expect(fieldsOf(linksWellFormed, someFacts(internal({ relationTo: 'articles', value: '1' })))).toEqual([])
    expect(fieldsOf(linksWellFormed, someFacts(internal({ relationTo: 'authors', value: { id: '1' } })))).toEqual([])
  })

  it.each([
    undefined,
    null,
    {},
    '1',
    { relationTo: 'articles' },
    { relationTo: 'articles', value: null },
    { value: '1' },
    { relationTo: '', value: '1' },
  ])('%j leads to no document', (doc) => {
    expect(messagesOf(linksWellFormed, someFacts(internal(doc)))).toEqual([
      'The link on “earlier” leads to no document. Choose one, or remove the link.',
    ])
  })

  it('is not saved by an address left over from before', () => {
    expect(fieldsOf(linksWellFormed, someFacts(internal(null, 'https://example.org')))).toEqual(['body'])
  })
})

describe('links everywhere in the text', () => {
  const bad = aLink('bad', { linkType: 'custom', url: 'javascript:alert(1)' })

  it.each([
    ['a heading', { ...aParagraph(bad), type: 'heading', tag: 'h2' }],
    [
      'a list in a list',
      {
        type: 'list',
        children: [
          { type: 'listitem', children: [{ type: 'list', children: [{ type: 'listitem', children: [bad] }] }] },
        ],
      },
    ],
    ['a quote', { ...aParagraph(bad), type: 'quote' }],
    [
      'a table',
      {
        type: 'table',
        children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [aParagraph(bad)] }] }],
      },
    ],
    ['a fact box', aBlock('factBox', { title: 'T', text: aText(aParagraph(bad)) })],
    ['a node of an unknown kind', { type: 'somethingElse', parts: [{ deep: { children: [bad] } }] }],
  ])('in %s are looked at', (_, node) => {
    expect(fieldsOf(linksWellFormed, someFacts({ body: aText(node) }))).toEqual(['body'])
  })

  it('are each told, in their order, with the field that they are in', () => {
    const doc = {
      biography: aText(
        aParagraph(
          aLink('first', { url: 'x' }),
          aLink('second', { url: 'https://example.org' }),
          aLink('third', { url: 'y' }),
        ),
      ),
      body: aText(aParagraph(aLink('fourth', { url: 'z' }))),
    }
    expect(messagesOf(linksWellFormed, someFacts(doc)).map((message) => /“(.*?)”/.exec(message)?.[1])).toEqual([
      'first',
      'third',
      'fourth',
    ])
    expect(fieldsOf(linksWellFormed, someFacts(doc))).toEqual(['biography', 'biography', 'body'])
  })

  it('however deep: 10,000 levels', () => {
    let node: object = aParagraph(bad)
    for (let depth = 0; depth < 10_000; depth += 1) node = { type: 'quote', children: [node] }
    expect(fieldsOf(linksWellFormed, someFacts({ body: aText(node) }))).toEqual(['body'])
  })
})

describe('blocks with an address', () => {
  const block = (blockType: string, fields: object) => someFacts({ body: aText(aBlock(blockType, fields)) })

  it.each(WEB)('an embed shows %s', (url) => {
    expect(fieldsOf(linksWellFormed, block('embed', { url }))).toEqual([])
  })

  it.each([...NO_TARGETS, ...OTHER_TARGETS, '', null, undefined])('an embed does not show %j', (url) => {
    expect(fieldsOf(linksWellFormed, block('embed', { url }))).toEqual(['body'])
  })

  it('a related link leads to an article or an address', () => {
    expect(fieldsOf(linksWellFormed, block('relatedLink', { article: 'a' }))).toEqual([])
    expect(fieldsOf(linksWellFormed, block('relatedLink', { url: 'https://example.org' }))).toEqual([])
  })

  it.each([
    {},
    { article: null, url: '' },
    { url: 'javascript:alert(1)' },
    { article: 'a', url: 'javascript:alert(1)' },
    { url: '/about' },
  ])('a related link does not lead to %j', (fields) => {
    expect(fieldsOf(linksWellFormed, block('relatedLink', fields))).toEqual(['body'])
  })

  it('other blocks have none', () => {
    expect(fieldsOf(linksWellFormed, block('pullQuote', { quote: 'Q', url: 'javascript:alert(1)' }))).toEqual([])
  })
})

describe('addresses', () => {
  it.each([...WEB, ...OTHER_TARGETS, ...NO_TARGETS])('%j: what the editor accepts, the gate lets pass', (url) => {
    expect(isLinkTarget(url)).toBe(isAcceptedByEditor(url))
    expect(isWebAddress(url)).toBe(parseWebAddress(url) !== undefined)
  })
})

it('a piece without text has no links', () => {
  for (const doc of [{}, { body: null }, { body: 'text' }, { body: aText() }]) {
    expect(fieldsOf(linksWellFormed, someFacts(doc))).toEqual([])
  }
  expect(linksWellFormed.blocks).toBe('submit')
})
