import fc from 'fast-check'
import { defaultTreeAdapter, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from '../../../src/site/richText/RichText.tsx'
import { aBlock, aParagraph, aPicture, aRun, aState } from './builders.ts'

const html = (...children: readonly unknown[]): string =>
  renderToStaticMarkup(createElement(RichText, { state: aState(...children) }))
const node =
  (type: string, more: object = {}) =>
  (...children: readonly unknown[]) => ({
    type,
    ...more,
    children: children.map((child) => (typeof child === 'string' ? aRun(child) : child)),
  })
const quote = node('quote')
const list = node('list', { listType: 'bullet' })
const item = node('listitem')
const heading = node('heading', { tag: 'h3' })
const link = node('link', { fields: { linkType: 'custom', url: 'https://example.org/' } })
const other = node('link', { fields: { linkType: 'custom', url: 'https://example.com/' } })
const unheard = node('unheard')
const rule = { type: 'horizontalrule' }
const upload = { type: 'upload', relationTo: 'media', value: aPicture() }
const A = '<a href="https://example.org/">'

describe('what stands where HTML does not allow it', () => {
  it.each<[string, readonly unknown[], string]>([
    [
      'a quote of two paragraphs',
      [quote(aParagraph('a'), aParagraph('b'))],
      '<blockquote><p>a</p><p>b</p></blockquote>',
    ],
    [
      'a quote with a line before a paragraph',
      [quote('a', aParagraph('b'))],
      '<blockquote><p>a</p><p>b</p></blockquote>',
    ],
    [
      'a quote in a quote',
      [quote(quote('a'), 'b')],
      '<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>',
    ],
    [
      'a list and a heading in a quote',
      [quote(heading('h'), list(item('a')))],
      '<blockquote><h3 id="h-h">h</h3><ul><li>a</li></ul></blockquote>',
    ],
    ['a rule in a paragraph', [aParagraph('a', rule, 'b')], '<p>a</p><hr/><p>b</p>'],
    ['nothing but a rule in a paragraph', [aParagraph(rule)], '<hr/>'],
    ['a paragraph in a paragraph', [aParagraph('a', aParagraph('b'), 'c')], '<p>a</p><p>b</p><p>c</p>'],
    ['a list in a paragraph', [aParagraph('a', list(item('b')))], '<p>a</p><ul><li>b</li></ul>'],
    ['a rule in a heading', [heading('a', rule, 'b')], '<h3 id="h-a">a</h3><hr/><h3 id="h-b">b</h3>'],
    ['a paragraph in a heading', [heading(aParagraph('a'))], '<p>a</p>'],
    ['a heading in an item', [list(item(heading('a'), 'b'))], '<ul><li><h3 id="h-a">a</h3><p>b</p></li></ul>'],
    ['two paragraphs in an item', [list(item(aParagraph('a'), aParagraph('b')))], '<ul><li><p>a</p><p>b</p></li></ul>'],
    [
      'a line after a list in an item',
      [list(item('a', list(item('b')), 'c'))],
      '<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li></ul>',
    ],
    ['a list right in a list', [list(item('a'), list(item('b')))], '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['words right in a list', [list('a', item('b'))], '<ul><li>a</li><li>b</li></ul>'],
    ['a list without items', [list(), aParagraph('a')], '<p>a</p>'],
    ['items without a list', [item('a'), item('b'), aParagraph('c')], '<ul><li>a</li><li>b</li></ul><p>c</p>'],
    [
      'words without a paragraph',
      ['a', aParagraph('b')].map((each) => (each === 'a' ? aRun('a') : each)),
      '<p>a</p><p>b</p>',
    ],
    ['a link in a link', [aParagraph(link('a', other('b'), 'c'))], `<p>${A}abc</a></p>`],
    ['a paragraph in a link', [link('a', aParagraph('b'))], `<p>${A}a</a></p><p>${A}b</a></p>`],
    ['a list in a link', [aParagraph(link(list(item('a'))))], `<ul><li>${A}a</a></li></ul>`],
    ['a link without words', [aParagraph('a', link(' '), 'b')], '<p>a b</p>'],
    ['two links to one page', [aParagraph(link('a'), link('b'))], `<p>${A}a</a>${A}b</a></p>`],
    ['an empty heading', [heading(), heading(' ', { type: 'linebreak' })], ''],
    ['a paragraph of spaces and line breaks', [aParagraph('\u00a0', { type: 'linebreak' })], ''],
    ['an empty quote', [quote(aParagraph(' '))], ''],
    ['an unknown element in a line', [aParagraph('a', unheard('b'), 'c')], '<p>abc</p>'],
    ['unknown elements between blocks', [unheard(unheard('a'), unheard('b'))], '<p>a</p><p>b</p>'],
    ['a text of an unknown type', [aParagraph('a', { type: 'hashtag', text: '#b' })], '<p>a#b</p>'],
  ])('%s', (_what, children, expected) => {
    expect(html(...children)).toBe(expected)
  })

  it('a picture, a box and a card in a paragraph stand between its halves', () => {
    const box = aBlock('factBox', { title: 'T', text: aState(quote(aParagraph('q'))) })
    const out = html(aParagraph('a', upload, 'b', box, link('c', upload)))
    expect(tagsOf(out).filter((tag) => !/img|picture|span|source/.test(tag))).toEqual(
      'p /p figure /figure p /p div p /p blockquote p /p /blockquote /div p a /a /p figure /figure'.split(' '),
    )
  })
})

describe('any text', () => {
  const text = fc.constantFrom('x', ' ', '', 'y & <z>', '\u00a0')
  const type = fc.constantFrom(
    ...['text', 'paragraph', 'heading', 'list', 'listitem', 'link', 'autolink', 'upload', 'quote', 'unheard'],
    ...['linebreak', 'tab', 'horizontalrule', 'block', 'tablecell'],
  )
  const fields = fc.constantFrom(
    { linkType: 'custom', url: 'https://example.org/' },
    { blockType: 'pullQuote', quote: 'q', attribution: 'r' },
    { blockType: 'figure', image: aPicture({ caption: 'c' }) },
    { blockType: 'embed', url: 'https://vimeo.com/1', title: 't', caption: 'c' },
    { blockType: 'factBox', title: 't', text: aState(aParagraph('f', rule)) },
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc
      .record({
        type,
        text,
        fields,
        format: fc.constantFrom(0, 3, 127, 'center'),
        tag: fc.constantFrom('h2', 'h4', 'ol'),
        listType: fc.constantFrom('bullet', 'number'),
        children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 4 })),
      })
      .map((each) => ({
        ...each,
        ...(each.type === 'upload' ? { value: aPicture() } : {}),
        text: each.type === 'text' ? each.text : undefined,
      })),
  }))

  it('is read by a browser as it was meant, keeps the content model, and loses no words', () => {
    fc.assert(
      fc.property(fc.array(tree as fc.Arbitrary<Loose>, { maxLength: 5 }), (children) => {
        const out = html(...children)
        const parsed = parseFragment(out)
        expect(tagsOf(serialize(parsed))).toEqual(tagsOf(out))
        expect(misplaced(parsed)).toEqual([])
        expect(lettersOf(textOf(parsed))).toBe(lettersOf(wordsIn(children)))
      }),
      { numRuns: 2000 },
    )
  })
})

