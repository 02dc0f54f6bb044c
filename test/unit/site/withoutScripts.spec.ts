import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { withoutScripts } from '../../../src/server/http/site/withoutScripts.ts'

describe('a page without its scripts', () => {
  it.each([
    ['<p>a</p><script>1</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['<script src="/a.js" async=""></script>', ''],
    ['<script>\n1\n</script>', ''],
    ['<SCRIPT>1</SCRIPT>', ''],
    ['<script id="_R_">1</script><script>2</script>', ''],
    ['<link rel="preload" as="script" href="/a.js"/>', ''],
  ])('%s', (html, left) => {
    expect(withoutScripts(html)).toBe(left)
  })

  it.each([
    '<script type="application/ld+json">{"a":1}</script>',
    '<link rel="stylesheet" href="/a.css"/>',
    '<link rel="preload" as="style" href="/a.css"/>',
    '<p>&lt;script&gt;1&lt;/script&gt;</p>',
    '<noscript>a</noscript>',
  ])('keeps %s', (html) => {
    expect(withoutScripts(html)).toBe(html)
  })

  it('leaves whatever React wrote as text or attribute as it is', () => {
    const nasty = fc.array(
      fc.constantFrom('<script>', '</script>', '<link as="script">', '<', '>', '"', "'", '&', 'a', '<!--'),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(nasty, nasty, (text, title) => {
        const html = renderToStaticMarkup(createElement('p', { title: title.join('') }, text.join('')))
        expect(withoutScripts(`${html}<script>x</script>`)).toBe(html)
      }),
    )
  })
})
