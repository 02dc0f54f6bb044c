import { describe, expect, it } from 'vitest'
import { codesOf, readArchive, refusalOf, saidOf } from './readArchive.ts'

const item = (inner: string, title = 'Weirs'): string =>
  `<item><title>${title}</title><description>Water.</description>${inner}</item>`
const rss = (items: string, link = 'https://weirs.example') =>
  readArchive(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title><link>${link}</link><language>en</language>${items}</channel></rss>`,
    'feed',
  )
const identities = (items: string, link?: string) => rss(items, link).articles.map(({ identity }) => identity)
const names = (inner: string) => rss(item(inner)).articles[0]?.authors.map(({ displayName }) => displayName)

describe('who wrote an item of RSS', () => {
  it.each([
    ['Ida Holm', 'Ida Holm', ''],
    ['Ida Holm &lt;ida@x.example&gt;', 'Ida Holm', 'ida@x.example'],
    ['&quot;Ida Holm&quot; &lt;ida@x.example&gt;', 'Ida Holm', 'ida@x.example'],
    ['ida@x.example (Ida Holm)', 'Ida Holm', 'ida@x.example'],
    ['Ida Holm (ida@x.example)', 'Ida Holm', 'ida@x.example'],
  ])('is read from <author>%s</author>', (author, displayName, mail) => {
    const archive = rss(item(`<author>${author}</author>`))
    expect(archive.articles[0]?.authors).toMatchObject([
      { displayName, identity: ['feed', 'weirs.example', displayName, mail] },
    ])
    expect(codesOf(archive)).not.toContain('no_byline')
  })

  it.each(['', '<dc:creator></dc:creator>', '<dc:creator> </dc:creator>', '<author>ida@x.example</author>'])(
    'is not said by %j, and that is told',
    (inner) => {
      const archive = rss(item(inner))
      expect(archive.articles[0]).toMatchObject({ authors: [], byline: null })
      expect(codesOf(archive)).toContain('no_byline')
    },
  )

  it('is told where it is said twice and differs', () => {
    expect(names('<dc:creator>Ida Holm</dc:creator><author>Bo Lund</author>')).toEqual(['Ida Holm'])
    const told = (author: string) =>
      saidOf(rss(item(`<dc:creator>Ida Holm</dc:creator><author>${author}</author>`)), 'element_not_used')
    expect(told('Bo Lund')).toEqual(['“author” was not used (number: 1).'])
    expect(told('ida@x.example (Ida Holm)')).toEqual([])
  })

  it('is nobody of whom it is known who they are where the feed says of no site that it is its own', () => {
    const archive = rss(item('<dc:creator>Ida Holm</dc:creator>'), '')
    expect(archive.articles[0]).toMatchObject({ authors: [], byline: 'Ida Holm' })
    expect(saidOf(archive, 'author_unknown')).toEqual([
      'The file does not say which site it is from; “Ida Holm” stays in the byline, and nobody is credited.',
    ])
  })
})

describe('many authors', () => {
  const creators = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        `<dc:creator>Ida Holm${'abcdefghijklmnopqrstuvwxyz'[(from + at) % 26] ?? ''} Lund${String.fromCodePoint(0x3b1 + Math.floor((from + at) / 26))}</dc:creator>`,
    ).join('')

  it('of one item are credited up to twenty, and that is told', () => {
    const archive = rss(item(creators(0, 21)))
    expect(archive.articles[0]?.authors).toHaveLength(20)
    expect(archive.articles[0]?.byline).toContain('Ida Holmu Lundα')
    expect(saidOf(archive, 'authors_too_many')).toEqual([
      'An item names 21 authors; the first 20 are credited, and the byline has the others.',
    ])
    expect(rss(item(creators(0, 20))).articles[0]?.byline).toBeNull()
  })

  it('of one file are refused beyond five hundred', () => {
    const items = (count: number) =>
      Array.from({ length: count / 20 }, (_, at) => item(creators(at * 20, 20), `Weir ${String(at)}`)).join('')
    expect(refusalOf(() => rss(items(500)))).toBeNull()
    expect(refusalOf(() => rss(items(520)))).toBe('import_too_large')
  })

  it('of one name and two addresses stay two, and that is told', () => {
    const by = (mail: string) => `<author>${mail} (Ida Holm)</author>`
    const archive = rss(item(by('i@a.example')) + item(by('i@b.example'), 'Locks') + item(by('i@b.example'), 'Dams'))
    expect(saidOf(archive, 'author_same_name')).toEqual([
      'Two people of the file are called Ida Holm, here and on line 1; they stay two.',
    ])
  })
})

describe('what an item is known by', () => {
  it('is no part of its feed only where it is worldwide', () => {
    const guid = (id: string) => identities(item(`<guid isPermaLink="false">${id}</guid>`))[0]
    expect(guid('post:17')).toEqual(['feed', 'weirs.example', 'post:17'])
    expect(guid('tag:weirs.example,2024:17')).toEqual(['feed', 'tag:weirs.example,2024:17'])
    expect(guid('urn:uuid:17')).toEqual(['feed', 'urn:uuid:17'])
  })

  it('does not change with http, https and the last slash', () => {
    const link = (address: string) => identities(item(`<link>${address}</link>`))[0]
    expect(link('http://weirs.example/a/')).toEqual(link('https://weirs.example/a'))
    expect(identities(item('<guid>17</guid>'), 'http://weirs.example/')).toEqual([['feed', 'weirs.example', '17']])
  })

  it('is its headline and its time or text where it has neither id nor link', () => {
    const two = item('') + item('').replace('Water', 'Wine')
    expect(rss(two).articles).toHaveLength(2)
    const time = '<pubDate>Mon, 06 May 2024 10:30:00 +0200</pubDate>'
    expect(identities(item(time))).toEqual(identities(item(time).replace('Water', 'Wine')))
  })

  it('is its link, or all of it, where the site is not known', () => {
    const guid = '<guid isPermaLink="false">17</guid>'
    expect(identities(item(`${guid}<link>https://a.example/b</link>`), '')).toEqual([['feed', 'a.example/b']])
    expect(identities(item(guid), '')).not.toEqual(identities(item(guid, 'Locks'), ''))
  })
})
