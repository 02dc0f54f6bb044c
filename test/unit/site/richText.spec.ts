import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { hasRichText } from '../../../src/site/richText/hasRichText.ts'
import { RichText } from '../../../src/site/richText/RichText.tsx'
import { aBlock, aParagraph, aPicture, aRun, aState } from './builders.ts'

const html = (...children: readonly unknown[]): string => markup(aState(...children))
const markup = (state: unknown): string => renderToStaticMarkup(createElement(RichText, { state }))
const aLink = (fields: object, text = 'words') => ({ type: 'link', fields, children: [aRun(text)] })

describe('text', () => {
  it('has paragraphs, line breaks and emphasis', () => {
    expect(html(aParagraph('a ', aRun('b', 3), { type: 'linebreak' }, aRun('c', 64)))).toBe(
      '<p>a <em><strong>b</strong></em><br/><sup>c</sup></p>',
    )
  })

  it('is never markup', () => {
    expect(html(aParagraph('<script>alert("1")</script> & <b>'))).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;</p>',
    )
  })

  it('leaves empty paragraphs out', () => {
    expect(html(aParagraph(), aParagraph('a'))).toBe('<p>a</p>')
  })

  it.each([
    ['h1', 'h2'],
    ['h2', 'h2'],
    ['h4', 'h4'],
    ['h9', 'h2'],
    ['script', 'h2'],
  ])('has no second h1 and no made-up element: %s is %s', (tag, element) => {
    expect(html({ type: 'heading', tag, children: [aRun('a')] })).toBe(`<${element} id="h-a">a</${element}>`)
  })

  it('puts a nested list into the item that it belongs to', () => {
    const item = (...children: readonly unknown[]) => ({ type: 'listitem', children })
    const list = (...children: readonly unknown[]) => ({ type: 'list', listType: 'bullet', children })
    expect(html(list(item(aRun('a')), item(list(item(aRun('b')))), item(aRun('c'))))).toBe(
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    )
  })

  it('counts on where a numbered list goes on', () => {
    const list = { type: 'list', listType: 'number', start: 4, children: [{ type: 'listitem', children: [aRun('a')] }] }
    expect(html(list)).toBe('<ol start="4"><li>a</li></ol>')
  })

  it('sets quotes and rules', () => {
    expect(html({ type: 'quote', children: [aRun('a')] }, { type: 'horizontalrule' })).toBe(
      '<blockquote><p>a</p></blockquote><hr/>',
    )
  })
})

describe('links', () => {
  it('leads to addresses', () => {
    expect(html(aParagraph(aLink({ linkType: 'custom', url: 'https://example.org/' })))).toBe(
      '<p><a href="https://example.org/">words</a></p>',
    )
  })

  it('leads to public pieces', () => {
    const doc = { relationTo: 'authors', value: { slug: 'ana-sousa' } }
    expect(html(aParagraph(aLink({ linkType: 'internal', doc })))).toBe('<p><a href="/authors/ana-sousa">words</a></p>')
  })

  it.each([
    ['that runs code', { linkType: 'custom', url: 'javascript:alert(1)' }],
    ['without a scheme', { linkType: 'custom', url: 'example.org' }],
    ['without fields', null],
    ['to a piece that is not public', { linkType: 'internal', doc: { relationTo: 'articles', value: 'a1' } }],
    ['to a piece that is not there', { linkType: 'internal', doc: null }],
    ['to what has no page', { linkType: 'internal', doc: { relationTo: 'users', value: { slug: 'root' } } }],
    ['that says internal and has an address', { linkType: 'internal', url: 'https://example.org/' }],
  ])('keeps the words of a link %s', (_, fields) => {
    expect(html(aParagraph(aLink(fields as object)))).toBe('<p>words</p>')
  })
})

