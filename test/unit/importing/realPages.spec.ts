import { describe, expect, it } from 'vitest'
import { codes, credits, doubt, LONG, parse, under } from './parsed.ts'

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
    'Seán Óg Ó hAilpín',
    'Siobhán Ní hUallacháin Ó Briain',
    'علی\u200Cرضا نوری',
    'ක්\u200Dරිෂ් පෙරේරා',
    'Louis C.K.',
    // No form tells that these are names.
    'will.i.am',
    'M.I.A.',
    '50 Cent',
    'bell',
    'Ke$ha',
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
    ['a joiner', 'Ida Ho\u200Dlm'],
    ['a non-joiner', 'Ida\u200C Holm'],
    ['an invisible operator', 'Ida Ho\u2063lm'],
    ['a Mongolian vowel separator', 'Ida Ho\u180Elm'],
    ['a grapheme joiner', 'Ida Ho\u034Flm'],
    ['a Hangul filler', 'Ida Holm\u3164'],
  ])('is the same name with %s in it', (_, printed) => {
    const page = parse({
      signature: [printed, printed, 'Ida Holm is Lecturer in Port Economics at Norvik University.'],
    })
    expect(page.authors).toMatchObject([{ displayName: 'Ida Holm', jobTitle: 'Lecturer in Port Economics' }])
  })

  it.each(['می\u200Cروم', 'क\u094D\u200Dष', 'ක්\u200Dරි', '👩🏽\u200D🚀 and ❤\uFE0F\u200D🔥', 'ᠠ\u180Eᠨ'])(
    'keeps the marks that change what is seen: %s',
    (words) => {
      expect(parse({ paragraphs: [LONG, `${words}.`] }).body[1]?.text).toBe(`${words}.`)
    },
  )

  it.each([
    ['\u200Eمحمد علي\u200F', 'محمد علي'],
    ['Ida \u200EHolm', 'Ida Holm'],
  ])('is the same name with marks of direction in the biography, too: %s', (printed, name) => {
    for (const byline of [printed, name]) {
      const page = parse({ signature: [byline, byline, `${printed} is Lecturer at Norvik University.`] })
      expect(page.authors).toMatchObject([{ displayName: name, fullName: name, jobTitle: 'Lecturer' }])
    }
  })

  it.each(['50 ships', 'not.again', 'U.S.'])('is none without a biography that begins with it: %s', (line) => {
    expect(parse({ signature: [line, line], rail: [] }).byline).toBeNull()
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
    ['Jan Novák a Eva Malá', ['Jan Novák', 'Eva Malá']],
    ['Teksti: Aino Virtanen ja Pekka Laine', ['Aino Virtanen', 'Pekka Laine']],
    ['Jonas Kazlauskas ir Rūta Petrauskienė', ['Jonas Kazlauskas', 'Rūta Petrauskienė']],
    ['Jānis Bērziņš un Ilze Kalniņa', ['Jānis Bērziņš', 'Ilze Kalniņa']],
    ['Budi Santoso dan Siti Rahma', ['Budi Santoso', 'Siti Rahma']],
    ['Di Giulia Rossi e Marco Bianchi', ['Giulia Rossi', 'Marco Bianchi']],
    ['di Giulia Rossi ed Elena Bianchi', ['Giulia Rossi', 'Elena Bianchi']],
    ['Por Ana Duarte e Inés Ortega', ['Ana Duarte', 'Inés Ortega']],
    ['Anna Nowak oraz Jan Kowalski', ['Anna Nowak', 'Jan Kowalski']],
    ['Μαρία Παππά και Νίκος Λάμπρου', ['Μαρία Παππά', 'Νίκος Λάμπρου']],
    ['महेश शर्मा और राम वर्मा', ['महेश शर्मा', 'राम वर्मा']],
    ['محمد علي و ليلى حسن', ['محمد علي', 'ليلى حسن']],
    ['Ida Holm + Jon Lie', ['Ida Holm', 'Jon Lie']],
    ['De Ana Duarte e Luís Ortega', ['Ana Duarte', 'Luís Ortega']],
    ['Ana Horvat te Ivo Kranjc', ['Ana Horvat', 'Ivo Kranjc']],
    ['山田太郎と鈴木花子', ['山田太郎', '鈴木花子']],
    ['김철수와 이영희', ['김철수', '이영희']],
    ['Autorka: Anna Nowak', ['Anna Nowak']],
    ['Írta: Nagy Anna', ['Nagy Anna']],
    ['A cura di Giulia Rossi', ['Giulia Rossi']],
    ['Napsal Jan Novák', ['Jan Novák']],
    ['Yazan: Ayşe Yılmaz ve Mehmet Demir', ['Ayşe Yılmaz', 'Mehmet Demir']],
    ['Anna Berg sowie Max Born', ['Anna Berg', 'Max Born']],
    ['Anna Berg × Max Born', ['Anna Berg', 'Max Born']],
    ['أحمد علي، سارة حسن', ['أحمد علي', 'سارة حسن']],
    ['بقلم أحمد علي', ['أحمد علي']],
    ['מאת דנה כהן', ['דנה כהן']],
    ['田中太郎・佐藤花子', ['田中太郎', '佐藤花子']],
    ['文・田中太郎', ['田中太郎']],
    ['记者 王小明 李大华', ['王小明', '李大华']],
    ['Per Joan Puig i Marta Soler', ['Joan Puig', 'Marta Soler']],
    ['De Ion Popescu și Ana Ionescu', ['Ion Popescu', 'Ana Ionescu']],
    ['Autorzy: Jan Kowalski, Anna Nowak', ['Jan Kowalski', 'Anna Nowak']],
  ])('are parted: %s', (byline, names) => {
    expect(credits(parse({ signature: [byline, byline] }))).toEqual(names)
  })

  it.each([
    'José Ortega y Gasset',
    'De Gaulle Charles',
    'Josep Puig i Cadafalch',
    'Artur da Costa e Silva',
    '王和平',
    'Per Anders Nilsson',
  ])('are not made of one: %s', (name) => {
    expect(credits(parse({ signature: [name, name] }))).toEqual([name])
  })

  it.each([
    'Por Ana y Luis Ortega',
    'بقلم أحمد علي وسارة حسن',
    'מאת דנה כהן ויוסי לוי',
    '王小明 李大华\n王小明 李大华',
  ])('may be one or two, which is a doubt: %s', (byline) => {
    const page = parse({ signature: [byline] })
    expect(page.authors).toHaveLength(1)
    expect(codes(page)).toContain('byline_maybe_several')
  })

  it.each(['田中 太郎', 'أحمد وليد حسن', 'דנה וייס', 'Ana Ortega'])('are not looked for in one name: %s', (name) => {
    expect(codes(parse({ signature: [name, name] }))).not.toContain('byline_maybe_several')
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

describe('a byline with words for what was made', () => {
  it.each([
    'Propos recueillis par Anna Berg',
    'Ein Gastbeitrag von Anna Berg',
    'Article by Anna Berg',
    'Posted by Anna Berg',
  ])('is one: %s', (line) => {
    for (const changes of [{ headline: under(line), signature: [] }, { signature: [line] }]) {
      const page = parse(changes)
      expect(credits(page)).toEqual(['Anna Berg'])
      expect(page.body).toHaveLength(2)
    }
  })

  it.each([
    ['Text and photographs by Anna Berg', 'Text and photographs by'],
    ['Story and photos by Anna Berg', 'Story and photos by'],
    ['Photos and text by Anna Berg', 'Photos and text by'],
    ['Text und Fotos: Anna Berg', 'Text und Fotos:'],
    ['Text / Fotos: Anna Berg', 'Text / Fotos:'],
  ])('is one, and says in a doubt that it was for more than the text: %s', (line, words) => {
    for (const changes of [{ headline: under(line), signature: [] }, { signature: [line] }]) {
      const page = parse(changes)
      expect(page.byline?.text).toBe('Anna Berg')
      expect(credits(page)).toEqual(['Anna Berg'])
      expect(page.body).toHaveLength(2)
      expect(doubt(page, 'byline_extra')?.message).toContain(`“${words}”`)
    }
  })

  it.each(['Devised by Anna Berg', 'Eine Recherche von Anna Berg', 'Photos and videos by Anna Berg', 'Ama Boateng'])(
    'under the headline stays in the text where it cannot be told, with one doubt: %s',
    (line) => {
      const page = parse({ headline: under(line), signature: [], rail: [] })
      expect(page.body[0]?.text).toBe(line)
      expect(page.doubts.filter((each) => each.line === 3).map(({ code }) => code)).toEqual(['possible_byline'])
    },
  )

  it.each(['A harbour is hit by ice', 'The harbour, hit by Ice Storm Maria, reopened.', 'Stand by me', 'By the Sea'])(
    'is not seen in a line that names nobody: %s',
    (line) => {
      const page = parse({ headline: under(line), signature: ['By Ida Holm'] })
      expect(page.body[0]?.text).toBe(line)
      expect(codes(page)).not.toContain('possible_byline')
    },
  )
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
    'Por Ama Boateng | 5 de mayo de 2024',
    'Par Ama Boateng, le 5 mai 2024',
    'Von Ama Boateng, 5. Mai 2024',
    'di Ama Boateng – 5 maggio 2024',
    'Door Ama Boateng, 5 mei 2024',
    'Av Ama Boateng • 5 maj 2024',
    'Por Ama Boateng, 5 de maio de 2024',
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
    for (const date of ['8/9/2020', '5 listopada 2020']) {
      const page = parse({ signature: [`By Ama Boateng, ${date}`] })
      expect(page.byline?.text).toBe('Ama Boateng')
      expect(page.printedDate).toBeNull()
      expect(doubt(page, 'text_not_used')?.message).toContain(date)
    }
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
    ['Vertaald door Eva Bakker', 'Eva Bakker (translator)'],
    ['Översättning: Eva Lind', 'Eva Lind (translator)'],
    ['Překlad: Eva Malá', 'Eva Malá (translator)'],
    ['Zdjęcia: Jan Kowalski', 'Jan Kowalski (photographer)'],
    ['Illustrazioni di Eva Rossi', 'Eva Rossi (illustrator)'],
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
