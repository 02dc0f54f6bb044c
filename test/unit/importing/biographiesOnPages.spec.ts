import { describe, expect, it } from 'vitest'
import { codes, doubt, parse, under } from './parsed.ts'

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

describe('a biography of which nothing can be read for certain', () => {
  it.each([
    ['Ida Holm', 'IDA HOLM IS A LECTURER AT McGILL UNIVERSITY, CANADA.'],
    ['Ida Holm', 'Dr. IDA HOLM IS A LECTURER AT NORVIK UNIVERSITY, NORWAY.'],
    ['Ida Holm', 'THE AUTHOR IS DEAN AT NORVIK UNIVERSITY, NORWAY.'],
    ['Ida Holm', 'ABOUT THE AUTHOR: IDA HOLM IS DEAN AT NORVIK UNIVERSITY.'],
    ['Ida Holm', 'HOLM IS PROFESSOR OF LAW AT NORVIK UNIVERSITY, NORWAY.'],
    ['Sam Moriyama', 'MORIYAMA SATOKO IS READER IN SEA LAW AT THE KITANO INSTITUTE OF TECHNOLOGY, JAPAN.'],
    ['Sam Moriyama', 'KITANO SATOKO IS READER IN SEA LAW AT NORVIK UNIVERSITY, JAPAN'],
    ['José “Pepe” Mujica', 'JOSÉ “PEPE” MUJICA IS A FELLOW AT NORVIK UNIVERSITY.'],
    ['José Mujica', 'JOSÉ “PEPE” MUJICA IS A FELLOW AT NORVIK UNIVERSITY.'],
    ['Ida Holm', 'Ida Holm LL.M. is Lecturer at Norvik University, Norway.'],
    ['Ida Holm', 'Ida Holm er professor i økonomi ved Universitetet i Bergen.'],
    ['Hans Weber', 'Hans Weber ist Professor für Recht an der Universität Köln.'],
    ['Hans Weber', 'Wang Li war Professor für Recht an der Universität Köln.'],
    ['Anna Rossi', 'Anna Rossi è professoressa di diritto presso l’Università di Pisa'],
    ['Иван Петров', 'Иван Петров — профессор экономики'],
    ['李明', '李明，清华大学经济学教授'],
    ['李明', '\n李明，清华大学经济学教授'],
    ['佐藤健', '佐藤健（東京大学教授）'],
    ['김민수', '김민수는 서울대학교 교수다'],
  ])('is kept under %s, with a doubt: %s', (name, biography) => {
    const page = parse({ signature: [name, name, biography] })
    expect(page.authors).toMatchObject([
      { displayName: name, jobTitle: null, affiliation: null, biography: [biography.trim()] },
    ])
    expect(page.body).toHaveLength(2)
    expect(page.teasers.map((teaser) => teaser.headline)).toEqual(['Fog closes the bridge'])
    expect(codes(page)).toContain('biography_not_understood')
  })
})

describe('a biography with a mark behind the name, or a label in front', () => {
  it.each([
    'Ida Holm: Lecturer at Norvik University, Norway.',
    'Ida Holm – Lecturer at Norvik University, Norway',
    'Ida Holm | Lecturer at Norvik University, Norway',
    'Ida Holm (Lecturer at Norvik University, Norway)',
    'About the author: Ida Holm is Lecturer at Norvik University, Norway.',
    'About the author: Lecturer at Norvik University, Norway.',
    'About Ida Holm: Lecturer at Norvik University, Norway.',
    'Über die Autorin: Ida Holm is Lecturer at Norvik University, Norway.',
  ])('is read: %s', (biography) => {
    const page = parse({ signature: ['Ida Holm', 'Ida Holm', biography] })
    expect(page.authors).toMatchObject([
      {
        jobTitle: 'Lecturer',
        affiliation: { organization: 'Norvik University', department: null, country: { code: 'NO' } },
        biography: [biography],
      },
    ])
    expect(codes(page)).not.toContain('biography_not_understood')
  })

  it('loses a label on a line of its own, with a doubt', () => {
    for (const label of ['About the author', 'About the author:\n']) {
      const page = parse({
        signature: ['Ida Holm', 'Ida Holm', label, 'Ida Holm is Lecturer at Norvik University, Norway.'],
      })
      expect(page.authors).toMatchObject([{ jobTitle: 'Lecturer', biography: [expect.stringMatching(/^Ida/)] }])
      expect(page.teasers).toHaveLength(1)
      expect(codes(page)).toContain('text_not_used')
    }
  })
})

