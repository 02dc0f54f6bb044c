import { describe, expect, it } from 'vitest'
import { ImportError, parsePage } from '../../../src/importing/index.ts'
import type { DoubtCode, ParsedPage } from '../../../src/importing/index.ts'
import { aPage, utf8 } from './aPage.ts'

function parse(text: string): ParsedPage {
  return parsePage(utf8(text))
}
function codes(page: ParsedPage): DoubtCode[] {
  return page.doubts.map((doubt) => doubt.code)
}
function bodyTexts(page: ParsedPage): string[] {
  return page.body.map((paragraph) => paragraph.text)
}
function refusal(bytes: Uint8Array): ImportError {
  try {
    parsePage(bytes)
  } catch (error) {
    if (error instanceof ImportError) return error
    throw error
  }
  throw new Error('the page was not refused')
}

describe('a page of the usual shape', () => {
  it('has headline, paragraphs, byline, person and teasers, with their lines', () => {
    const page = parse(aPage())
    expect(page.headline).toEqual({ text: 'Ferries return to the strait', line: 1 })
    expect(page.body.map((paragraph) => paragraph.line)).toEqual([3, 5])
    expect(page.byline).toEqual({ text: 'Ida Holm', line: 7, timesPrinted: 2 })
    expect(page.authors).toEqual([
      {
        displayName: 'Ida Holm',
        creditedAs: 'Ida Holm',
        role: 'author',
        sortName: 'Holm, Ida',
        fullName: 'Ida Maria Holm',
        honorificPrefix: null,
        jobTitle: 'Lecturer in Port Economics',
        affiliation: {
          organization: 'Norvik University',
          department: 'School of Trade',
          country: { code: 'NO', name: 'Norway' },
        },
        biography: ['Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.'],
        shortBio: 'Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.',
        line: 7,
      },
    ])
    expect(page.teasers).toEqual([
      {
        headline: 'Fog closes the bridge',
        excerpt: 'For the second time this week drivers turned back…',
        excerptTruncated: true,
        line: 11,
      },
    ])
    expect(page.language).toBe('en')
    expect(page.unread).toEqual([])
  })

  it('names what it guessed, each with its line', () => {
    expect(parse(aPage()).doubts.map(({ code, line }) => [code, line])).toEqual([
      ['no_date', 1],
      ['biography_longer_name', 9],
      ['excerpt_cut', 13],
    ])
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['white space at the ends of lines', (text: string) => text.replaceAll('\n', ' \t\u00A0\n')],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ])('is read the same with %s', (_name, change) => {
    expect(parse(change(aPage()))).toEqual(parse(aPage()))
  })

  it('is read the same with several blank lines, and with blank lines of non-breaking spaces, but for the numbers of lines', () => {
    const withoutLines = (page: ParsedPage): unknown =>
      JSON.parse(JSON.stringify(page, (key, value: unknown) => (key === 'line' ? 0 : value)))
    const plain = withoutLines(parse(aPage()))
    expect(withoutLines(parse(aPage().replaceAll('\n\n', '\n\n\n\n')))).toEqual(plain)
    expect(withoutLines(parse(`\n\n${aPage().replaceAll('\n\n', '\n\u00A0\u00A0\n\u200B\n')}`))).toEqual(plain)
  })

  it('keeps characters as they are: composed, decomposed, non-breaking spaces inside a line', () => {
    const decomposed =
      'The Communique\u0301 was read at 9\u00A0o’clock, and the café was full of people who had come to hear it.'
    const page = parse(aPage({ paragraphs: [decomposed, 'A second paragraph, so that there are two.'] }))
    expect(bodyTexts(page)[0]).toBe(decomposed)
  })

  it('keeps an article without byline, biography, rail', () => {
    const page = parse(aPage({ signature: [], rail: [] }))
    expect(page.body).toHaveLength(2)
    expect(page.authors).toEqual([])
    expect(page.byline).toBeNull()
    expect(codes(page)).toEqual(['no_date', 'no_byline'])
  })
})

