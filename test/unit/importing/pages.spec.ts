import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { countWords } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { parsePage } from '../../../src/importing/index.ts'
import type { ParsedPage } from '../../../src/importing/index.ts'

// Expectations of this file were made by reading the two pages.
const root = new URL('../../../', import.meta.url)
const demoFile = fileURLToPath(new URL('demo/page.txt', root))
const seedFile = fileURLToPath(new URL('../shared/seed/page.txt', root))

function read(file: string): ParsedPage {
  return parsePage(new Uint8Array(readFileSync(file)))
}
function doubts(page: ParsedPage): [string, number][] {
  return page.doubts.map(({ code, line }) => [code, line])
}

describe('the demo page', () => {
  const page = read(demoFile)

  it('is an article of 800 to 1,100 words under a full headline', () => {
    expect(page.headline.text).toBe(
      'A door in someone else’s wall: why landlocked states live by their transit treaties',
    )
    expect(page.body).toHaveLength(10)
    const words = countWords(page.body.map((paragraph) => paragraph.text).join('\n'), 'en')
    expect(words).toBeGreaterThanOrEqual(800)
    expect(words).toBeLessThanOrEqual(1100)
    expect(page.language).toBe('en')
    expect(page.unread).toEqual([])
  })

  it('has a byline that is printed twice and a biography of another form of the name', () => {
    expect(page.byline).toEqual({ text: 'Clara Tiszaréti', line: 24, timesPrinted: 2 })
    expect(page.authors).toHaveLength(1)
    expect(page.authors[0]).toMatchObject({
      displayName: 'Clara Tiszaréti',
      creditedAs: 'Clara Tiszaréti',
      sortName: 'Tiszaréti, Clara',
      fullName: 'Tiszaréti Klára',
      jobTitle: 'Professor of Transport Law and Diplomacy',
      affiliation: {
        department: 'Faculty of Law and International Relations',
        organization: 'Sárfehér University',
        country: { code: 'HU', name: 'Hungary' },
      },
    })
  })

  it('has two teasers with excerpts that were cut after nine words', () => {
    expect(page.teasers).toEqual([
      {
        headline: 'Low water on the Paraná leaves the barges of Paraguay waiting',
        excerpt: 'When the Paraná fell to its lowest level in…',
        excerptTruncated: true,
        line: 29,
      },
      {
        headline: 'A Final Act, not a Communiqué: how the Law of the Sea conference ended in Montego Bay',
        excerpt: 'On 10 December 1982, Secretary-General Javier Pérez de Cuéllar…',
        excerptTruncated: true,
        line: 33,
      },
    ])
    expect(page.teasers.map((teaser) => countWords(teaser.excerpt ?? '', 'en'))).toEqual([9, 9])
  })

  it('has the traps: no date line in spite of dates in sentences, one quotation mark without a partner', () => {
    expect(page.printedDate).toBeNull()
    expect(doubts(page)).toEqual([
      ['no_date', 1],
      ['unbalanced_quote', 20],
      ['country_without_comma', 26],
      ['biography_names_another_person', 26],
      ['excerpt_cut', 31],
      ['excerpt_cut', 35],
    ])
    expect(page.body[8]?.text).toContain('Vienna Programme of Action” which')
  })
})

const seedThere = existsSync(seedFile)
if (!seedThere) console.info(`left out: the seed page is not at ${seedFile}`)

describe.skipIf(!seedThere)('the seed page', () => {
  it('is one article of eight paragraphs, one author and two teasers', () => {
    const page = read(seedFile)
    expect(page.body).toHaveLength(8)
    expect(page.authors).toHaveLength(1)
    expect(page.teasers).toHaveLength(2)
    expect(page.unread).toEqual([])
    expect(page.language).toBe('en')
    expect(page.printedDate).toBeNull()
  })

  it('has the person as printed and by their full name', () => {
    const page = read(seedFile)
    expect(page.byline).toMatchObject({ text: 'Paul Wang', timesPrinted: 2 })
    expect(page.authors[0]).toMatchObject({
      displayName: 'Paul Wang',
      creditedAs: 'Paul Wang',
      sortName: 'Wang, Paul',
      fullName: 'Wang Li',
      jobTitle: 'Professor of International Relations and Diplomacy',
      affiliation: {
        department: 'School of International and Public Affairs',
        organization: 'Jilin University',
        country: { code: 'CN', name: 'China' },
      },
    })
  })

  it('has teasers with their diacritics and excerpts of nine words', () => {
    const { teasers } = read(seedFile)
    expect(teasers[1]?.headline).toContain('Communiqué')
    for (const teaser of teasers) {
      expect(teaser.excerptTruncated).toBe(true)
      expect(teaser.excerpt).toMatch(/[^.…]…$/)
      expect(teaser.excerpt).toContain('António')
      expect(countWords(teaser.excerpt ?? '', 'en')).toBe(9)
    }
  })

  it('leaves these doubts and no others', () => {
    expect(doubts(read(seedFile))).toEqual([
      ['no_date', 1],
      ['unbalanced_quote', 16],
      ['country_without_comma', 22],
      ['biography_names_another_person', 22],
      ['excerpt_cut', 27],
      ['excerpt_cut', 31],
    ])
  })
})