describe('blocks', () => {
  it('sets a pull quote with its speaker', () => {
    expect(html(aBlock('pullQuote', { quote: 'Words.', attribution: 'Somebody' }))).toMatch(
      /<blockquote><p>Words\.<\/p><\/blockquote><figcaption>Somebody<\/figcaption>/,
    )
  })

  it('shows a figure with its own caption before the picture’s', () => {
    const image = aPicture({ caption: 'Caption of the picture', credit: 'Agency' })
    const out = html(aBlock('figure', { image, caption: 'Caption here' }))
    expect(out).toContain('alt="The sea at night"')
    expect(out).toContain('Caption here')
    expect(out).toContain('Agency')
    expect(out).not.toContain('Caption of the picture')
  })

  it('links to what is embedded and loads nothing of it', () => {
    const out = html(aBlock('embed', { url: 'https://www.youtube.com/watch?v=1', title: 'A film', caption: 'Long.' }))
    expect(out).toContain('<a href="https://www.youtube.com/watch?v=1">A film</a>')
    expect(out).toContain('youtube.com')
    expect(out).not.toMatch(/<(iframe|script|img|object|embed)/)
  })

  it('links to a related article by its headline', () => {
    const article = { slug: 'b', headline: 'The bridge' }
    expect(html(aBlock('relatedLink', { article, title: '' }))).toContain('<a href="/articles/b">The bridge</a>')
  })

  it('has rich text in a fact box', () => {
    expect(html(aBlock('factBox', { title: 'Facts', text: aState(aParagraph('14 km.')) }))).toMatch(
      /Facts<\/p><p>14 km\.<\/p>/,
    )
  })

  it.each([
    ['a picture that is not public', aBlock('figure', { image: 'm1' })],
    ['an embed that runs code', aBlock('embed', { url: 'javascript:alert(1)', title: 'A film' })],
    ['a related article that is not public', aBlock('relatedLink', { article: 'a1' })],
    ['an empty quote', aBlock('pullQuote', { quote: ' ' })],
    ['a block of an unknown kind', aBlock('rawHtml', { html: '<script>alert(1)</script>' })],
    ['a block without fields', { type: 'block' }],
    ['an upload that is not public', { type: 'upload', relationTo: 'media', value: 'm1' }],
  ])('shows nothing for %s', (_, node) => {
    expect(html(node)).toBe('')
  })
})

describe('states that are not what they should be', () => {
  it.each([
    [undefined],
    [null],
    [''],
    [[]],
    [{}],
    [{ root: null }],
    [{ root: { children: 'x' } }],
    [aState(null, 1, 'x', [])],
  ])('shows nothing for %j', (state) => {
    expect(markup(state)).toBe('')
    expect(hasRichText(state)).toBe(false)
  })

  it('shows what an unknown node contains', () => {
    expect(html({ type: 'made-up', children: [aParagraph('a')] })).toBe('<p>a</p>')
  })

  it('gives known elements and text for any JSON', () => {
    const type = fc.constantFrom(
      'text',
      'paragraph',
      'heading',
      'list',
      'listitem',
      'link',
      'block',
      'upload',
      'quote',
      'x',
    )
    const nasty = fc.constantFrom('<script>x</script>', '" onload="x', 'javascript:x', '</p>')
    const node = fc.letrec((tie) => ({
      node: fc.record(
        {
          type,
          text: nasty,
          tag: nasty,
          format: fc.oneof(nasty, fc.integer()),
          fields: fc.dictionary(fc.constantFrom('url', 'blockType', 'quote', 'title', 'linkType'), nasty),
          children: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'state' }),
        },
        { requiredKeys: ['type'] },
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (children) => {
        const out = html(...children)
        expect(out).not.toMatch(/<script|<[^>]*\s(on\w+|href="javascript)/i)
      }),
    )
  })
})

describe('hasRichText', () => {
  it('knows text from none', () => {
    expect(hasRichText(aState(aParagraph('a')))).toBe(true)
    expect(hasRichText(aState(aBlock('embed', {})))).toBe(true)
    expect(hasRichText(aState(aParagraph(''), aParagraph(' ')))).toBe(false)
  })
})
