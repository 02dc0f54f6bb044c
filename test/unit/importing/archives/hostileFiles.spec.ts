import { describe, expect, it } from 'vitest'
import { archiveKindOf, MAX_ARCHIVE_BYTES, parseArchive, type ArchiveKind } from '../../../../src/importing/index.ts'
import { readHtml } from '../../../../src/newsroom/import/readHtml.ts'
import { utf8 } from '../aPage.ts'
import { aWxr, anItem } from './aWxr.ts'
import { readArchive, refusalOf } from './readArchive.ts'

const refused = (file: string | Uint8Array, kind: ArchiveKind = 'wxr') =>
  refusalOf(() => parseArchive(typeof file === 'string' ? utf8(file) : file, kind, readHtml))

const withDoctype = (doctype: string, title = 'x') =>
  aWxr([anItem()]).replace('<rss', `${doctype}\n<rss`).replace('Canal Notes', title)

const rss = (inner: string) => `<rss version="2.0"><channel><title>x</title>${inner}</channel></rss>`
const item = (html: string) => rss(`<item><title>x</title><description><![CDATA[${html}]]></description></item>`)
const beside = (html: string) => item(html).replace('</channel>', '<item><title>y</title></item></channel>')
const UTF16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

describe('a file that would harm', () => {
  it('is not this one, from which they are made', () => {
    expect(refused(aWxr())).toBeNull()
    expect(refused(item('<p>Words.</p>'), 'feed')).toBeNull()
  })

  it.each([
    [
      'entities that grow',
      withDoctype(
        '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>',
        '&d;',
      ),
      'import_malformed',
    ],
    [
      'an entity of another file',
      withDoctype('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>', '&f;'),
      'import_malformed',
    ],
    [
      'a DOCTYPE of another address',
      withDoctype('<!DOCTYPE x SYSTEM "https://dtd.example/x.dtd">'),
      'import_malformed',
    ],
    ['a DOCTYPE within', aWxr().replace('<channel>', '<channel><!DOCTYPE x [<!ENTITY y "z">]>'), 'import_malformed'],
    ['elements within elements', rss('<a>'.repeat(80) + '</a>'.repeat(80)), 'import_malformed'],
    ['100,000 elements within elements', rss('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), 'import_malformed'],
    ['400,000 tags', rss('<a/>'.repeat(400_000)), 'import_malformed'],
    [
      'a tag of 3,000 attributes',
      rss(`<a ${Array.from({ length: 3_000 }, (_, at) => `a${String(at)}="x"`).join(' ')}/>`),
      'import_malformed',
    ],
    ['501 articles', rss('<item><title>x</title></item>'.repeat(501)), 'import_too_large'],
    [
      'a section without an end',
      aWxr().replace(']]></title>', '</title>').split('</channel>')[0] ?? '',
      'import_malformed',
    ],
    [
      'a DOCTYPE behind a comment that begins a section',
      rss('<item><title>x</title></item>').replace(
        '<rss',
        '<!-- <![CDATA[ --><!DOCTYPE x [<!ENTITY a "b">]><!-- ]]> --><rss',
      ),
      'import_malformed',
    ],
    [
      'a tag of namespaces with > in their addresses',
      rss(`<a ${Array.from({ length: 3_000 }, (_, at) => `xmlns:a${String(at)}='>'`).join(' ')}/>`),
      'import_malformed',
    ],
    ['elements that cross', rss('<a><b></a></b>'), 'import_malformed'],
  ])('is refused: %s', (name, file, code) => {
    expect(refused(file, file.includes('wxr_version') ? 'wxr' : 'feed'), name).toBe(code)
  })

  it.each([
    ['HTML within HTML', beside('<div>'.repeat(300))],
    [
      'HTML that multiplies',
      beside(
        `<p>${Array.from({ length: 200 }, (_, at) => `<b id="${String(at)}">`).join('')}</p>${'<p>x</p>'.repeat(400)}`,
      ),
    ],
    ['HTML of 39,000 elements within elements', beside('<div>'.repeat(39_000))],
    ['HTML of 50,000 ends of elements', beside('</i>'.repeat(50_000))],
    ['HTML of 50,000 elements', beside('<i></i>'.repeat(50_000))],
    ['HTML of more than 1,000,000 characters', beside('word '.repeat(210_000))],
    [
      'HTML of one tag of 90,000 attributes with > in them',
      beside(`<p ${Array.from({ length: 90_000 }, (_, at) => `a${String(at)}='>'`).join(' ')}>x</p>`),
    ],
  ])('is read without the article that has %s', (_, file) => {
    const archive = readArchive(file, 'feed')
    expect(archive.articles.map(({ headline }) => headline)).toEqual(['y'])
    expect(archive.skipped).toEqual([
      { what: 'items with more HTML, or HTML within HTML, than an article has', count: 1 },
    ])
  })

  it('is read without the post of WordPress that has too much HTML', () => {
    const archive = readArchive(aWxr([anItem({ content: '<div>'.repeat(300) }), anItem({ id: '2', title: 'y' })]))
    expect(archive.articles.map(({ headline }) => headline)).toEqual(['y'])
  })

  it.each([
    ['an item', aWxr().split('The keeper')[0] ?? '', '`item` of line 18'],
    [
      'an item of a feed',
      rss('<item><title>x').replace('</channel></rss>', '').replace('<title>x</title>', '\n'),
      '`item` of line 2',
    ],
    ['a channel', '<rss version="2.0">\n<channel><title>x</title>', '`channel` of line 2'],
    ['a tag', '<rss version="2.0">\n<channel><title>x</title><item a="', '`item` of line 2'],
  ])('is said to end in the middle: %s', (_, file, what) => {
    expect(() => readArchive(file, file.includes('wxr_version') ? 'wxr' : 'feed')).toThrow(
      `The file ends in the middle: ${what} is not closed.`,
    )
  })

  it('is refused in a sentence that can be read', () => {
    const crossed = rss(`<${'a'.repeat(5_000)}></b>`)
    let message = ''
    try {
      readArchive(crossed, 'feed')
    } catch (error) {
      message = (error as Error).message
    }
    expect(message).toContain('no well-formed XML')
    expect(message.length).toBeLessThan(250)
  })

  it.each([
    ['a comment that names a DOCTYPE', '<!-- <!DOCTYPE html> -->'],
    [
      'a section that has one, and a comment',
      '<item><title>x</title><description><![CDATA[<!-- <!DOCTYPE html>]]></description></item>',
    ],
    ['a comment of 100 apostrophes', `<!-- ${"it's a > ".repeat(100)} -->`],
    ['an instruction that names a section', '<?note <![CDATA[ ?>'],
  ])('is not what only looks like it: %s', (_, harmless) => {
    expect(refused(rss(`<item><title>x</title></item>${harmless}`), 'feed')).toBeNull()
  })

  it('is refused for its size before it is read', () => {
    expect(refused(new Uint8Array(MAX_ARCHIVE_BYTES + 1))).toBe('import_too_large')
  })

  it('is refused in time, however many sections of CDATA are not closed', () => {
    expect(refused(rss('<![CDATA['.repeat(200_000)), 'feed')).toBe('import_malformed')
  })
})

describe('a file in another encoding than UTF-8', () => {
  it.each([
    ['UTF-16', UTF16(aWxr())],
    ['Windows-1252', new Uint8Array(Buffer.from(aWxr().replace('Canal', 'Caf\u00e9'), 'latin1'))],
    ['Latin-1, as it says itself', utf8(aWxr().replace('UTF-8', 'ISO-8859-1'))],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(aWxr(), 'utf16le'))],
    ['EBCDIC', new Uint8Array([0x4c, 0x6f, 0xa7, 0x94, 0x93])],
  ])('is refused: %s', (_, file) => {
    expect(refused(file)).toBe('import_binary')
  })
})

