import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/importing/index.ts'
import type { Doubt, DoubtCode, ParsedPage } from '../../../src/importing/index.ts'
import { aPage, utf8 } from './aPage.ts'
import type { PageText } from './aPage.ts'

/** Too long for a teaser, so it can only be a part of the article. */
const LONG = `The first ferry left on Monday, and ${'nobody had expected that it would be full of people, '.repeat(9)}least of all they.`

function parse(changes: Partial<PageText>): ParsedPage {
  return parsePage(utf8(aPage({ paragraphs: [LONG, 'The company will decide in the spring.'], ...changes })))
}
function codes(page: ParsedPage): DoubtCode[] {
  return page.doubts.map((doubt) => doubt.code)
}
function doubt(page: ParsedPage, code: DoubtCode): Doubt | undefined {
  return page.doubts.find((each) => each.code === code)
}
function credits(page: ParsedPage): string[] {
  return page.authors.map(({ creditedAs, role }) => (role === 'author' ? creditedAs : `${creditedAs} (${role})`))
}
const under = (byline: string): string => `Ferries return to the strait\n\n${byline}`

describe('a name that is printed twice over a biography', () => {
  it.each([
    'Thomas More',
    'Will Self',
    'An Nguyen',
    'bell hooks',
    'danah boyd',
    'Ngũgĩ wa Thiong’o',
    'ʻAisha al-Qahtani',
    'Noʻeau Kahale',
    'José “Pepe” Mujica',
    'Ernesto (Che) Guevara',
    'Abu Bakr ibn Tufail',
    'Ursula K. Le Guin',
  ])('is an author: %s', (name) => {
    const page = parse({
      signature: [name, name, `${name} is Lecturer in Port Economics at Norvik University, Norway.`],
    })
    expect(page.byline).toMatchObject({ text: name, timesPrinted: 2 })
    expect(page.authors).toMatchObject([{ displayName: name, fullName: name, jobTitle: 'Lecturer in Port Economics' }])
    expect(page.body).toHaveLength(2)
    expect(page.teasers.map((teaser) => teaser.headline)).toEqual(['Fog closes the bridge'])
  })

  it.each([
    ['a soft hyphen', 'Ida Ho\u00ADlm'],
    ['a zero-width space', 'Ida\u200B Holm'],
    ['a word joiner', 'Ida Holm\u2060'],
    ['marks of direction', '\u202AIda Holm\u202C'],
  ])('is the same name with %s in it', (_, printed) => {
    const page = parse({
      signature: [printed, printed, 'Ida Holm is Lecturer in Port Economics at Norvik University.'],
    })
    expect(page.authors).toMatchObject([{ displayName: 'Ida Holm', jobTitle: 'Lecturer in Port Economics' }])
  })

  it('is one without the repetition where the biography begins with the same words', () => {
    const page = parse({ signature: ['bell hooks', 'bell hooks is a writer and critic at Norvik University, Norway.'] })
    expect(credits(page)).toEqual(['bell hooks'])
    expect(codes(page)).toContain('byline_form_unusual')
  })

  it('is one where "By" says so, and only there', () => {
    expect(credits(parse({ signature: ['By bell hooks'] }))).toEqual(['bell hooks'])
    const bare = parse({ signature: ['bell hooks'], rail: [] })
    expect(bare.byline).toBeNull()
    expect(bare.body.at(-1)?.text).toBe('bell hooks')
  })

  it.each(['By the numbers', 'By car and train', 'it is too late', 'of the islands', 'read more'])(
    'is none in words that are no name: %s',
    (line) => {
      expect(parse({ signature: [line, line], rail: [] }).byline).toBeNull()
    },
  )
})

