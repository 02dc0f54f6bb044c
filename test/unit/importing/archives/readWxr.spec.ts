import { describe, expect, it } from 'vitest'
import { aWxr, anAuthor, anItem } from './aWxr.ts'
import { codesOf, readArchive, saidOf } from './readArchive.ts'

const only = (text: string) => readArchive(text).articles[0]

describe('an export of WordPress', () => {
  it.each(['1.1', '1.2'])('of version %s is read into articles', (version) => {
    const archive = readArchive(aWxr([anItem()], { version }))
    expect(archive).toMatchObject({ kind: 'wxr', format: 'WXR', title: 'Canal Notes', skipped: [] })
    expect(archive.articles).toMatchObject([
      {
        identity: ['wxr', 'canals.example', 'https://canals.example/?p=41', '41'],
        headline: 'The lock at Ems opens late',
        text: ['The keeper came at nine.', 'Twelve barges waited.'],
        excerpt: null,
        byline: null,
        published: '2024-05-06T12:30:00+02:00',
        slug: 'the-lock-opens-late',
        url: 'https://canals.example/2024/05/the-lock-opens-late/',
        language: 'en-GB',
        filed: [],
        line: 18,
      },
    ])
    expect(codesOf(archive)).toEqual(['date_read'])
  })

  it('keeps the marks of a text, its headings, lists and links', () => {
    const content = '<h2>Before noon</h2><p>See <a href="/map">the map</a>.</p><ul><li>One</li><li>Two</li></ul>'
    const body = only(aWxr([anItem({ content })]))?.body.root['children']
    expect(body).toMatchObject([
      { type: 'heading', tag: 'h2', children: [{ text: 'Before noon' }] },
      {
        type: 'paragraph',
        children: [
          { text: 'See ' },
          { type: 'link', fields: { url: 'https://canals.example/map' }, children: [{ text: 'the map' }] },
          { text: '.' },
        ],
      },
      { type: 'list', children: [{ children: [{ text: 'One' }] }, { children: [{ text: 'Two' }] }] },
    ])
  })

  it('parts paragraphs of the older editor at blank lines, and lines at their ends', () => {
    const content =
      'The first,\nof <em>two\n\nlines</em>.\n\n\nThe second.\n<blockquote>Said.\n\nAnd said.</blockquote>\nThe last.'
    const body = only(aWxr([anItem({ content })]))?.body.root['children'] as { type: string; children: unknown[] }[]
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'quote', 'paragraph'])
    expect(body[0]?.children).toMatchObject([
      { text: 'The first,' },
      { type: 'linebreak' },
      { text: 'of ' },
      { text: 'two lines', format: 2 },
      { text: '.' },
    ])
    expect(body[2]?.children).toMatchObject([{ type: 'paragraph' }, { type: 'paragraph' }])
  })

  it('credits those who wrote by the names that they have, not by those they log in with', () => {
    const authors = [
      anAuthor('ida', 'Ida Holm', { id: '7', first: 'Ida Maria', last: 'Holm' }),
      anAuthor('admin', 'Bo Lund', { id: '1' }),
    ]
    const { articles } = readArchive(
      aWxr([anItem(), anItem({ creator: 'admin', guid: 'https://canals.example/?p=42' })], { authors }),
    )
    expect(articles.map((article) => article.authors)).toMatchObject([
      [{ displayName: 'Ida Holm', fullName: 'Ida Maria Holm', sortName: 'Holm, Ida' }],
      [{ displayName: 'Bo Lund', fullName: null, sortName: 'Lund, Bo' }],
    ])
    expect(JSON.stringify(articles)).not.toContain('@canals.example')
  })

  it('takes two people of one login for nobody, and two of one name for two', () => {
    const authors = [anAuthor('admin', 'Bo Lund', { id: '1' }), anAuthor('admin', 'Eva Ruiz', { id: '2' })]
    const archive = readArchive(aWxr([anItem({ creator: 'admin' })], { authors }))
    expect(archive.articles[0]?.authors).toEqual([])
    expect(codesOf(archive)).toContain('author_unknown')

    const namesakes = [anAuthor('bo', 'Bo Lund', { id: '1' }), anAuthor('bo2', 'Bo Lund', { id: '2' })]
    const two = readArchive(
      aWxr([anItem({ creator: 'bo' }), anItem({ creator: 'bo2', guid: 'urn:x' })], { authors: namesakes }),
    )
    const identities = two.articles.map(({ authors: [author] }) => author?.identity)
    expect(identities[0]).not.toEqual(identities[1])
    expect(codesOf(two)).toContain('author_same_name')
  })

  it('tells one login at two sites apart', () => {
    const identity = (site: string) => only(aWxr([anItem()], { site }))?.authors[0]?.identity
    expect(identity('https://canals.example')).not.toEqual(identity('https://rivers.example'))
    expect(identity('https://canals.example')).toEqual(identity('http://canals.example/'))
  })

  it.each([
    ['a login that the file does not explain', [], 'author_unknown'],
    ['a login that is shown as it is', [anAuthor('ida', 'ida')], 'byline_not_a_person'],
    ['an agency', [anAuthor('ida', 'Associated Press')], 'byline_not_a_person', 'Associated Press'],
    ['a login that is shown with a capital', [anAuthor('ida', 'Ida')], 'byline_not_a_person'],
    [
      'a name that is no person’s',
      [anAuthor('ida', 'The Editorial Board')],
      'byline_not_a_person',
      'The Editorial Board',
    ],
  ])('credits nobody for %s', (_, authors, code, byline: string | null = null) => {
    const archive = readArchive(aWxr([anItem()], { authors }))
    expect(archive.articles[0]).toMatchObject({ authors: [], byline })
    expect(codesOf(archive)).toContain(code)
  })

  it('credits nobody of whose site nothing is known', () => {
    const archive = readArchive(aWxr([anItem()], { site: '' }))
    expect(archive.articles[0]).toMatchObject({ authors: [], byline: 'Ida Holm' })
    expect(codesOf(archive)).toContain('author_unknown')
  })

  it('keeps the names that Co-Authors Plus writes as the byline, and credits nobody', () => {
    const author = (name: string) => `<category domain="author" nicename="cap-x"><![CDATA[${name}]]></category>`
    const archive = readArchive(aWxr([anItem({ more: author('Bo Lund') + author('Eva Ruiz') })]))
    expect(archive.articles[0]).toMatchObject({ authors: [], byline: 'Bo Lund, Eva Ruiz', filed: [] })
    expect(saidOf(archive, 'authors_in_category')).toEqual([
      'The authors of “The lock at Ems opens late” stand in categories; the byline has “Bo Lund, Eva Ruiz”, and nobody is credited.',
    ])
  })

  it('leaves out what is no article, and says so', () => {
    const archive = readArchive(
      aWxr([
        anItem(),
        anItem({ type: 'page' }),
        anItem({ type: 'attachment' }),
        anItem({ type: 'attachment' }),
        anItem({ type: 'nav_menu_item' }),
        anItem({ type: 'revision' }),
        anItem({ type: 'wp_block' }),
        anItem({ status: 'trash' }),
        anItem({ status: 'auto-draft' }),
        anItem({ title: '', content: '', guid: 'urn:empty' }),
      ]),
    )
    expect(archive.articles).toHaveLength(1)
    expect(archive.skipped).toEqual([
      { what: 'pages that are no articles', count: 1 },
      { what: 'pictures and other attachments', count: 2 },
      { what: 'menu items', count: 1 },
      { what: 'earlier versions', count: 1 },
      { what: 'items of the type wp_block', count: 1 },
      { what: 'articles in the trash', count: 1 },
      { what: 'drafts that were never saved', count: 1 },
      { what: 'items without a headline and a text', count: 1 },
    ])
    expect(saidOf(archive, 'item_skipped')).toContain('Left out: pictures and other attachments (number: 2).')
  })

  it('takes drafts and what was not public, and says what they were', () => {
    const archive = readArchive(
      aWxr([
        anItem({ status: 'draft', gmt: '0000-00-00 00:00:00', pubDate: '' }),
        anItem({ status: 'private', guid: 'urn:2' }),
        anItem({ password: 'lock', guid: 'urn:3' }),
      ]),
    )
    expect(archive.articles.map(({ published }) => published)).toEqual([
      null,
      '2024-05-06T12:30:00+02:00',
      '2024-05-06T12:30:00+02:00',
    ])
    expect(saidOf(archive, 'was_not_public').map((said) => /\((.+)\)/u.exec(said)?.[1])).toEqual([
      'draft',
      'private',
      'with a password',
    ])
    expect(JSON.stringify(archive)).not.toContain('lock"')
  })

  it('keeps captions and other shortcodes as text, and doubts them', () => {
    const content =
      '[caption id="a" width="300"]<img src="https://canals.example/a.jpg" alt="A lock" /> The lock in May[/caption]\n\nHe said [sic] so. [gallery]'
    const archive = readArchive(aWxr([anItem({ content })]))
    expect(archive.articles[0]?.text).toEqual([
      '[caption id="a" width="300"] The lock in May[/caption]',
      'He said [sic] so. [gallery]',
    ])
    expect(saidOf(archive, 'text_damaged')).toEqual([])
    expect(saidOf(archive, 'shortcode_in_text')).toEqual([
      '“[caption]” in “The lock at Ems opens late” is a shortcode of WordPress; it stayed in the text.',
      '“[gallery]” in “The lock at Ems opens late” is a shortcode of WordPress; it stayed in the text.',
    ])
    expect(saidOf(archive, 'markup_left_out')[0]).toBe(
      'Not all of “The lock at Ems opens late” could be kept. A picture was left out. Upload the picture, then put it in. Addresses: https://canals.example/a.jpg',
    )
  })

  it('tells of blocks without text, custom fields, comments and pictures', () => {
    const archive = readArchive(
      aWxr([
        anItem({
          content:
            '<!-- wp:paragraph --><p>Water.</p><!-- /wp:paragraph --><!-- wp:latest-posts {"postsToShow":3} /-->',
          more:
            '<wp:postmeta><wp:meta_key>subtitle</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:postmeta>' +
            '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>' +
            '<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>' +
            '<wp:comment><wp:comment_id>3</wp:comment_id></wp:comment><wp:comment><wp:comment_id>4</wp:comment_id></wp:comment>' +
            '<mood xmlns="urn:x">wet</mood>',
        }),
      ]),
    )
    expect(saidOf(archive, 'block_left_out')).toEqual([
      'The block “latest-posts” of WordPress in “The lock at Ems opens late” has no text in the file and was left out.',
    ])
    expect(archive.skipped).toEqual([
      { what: 'comments of readers', count: 2 },
      { what: 'lead pictures', count: 1 },
      { what: 'custom fields that WordPress hides', count: 1 },
    ])
    expect(saidOf(archive, 'element_not_used')).toEqual([
      '“wp:postmeta subtitle” was not used (number: 1).',
      '“mood” was not used (number: 1).',
    ])
  })

  it('doubts a time that is none', () => {
    const archive = readArchive(
      aWxr([anItem({ date: '2024-02-30 12:30:00', pubDate: 'Fri, 30 Feb 2024 10:30:00 +0000' })]),
    )
    expect(archive.articles[0]?.published).toBeNull()
    expect(saidOf(archive, 'date_not_understood')).toEqual([
      '“2024-02-30 12:30:00” is no time with a zone; the plan has no date of “The lock at Ems opens late”.',
    ])
  })

  it('has categories, tags and an excerpt, without the marks of HTML', () => {
    const archive = readArchive(
      aWxr([
        anItem({
          title: 'Water &amp; <em>stone</em>',
          excerpt: 'What the keeper <b>saw</b>.',
          more:
            '<category domain="category" nicename="world"><![CDATA[World]]></category>' +
            '<category domain="post_tag" nicename="locks"><![CDATA[Locks &amp; dams]]></category>' +
            '<category domain="post_format" nicename="aside"><![CDATA[Aside]]></category>',
        }),
      ]),
    )
    expect(archive.articles[0]).toMatchObject({
      headline: 'Water & stone',
      excerpt: 'What the keeper saw.',
      filed: [
        { name: 'World', kind: 'category' },
        { name: 'Locks & dams', kind: 'tag' },
      ],
    })
    expect(codesOf(archive)).toContain('headline_marks')
    expect(saidOf(archive, 'element_not_used')).toEqual(['“category post_format” was not used (number: 1).'])
  })

  it('drops marks that nobody sees, and takes a vertical tab for the end of a line', () => {
    const shy = '\u00AD'
    const [article] = readArchive(
      aWxr(
        [
          anItem({
            title: `Wa${shy}ter\vB`,
            excerpt: `Sh${shy}ort.`,
            content: 'One\vtwo',
            more: `<category domain="post_tag">Lo${shy}cks</category>`,
          }),
        ],
        { authors: [anAuthor('ida', `I${shy}da Holm`)] },
      ),
    ).articles
    expect(article).toMatchObject({
      headline: 'Water B',
      excerpt: 'Short.',
      text: ['One', 'two'],
      authors: [{ displayName: 'Ida Holm' }],
      filed: [{ name: 'Locks' }],
    })
  })

  it('reads slugs beyond ASCII as they are read in an address', () => {
    const archive = readArchive(aWxr([anItem({ name: 'gr%c3%bcne-schleuse' })]))
    expect(archive.articles[0]?.slug).toBe('gruene-schleuse')
    expect(codesOf(archive)).toContain('slug_changed')
  })

  it('tells articles apart by site, guid and number, whatever else is in the file, and leaves out what is there twice', () => {
    const archive = readArchive(
      aWxr([anItem(), anItem({ id: '42', title: 'Another' }), anItem({ id: '42', title: 'A third' })]),
    )
    expect(archive.articles.map(({ identity }) => identity)).toEqual([
      ['wxr', 'canals.example', 'https://canals.example/?p=41', '41'],
      ['wxr', 'canals.example', 'https://canals.example/?p=41', '42'],
    ])
    expect(only(aWxr([anItem({ id: '42' })]))?.identity).toEqual(archive.articles[1]?.identity)
    expect(only(aWxr([anItem()], { site: 'https://rivers.example' }))?.identity).not.toEqual(
      archive.articles[0]?.identity,
    )
    expect(codesOf(archive)).toContain('repeated_in_file')
  })

  it('makes a headline of the first words where there is none', () => {
    const archive = readArchive(aWxr([anItem({ title: '' })]))
    expect(archive.articles[0]?.headline).toBe('The keeper came at nine. Twelve barges waited.')
    expect(codesOf(archive)).toContain('headline_from_text')
  })
})