describe('a file of another kind', () => {
  it.each<[string, string, ArchiveKind, string]>([
    ['a page of text', 'Ferries return\n\nThe first left.', 'wxr', 'import_other_format'],
    ['a page of text', 'Ferries return\n\nThe first left.', 'feed', 'import_other_format'],
    ['HTML', '<html><body><p>x</p></body></html>', 'feed', 'import_other_format'],
    ['a feed', rss('<item><title>x</title></item>'), 'wxr', 'import_other_format'],
    ['an export of WordPress', aWxr(), 'feed', 'import_other_format'],
    ['an export of the first version', aWxr([anItem()], { version: '1.0' }), 'wxr', 'import_other_format'],
    ['other JSON', '{"version": "1.1", "items": []}', 'feed', 'import_other_format'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": [', 'feed', 'import_malformed'],
    ['nothing', ' \n', 'wxr', 'import_empty'],
    ['a feed without items', rss(''), 'feed', 'import_empty'],
  ])('is refused in one sentence: %s as %s', (_, file, kind, code) => {
    expect(refused(file, kind)).toBe(code)
  })
})

describe('what a file is', () => {
  it.each<[string, string, ArchiveKind | null]>([
    ['an export', aWxr(), 'wxr'],
    ['an export with a byte order mark', `\uFEFF${aWxr()}`, 'wxr'],
    ['RSS', rss(''), 'feed'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed'],
    ['Atom with a prefix', '<?xml version="1.0"?>\n<a:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>', 'feed'],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
      'feed',
    ],
    ['a JSON Feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed'],
    ['another feed', '<feed xmlns="urn:animals"></feed>', null],
    ['other JSON', '{"version": "1.1", "items": []}', null],
    ['a page', 'The <rss> of it\n\nWords.', null],
    ['nothing', '', null],
  ])('is found where it is certain: %s', (_, file, kind) => {
    expect(archiveKindOf(utf8(file))).toBe(kind)
  })
})
