import { describe, expect, it } from 'vitest'
import { NOTE, pasted } from './shown.ts'

const PICTURE = 'A picture was left out. Upload the picture, then put it in.'
const TABLE = 'A table is kept as lines, one for each row, with | between the cells.'

describe('pictures', () => {
  it.each([
    ['by address', '<img src="https://pictures.invalid/h.jpg" alt="Harbour">'],
    ['in the text', '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Harbour">'],
    ['with sources', '<picture><source srcset="a.webp"><img src="a.jpg" alt="Harbour"></picture>'],
    ['drawn', '<svg width="400" height="300"><path d="M0 0"/></svg>'],
  ])('%s are left out, and that is said', (_how, picture) => {
    expect(pasted(`<p>Before.</p><p>${picture}</p><p>After.</p>`)).toEqual({
      lines: ['p Before.', 'p After.'],
      said: [PICTURE],
      inline: false,
    })
  })

  it('are counted, and nothing else is left of a paste of pictures alone', () => {
    const two = '<img src="a.jpg"><figure><img src="b.jpg"></figure>'
    const said = ['2 pictures were left out. Upload the pictures, then put them in.']
    expect(pasted(two)).toMatchObject({ lines: [], said })
  })

  it('keep their caption; a counting pixel and an icon are no pictures, an emoji is a letter', () => {
    const html =
      '<figure><img src="a.jpg"><figcaption>The harbour</figcaption></figure>' +
      '<p>One<img src="https://count.invalid/" width="1" height="1"> two<svg width="16" height="16"></svg> <img src="e.png" alt="🎉"></p>'
    expect(pasted(html)).toMatchObject({ lines: ['p The harbour', 'p One two 🎉'], said: [PICTURE] })
  })

  it('of a chart keep its words', () => {
    const svg = '<svg width="400"><title>x</title><g><text>Votes</text><text>in <tspan>2026</tspan></text></g></svg>'
    expect(pasted(`<p>A</p>${svg}`)).toMatchObject({ lines: ['p A', 'p Votes', 'p in 2026'], said: [PICTURE] })
  })
})

describe('headings', () => {
  const headings = (...levels: number[]) => levels.map((level) => `<h${String(level)}>T</h${String(level)}>`).join('')
  const tags = (html: string, above?: number) => pasted(html, undefined, above).lines.map((line) => line.split(' ')[0])

  it.each<[number[], number | undefined, string[]]>([
    [[1, 2, 3, 5], undefined, ['h2', 'h3', 'h4', 'h4']],
    [[1, 2, 2, 1, 2], undefined, ['h2', 'h3', 'h3', 'h2', 'h3']],
    [[3, 4], undefined, ['h2', 'h3']],
    [[2, 4, 3], undefined, ['h2', 'h3', 'h3']],
    [[2, 3, 6, 2], undefined, ['h2', 'h3', 'h4', 'h2']],
    [[4], undefined, ['h2']],
    // Below a heading: as deep as it was, where that leaves no gap.
    [[1, 2], 2, ['h2', 'h3']],
    [[2], 2, ['h2']],
    [[3], 2, ['h3']],
    [[5, 6], 2, ['h3', 'h4']],
    [[4], 4, ['h4']],
    [[6], 4, ['h4']],
  ])('%j below %s shift together', (levels, above, expected) => {
    expect(tags(headings(...levels), above)).toEqual(expected)
  })

  it('are not bold because they are headings; a word in one may be', () => {
    const html =
      '<h1 style="font-weight:700">A</h1><h1><b>B</b></h1><h1><span style="font-weight:700">C</span></h1>' +
      '<h1>D <b>e</b></h1><h1>  </h1><div role="heading" aria-level="2">F</div>'
    expect(pasted(html).lines).toEqual(['h2 A', 'h2 B', 'h2 C', 'h2 D *e*', 'h3 F'])
  })

  it('are bold paragraphs where there are none', () => {
    expect(pasted('<h1>A</h1><p>b</p>', NOTE)).toMatchObject({
      lines: ['p *A*', 'p b'],
      said: ['Headings are kept as paragraphs, as this text has none.'],
    })
  })
})