describe('a biography below an article with its byline above', () => {
  it.each([
    'Ida Holm covers shipping for the Norvik Forum.',
    'Ida Holm lives in Bergen with two cats.',
    'Ida Holm holds a doctorate from Norvik University.',
    'Dr. Ida Holm has written three books.',
    'Ida Maria Holm joined the Forum in 2010.',
    'Ida Holm es profesora de derecho en la Universidad de Lima',
    'Ida Holm – Lecturer at Norvik University',
    'About the author: Ida Holm covers ice.',
    'About the author\nShe covers ice.',
  ])('is hers, whatever she does: %s', (biography) => {
    for (const changes of [{}, { rail: [] }]) {
      const page = parse({ headline: under('By Ida Holm'), signature: [biography], ...changes })
      expect(page.authors).toMatchObject([{ displayName: 'Ida Holm', biography: [biography.split('\n').at(-1)] }])
      expect(page.body).toHaveLength(2)
    }
  })

  it('may be of each of two people', () => {
    const page = parse({
      headline: under('By Ida Holm and Jon Lie'),
      signature: ['Ida Holm covers shipping.\n\n', 'Jon Lie lives in Lisbon.'],
    })
    expect(page.authors.map(({ biography }) => biography)).toEqual([
      ['Ida Holm covers shipping.'],
      ['Jon Lie lives in Lisbon.'],
    ])
    expect(page.body).toHaveLength(2)
  })
})

describe('biographies of several authors that begin with a part of the name', () => {
  const BOTH = 'By Ama Boateng and Kofi Mensah'
  const pages = (...biographies: string[]) => [
    parse({ signature: [BOTH, ...biographies.map((biography) => `\n${biography}`)] }),
    parse({ signature: [BOTH, ...biographies] }),
    parse({ headline: under(BOTH), signature: biographies.map((biography) => `${biography}\n`) }),
    parse({ headline: under(BOTH), signature: biographies.map((biography) => `${biography}\n`), rail: [] }),
  ]

  it.each([
    ['Boateng is a professor at Norvik University, Norway.', 'Mensah lives in Lagos.'],
    ['Ama covers ports.', 'Kofi lives in Lagos.'],
    ['Ama Boateng covers ports.', 'Mr. Mensah lives in Lagos.'],
    ['Dr. Boateng has written three books.', 'Kofi Mensah is a reporter in Lagos.'],
  ])('are each theirs: %s %s', (one, other) => {
    for (const page of pages(one, other)) {
      expect(page.authors.map(({ biography }) => biography)).toEqual([[one], [other]])
      expect(page.body).toHaveLength(2)
      expect(page.teasers.filter(({ headline }) => headline !== 'Fog closes the bridge')).toEqual([])
    }
  })

  it('may go on', () => {
    const [one, two] = ['Boateng is a reporter.', 'Boateng has written three books.']
    for (const page of pages(one, two, 'Mensah lives in Lagos.', 'He sails.'))
      expect(page.authors.map(({ biography }) => biography)).toEqual([
        [one, two],
        ['Mensah lives in Lagos.', 'He sails.'],
      ])
  })

  it('may be of all of them, which is a doubt', () => {
    for (const page of pages('The authors are journalists in Accra.')) {
      expect(page.authors.map(({ biography }) => biography)).toEqual([[], []])
      expect(page.body).toHaveLength(2)
      expect(page.teasers.filter(({ headline }) => headline !== 'Fog closes the bridge')).toEqual([])
      expect(doubt(page, 'biography_without_author')?.message).toContain('The authors are journalists in Accra.')
    }
  })

  it.each([
    ['The minister, John Mensah, had asked for it.', 'Mensah lives in Lagos.'],
    ['The study has two authors.', 'The authors are researchers in Lagos.'],
    ['It was late.', 'The authors say that more work is needed.'],
    ['It was late.', 'Will the ice hold?'],
  ])('are not made of the end of an article: %s %s', (...paragraphs) => {
    const page = parse({ headline: under(`${BOTH} and Will Self`), paragraphs, signature: [] })
    expect(page.body.map(({ text }) => text)).toEqual(paragraphs)
  })

  it('are not made of a paragraph that begins the article, nor of a headline', () => {
    const page = parse({
      headline: under('By Ama Boateng and Grace Lee'),
      paragraphs: ['Grace comes slowly to a harbour.', 'It was late.'],
      signature: [],
    })
    expect(page.body[0]?.text).toBe('Grace comes slowly to a harbour.')
    const headlines = parse({ signature: [BOTH], rail: ['Mensah wins the vote', 'He had asked...'] })
    expect(headlines.teasers).toMatchObject([{ headline: 'Mensah wins the vote' }])
  })
})

describe('a biography in Chinese or Japanese below a byline above', () => {
  it.each([
    ['作者：王小明', '王小明', '王小明，北京大学法学院教授。'],
    ['作者：王小明', '王小明', '王小明（1980年生）住在北京。'],
    ['文・田中太郎', '田中太郎', '田中太郎は東京大学教授。'],
  ])('is theirs: %s %s', (byline, name, biography) => {
    for (const rail of [[], ['Fog closes the bridge', 'Drivers turned back...']]) {
      const page = parse({ headline: under(byline), signature: [biography], rail })
      expect(page.authors).toMatchObject([{ displayName: name, biography: [biography] }])
      expect(page.body).toHaveLength(2)
    }
  })

  it('is not made of a sentence about what somebody of that name said', () => {
    const page = parse({ headline: under('作者：王小明'), signature: ['王小明说，渡轮满了。'], rail: [] })
    expect(page.authors).toMatchObject([{ biography: [] }])
    expect(page.body).toHaveLength(3)
  })
})
