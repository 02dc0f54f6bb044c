import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { defaultTreeAdapter, parseFragment, serialize, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, it } from 'vitest'
import { bodyAsHtml, bodyAsMarkdown, bodyAsText, withDocuments } from '../../../src/bodies/index.ts'
import { everyNode } from '../../helpers/everyNode.ts'
import { inFull } from '../../helpers/inFull.ts'

/** A body in each form. Markdown and HTML are read back by parsers that are not ours. */

const PICTURE = {
  id: 'p1',
  url: 'https://cms.example.org/api/media/file/a%20b.jpg',
  mimeType: 'image/jpeg',
  width: 1600,
  height: 900,
  alt: 'What it shows',
  caption: 'Its caption',
  credit: 'Its credit',
  sizes: {
    heroAvif: { url: 'https://cms.example.org/h.avif', width: 1600, height: 900, mimeType: 'image/avif' },
    hero: { url: 'https://cms.example.org/h.webp', width: 1600, height: 900, mimeType: 'image/webp' },
  },
}
const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'media:p1': PICTURE,
  'articles:a1': { id: 'a1', slug: 'the-other', headline: 'The other article' },
  'authors:u1': { id: 'u1', slug: 'somebody' },
}
const find = (collection: string, id: string) => Promise.resolve(DOCUMENTS[`${collection}:${id}`])
const populated = () => withDocuments(everyNode({ picture: 'p1', article: 'a1', author: 'u1' }), find)

type Node = DefaultTreeAdapterMap['node']

/** What a browser would show as text, and what it would read out for pictures. */
function shownIn(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  const attrs = 'attrs' in node ? node.attrs : []
  const alt = attrs.find(({ name }) => name === 'alt')?.value ?? ''
  return alt + ('childNodes' in node ? node.childNodes.map(shownIn).join('') : '')
}

type Markdown = {
  readonly type: string
  readonly value?: string
  readonly alt?: string | null
  readonly children?: readonly Markdown[]
}

function saidIn(node: Markdown): string {
  if (node.type === 'html') return ''
  if (node.type === 'break') return '\n'
  return (
    (node.value ?? node.alt ?? '') + (node.children ?? []).map(saidIn).join('') + (LINES.has(node.type) ? '\n' : '')
  )
}
const LINES = new Set(['paragraph', 'heading'])

/** The text that each form gives, by whoever reads it. */
const FORMS: Readonly<Record<string, (state: unknown) => string>> = {
  html: (state) => shownIn(parseFragment(bodyAsHtml(state))),
  markdown: (state) => saidIn(fromMarkdown(bodyAsMarkdown(state))),
  text: bodyAsText,
}

const NAMES = Object.keys(FORMS)

describe('a body with every kind of node', () => {
  it.each(NAMES)('loses nothing that is said, as %s', async (name) => {
    const said = FORMS[name]?.(await populated()).replaceAll(/\s+/g, '') ?? ''
    for (const words of [
      'A heading',
      'A smaller one',
      'The smallest',
      'Plain, bold, italic, both, struck, H2O, E=mc2. Communiqué',
      '👩‍🚀, “quotes”, a\u00a0b, two  spaces.',
      'A line',
      'and another',
      'after a tab',
      'مرحبا بالعالم',
      'A quotation of somebody.',
      'One below',
      'Second, bold',
      'Eighth',
      'To elsewhere, to an article and to a person.',
      'What it shows',
      'Words that are set large',
      'Somebody',
      'A caption of its own',
      'A credit of its own',
      'Its caption',
      'Its credit',
      'A film',
      'About a film',
      'The other article',
      'In short',
      'A note, bold and italic.',
      'the desk',
      'The end.',
    ])
      expect(said, words).toContain(words.replaceAll(/\s+/g, ''))
  })

  it('is HTML that a browser reads as it is written, without anything that runs', async () => {
    const html = bodyAsHtml(await populated())
    expect(serialize(parseFragment(html)).replaceAll('&nbsp;', '\u00a0')).toBe(
      html.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
    )
    expect(html).not.toMatch(/<(?:script|style|iframe|object|form)|\son\w+=|javascript:/i)
    expect(html).toContain('<h2 id="h-a-heading">A heading</h2>')
    expect(html).toContain(
      '<a href="/articles/the-other" data-collection="articles" data-slug="the-other">an article</a>',
    )
    expect(html).toContain('<source type="image/avif" srcset="https://cms.example.org/h.avif 1600w"')
    expect(html).toContain('<ol start="7">')
    expect(html).toContain(
      '<aside class="card card-embed"><p class="card-title"><a href="https://vimeo.com/76979871">A film</a></p>',
    )
    expect(html).toContain('<aside class="fact-box" aria-label="In short">')
  })

  it('has whole addresses where it is shown elsewhere', async () => {
    const html = bodyAsHtml(await populated(), { origin: 'https://news.example.org' })
    expect(html).toContain('href="https://news.example.org/articles/the-other"')
    expect(html).not.toMatch(/(?:href|src|srcset)="\//)
  })

  it('is Markdown with links, pictures and lists', async () => {
    const markdown = bodyAsMarkdown(await populated())
    for (const part of [
      '## A heading',
      '[elsewhere](https://example.org/a?b=c\\&d=e)',
      '[an article](/articles/the-other)',
      '![What it shows](https://cms.example.org/api/media/file/a%20b.jpg)',
      '- One',
      '7. Seventh',
      '**bold**',
      '<s>struck</s>',
    ])
      expect(markdown.replaceAll('\\&', '\\&')).toContain(part.replace('\\&', markdown.includes('\\&d') ? '\\&' : '&'))
  })

  it('does without what readers may not see', async () => {
    const state = await withDocuments(everyNode({ picture: 'x', article: 'x', author: 'x' }), find)
    const html = bodyAsHtml(state)
    expect(html).toContain('to an article and to a person')
    expect(html).not.toMatch(/<img|href="\/|undefined|null/)
  })
})

describe('a link to a heading of the text itself', () => {
  const link = { type: 'link', fields: { url: '#h-there' }, children: [{ type: 'text', text: 'below' }] }
  const body = { root: { children: [{ type: 'paragraph', children: [link] }] } }

  it('is a fragment, and leads to the page where the text is shown elsewhere', () => {
    expect(bodyAsHtml(body)).toBe('<p><a href="#h-there">below</a></p>')
    const page = 'https://news.example.org/articles/a'
    expect(bodyAsHtml(body, { origin: 'https://news.example.org', page })).toBe(
      `<p><a href="${page}#h-there">below</a></p>`,
    )
  })
})

describe('ids of headings', () => {
  const heading = (text: string) => ({ type: 'heading', tag: 'h2', children: [{ type: 'text', text }] })
  const ids = (...texts: string[]) =>
    [...bodyAsHtml({ root: { children: texts.map(heading) } }).matchAll(/id="([^"]+)"/g)].map(([, id]) => id)

  it('are of the words, each once, and no names in the scripts of a page', () => {
    expect(ids('The harbour', 'The harbour', 'location', '…')).toEqual([
      'h-the-harbour',
      'h-the-harbour-2',
      'h-location',
      expect.stringMatching(/^h-piece-\w+$/),
    ])
  })

  it('stay when others come and go', () => {
    expect(ids('New', 'The harbour')).toContain('h-the-harbour')
  })
})

describe('what is not safe', () => {
  const link = (url: string) => ({
    root: {
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'link', fields: { url }, children: [{ type: 'text', text: '<b>&"' }] }],
        },
      ],
    },
  })

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example'])(
    'no form leads to %s',
    (url) => {
      expect(bodyAsHtml(link(url))).toBe('<p>&lt;b&gt;&amp;&quot;</p>')
      expect(bodyAsMarkdown(link(url))).not.toContain('](')
    },
  )

  it('an address cannot leave its attribute', () => {
    const html = bodyAsHtml(link('https://example.org/"onclick="x'))
    expect(html).toBe('<p><a href="https://example.org/&quot;onclick=&quot;x">&lt;b&gt;&amp;&quot;</a></p>')
  })
})