describe('tables', () => {
  it('part their cells', () => {
    const html =
      '<table><caption>Results</caption><thead><tr><th>Year</th><th>Votes</th></tr></thead>' +
      '<tbody><tr><td>2026</td><td>1,204</td></tr><tr><td></td><td>7</td></tr><tr><td> </td><td></td></tr></tbody></table><p>After</p>'
    expect(pasted(html)).toEqual({
      lines: ['p Results', 'p *Year* | *Votes*', 'p 2026 | 1,204', 'p | 7', 'p After'],
      said: [TABLE],
      inline: false,
    })
  })

  it('keep several lines of a cell apart', () => {
    const html =
      '<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td><td><ul><li>e</li><li>f</li></ul></td></tr></table>'
    expect(pasted(html)).toMatchObject({ lines: ['p a / b | c⏎d | e / f'], said: [TABLE] })
  })

  it('are told by their roles, too', () => {
    const cells = (role: string, ...words: string[]) =>
      `<div role="row">${words.map((word) => `<span role="${role}">${word}</span>`).join('')}</div>`
    const html =
      `<div role="table"><div role="rowgroup">${cells('columnheader', 'Year', 'Votes')}</div>` +
      `<div role="rowgroup">${cells('cell', '2026', '12')}</div></div>`
    expect(pasted(html)).toMatchObject({ lines: ['p *Year* | *Votes*', 'p 2026 | 12'], said: [TABLE] })
  })

  it('that only lay out a mail are no tables', () => {
    const html =
      '<table><tr><td><table><tr><td>Dear reader</td></tr><tr><td><p>a</p><p>b</p></td></tr></table></td></tr></table>'
    expect(pasted(html)).toMatchObject({ lines: ['p Dear reader', 'p a', 'p b'], said: [] })
  })
})

describe('lists', () => {
  it('stay lists, at their depth', () => {
    const html =
      '<ul><li>One<ul><li>Below<ol start="3"><li>Third</li></ol></li></ul></li><li><p>Two</p><p>more</p></li></ul>' +
      '<ol start="7"><li>Seventh</li><li>Eighth</li></ol>'
    expect(pasted(html)).toMatchObject({
      lines: ['- One', '  - Below', '    3. Third', '- Two⏎more', '7. Seventh', '8. Eighth'],
      said: [],
    })
  })

  it('of Google Docs, a list right in a list', () => {
    const html =
      '<ul><li aria-level="1"><p>One</p></li><ul><li aria-level="2"><p>Below</p></li></ul><li><p>Two</p></li></ul>'
    expect(pasted(html).lines).toEqual(['- One', '  - Below', '- Two'])
  })

  it('keep a number that an item has of its own', () => {
    const html = '<ol><li>a</li><li value="2">b</li><li value="7">c</li><li>d</li></ol><ul><li value="3">e</li></ul>'
    expect(pasted(html)).toMatchObject({ lines: ['1. a', '2. b', '7. c', '8. d', '- e'], said: [] })
  })

  it('have no number beyond what a list can have, and that is said', () => {
    const said = ['Numbers of lists beyond 900,000 were left out.']
    expect(pasted('<ol start="2000000"><li>a</li><li>b</li></ol>')).toMatchObject({ lines: ['1. a', '2. b'], said })
    expect(pasted('<ol><li>a</li><li value="20240506">b</li></ol>')).toMatchObject({ lines: ['1. a', '2. b'], said })
    expect(pasted('<ol start="900000"><li>a</li></ol>')).toMatchObject({ lines: ['900000. a'], said: [] })
  })

  it('that count down count up, and that is said', () => {
    expect(pasted('<ol reversed start="2"><li>a</li><li>b</li></ol>')).toMatchObject({
      lines: ['1. a', '2. b'],
      said: ['Lists that count down count up here.'],
    })
  })

  it('hold headings, quotations and tables as lines', () => {
    const html =
      '<ul><li><h3>A</h3>b<blockquote>c</blockquote><table><tr><td>d</td><td>e</td></tr></table><hr></li></ul>'
    expect(pasted(html).lines).toEqual(['- A⏎b⏎c⏎d | e'])
  })
})