type Loose = { type: string; text?: string; fields: object; children: Loose[] }

/** The tags in an HTML text, in order; void elements have no end. */
function tagsOf(markup: string): string[] {
  return [...markup.matchAll(/<(\/?[a-z0-9]+)[^>]*>/g)].map(([, tag]) => tag ?? '')
}

const PHRASING = new Set([
  'a',
  'br',
  'code',
  'em',
  'img',
  'picture',
  's',
  'source',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])
/** What holds phrasing content only (HTML, 4.3 to 4.5), as far as it comes out here. */
const LINES = new Set([...PHRASING, 'p', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Elements in a place that the content model does not have for them, which a browser reads nonetheless. */
function misplaced(parent: Tree.ParentNode, inLink = false): string[] {
  const name = 'tagName' in parent ? parent.tagName : ''
  return parent.childNodes
    .filter((each) => defaultTreeAdapter.isElementNode(each))
    .flatMap((child) => {
      const tag = child.tagName
      const isList = name === 'ul' || name === 'ol'
      const wrong =
        (LINES.has(name) && !PHRASING.has(tag)) ||
        isList !== (tag === 'li') ||
        (tag === 'a' && inLink) ||
        isEmpty(child)
      return [...(wrong ? [`${tag} in ${name}`] : []), ...misplaced(child, inLink || tag === 'a')]
    })
}

const isEmpty = (element: Tree.Element): boolean =>
  /^(?:h\d|p|a|blockquote|ul|ol)$/.test(element.tagName) && element.childNodes.length === 0

function textOf(node: Tree.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The letters that only texts have here, no block. */
const lettersOf = (text: string): string => text.replace(/[^xyz]/g, '')

const LEAVES = new Set(['text', 'tab', 'linebreak', 'horizontalrule', 'upload', 'block'])

function wordsIn(nodes: readonly Loose[]): string {
  return nodes.map(({ type, text, children }) => (LEAVES.has(type) ? (text ?? '') : wordsIn(children))).join('')
}