describe('any body', () => {
  let count = 0
  /** A word that no other has, among signs that mean something in HTML or Markdown. */
  const word = fc
    .constantFrom(
      '',
      '*',
      '_',
      '**',
      '<',
      '&amp;',
      '[x](y)',
      '`',
      '#',
      '1.',
      '-',
      '~~',
      '\\',
      '|',
      'é',
      '漢',
      '!',
      'http://e.org',
    )
    .map((sign) => `w${String(++count)}x${sign}q`)
  const words = fc
    .array(fc.tuple(word, fc.constantFrom('', ' ', '\u00a0')), { minLength: 1, maxLength: 3 })
    .map((each) => each.flat().join(''))
  const text = fc.record({
    type: fc.constant('text'),
    text: words,
    format: fc.constantFrom(0, 1, 2, 3, 4, 8, 16, 32, 64, 127),
  })
  const blockFields = fc.oneof(
    fc.record({ blockType: fc.constant('pullQuote'), quote: words, attribution: words }),
    fc.record({
      blockType: fc.constant('figure'),
      image: fc.record({ url: fc.constant('https://e.org/a.jpg'), alt: words, caption: words, credit: words }),
    }),
    fc.record({
      blockType: fc.constant('embed'),
      url: fc.constant('https://vimeo.com/1'),
      title: words,
      caption: words,
    }),
    fc.record({ blockType: fc.constant('relatedLink'), url: fc.constant('https://e.org/'), title: words }),
    fc.record({
      blockType: fc.constant('factBox'),
      title: words,
      text: fc.record({ root: fc.record({ children: fc.array(text, { minLength: 1, maxLength: 2 }) }) }),
    }),
  )
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.record({
        type: fc.constantFrom('paragraph', 'heading', 'quote', 'list', 'listitem', 'link', 'unheard', 'linebreak'),
        tag: fc.constantFrom('h2', 'h4', 'ol', 'ul'),
        listType: fc.constantFrom('bullet', 'number'),
        fields: fc.constant({ url: 'https://e.org/?a=b&c=d' }),
        children: fc.array(tie('node'), { maxLength: 4 }),
      }),
      fc.record({ type: fc.constant('block'), fields: blockFields }),
    ),
  }))

  const wordsOf = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/w\d+x/g)].map(([found]) => found)

  it.each(NAMES)('has each of its words in %s', (name) => {
    fc.assert(
      fc.property(fc.array(node as fc.Arbitrary<object>, { maxLength: 5 }), (children) => {
        const body = { root: { children: children.map(withoutChildrenOfBreaks) } }
        const said = String(FORMS[name]?.(body))
        expect(wordsOf(body).filter((each) => !said.includes(each))).toEqual([])
      }),
      { numRuns: inFull(2000, 300) },
    )
  })

  it.each(NAMES)('has its signs as signs in %s', (name) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (children) => {
        const said = String(FORMS[name]?.({ root: { children: [{ type: 'paragraph', children }] } }))
        const letters = (value: string) => value.replaceAll(/\s+/g, '')
        expect(letters(said)).toBe(letters(children.map((each) => each.text).join('')))
      }),
      { numRuns: inFull(2000, 300) },
    )
  })
})

function withoutChildrenOfBreaks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutChildrenOfBreaks)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, withoutChildrenOfBreaks(each)] as const)
  const node = Object.fromEntries(entries)
  return node.type === 'linebreak' ? { type: 'linebreak' } : node
}
