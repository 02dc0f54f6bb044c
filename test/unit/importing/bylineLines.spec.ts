import { describe, expect, it } from 'vitest'
import { codes, credits, doubt, parse, under } from './parsed.ts'

/** The line in both places where a byline stands. */
const places = (byline: string) => [{ headline: under(byline), signature: [] }, { signature: [byline] }]

describe('a line under a byline', () => {
  it.each([
    'Associated Press',
    'Reuters',
    'AFP',
    'The Guardian',
    'BBC News',
    'Al Jazeera',
    'Norvik University',
    'Accra',
    'In Accra',
    '@amaboateng',
    'ama@norvik.example',
    '\nAssociated Press',
  ])('is no person and no paragraph: %s', (line) => {
    for (const changes of places(`By Ama Boateng\n${line}`)) {
      const page = parse(changes)
      expect(credits(page)).toEqual(['Ama Boateng'])
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
      expect(doubt(page, 'byline_extra')?.message).toContain(`“${line.trim()}”`)
    }
  })

  it.each(['Science Editor', 'Staff Writer', 'Chief Political Correspondent'])('is a post: %s', (line) => {
    for (const changes of places(`By Ama Boateng\n${line}`)) {
      const page = parse(changes)
      expect(page.authors).toMatchObject([{ creditedAs: 'Ama Boateng', jobTitle: line }])
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
    }
  })

  it('is a post and an agency', () => {
    const page = parse({ signature: ['By Ama Boateng', 'Senior Correspondent, Reuters'] })
    expect(page.authors).toMatchObject([
      { jobTitle: 'Senior Correspondent', affiliation: { organization: 'Reuters', department: null } },
    ])
  })

  it.each([
    '5 May 2024 10:30 GMT',
    'Updated 5 May 2024, 10:30 GMT',
    'Associated Press\n5 May 2024 | 10:30 GMT',
    '\nAssociated Press\n\n5 May 2024',
    'Last updated: Sun 5 May 2024 10.30 BST',
    'May 5, 2024 at 10:30am EDT',
    'Updated 10:30 AM EDT, May 5, 2024',
    '2024-05-05T10:30:00Z',
    'Sonntag, 5. Mai 2024, 10:30 Uhr',
    'Publié le 5 mai 2024 à 10h30',
    '发布时间：2024年5月5日 10:30',
    '2024년 5월 5일',
    '5 мая 2024 г.',
  ])('is a date, which needs confirming: %s', (lines) => {
    for (const changes of places(`By Ama Boateng\n${lines}`)) {
      const page = parse(changes)
      expect(credits(page)).toEqual(['Ama Boateng'])
      expect(page.printedDate).toBe('2024-05-05')
      expect(codes(page)).toContain('date_read')
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
    }
  })

  it.each(['10:30 GMT', '6 min read', 'Published 3 hours ago'])('is a time, which is not used: %s', (line) => {
    for (const changes of places(`By Ama Boateng\n${line}`)) {
      const page = parse(changes)
      expect(page.body).toHaveLength(2)
      expect(page.teasers).toHaveLength(1)
      expect(doubt(page, 'text_not_used')?.message).toContain(line)
    }
  })

  it('that begins the article stays a paragraph', () => {
    const page = parse({ headline: under('By Ama Boateng'), paragraphs: ['The harbour', 'It froze in a night.'] })
    expect(page.body.map((line) => line.text)).toEqual(['The harbour', 'It froze in a night.'])
  })

  it('is printed twice with the byline', () => {
    const page = parse({ signature: ['Ama Boateng', 'Associated Press', 'Ama Boateng', 'Associated Press'] })
    expect(page.byline).toMatchObject({ text: 'Ama Boateng, Associated Press', timesPrinted: 2 })
    expect(credits(page)).toEqual(['Ama Boateng'])
  })
})

describe('what follows a name in a byline', () => {
  it.each([
    'Al Jazeera',
    'Deutsche Welle',
    'Le Monde',
    'New York Times',
    'Business Insider',
    'Amnesty International',
    'Human Rights Watch',
    'Doctors Without Borders',
    'South Africa',
  ])('is no person: %s', (name) => {
    for (const byline of [`By Ama Boateng, ${name}`, `By Ama Boateng | ${name}`, `By Ama Boateng – ${name}`]) {
      const page = parse({ signature: [byline] })
      expect(credits(page)).toEqual(['Ama Boateng'])
      expect(codes(page)).toContain('byline_extra')
    }
  })

  it.each(['Cape Town', 'Los Angeles', 'Jon Lie'])('may be a place, of which nothing tells: %s', (name) => {
    const page = parse({ signature: [`By Ama Boateng, ${name}`] })
    expect(credits(page)).toEqual(['Ama Boateng', name])
    expect(doubt(page, 'byline_maybe_organization')?.message).toContain(`“${name}”`)
  })

  it('is a person where a word joins them, or there is a biography', () => {
    for (const signature of [
      ['By Ama Boateng and Jon Lie'],
      ['By Ama Boateng, Max Born & Jon Lie'],
      ['By Ama Boateng, Jon Lie', 'Jon Lie is a reporter at the Lisbon Institute, Portugal.'],
    ])
      expect(codes(parse({ signature }))).not.toContain('byline_maybe_organization')
  })

  it.each([
    'By Ama Boateng, 2024-05-05T10:30:00Z',
    'By Ama Boateng, 2024-05-05T10:30:00+02:00',
    'Von Ama Boateng, 5. Mai 2024, 10:30 Uhr',
    'Von Ama Boateng, Sonntag, 5. Mai 2024, um 10.30 Uhr',
    'Par Ama Boateng, le 5 mai 2024 à 10h30',
    'By Ama Boateng 2024年5月5日',
    'By Ama Boateng, 2024/05/05',
    'By Ama Boateng Updated May 5, 2024 10:30 p.m. ET',
    'By Ama Boateng, 5 мая 2024 г.',
  ])('is a date: %s', (line) => {
    const page = parse({ signature: [line] })
    expect(page.byline?.text).toBe('Ama Boateng')
    expect(page.printedDate).toBe('2024-05-05')
    expect(codes(page)).not.toContain('byline_extra')
  })
})