describe('what Word writes', () => {
  const item = (level: number, marker: string, text: string, list = 'l0') =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:${list} level${String(level)} lfo1'>` +
    `<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>` +
    `&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`

  it('as lists is lists', () => {
    const html =
      item(1, '·', 'One') +
      item(2, 'o', 'Below') +
      item(1, '§', '<b>Two</b>') +
      item(1, '4.', 'Fourth', 'l1') +
      item(1, '5.', 'Fifth', 'l1')
    expect(pasted(html)).toEqual({
      lines: ['- One', '  - Below', '- *Two*', '4. Fourth', '5. Fifth'],
      said: [],
      inline: false,
    })
  })

  it('as numbers that no list here has stays in the text', () => {
    const html = item(2, '1.1.', 'One') + item(1, 'Article 2', 'Two') + item(1, 'b)', 'Three')
    const spaces = '\u00a0'.repeat(5)
    expect(pasted(html).lines).toEqual([`p 1.1.${spaces}One`, `p Article 2${spaces}Two`, '1. Three'])
  })

  it('as lists is lists when only the bullets are left', () => {
    const html =
      '<p>Before</p><p>·&nbsp;&nbsp;&nbsp;&nbsp; One</p><p><b>·     Two</b> more</p>' +
      '<p class=MsoListParagraph>3)&nbsp;&nbsp; Third</p><p class=MsoListParagraph>No marker</p><p>· One<br>· Two</p><p>·</p>'
    expect(pasted(html).lines).toEqual([
      'p Before',
      '- One',
      '- *Two* more',
      '3. Third',
      'p No marker',
      'p · One⏎· Two',
      'p ·',
    ])
  })

  it('as a bullet that nobody sees takes nothing else along', () => {
    expect(pasted('<p><span style="display:none">·&nbsp; </span>One two</p>').lines).toEqual(['- One two'])
  })

  it('is read without its remarks to itself', () => {
    const html =
      "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB>" +
      '<!--StartFragment--><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->' +
      "<p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<p class=MsoNormal>Two\nlines<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>tab<span style='mso-hide:all'>hidden</span></p>" +
      '<!--EndFragment--></body></html>'
    expect(pasted(html)).toMatchObject({ lines: ['p One', 'p Two lines⇥tab'], said: [] })
  })

  it('as footnotes is kept and said', () => {
    const html =
      '<p>Claim<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span style=\'vertical-align:super\'>[1]</span></a></p>' +
      '<div style="mso-element:footnote-list"><hr align=left size=1 width="33%"><div style="mso-element:footnote" id=ftn1>' +
      '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Source</p></div></div>'
    expect(pasted(html)).toMatchObject({
      lines: ['p Claim^[1]^', '---', 'p [1] Source'],
      said: ['Footnotes are kept as text. Their numbers do not lead to them.'],
    })
  })
})

describe('comments', () => {
  const NOTE_OF_ONE = 'A comment was left out.'

  it('of Word are left out, and that is said', () => {
    const mark = (n: number) =>
      `<a style='mso-comment-reference:AB_${String(n)};mso-comment-date:20261130T0500'>claim</a><span class=MsoCommentReference>` +
      `<span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_${String(n)}" href="#_msocom_${String(n)}" ` +
      `language=JavaScript name="_msoanchor_${String(n)}">[AB${String(n)}]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>`
    const text = (n: number) =>
      `<div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_${String(n)}" class=msocomtxt language=JavaScript><![endif]>` +
      `<span style='mso-comment-author:"A B"'><a name="_msocom_${String(n)}"></a></span><p class=MsoCommentText><span class=MsoCommentReference>` +
      `<a href="#_msoanchor_${String(n)}" class=msocomoff>[AB${String(n)}]</a></span>Who says so?</p></div></div>`
    const list = `<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%">${text(1)}${text(2)}</div>`
    expect(pasted(`<p class=MsoNormal>A ${mark(1)}, another ${mark(2)}.</p>${list}`)).toEqual({
      lines: ['p A claim, another claim.'],
      said: ['2 comments were left out.'],
      inline: false,
    })
    expect(pasted(`<p class=MsoNormal>A ${mark(1)}.</p>`)).toMatchObject({ lines: ['p A claim.'], said: [NOTE_OF_ONE] })
    expect(pasted('<p>A</p><p class=MsoCommentText>Who says so?</p>')).toMatchObject({
      lines: ['p A'],
      said: [NOTE_OF_ONE],
    })
  })

  it('of Google Docs are left out, and that is said', () => {
    const html =
      '<p><span>A claim</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p><p><span>More</span></p>' +
      '<div style="border:1px solid black;margin:5px"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who says so?</span></p><p>Really?</p></div>'
    expect(pasted(html)).toMatchObject({ lines: ['p A claim.', 'p More'], said: [NOTE_OF_ONE] })
  })
})

describe('what Google Docs writes', () => {
  it('is read by its styles', () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">Plain </span>' +
      '<span style="font-weight:700;font-style:italic;white-space:pre-wrap;">both</span><span style="vertical-align:super;font-size:0.6em">2</span>' +
      '<span style="text-decoration:line-through">gone</span></p><br><h1 dir="ltr"><span style="font-weight:400">Title</span></h1></b>'
    expect(pasted(html)).toEqual({ lines: ['p Plain *_both_*^2^~gone~', 'h2 Title'], said: [], inline: false })
  })

  it('with links has no underlining to miss', () => {
    const html =
      '<b style="font-weight:normal"><p><a href="https://example.org/" style="text-decoration:none"><span style="text-decoration:underline">There</span></a></p></b>'
    expect(pasted(html)).toMatchObject({ lines: ['p [There](https://example.org/)'], said: [] })
  })
})

