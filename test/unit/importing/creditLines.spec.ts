import { describe, expect, it } from 'vitest'
import { codes, credits, doubt, parse, under } from './parsed.ts'

const own = (line: string) => ({ signature: ['Ida Holm', 'Ida Holm', `\n${line}`] })
const beside = (line: string) => ({ signature: ['Ida Holm', 'Ida Holm', line] })

describe('a credit', () => {
  it.each([
    ['Photo credit: Bob Ray', ['Bob Ray (photographer)']],
    ['Photographer: Bob Ray', ['Bob Ray (photographer)']],
    ['Photographed by Bob Ray', ['Bob Ray (photographer)']],
    ['Photo © Bob Ray', ['Bob Ray (photographer)']],
    ['摄影：王丽', ['王丽 (photographer)']],
    ['翻译：王丽', ['王丽 (translator)']],
    ['编辑：王丽', ['王丽 (editor)']],
    ['Video by Bob Ray', ['Bob Ray (contributor)']],
    ['Produced by Bob Ray', ['Bob Ray (contributor)']],
    ['Data analysis by Bob Ray', ['Bob Ray (contributor)']],
    ['Fact-checked by Bob Ray', ['Bob Ray (contributor)']],
    ['Copy editing by Bob Ray', ['Bob Ray (editor)']],
    ['Reporting by Ann Lee; Editing by Cy Fox', ['Ann Lee (contributor)', 'Cy Fox (editor)']],
    ['(Reporting by Ann Lee; editing by Cy Fox)', ['Ann Lee (contributor)', 'Cy Fox (editor)']],
    ['Translated by Ana Ruiz and edited by Cy Fox', ['Ana Ruiz (translator)', 'Cy Fox (editor)']],
    [
      'Reporting by Ann Lee in Accra, Writing by Max Born, Editing by Cy Fox',
      ['Ann Lee (contributor)', 'Max Born (contributor)', 'Cy Fox (editor)'],
    ],
    ['Translated by Ana Ruiz\nEdited by Ana Ruiz', ['Ana Ruiz (translator)', 'Ana Ruiz (editor)']],
    ['Photographs by Ida Holm', ['Ida Holm (photographer)']],
    ['Photos by: Kofi Mensah', ['Kofi Mensah (photographer)']],
    ['Photos – Kofi Mensah', ['Kofi Mensah (photographer)']],
    ['Header image: Kofi Mensah', ['Kofi Mensah (photographer)']],
    ['Photos courtesy of Kofi Mensah', ['Kofi Mensah (photographer)']],
    ['Crédit photo : Jean Dupont', ['Jean Dupont (photographer)']],
    ['Art by Kofi Mensah', ['Kofi Mensah (illustrator)']],
    ['Sub-editor: Kofi Mensah', ['Kofi Mensah (editor)']],
    ['Redaktion: Max Müller', ['Max Müller (editor)']],
    ['Compiled by Kofi Mensah', ['Kofi Mensah (contributor)']],
    ['Research assistance by Kofi Mensah', ['Kofi Mensah (contributor)']],
    ['Mitarbeit: Max Müller', ['Max Müller (contributor)']],
    ['Con información de Ana Ruiz', ['Ana Ruiz (contributor)']],
    ['Translated by: Ana Ruiz', ['Ana Ruiz (translator)']],
    ['This article was translated from the French by Ana Ruiz.', ['Ana Ruiz (translator)']],
    ['ترجمة: أحمد علي', ['أحمد علي (translator)']],
    ['Μετάφραση: Μαρία Παππά', ['Μαρία Παππά (translator)']],
    ['Çeviren: Ayşe Yılmaz', ['Ayşe Yılmaz (translator)']],
  ])('is read: %s', (line, people) => {
    for (const changes of [own(line), beside(line)]) {
      const page = parse(changes)
      expect(credits(page)).toEqual(['Ida Holm', ...people])
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
      expect(codes(page)).toContain('credit_read')
    }
  })

  it.each(['Drone footage: Bob Ray', 'Stunts by Bob Ray', 'Sound editor: Bob Ray'])(
    'in unknown words is not used, with a doubt: %s',
    (line) => {
      for (const changes of [own(line), beside(line)]) {
        const page = parse(changes)
        expect(credits(page)).toEqual(['Ida Holm'])
        expect(page.teasers).toHaveLength(1)
        expect(page.unread.map(({ text }) => text)).toEqual([line])
        expect(doubt(page, 'credit_not_understood')?.message).toContain(line)
      }
    },
  )

  it('that can be read in part leaves a doubt about the rest', () => {
    const page = parse(own('Reporting by Ann Lee; stunts by Bob Ray'))
    expect(credits(page)).toEqual(['Ida Holm', 'Ann Lee (contributor)'])
    expect(codes(page)).toContain('credit_not_understood')
  })

  it.each([
    ['Photo credit: Kofi Mensah / Getty Images', ['Ida Holm', 'Kofi Mensah (photographer)'], 'credit_extra'],
    ['Foto: Imago Images', ['Ida Holm'], 'credit_not_understood'],
    ['Photo: Wikimedia Commons', ['Ida Holm'], 'credit_not_understood'],
    ['Con información de Reuters', ['Ida Holm'], 'credit_not_understood'],
  ] as const)('of an agency makes no person: %s', (line, people, code) => {
    const page = parse(own(line))
    expect(credits(page)).toEqual(people)
    expect(doubt(page, code)?.message).toContain(line)
  })

  it.each([
    'Source: Reuters',
    'Source: Reuters.',
    'Stunts by Bob Ray',
    'Stunts: Bob Ray.',
    '(mit dpa)',
    'Dieser Text wurde von Ana Ruiz übersetzt',
  ])('in unknown words stays at the end of a text without a byline there, with a doubt: %s', (line) => {
    for (const last of [line, `${line}\nDubbing: Cy Fox`]) {
      const page = parse({ headline: under('By Ida Holm'), signature: [last], rail: [] })
      expect(credits(page)).toEqual(['Ida Holm'])
      expect(page.body.map(({ text }) => text)).toContain(line)
      expect(page.doubts.filter(({ code }) => code === 'possible_credit').map(({ message }) => message)).toContain(
        `“${line}” ends the text and is no sentence; it may be a credit. It stayed in the text.`,
      )
    }
  })

  it.each([
    'This article was edited by men who had never seen the harbour.',
    'The harbour – as they say – froze.',
    'Nobody asked: where?',
    '• the ferry',
    'เรือข้ามฟากลำแรกออกเดินทางในวันจันทร์ และท่าเรือก็คึกคักราวกับงานวัด ไม่มีใครคาดคิดว่าเรือจะเต็ม',
  ])('is not made of a sentence that ends the text: %s', (line) => {
    const page = parse({ headline: under('By Ida Holm'), signature: [line], rail: [] })
    expect(page.body.at(-1)?.text).toBe(line)
    expect(codes(page)).toEqual(['no_date', 'no_biography'])
  })

  it.each(['Video: how the ferries return', 'Design: a bridge of ice', 'Art: the ice', 'Photos – the ice'])(
    'is no headline: %s',
    (headline) => {
      expect(parse({ rail: [headline, 'Nobody had expected that it...'] }).teasers).toMatchObject([{ headline }])
    },
  )
})

