import { describe, expect, it } from 'vitest'
import { isBiography, readBiography } from '../../../src/importing/biography.ts'

describe('a biography', () => {
  // name, post, department, organisation, country: read by hand
  it.each<[string, (string | null)[]]>([
    [
      'Nan Li is Professor of Law at the School of Sea Affairs, Norvik University Norway.',
      ['Nan Li', 'Professor of Law', 'School of Sea Affairs', 'Norvik University', 'NO'],
    ],
    [
      'Nan Li is Professor of Law at the School of Sea Affairs, Norvik University, Norway.',
      ['Nan Li', 'Professor of Law', 'School of Sea Affairs', 'Norvik University', 'NO'],
    ],
    [
      'Nan Li is a senior fellow at the Council for Peace in Geneva, Switzerland.',
      ['Nan Li', 'Senior fellow', null, 'Council for Peace', 'CH'],
    ],
    [
      'Nan Li is currently a lecturer in the Department of History at Norvik College in the Netherlands.',
      ['Nan Li', 'Lecturer', 'Department of History', 'Norvik College', 'NL'],
    ],
    [
      'Nan Li is Director of the Institute for Rivers, Norvik University, Czech Republic.',
      ['Nan Li', 'Director', 'Institute for Rivers', 'Norvik University', 'CZ'],
    ],
    [
      'Professor Nan Li was Dean of Studies at the Faculty of Law of the University of Norvik, South Korea.',
      ['Nan Li', 'Dean of Studies', 'Faculty of Law', 'University of Norvik', 'KR'],
    ],
    [
      'Nan Li is a researcher at Norvik University, School of Economics, Politics and History, the United Kingdom.',
      ['Nan Li', 'Researcher', 'School of Economics', 'Norvik University', 'GB'],
    ],
    [
      'Nan Li is a researcher at the School of Economics, Politics and History, Norvik University, USA.',
      ['Nan Li', 'Researcher', 'School of Economics, Politics and History', 'Norvik University', 'US'],
    ],
    [
      'Nan Li, a correspondent with the Norvik Forum in Türkiye, has lived there since 1990.',
      ['Nan Li', 'Correspondent', null, 'Norvik Forum', 'TR'],
    ],
    [
      'Nan Li teaches history at Norvik University, Papua New Guinea.',
      ['Nan Li', null, null, 'Norvik University', 'PG'],
    ],
    [
      'The author is a lecturer at Norvik University, Bosnia and Herzegovina.',
      [null, 'Lecturer', null, 'Norvik University', 'BA'],
    ],
    [
      'Nan Li is Editor at Large at the Norvik Group, Côte d’Ivoire.',
      ['Nan Li', 'Editor at Large', null, 'Norvik Group', 'CI'],
    ],
    [
      'Nan Li is Professor of Law at Norvik University, Norway, where she teaches at the Bank of Spain.',
      ['Nan Li', 'Professor of Law', null, 'Norvik University', 'NO'],
    ],
    [
      'Nan Li is Professor of Law at Norvik University, Norway and a fellow at the Lisbon Institute, Portugal.',
      ['Nan Li', 'Professor of Law', null, 'Norvik University', 'NO'],
    ],
    ['Nan Li is a journalist.', ['Nan Li', 'Journalist', null, null, null]],
  ])('%s', (text, [fullName, jobTitle, department, organization, country]) => {
    const read = readBiography(text)
    expect({
      fullName: read?.fullName,
      jobTitle: read?.jobTitle,
      department: read?.affiliation?.department ?? null,
      organization: read?.affiliation?.organization ?? null,
      country: read?.affiliation?.country?.code ?? null,
    }).toEqual({ fullName, jobTitle, department, organization, country })
  })

  it.each([
    ['Nan Li is a teller at the Bank of China.', 'Bank of China'],
    ['Nan Li is a fellow at the University of Georgia.', 'University of Georgia'],
    ['Nan Li is a fellow at the University of New Mexico.', 'University of New Mexico'],
    ['Nan Li is an analyst at the Foundation West Ireland.', 'Foundation West Ireland'],
  ])('does not take a country out of a name: %s', (text, organization) => {
    const read = readBiography(text)
    expect(read?.affiliation).toEqual({ organization, department: null, country: null })
    expect(read?.doubts.map((doubt) => doubt.code)).toContain('no_country')
  })

  it.each<[string, string]>([
    ['Nan Li is a fellow at Norvik University Norway.', 'country_without_comma'],
    ['Nan Li is a fellow at Norvik University, Georgia.', 'country_ambiguous'],
    ['Nan Li is a fellow at Norvik University, Bergen, Norway.', 'biography_place_left_out'],
    ['Nan Li is a fellow at Norvik University, Norway, where he is also a judge.', 'biography_more_affiliations'],
    ['Nan Li is a journalist.', 'biography_not_understood'],
  ])('says what it guessed: %s', (text, code) => {
    expect(readBiography(text)?.doubts.map((doubt) => doubt.code)).toContain(code)
  })

  it('guesses nothing where all is said', () => {
    expect(readBiography('Nan Li is a fellow at Norvik University, Norway.')?.doubts).toEqual([])
  })

  it.each([
    'Ferries return to the strait',
    'The company is in trouble at the bank.',
    'On Monday Nan Li is expected at the office.',
    'It is late.',
    'is Professor at Norvik University',
    `Nan Li is Professor ${'of Law '.repeat(1000)}at Norvik University.`,
  ])('is not every sentence: %s', (text) => {
    expect(readBiography(text)).toBeNull()
  })

  it.each(['Nan Li is not at ease.', 'Nan Li was late at the office of the mayor.', 'New York is a port at the sea.'])(
    'does not stand by itself without a post: %s',
    (text) => {
      expect(isBiography(text)).toBe(false)
    },
  )
})