describe('the byline', () => {
  const biography = 'Ida Holm is Lecturer in Port Economics at Norvik University, Norway.'

  it.each([
    ['printed once, with a biography under it', ['Ida Holm', biography], 1],
    ['printed twice, without a biography', ['Ida Holm', 'Ida Holm'], 2],
    ['printed three times', ['Ida Holm', 'Ida Holm', 'Ida Holm', biography], 3],
    ['printed twice, once with another space', ['Ida Holm', 'Ida\u00A0Holm', biography], 2],
    ['introduced by By', ['By Ida Holm', biography], 1],
    ['introduced by By, without a biography', ['By Ida Holm'], 1],
    ['introduced once and bare once', ['By Ida Holm', 'Ida Holm', biography], 2],
  ])('is found when %s', (_name, signature, timesPrinted) => {
    const page = parse(aPage({ signature }))
    expect(page.byline).toMatchObject({ text: 'Ida Holm', timesPrinted })
    expect(page.authors.map((author) => author.displayName)).toEqual(['Ida Holm'])
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
  })

  it('is found when blank lines part it from its second printing and from the biography', () => {
    const page = parse(aPage({ signature: ['Ida Holm', '', 'Ida Holm', '', biography] }))
    expect(page.byline?.timesPrinted).toBe(2)
    expect(page.authors[0]?.jobTitle).toBe('Lecturer in Port Economics')
    expect(page.teasers).toHaveLength(1)
  })

  it('is found directly under the last paragraph, with no blank line', () => {
    const page = parse(aPage().replace('for years.\n\nIda Holm', 'for years.\nIda Holm'))
    expect(page.byline?.timesPrinted).toBe(2)
    expect(page.body).toHaveLength(2)
  })

  it('is found under the headline', () => {
    const page = parse(aPage({ headline: 'Ferries return to the strait\n\nBy Ida Holm', signature: [] }))
    expect(page.byline).toEqual({ text: 'Ida Holm', line: 3, timesPrinted: 1 })
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
  })

  it('is found when it is printed once above and once below the article', () => {
    const page = parse(aPage({ headline: 'Ferries return to the strait\nIda Holm', signature: ['Ida Holm'] }))
    expect(page.byline?.timesPrinted).toBe(2)
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
  })

  it.each([
    'It is too late now',
    'Nothing Has Changed',
    'Vive la France',
    'Amen',
    'And then the ferry left.',
    'Never again!',
  ])('is not made of a last short paragraph: %s', (last) => {
    for (const rail of [[], ['Fog closes the bridge', 'For the second time this week drivers turned back...']]) {
      const page = parse(aPage({ signature: [last], rail }))
      expect(page.byline).toBeNull()
      expect(page.authors).toEqual([])
      expect(bodyTexts(page).at(-1)).toBe(last)
      expect(codes(page)).toContain('no_byline')
    }
  })

  it('leaves a last line that looks like a name in the text, and says so', () => {
    const page = parse(aPage({ signature: ['Ida Holm'], rail: [] }))
    expect(bodyTexts(page).at(-1)).toBe('Ida Holm')
    expect(codes(page)).toContain('possible_byline')
  })

  it('is not made of a heading inside the article that a sentence about a person follows', () => {
    const paragraphs = [
      'The company has had three directors since the war, and each of them meant to end the winter service.',
      'Jonas Berg',
      'Jonas Berg was director of the company for eleven years and sold two of its ships.',
      'word '.repeat(100).trim() + '.',
    ]
    const page = parse(aPage({ paragraphs, signature: ['Ida Holm', 'Ida Holm', biography] }))
    expect(page.byline?.text).toBe('Ida Holm')
    expect(page.body).toHaveLength(4)
    expect(codes(page)).toContain('possible_heading')
    expect(parse(aPage({ paragraphs, signature: [], rail: [] })).byline).toBeNull()
  })

  it.each([
    ['Ida Holm and Jon Lie', ['Ida Holm', 'Jon Lie']],
    ['By Ida Holm, Jon Lie and Ana de la Cruz', ['Ida Holm', 'Jon Lie', 'Ana de la Cruz']],
    ['Ida Holm, Jon Lie, and Wu Wei', ['Ida Holm', 'Jon Lie', 'Wu Wei']],
    ['Ida Holm & Jon Lie', ['Ida Holm', 'Jon Lie']],
    ['Dr. Ida Holm with Martin Lie, Jr.', ['Dr. Ida Holm', 'Martin Lie, Jr.']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['O’Neill, Seán', ['O’Neill, Seán']],
    ['李伟、王芳', ['李伟', '王芳']],
  ])('names several people: %s', (byline, names) => {
    const page = parse(aPage({ signature: [byline, byline] }))
    expect(page.authors.map((author) => author.creditedAs)).toEqual(names)
  })

  it.each(['Was it worth it?', '于是，他离开了港口。', 'of the islands', 'ferries and bridges', '42 Ships', '“Never”'])(
    'is no line that cannot be a name, printed twice or not: %s',
    (line) => {
      const page = parse(aPage({ signature: [line, line], rail: [] }))
      expect(page.byline).toBeNull()
      expect(page.body).toHaveLength(4)
    },
  )

  it('names several people on lines of their own', () => {
    const page = parse(aPage({ signature: ['Ida Holm', 'Jon Lie', 'Ida Holm', 'Jon Lie'] }))
    expect(page.byline).toMatchObject({ text: 'Ida Holm, Jon Lie', timesPrinted: 2 })
    expect(page.authors.map((author) => author.displayName)).toEqual(['Ida Holm', 'Jon Lie'])
  })

  it('keeps what is no name as printed, and says so', () => {
    const page = parse(aPage({ signature: ['By Ida Holm, Bergen'] }))
    expect(page.byline?.text).toBe('Ida Holm, Bergen')
    expect(page.authors.map((author) => author.displayName)).toEqual(['Ida Holm'])
    expect(codes(page)).toContain('byline_extra')
  })

  it('can be an organisation’s', () => {
    const page = parse(aPage({ signature: ['The Editorial Board', 'The Editorial Board'] }))
    expect(page.authors[0]).toMatchObject({ displayName: 'The Editorial Board', sortName: 'The Editorial Board' })
    expect(codes(page)).toContain('byline_not_a_person')
  })
})

describe('biographies', () => {
  it('of another name than the byline are taken for the same person, with a doubt', () => {
    const page = parse(
      aPage({
        signature: [
          'Sam Moriyama',
          'Sam Moriyama',
          'Moriyama Satoko is Reader in Sea Law at the Kitano Institute of Technology, Japan.',
        ],
      }),
    )
    expect(page.authors[0]).toMatchObject({
      displayName: 'Sam Moriyama',
      fullName: 'Moriyama Satoko',
      sortName: 'Moriyama, Sam',
    })
    expect(codes(page)).toContain('biography_names_another_person')
  })

  it('go to the authors whose names they have, in whatever order', () => {
    const page = parse(
      aPage({
        signature: [
          'By Ida Holm and Jon Lie',
          'Jon Lie is a reporter at the Norvik Institute, Norway.',
          'Holm is Professor of Law at Norvik University, Norway.',
        ],
      }),
    )
    expect(page.authors.map(({ displayName, jobTitle }) => [displayName, jobTitle])).toEqual([
      ['Ida Holm', 'Professor of Law'],
      ['Jon Lie', 'Reporter'],
    ])
    expect(page.teasers).toHaveLength(1)
  })

  it('of two people in one paragraph are parted', () => {
    const page = parse(
      aPage({
        signature: [
          'By Ida Holm and Jon Lie',
          'Ida Holm is Professor of Law at Norvik University, Norway. She sails. Jon Lie is a reporter at the Lisbon Institute, Portugal.',
        ],
      }),
    )
    expect(page.authors.map((author) => author.biography)).toEqual([
      ['Ida Holm is Professor of Law at Norvik University, Norway. She sails.'],
      ['Jon Lie is a reporter at the Lisbon Institute, Portugal.'],
    ])
  })

  it('may have a second paragraph, and a short form of the first', () => {
    const page = parse(
      aPage({
        signature: [
          'Ida Holm',
          'Ida Holm',
          'Dr. Ida Holm is Professor of Law at Norvik University, Norway. She has written on St. Kilda.',
          '',
          'Her last book is about ice.',
        ],
      }),
    )
    expect(page.authors[0]).toMatchObject({
      honorificPrefix: 'Dr.',
      fullName: 'Ida Holm',
      shortBio: 'Dr. Ida Holm is Professor of Law at Norvik University, Norway.',
      biography: [
        'Dr. Ida Holm is Professor of Law at Norvik University, Norway. She has written on St. Kilda.',
        'Her last book is about ice.',
      ],
    })
    expect(page.teasers).toHaveLength(1)
  })

  it('that nothing can be read from are kept, with a doubt', () => {
    const page = parse(
      aPage({ signature: ['Ida Holm', 'Ida Holm', 'For many years Ida Holm has followed the islands.'] }),
    )
    expect(page.authors[0]).toMatchObject({
      jobTitle: null,
      affiliation: null,
      biography: ['For many years Ida Holm has followed the islands.'],
    })
    expect(codes(page)).toContain('biography_not_understood')
    expect(page.teasers).toHaveLength(1)
  })

  it('may leave the name to the byline', () => {
    const page = parse(
      aPage({ signature: ['Ida Holm', 'Ida Holm', 'Lecturer in Port Economics, Norvik University, Norway'] }),
    )
    expect(page.authors[0]).toMatchObject({
      fullName: null,
      jobTitle: 'Lecturer in Port Economics',
      affiliation: { organization: 'Norvik University', country: { code: 'NO' } },
    })
    expect(page.teasers).toHaveLength(1)
  })

  it('below the article belong to the byline above it, with a doubt if they name another person', () => {
    const headline = 'Ferries return to the strait\n\nBy Ida Holm'
    for (const name of ['Ida Holm', 'Jon Lie']) {
      const page = parse(aPage({ headline, signature: [`${name} is Professor of Law at Norvik University, Norway.`] }))
      expect(page.authors).toMatchObject([{ displayName: 'Ida Holm', fullName: name, jobTitle: 'Professor of Law' }])
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
      expect(codes(page).includes('biography_names_another_person')).toBe(name === 'Jon Lie')
    }
  })

  it('without a byline give the author, if the article does not speak of the person', () => {
    const biography = 'Ida Holm is Professor of Law at Norvik University, Norway.'
    const page = parse(aPage({ signature: [biography] }))
    expect(page.byline).toBeNull()
    expect(page.authors.map((author) => author.displayName)).toEqual(['Ida Holm'])
    expect(codes(page)).toEqual(expect.arrayContaining(['no_byline', 'byline_from_biography']))

    const spokenOf = parse(
      aPage({ paragraphs: ['Ida Holm had asked for the ferry. She got it.', 'It was late.'], signature: [biography] }),
    )
    expect(spokenOf.authors).toEqual([])
    expect(bodyTexts(spokenOf).at(-1)).toBe(biography)
  })
})

describe('teasers', () => {
  const rail = (...lines: string[]): ParsedPage => parse(aPage({ rail: lines }))

  it.each([
    ['Drivers turned back...', 'Drivers turned back…', true],
    ['Drivers turned back…', 'Drivers turned back…', true],
    ['Drivers turned back ...', 'Drivers turned back…', true],
    ['Drivers turned back [...]', 'Drivers turned back…', true],
    ['Drivers turned back [ … ]', 'Drivers turned back…', true],
    ['Drivers turned back . . .', 'Drivers turned back…', true],
    ['Drivers turned back.... Read more »', 'Drivers turned back…', true],
    ['Drivers turned back.', 'Drivers turned back.', false],
    ['Drivers turned back', 'Drivers turned back', false],
    ['They wanted more', 'They wanted more', false],
  ])('have an excerpt that was cut or not: %s', (printed, excerpt, excerptTruncated) => {
    expect(rail('Fog closes the bridge', printed).teasers).toEqual([
      { headline: 'Fog closes the bridge', excerpt, excerptTruncated, line: 11 },
    ])
  })

  it('may stand in one block, headline over excerpt', () => {
    expect(
      rail('Fog closes the bridge\nDrivers turned back...', 'Ice in the harbour\nNo ship left...').teasers,
    ).toMatchObject([
      { headline: 'Fog closes the bridge', excerpt: 'Drivers turned back…' },
      { headline: 'Ice in the harbour', excerpt: 'No ship left…' },
    ])
  })

  it('may have no excerpt, which is a doubt', () => {
    const page = rail('Fog closes the bridge', 'Ice in the harbour', 'No ship left...', 'Snow to come')
    expect(page.teasers.map(({ headline, excerpt }) => [headline, excerpt])).toEqual([
      ['Fog closes the bridge', null],
      ['Ice in the harbour', 'No ship left…'],
      ['Snow to come', null],
    ])
    expect(codes(page).filter((code) => code === 'teaser_without_excerpt')).toHaveLength(2)
  })

  it('lose a label above them, a repetition and running text below them, each with a doubt', () => {
    const long = `${'word '.repeat(120)}end.`
    const page = rail(
      'Related News',
      'Fog closes the bridge',
      'Drivers turned back...',
      'FOG closes the bridge',
      'Drivers turned back…',
      long,
    )
    expect(page.teasers).toHaveLength(1)
    expect(page.unread.map((line) => line.text)).toEqual([long])
    expect(codes(page)).toEqual(expect.arrayContaining(['rail_label_left_out', 'teaser_repeated', 'text_not_used']))
  })

  it('keep a headline that asks, or that is cut, whole', () => {
    const page = rail(
      'Who pays for the ice?',
      'Nobody wants to...',
      'A very long headline that the theme has...',
      'Cut as well...',
    )
    expect(page.teasers.map((teaser) => teaser.headline)).toEqual([
      'Who pays for the ice?',
      'A very long headline that the theme has...',
    ])
    expect(codes(page)).toContain('headline_cut')
  })

  it('are told from the article without a byline only where excerpts are cut', () => {
    const page = parse(aPage({ signature: [] }))
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
    expect(codes(page)).toContain('rail_guessed')
    const uncut = parse(aPage({ signature: [], rail: ['A heading', 'And a paragraph under it.'] }))
    expect(uncut.teasers).toEqual([])
    expect(uncut.body).toHaveLength(4)
  })

  it('do not eat the article: one paragraph at least stays', () => {
    const page = parse('Headline\n\nOne line\n\nAnother line...\n')
    expect(page.body.length).toBeGreaterThan(0)
  })
})

describe('dates', () => {
  it.each([
    ['19 August 2020', '2020-08-19'],
    ['August 19, 2020', '2020-08-19'],
    ['Wednesday, August 19th, 2020', '2020-08-19'],
    ['Published on 2020-08-19', '2020-08-19'],
    ['29 Feb 2024', '2024-02-29'],
  ])('on a line of their own date the page: %s', (line, date) => {
    const above = parse(aPage({ headline: `Ferries return to the strait\n\n${line}` }))
    expect(above).toMatchObject({ printedDate: date })
    expect(above.body).toHaveLength(2)
    expect(parse(aPage({ signature: ['Ida Holm', line, 'Ida Holm'] }))).toMatchObject({
      printedDate: date,
      byline: { timesPrinted: 2 },
    })
  })

  it.each(['30 February 2024', '8/9/2020', 'On August 9, 2020', '19 August'])(
    'that are none, or can be read two ways, are text: %s',
    (line) => {
      const page = parse(aPage({ headline: `Ferries return to the strait\n\n${line}` }))
      expect(page.printedDate).toBeNull()
      expect(bodyTexts(page)).toContain(line)
    },
  )

  it('between paragraphs are headings, below teasers belong to nothing', () => {
    const paragraphs = [
      'One day it rained, and they stayed.',
      '19 August 2020',
      'The next day it did not, and they left.',
    ]
    expect(bodyTexts(parse(aPage({ paragraphs })))).toEqual(paragraphs)
    const page = parse(aPage({ rail: ['Fog closes the bridge', 'Drivers turned back...', '19 August 2020'] }))
    expect(page.printedDate).toBeNull()
    expect(page.teasers).toHaveLength(1)
    expect(page.unread.map((line) => line.text)).toEqual(['19 August 2020'])
  })

  it('inside sentences are none of the page', () => {
    const page = parse(
      aPage({ paragraphs: ['Since August 9 the ferry has been full.', 'On 19 August 2020 it was not.'] }),
    )
    expect(page.printedDate).toBeNull()
    expect(codes(page)).toContain('no_date')
  })
})

describe('quotation marks', () => {
  it.each([
    ['She said “no” and left.', false],
    ['Their Initiative” which grew', true],
    ['She said “no and left.', true],
    ['“One “inside” another”', true],
    ['Er sagte „nein“ und ging.', false],
    ['Il a dit «\u00A0non\u00A0».', false],
    ['A "straight" pair.', false],
    ['A "straight one.', true],
    ['It’s the islands’ ferry.', false],
  ])('%s', (paragraph, doubted) => {
    const page = parse(aPage({ paragraphs: [paragraph, 'And that was all there was to say.'] }))
    expect(codes(page).includes('unbalanced_quote')).toBe(doubted)
    expect(bodyTexts(page)[0]).toBe(paragraph)
  })

  it('may open anew in each paragraph of a long quotation', () => {
    const page = parse(aPage({ paragraphs: ['“We waited all winter.', '“Then we left.”'] }))
    expect(codes(page)).not.toContain('unbalanced_quote')
  })
})

describe('lines', () => {
  it('that were wrapped are joined', () => {
    const wrapped = [
      'Ferries return to the strait',
      '',
      'The first ferry left on Monday, and the harbour had the look of',
      'a fair. Nobody had expected that it would be so full of people.',
      '',
      'The company will decide in the spring.',
      '',
      'Ida Holm',
      'Ida Holm',
      'Ida Holm is Lecturer in Port Economics at the School of Trade,',
      'Norvik University, Norway.',
    ].join('\n')
    const page = parse(wrapped)
    expect(bodyTexts(page)).toEqual([
      'The first ferry left on Monday, and the harbour had the look of a fair. Nobody had expected that it would be so full of people.',
      'The company will decide in the spring.',
    ])
    expect(page.authors[0]?.affiliation?.organization).toBe('Norvik University')
    expect(codes(page)).toContain('lines_joined')
  })

  it('that are paragraphs without blank lines between them stay apart', () => {
    const page = parse(aPage().replaceAll('\n\n', '\n'))
    expect(page.body).toHaveLength(2)
    expect(page.byline?.timesPrinted).toBe(2)
    expect(page.teasers).toHaveLength(1)
    expect(codes(page)).toContain('lines_parted')
  })
})

describe('the language', () => {
  it.each([
    [
      'de',
      'Die Fähre fuhr am Montag ab, und der Hafen sah aus wie ein Jahrmarkt, auf dem die Leute nicht mehr von den Ständen gehen.',
    ],
    [
      'fr',
      'Le premier ferry est parti lundi, et le port avait l’air d’une foire où les gens ne sont pas pressés de quitter les quais du bassin.',
    ],
    ['ru', 'Первый паром ушёл в понедельник, и в порту было людно, как на ярмарке.'],
    ['zh', '第一班渡轮于星期一离开，港口热闹得像集市一样，没有人想到会坐满。'],
  ])('is guessed: %s', (language, paragraph) => {
    expect(parse(aPage({ paragraphs: [paragraph, paragraph], signature: [], rail: [] })).language).toBe(language)
  })

  it('is English, with a doubt, when nothing tells', () => {
    const page = parse(aPage({ paragraphs: ['Quam habet.', 'Nec dubium.'], signature: [], rail: [] }))
    expect(page.language).toBe('en')
    expect(codes(page)).toContain('language_guessed')
  })

  it('is what the caller says', () => {
    const page = parsePage(utf8(aPage()), { language: 'en-GB' })
    expect(page.language).toBe('en-GB')
    expect(codes(page)).not.toContain('language_guessed')
  })
})

describe('files that are no page are refused', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x48, 0x00, 0x69, 0x00)
  it.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'import_empty'],
    ['a byte order mark only', Uint8Array.of(0xef, 0xbb, 0xbf), 'import_empty'],
    ['white space only', utf8(' \n\t\n\u00A0\r\n\u200B\n'), 'import_empty'],
    ['a headline only', utf8('Ferries return to the strait\n'), 'import_malformed'],
    ['headline and byline only', utf8('Ferries return\n\nIda Holm\nIda Holm\n'), 'import_malformed'],
    ['headline, byline and biography only', utf8(aPage({ paragraphs: [], rail: [] })), 'import_malformed'],
    ['a headline and a date', utf8('Ferries return\n\n19 August 2020\n'), 'import_malformed'],
    ['a picture', png, 'import_binary'],
    ['UTF-16', utf16, 'import_binary'],
    ['Latin-1', Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x0a, 0x0a, 0x41), 'import_binary'],
    ['NUL in the text', utf8('Headline\n\nA para\0graph.\n'), 'import_binary'],
    ['an escape sequence', utf8('Headline\n\n\u001B[31mred\u001B[0m\n'), 'import_binary'],
    ['an overlong encoding', Uint8Array.of(0x41, 0x0a, 0x0a, 0xc0, 0xaf), 'import_binary'],
    ['more than 2 MB', new Uint8Array(2 * 1024 * 1024 + 1).fill(0x41), 'import_too_large'],
    ['2 MB in one line', new Uint8Array(2 * 1024 * 1024).fill(0x41), 'import_malformed'],
    ['one enormous line under a headline', utf8(`Headline\n\n${'word '.repeat(50_000)}`), 'import_malformed'],
    ['an endless headline', utf8(`${'word '.repeat(100)}\n\nA paragraph.\n`), 'import_malformed'],
    ['a list of a million lines', utf8('a\n'.repeat(1_000_000)), 'import_malformed'],
  ])('%s', (_name, bytes, code) => {
    const error = refusal(bytes)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^The |^Line /)
    expect(error.hint).toMatch(/\.$/)
  })

  it('says which line is to blame', () => {
    expect(refusal(utf8(`Headline\n\n\n${'x'.repeat(30_000)}\n`)).line).toBe(4)
  })

  it(
    'reads the page with the most lines in time that grows with their number, not with its square',
    { timeout: 30_000 },
    () => {
      const lines = Array.from(
        { length: 1_999 },
        (_, index) => `By Ida Holm${'abcdefghij'[index % 10] ?? ''} and Jon Lie, who is Professor of Sea Law`,
      )
      const milliseconds = (count: number): number => {
        const bytes = utf8(`Headline\n\n${lines.slice(0, count).join('\n\n')}\n`)
        const runs = Array.from({ length: 5 }, () => {
          const start = performance.now()
          parsePage(bytes)
          return performance.now() - start
        })
        return Math.min(...runs)
      }
      milliseconds(400)
      // Ten times the lines: a square would take a hundred times as long.
      expect(milliseconds(1_999) / milliseconds(200)).toBeLessThan(40)
    },
  )
})
