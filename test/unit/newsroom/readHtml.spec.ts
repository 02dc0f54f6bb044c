import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/newsroom/import/readHtml.ts'

const read = (html: string, base: string | null = null, blankLines = false) => {
  const text = readHtml(html, { base, blankLines })
  if (text === null) throw new Error('beyond the bounds')
  return text
}
const children = (html: string, blankLines = false): unknown => read(html, null, blankLines).body.root['children']

describe('the HTML of an article', () => {
  it('has an empty paragraph where it has no words', () => {
    expect(children('')).toMatchObject([{ type: 'paragraph', children: [] }])
    expect(read('<!-- nothing -->').text).toEqual([])
  })

  it('has links to the web alone, those of its page as they are meant there', () => {
    const urls = (html: string) => JSON.stringify(read(html, 'https://a.example/b/').body).match(/"url":"[^"]*"/gu)
    expect(urls('<p><a href="../c">x</a></p>')).toEqual(['"url":"https://a.example/c"'])
    expect(urls('<p><a href="javascript:alert(1)">x</a></p>')).toBeNull()
    expect(urls('<p><a href="data:text/html,x">x</a></p>')).toBeNull()
    expect(JSON.stringify(children('<p>a<script>alert(1)</script></p>'))).not.toContain('alert')
  })

  it('says what could not be kept, and where pictures are', () => {
    expect(
      read('<p>a</p><img src="b.jpg"><iframe src="https://v.example/1"></iframe>', 'https://a.example/').left,
    ).toEqual([
      'A picture was left out. Upload the picture, then put it in.',
      'An embedded page was left out. The body of an article takes one as an embed, by its address.',
      'Addresses: https://a.example/b.jpg https://v.example/1',
    ])
  })

  it('says what readers do not see, and how many addresses it does not name', () => {
    const pictures = Array.from({ length: 12 }, (_, at) => `<img src="https://a.example/${String(at)}">`).join('')
    expect(read(pictures).left.at(-1)).toBe('Further addresses: 2.')
    const hidden =
      '<p>a</p><p hidden>b <b hidden>c</b></p><script>d()</script><div style="display:none">e</div><p hidden></p>'
    expect(read(hidden).left).toEqual(['Parts that readers do not see, such as scripts, were left out (number: 3).'])
    expect(read(hidden).text).toEqual(['a'])
  })

  it('has no marks that nobody sees, and those that part or join letters', () => {
    const text = (html: string) => read(html).text
    expect(text('<p>Wa\u00ADter\u200B le\uFEFFvel<b>\u2060s</b></p><p>&#8203;&shy;</p>')).toEqual(['Water levels'])
    expect(text('<p>\u0645\u06CC<b>\u200C\u062E</b></p>')).toEqual(['\u0645\u06CC\u200C\u062E'])
    expect(text('<p>\u0E01\u200B\u0E02</p>')).toEqual(['\u0E01\u200B\u0E02'])
    expect(JSON.stringify(children('<p>Wa\u00ADter</p>'))).toContain('"Water"')
  })

  it('keeps blank lines within preformatted text and lists', () => {
    const types = (html: string) => (children(html, true) as { type: string }[]).map(({ type }) => type)
    expect(types('One\n\n<pre>a\n\nb</pre>\n\nTwo')).toEqual(['paragraph', 'paragraph', 'paragraph'])
    expect(types('<ul>\n\n<li>a</li>\n\n<li>b</li>\n\n</ul>')).toEqual(['list'])
    expect(types('<p>a</p>\n\n<p>b</p>')).toEqual(['paragraph', 'paragraph'])
    expect(types('One<br>\ntwo')).toEqual(['paragraph'])
  })

  it.each([
    ['lines of an item', `<ul><li>${'<p>x'.repeat(38_000)}</ul>`, 38_000],
    ['terms without a definition', `<dl>${'<dt>x'.repeat(38_000)}</dl>`, 1],
    ['marks that nobody sees', `<p>x${'\u200B'.repeat(900_000)}</p>`, 1],
  ])('is read in time: %s', (_, html, lines) => {
    expect(read(html).text).toHaveLength(lines)
  })

  it('is read as browsers do where it is not closed', () => {
    expect(read('<p>a<p>b<ul><li>c<li>d').text).toEqual(['a', 'b', 'c', 'd'])
  })

  it.each([
    ['256 elements deep', '<div>'.repeat(250), true],
    ['deeper', '<div>'.repeat(260), false],
    ['of one tag with 30,000 attributes', `<p ${'a '.repeat(30_000)}>`, false],
    ['of a picture that is written out', `<img src="data:image/png;base64,${'A'.repeat(300_000)}">`, true],
  ])('is bounded: %s', (_, html, isRead) => {
    expect(readHtml(html, { base: null, blankLines: false }) !== null).toBe(isRead)
  })
})