describe('several authors', () => {
  it.each([
    ['Por Ana Duarte y Luis Ortega', ['Ana Duarte', 'Luis Ortega']],
    ['Por Ana Duarte e Luis Ortega', ['Ana Duarte', 'Luis Ortega']],
    ['Av Ida Holm og Jon Lie', ['Ida Holm', 'Jon Lie']],
    ['Av Ida Holm och Jon Lie', ['Ida Holm', 'Jon Lie']],
    ['Door Jan de Vries en Piet Bakker', ['Jan de Vries', 'Piet Bakker']],
    ['Jan Kowalski i Anna Nowak', ['Jan Kowalski', 'Anna Nowak']],
    ['Par Jean Dupont et Marie Curie', ['Jean Dupont', 'Marie Curie']],
    ['Nagy Anna és Kis Péter', ['Nagy Anna', 'Kis Péter']],
    ['李伟和王芳', ['李伟', '王芳']],
    ['张和平和王芳', ['张和平', '王芳']],
    ['Ana Duarte, Luis Ortega y Eva Ruiz', ['Ana Duarte', 'Luis Ortega', 'Eva Ruiz']],
    ['José Ortega y Gasset y Ana Ruiz', ['José Ortega y Gasset', 'Ana Ruiz']],
    ['IDA HOLM AND JON LIE', ['IDA HOLM', 'JON LIE']],
  ])('are parted: %s', (byline, names) => {
    expect(credits(parse({ signature: [byline, byline] }))).toEqual(names)
  })

  it.each(['José Ortega y Gasset', 'Josep Puig i Cadafalch', 'Artur da Costa e Silva', '王和平'])(
    'are not made of one: %s',
    (name) => {
      expect(credits(parse({ signature: [name, name] }))).toEqual([name])
    },
  )

  it('may be one or two, which is a doubt', () => {
    expect(codes(parse({ signature: ['Por Ana y Luis Ortega'] }))).toContain('byline_maybe_several')
  })

  it('above the article have each their own biography below it', () => {
    const page = parse({
      headline: under('By Ida Holm, Jon Lie and bell hooks'),
      signature: [
        'Ida Holm is Professor of Law at Norvik University, Norway.\n\n',
        'Jon Lie is a reporter at the Lisbon Institute, Portugal. He sails.\n\n',
        'His last book is about ice.\n\n',
        'bell hooks is a writer at Norvik University, Norway.',
      ],
    })
    expect(
      page.authors.map(({ displayName, jobTitle, biography }) => [displayName, jobTitle, biography.length]),
    ).toEqual([
      ['Ida Holm', 'Professor of Law', 1],
      ['Jon Lie', 'Reporter', 2],
      ['bell hooks', 'Writer', 1],
    ])
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
  })
})

describe('what stands in a byline besides names', () => {
  it.each([
    ['Associated Press', 'By Ama Boateng, Associated Press'],
    ['Agence France-Presse', 'By Ama Boateng / Agence France-Presse'],
    ['The Guardian', 'By Ama Boateng, The Guardian'],
    ['AFP', 'Ama Boateng, AFP\nAma Boateng, AFP'],
  ])('is no person: %s', (organization, byline) => {
    const page = parse({ signature: [byline] })
    expect(credits(page)).toEqual(['Ama Boateng'])
    expect(doubt(page, 'byline_extra')?.message).toContain(`“${organization}”`)
    expect(doubt(page, 'byline_extra')?.message).toContain('organisation')
  })

  it.each(['By Ama Boateng, Political Editor', 'By Ama Boateng in Accra', 'By Ama Boateng (Reuters)'])(
    'is a post, a place, an agency: %s',
    (byline) => {
      const page = parse({ signature: [byline] })
      expect(credits(page)).toEqual(['Ama Boateng'])
      expect(codes(page)).toContain('byline_extra')
    },
  )

  it.each([
    'By Ama Boateng | 5 May 2024 | 10:30 GMT',
    'By Ama Boateng, May 5, 2024 at 10:30 am',
    'By Ama Boateng – 5 May 2024',
    'Published 5 May 2024 by Ama Boateng',
    'By Ama Boateng • 2024-05-05 • 6 min read',
  ])('is a date, which needs confirming: %s', (line) => {
    for (const changes of [{ headline: under(line), signature: [] }, { signature: [line, line] }]) {
      const page = parse(changes)
      expect(page.byline?.text).toBe('Ama Boateng')
      expect(credits(page)).toEqual(['Ama Boateng'])
      expect(page.printedDate).toBe('2024-05-05')
      expect(codes(page)).toContain('date_read')
    }
  })

  it('is a date beside a name that nothing else confirms: it may be a place', () => {
    expect(parse({ headline: under('New York – 5 May 2024'), signature: [] }).byline).toBeNull()
  })

  it('is a date that can be read two ways: it is taken out and not used', () => {
    const page = parse({ signature: ['By Ama Boateng, 8/9/2020'] })
    expect(page.byline?.text).toBe('Ama Boateng')
    expect(page.printedDate).toBeNull()
    expect(doubt(page, 'text_not_used')?.message).toContain('8/9/2020')
  })
})