describe('the rest', () => {
  it('keeps terms with what they mean', () => {
    const html =
      '<dl><dt>Quorum</dt><dd>How many are needed</dd><dt>A:</dt><dt>B</dt><dd>Both</dd><dd>And more</dd><dt>Alone</dt></dl>'
    expect(pasted(html)).toMatchObject({
      lines: ['p Quorum: How many are needed', 'p A:, B: Both', 'p And more', 'p Alone'],
      said: [],
    })
  })

  it('keeps the lines of preformatted text', () => {
    expect(pasted('<pre>\na\n  b\tc\n\nd\n</pre>')).toMatchObject({
      lines: ['p a⏎  b⇥c⏎⏎d'],
      said: ['Preformatted text is kept line by line, in the letters of the text.'],
    })
  })

  it('keeps quotations of several paragraphs as one', () => {
    const html =
      '<blockquote><p>a</p><p>b</p></blockquote><blockquote>c</blockquote><blockquote><ul><li>d</li></ul>e</blockquote>'
    expect(pasted(html)).toMatchObject({
      lines: ['> a', '> b', '> c', '- d', '> e'],
      said: ['Lists within quotations stand outside of them.'],
    })
  })

  // HTML, 4.5.7: the marks of a q are drawn by the browser and must not be written in it.
  it('keeps the marks of quoted words', () => {
    expect(pasted('<p>He said <q>not <b>now</b></q>, <q>“later”</q>.</p>').lines).toEqual([
      'p He said “not *now*”, “later”.',
    ])
  })

  it('puts a rule between the halves of the line that it is in', () => {
    expect(pasted('<p>a<span>b<hr></span>c</p>').lines).toEqual(['p ab', '---', 'p c'])
  })

  it('keeps links apart that stand on lines of their own', () => {
    const link = (at: string) => `<a style="display:block" href="https://example.org/${at}">${at}</a>`
    expect(pasted(`<nav>${link('a')}${link('b')}</nav>`).lines).toEqual([
      'p [a](https://example.org/a)',
      'p [b](https://example.org/b)',
    ])
  })

  it('says what is left out, once for each kind', () => {
    const html =
      '<p><u>a</u> <u>b</u> <mark>c</mark> <code>d</code></p><iframe src="https://www.youtube.com/embed/x"></iframe><video>no</video><input><p><a href="javascript:alert(1)">e</a> <a href="/about">f</a></p>'
    expect(pasted(html)).toMatchObject({
      lines: ['p a b c d', 'p e f'],
      said: [
        'An embedded page was left out. The body of an article takes one as an embed, by its address.',
        'A recording was left out. The body of an article takes one as an embed, by its address.',
        'Fields and boxes to fill in were left out.',
        'Underlining was left out, as readers would take it for a link. The words are there.',
        'Highlighting and typewriter letters were left out. The words are there.',
        '2 links were left out, as the address leads nowhere from here. The words are there.',
      ],
    })
  })

  it.each([
    ['background-color:rgb(255, 242, 0)', true],
    ['background:yellow;mso-highlight:yellow', true],
    ['background-color:#ff0', true],
    ['background-color:#ffff00', true],
    ['background-color:transparent', false],
    ['background-color:rgb(255, 255, 255)', false],
    ['background-color:rgba(255, 0, 0, 0)', false],
    ['background-color:#0d1117', false],
    ['background:none', false],
  ])('a background of words is said where it marks them: %s, %s', (style, isMarked) => {
    const said = isMarked ? ['Highlighting and typewriter letters were left out. The words are there.'] : []
    expect(pasted(`<p>a <span style="${style}">b</span></p>`)).toEqual({ lines: ['p a b'], said, inline: false })
  })

  it.each([
    ['https://example.org/a?b=c#d', true],
    ['mailto:desk@example.org', true],
    ['javascript:alert(1)', false],
    ['file:///C:/letter.docx', false],
    ['https://user:pass@example.org/', false],
    ['http://localhost/', false],
    ['/about', false],
    ['#top', false],
    ['tel:+4912', false],
  ])('a link to %s is kept: %s', (href, kept) => {
    expect(pasted(`<p><a href="${href}">x</a></p>`).lines).toEqual([kept ? `p [x](${href})` : 'p x'])
  })

  it('in a note has no quotation and no rule', () => {
    expect(pasted('<blockquote>a</blockquote><hr><p>b<sub>2</sub></p>', NOTE)).toMatchObject({
      lines: ['p a', 'p b2'],
      said: ['Quotations are kept as paragraphs.', 'Lines across the text were left out.'],
    })
  })

  it.each([
    ['<b>some words</b>', '*some words*'],
    ['<meta charset="utf-8"><span style="color:red"> and </span>', ' and '],
    ['\n<span>words</span>\n', 'words'],
  ])('of one line %j goes into the line that the caret is in', (html, line) => {
    expect(pasted(html)).toEqual({ lines: [line], said: [], inline: true })
  })
})
