import { describe, expect, it } from 'vitest'
import { codesOf, readArchive, saidOf } from './readArchive.ts'

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Weirs &amp; Locks</title><link>https://weirs.example/</link><language>en</language>
<item>
<title>Q&amp;amp;A: the weir</title><link>https://weirs.example/weir</link><guid isPermaLink="false">17</guid>
<dc:creator>Ida Holm and Bo Lund</dc:creator><pubDate>Mon, 06 May 2024 10:30:00 +0200</pubDate>
<category>Water</category><category>Stone</category><description>Ten answers.</description>
<c:encoded><![CDATA[<p>Is it open? <a href="/yes">Yes</a>.</p>]]></c:encoded>
<enclosure url="https://weirs.example/a.mp3" type="audio/mpeg" length="1"/>
</item>
<item>
<title>Only a summary</title><link>https://weirs.example/only</link><author>desk@weirs.example (The Weir Desk)</author>
<pubDate>soon</pubDate><description>&lt;p&gt;It is short.&lt;/p&gt;</description>
</item>
</channel></rss>`

const ATOM = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de">
<a:title>Wehre</a:title><a:id>urn:uuid:feed</a:id><a:author><a:name>Eva Ruiz</a:name><a:uri>https://eva.example</a:uri></a:author>
<a:entry>
<a:title type="html">Das &lt;b&gt;Wehr&lt;/b&gt;</a:title><a:id>tag:weirs.example,2024:1</a:id>
<a:link rel="alternate" href="https://weirs.example/wehr"/><a:published>2024-05-06T10:30:00+02:00</a:published>
<a:category term="w" label="Wasser"/><a:summary>Kurz gesagt.</a:summary>
<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Offen<br/>seit &lt;neun&gt; Uhr.</p><p/><p><![CDATA[A & 1 < 2]]></p></div></a:content>
</a:entry>
</a:feed>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Sluices',
  feed_url: 'https://sluices.example/feed.json',
  language: 'en-GB',
  items: [
    {
      id: 12,
      url: 'https://sluices.example/12',
      title: 'A <sluice> & its keeper',
      content_html: '<p>It <em>rose</em>.</p>',
      summary: 'Water rose…',
      date_published: '2024-05-06T10:30:00Z',
      authors: [{ name: 'Bo Lund', url: 'https://bo.example' }],
      tags: ['Water'],
      attachments: [],
    },
    { id: '13', content_text: 'First < line.\n\nSecond line.', date_published: '2024-05-06' },
  ],
})

/** Without the ids of links, which are made at random. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'id' ? undefined : each)))

describe('a feed of RSS', () => {
  const archive = readArchive(RSS, 'feed')

  it('is read into articles', () => {
    expect(archive).toMatchObject({ kind: 'feed', format: 'RSS', title: 'Weirs & Locks' })
    expect(archive.articles).toMatchObject([
      {
        identity: ['feed', 'weirs.example', '17'],
        headline: 'Q&A: the weir',
        text: ['Is it open? Yes.'],
        excerpt: 'Ten answers.',
        byline: null,
        authors: [{ displayName: 'Ida Holm' }, { displayName: 'Bo Lund' }],
        published: '2024-05-06T10:30:00+02:00',
        slug: null,
        url: 'https://weirs.example/weir',
        language: 'en',
        filed: [
          { name: 'Water', kind: 'either' },
          { name: 'Stone', kind: 'either' },
        ],
        line: 4,
      },
      {
        identity: ['feed', 'weirs.example/only'],
        headline: 'Only a summary',
        text: ['It is short.'],
        excerpt: null,
        byline: 'The Weir Desk',
        authors: [],
        published: null,
        line: 11,
      },
    ])
  })

  it('says what it is unsure of', () => {
    expect(codesOf(archive).sort()).toEqual([
      'byline_extra',
      'date_not_understood',
      'date_read',
      'element_not_used',
      'summary_only',
    ])
    expect(saidOf(archive, 'element_not_used')).toEqual(['“enclosure” was not used (number: 1).'])
  })
})

describe('what an item of RSS is made of', () => {
  const read = (inner: string) =>
    readArchive(
      `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>x</title><link>https://a.example</link><language>en</language><item>${inner}</item></channel></rss>`,
      'feed',
    )

  it('may be elements of HTML that nobody escaped', () => {
    const [article] = read('<title>A</title><description><p>One.</p><p>Tw<b>o</b>.</p></description>').articles
    expect(article?.text).toEqual(['One.', 'Two.'])
    const [other] = read('<title>A</title><description>First &amp; <br/>second.</description>').articles
    expect(other?.text).toEqual(['First &', 'second.'])
  })

  it('is told where it is there twice and differs', () => {
    const archive = read('<title>A</title><title>B</title><description>C</description><description>C</description>')
    expect(archive.articles[0]?.headline).toBe('A')
    expect(saidOf(archive, 'element_not_used')).toEqual(['“title” was not used (number: 1).'])
  })

  it('is told where it is deeper within', () => {
    const archive = read(
      '<title>A</title><media:group><media:content url="https://a.example/b.jpg"/></media:group><media:group/>',
    )
    expect(saidOf(archive, 'element_not_used')).toEqual(['“media:group” was not used (number: 1).'])
  })
})