describe('other credits', () => {
  it('are credits with their roles, beside the byline and below the article', () => {
    const page = parse({
      headline: `${under('By Ida Holm')}\n\nTranslated from the French by Ana Ruiz`,
      signature: ['Photographs by Jon Lie\n', 'Additional reporting by Wu Wei and Max Born'],
    })
    expect(credits(page)).toEqual([
      'Ida Holm',
      'Ana Ruiz (translator)',
      'Jon Lie (photographer)',
      'Wu Wei (contributor)',
      'Max Born (contributor)',
    ])
    expect(page.body).toHaveLength(2)
    expect(page.teasers).toHaveLength(1)
    expect(codes(page).filter((code) => code === 'credit_read')).toHaveLength(3)
  })

  it.each([
    ['Illustration: Eva Ruiz', 'Eva Ruiz (illustrator)'],
    ['Edited by Eva Ruiz.', 'Eva Ruiz (editor)'],
    ['Traducción de Eva Ruiz', 'Eva Ruiz (translator)'],
    ['Eva Ruiz contributed to this report.', 'Eva Ruiz (contributor)'],
    ['Reporting by Eva Ruiz in Accra', 'Eva Ruiz (contributor)'],
  ])('are read: %s', (line, credit) => {
    expect(credits(parse({ signature: ['Ida Holm', 'Ida Holm', line] }))).toEqual(['Ida Holm', credit])
  })

  it('that name an organisation make no person', () => {
    const page = parse({ signature: ['By Ida Holm', 'Photographs: 17 agencies'] })
    expect(credits(page)).toEqual(['Ida Holm'])
    expect(codes(page)).toContain('credit_not_understood')
    expect(page.unread.map((line) => line.text)).toEqual(['Photographs: 17 agencies'])
  })

  it('between two paragraphs stay there, with a doubt', () => {
    const paragraphs = [LONG, 'Photograph by Jon Lie', 'The company will decide in the spring.']
    const page = parse({ paragraphs, signature: ['By Ida Holm'] })
    expect(page.body.map((line) => line.text)).toEqual(paragraphs)
    expect(codes(page)).toContain('credit_in_text')
  })

  it.each([['[1] Ministry of Works, Annual Report.', '[2] Interview.'], ['¹ Ministry of Works, Annual Report.']])(
    'are not made of notes, which end the text: %s',
    (...notes) => {
      for (const signature of [
        ['Ida Holm\nIda Holm\n', ...notes.map((note) => `${note}\n`)],
        ['Notes\n', ...notes.map((note) => `${note}\n`), 'Ida Holm\nIda Holm'],
      ]) {
        const page = parse({ signature })
        expect(page.body.slice(-notes.length).map((line) => line.text)).toEqual(notes)
        expect(credits(page)).toEqual(['Ida Holm'])
        expect(page.teasers).toHaveLength(1)
        expect(codes(page)).toContain('notes_at_end')
      }
    },
  )
})

describe('biographies of other forms', () => {
  it.each([
    ['in capitals', 'Ida Holm', 'IDA HOLM IS PROFESSOR OF LAW AT NORVIK UNIVERSITY, NORWAY.'],
    ['Chinese', '王芳', '王芳是吉林大学国际关系学教授。'],
    ['Chinese, below a blank line', '王芳', '\n王芳是吉林大学国际关系学教授。'],
    ['French, without the name', 'Jean Dupont', 'Professeur de droit à l’Université de Genève.'],
    ['Spanish, below a blank line', 'Ana Duarte', '\nAna Duarte es profesora de derecho en la Universidad de Lima.'],
  ])('are kept whole, and nothing wrong is read from them: %s', (_, name, biography) => {
    const page = parse({ signature: [name, name, biography] })
    expect(page.authors).toMatchObject([{ displayName: name, jobTitle: null, biography: [biography.trim()] }])
    expect(page.teasers.map((teaser) => teaser.headline)).toEqual(['Fog closes the bridge'])
    expect(codes(page)).toContain('biography_not_understood')
  })
})

describe('a standfirst', () => {
  it('may stand between the headline and the byline', () => {
    const page = parse({
      headline: 'Ferries return\n\nThe islands have asked for it for years.\n\nBy Ida Holm',
      signature: [],
    })
    expect(credits(page)).toEqual(['Ida Holm'])
    expect(page.body.map((line) => line.text)).toEqual([
      'The islands have asked for it for years.',
      LONG,
      'The company will decide in the spring.',
    ])
  })
})