describe('notes', () => {
  it.each([
    ['1. Ministry of Works, Annual Report.', '2. Interview, 4 May.'],
    ['(1) Ministry of Works, Annual Report, 2019', '(2) Interview.'],
    ['* Ministry of Works, Annual Report.'],
    ['† Interview.', '‡ Ministry of Works, Annual Report.'],
    ['Notes', '1. Ministry of Works', '2. Interview'],
  ])('end the text: %s', (...notes) => {
    for (const changes of [own(notes.join('\n')), own(notes.join('\n\n'))]) {
      const page = parse(changes)
      expect(page.body.slice(-notes.length).map((line) => line.text)).toEqual(notes)
      expect(credits(page)).toEqual(['Ida Holm'])
      expect(page.teasers).toHaveLength(1)
      expect(codes(page)).toContain('notes_at_end')
    }
  })

  it('are not made of teasers that are counted, nor of a list that begins the article', () => {
    const rail = parse({ rail: ['1. Fog closes the bridge', 'Drivers turned...', '2. Ice', 'No ship...'] })
    expect(rail.teasers).toHaveLength(2)
    const list = ['1. The harbour froze.', '2. The ice went.', 'That was all.']
    expect(parse({ paragraphs: list }).body.map((line) => line.text)).toEqual(list)
  })
})