describe('a feed of Atom', () => {
  it('is read, whatever the prefixes of its namespaces are', () => {
    const archive = readArchive(ATOM, 'feed')
    expect(archive).toMatchObject({ format: 'Atom', title: 'Wehre' })
    expect(archive.articles).toMatchObject([
      {
        identity: ['feed', 'tag:weirs.example,2024:1'],
        headline: 'Das Wehr',
        text: ['Offen', 'seit <neun> Uhr.', 'A & 1 < 2'],
        excerpt: 'Kurz gesagt.',
        authors: [{ displayName: 'Eva Ruiz', identity: ['feed', 'urn:uuid:feed', 'Eva Ruiz', 'https://eva.example'] }],
        published: '2024-05-06T10:30:00+02:00',
        url: 'https://weirs.example/wehr',
        language: 'de',
        filed: [{ name: 'Wasser' }],
        line: 3,
      },
    ])
    expect(codesOf(archive).sort()).toEqual(['date_read', 'headline_marks'])
  })

  // XML 1.0, 2.11
  it.each(['\r\n', '\r'])('is the same whatever ends its lines: %j', (end) => {
    const written = readArchive(ATOM.replaceAll('\n', end), 'feed')
    expect(withoutIds(written.articles)).toEqual(withoutIds(readArchive(ATOM, 'feed').articles))
  })
})

describe('marks that nobody sees', () => {
  it('are dropped from titles, names, excerpts and tags', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://a.example',
      items: [
        {
          id: '1',
          title: 'Wa\u00ADter\u200B',
          content_text: 'x',
          summary: '\uFEFFShort\u2060ly.',
          authors: [{ name: 'I\u200Bda Holm' }],
          tags: ['Lo\u00ADcks', '\u200B'],
        },
      ],
    })
    expect(readArchive(text, 'feed').articles).toMatchObject([
      { headline: 'Water', excerpt: 'Shortly.', authors: [{ displayName: 'Ida Holm' }], filed: [{ name: 'Locks' }] },
    ])
  })

  it('are line breaks where they were once', () => {
    const feed = (text: string) =>
      JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ title: 'A\vB', content_text: text }] })
    expect(readArchive(feed('One\vtwo\fthree'), 'feed').articles).toMatchObject([
      { headline: 'A B', text: ['One', 'two', 'three'] },
    ])
  })
})

describe('characters of two halves', () => {
  const feed = (item: object): string =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'urn:x', ...item }] })
  const read = (item: object) => readArchive(feed(item), 'feed').articles[0]

  it('have U+FFFD where one half is missing', () => {
    const half = 'Wa\ud800ter'
    const article = read({ title: half, content_text: half, summary: half, authors: [{ name: `Ida ${half}` }] })
    expect(article).toMatchObject({ headline: 'Wa\uFFFDter', text: ['Wa\uFFFDter'], excerpt: 'Wa\uFFFDter' })
    expect(JSON.stringify(article)).not.toContain('\\ud800')
  })

  it('are not cut in the middle', () => {
    const long = `${'x'.repeat(239)}😀`
    expect(read({ content_text: long })?.headline).toBe('x'.repeat(239))
    expect(read({ title: 'x', content_text: 'x', authors: [{ name: `${'y'.repeat(399)}😀` }] })?.byline).toBe(
      'y'.repeat(399),
    )
  })
})

describe('a JSON Feed', () => {
  it('is read, its titles as plain text', () => {
    const archive = readArchive(JSON_FEED, 'feed')
    expect(archive).toMatchObject({ format: 'JSON Feed', title: 'Sluices' })
    expect(archive.articles).toMatchObject([
      {
        identity: ['feed', 'sluices.example/feed.json', '12'],
        headline: 'A <sluice> & its keeper',
        text: ['It rose.'],
        excerpt: null,
        authors: [{ displayName: 'Bo Lund' }],
        published: '2024-05-06T10:30:00Z',
        language: 'en-GB',
        filed: [{ name: 'Water', kind: 'either' }],
        line: 1,
      },
      { headline: 'First < line. Second line.', text: ['First < line.', 'Second line.'], published: null, line: 2 },
    ])
    expect(codesOf(archive).sort()).toEqual([
      'date_not_understood',
      'date_read',
      'element_not_used',
      'excerpt_cut',
      'headline_from_text',
      'no_byline',
    ])
  })
})