describe('damaged text', () => {
  it.each([
    ['Q&amp;A at the harbour', 'Q&amp;A', 'Q&A at the harbour'],
    ['It&#8217;s late', 'It&#8217;s', 'It’s late'],
    ['It&rsquo;s &lt;late&gt;', 'It&rsquo;s', 'It’s <late>'],
    ['&amp;amp;', '&amp;amp;', '&'],
    ['the islandsâ€™ ferry', 'islandsâ€™', 'the islands’ ferry'],
    ['Ã©tÃ© et Ã§a', 'Ã©tÃ©', 'été et ça'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
  ])('is a doubt that offers what was meant: %s', (damaged, broken, mended) => {
    const page = parse({ headline: damaged, paragraphs: [LONG] })
    expect(page.headline.text).toBe(damaged)
    expect(doubt(page, 'text_damaged')).toMatchObject({ line: 1, mended })
    expect(doubt(page, 'text_damaged')?.message).toContain(`“${broken}”`)
  })

  it.each(['Caf\uFFFD', 'the end â€ of it'])('is a doubt where something is lost: %s', (damaged) => {
    const found = doubt(parse({ headline: damaged, paragraphs: [LONG] }), 'text_damaged')
    expect(found?.line).toBe(1)
    expect(found).not.toHaveProperty('mended')
  })

  it.each(['AT&T', 'a &foo; b', '«CAFÉ»', '“É”…', 'Ärzte', 'IRMÃO', 'âge', 'Zürich — ja', 'R&D; and more'])(
    'is none of it: %s',
    (text) => {
      expect(codes(parse({ headline: text, paragraphs: [LONG] }))).not.toContain('text_damaged')
    },
  )
})

describe('a file in another format', () => {
  it.each([
    ['HTML', '<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>A</p></body></html>'],
    ['a piece of HTML', '<h1>Ferries</h1>\n<p>The first ferry left.</p>'],
    ['HTML with text before it', 'Ferries\n\n<p>The first ferry left.</p>\n<p>It was full.</p>'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['RTF', '{\\rtf1\\ansi Ferries return\\par The first ferry left.}'],
    ['RSS', '<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>'],
    ['RSS without a declaration', '\uFEFF<rss version="2.0">\n<channel></channel></rss>'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">\n<title>x</title></feed>'],
    ['Markdown with front matter', '---\ntitle: Ferries\nauthor: Ida Holm\n---\n\nThe first ferry left.'],
    ['the same with CRLF', '---\r\ntitle: Ferries\r\n---\r\n\r\nThe first ferry left.'],
    ['Markdown with TOML', '+++\ntitle = "Ferries"\n+++\n\nThe first ferry left.'],
    ['Markdown', '# Ferries return\n\nThe **first** ferry left.'],
    ['Markdown, underlined', 'Ferries return\n==============\n\nThe first ferry left.'],
    ['JSON', '{\n  "headline": "Ferries",\n  "body": "The first ferry left."\n}'],
    ['a list of JSON', '[\n  {"headline": "Ferries"},\n  {"headline": "Ice"}\n]'],
    ['JSON that is cut', '{\n  "headline": "Ferries",\n  "bo'],
    ['CSV', 'id,title,author\n1,Ferries return,Ida Holm\n2,Ice,Jon Lie'],
    ['CSV with semicolons and quotes', '"id";"title";"author"\n"1";"Ferries; and ice";"Ida Holm"'],
    ['a table with tabs', 'id\ttitle\n1\tFerries return'],
    ['an e-mail', 'From: Ida Holm <ida@norvik.example>\nSubject: Ferries\n\nThe first ferry left.'],
    ['LaTeX', '\\documentclass{article}\n\\begin{document}\nFerries\n\\end{document}'],
    ['subtitles', 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe first ferry left.'],
  ])('is refused, with what to do: %s', (_, text) => {
    expect(() => parsePage(utf8(text))).toThrow(
      expect.objectContaining({
        code: 'import_other_format',
        hint: expect.stringMatching(/import/) as string,
      }) as Error,
    )
  })

  it.each([
    ['a list in a headline', 'Ferries, bridges, tunnels\n\nThe first, the last, and the rest left on Monday.'],
    ['a bracket', '[Updated] Ferries return\n\nThe first ferry left.'],
    ['a rule', 'Ferries return\n\n---\n\nThe first ferry left.\n\n---\n\nIt was full.'],
    ['a hash', '#Ferries\n\nThe first ferry left.'],
    ['a sign', 'Ferries < bridges\n\nIf a < b and b > c, the <ferry> wins.'],
    ['a letter', 'Subject: a painting\n\nThe first ferry left.'],
  ])('is not seen in %s', (_, text) => {
    expect(parsePage(utf8(text)).body.length).toBeGreaterThan(0)
  })
})
