import {
  authorsBegunWith,
  beginsWithPerson,
  isAboutAllAuthors,
  isBiography,
  isBiographyLabel,
  readBareBiography,
  readBiography,
  sentences,
} from './biography.ts'
import type { Affiliation } from './biography.ts'
import type { Doubt, DoubtCode } from './doubts.ts'
import { isOrganizationName } from './organizations.ts'
import { hasNameShape, isMaybeTwo, isNoPerson, nameWords, sortName, splitHonorific } from './personNames.ts'
import { saysSomethingOf } from './splitPage.ts'
import type { PlacedCredit } from './asides.ts'
import type { CreditRole } from './creditLine.ts'
import { folded } from './folded.ts'
import type { PageParts } from './splitPage.ts'
import type { TextLine } from './pageText.ts'

/** A person as the page names them. `displayName` and `creditedAs` are printed, `fullName` is the biography's. */
export type ParsedAuthor = {
  displayName: string
  creditedAs: string
  role: CreditRole
  sortName: string
  fullName: string | null
  honorificPrefix: string | null
  jobTitle: string | null
  affiliation: Affiliation | null
  /** The paragraphs of the biography as printed; empty if there is none. */
  biography: string[]
  /** The first sentence of the biography, if it is short. */
  shortBio: string | null
  line: number
}

type Report = (code: DoubtCode, message: string, line: number) => void

/** The paragraphs of one person's biography. */
type PersonBiography = {
  paragraphs: string[]
  line: number
}

/** Characters of a biography in one sentence at most. */
const MAX_SHORT_BIO = 400
/** Countries where the family name commonly stands first. */
const FAMILY_NAME_FIRST = new Set(['CN', 'HK', 'HU', 'JP', 'KH', 'KP', 'KR', 'MO', 'TW', 'VN'])

/**
 * The people of a page: one for each name in the byline, with their biography; without a byline, whom the biography is about. After
 * them those whom another line credits.
 */
export function readAuthors(page: PageParts & { credits: readonly PlacedCredit[] }): {
  authors: ParsedAuthor[]
  doubts: Doubt[]
} {
  const doubts: Doubt[] = []
  const report: Report = (code, message, line) => {
    doubts.push({ code, message, line })
  }
  const { byline, bylineLine } = page
  const labels = page.biographies.filter((each) => isBiographyLabel(each.text))
  for (const { text, line } of labels) report('text_not_used', `“${text}” was taken for a label and left out.`, line)
  const biographies = groupByPerson(
    page.biographies.filter((each) => !labels.includes(each)),
    byline?.names ?? [],
  )
  const credited = (known: readonly ParsedAuthor[]) => creditedPeople(page.credits, known, report)
  if (byline === null) {
    report('no_byline', 'No byline was found.', page.end)
    const authors = biographies.flatMap((biography) => authorWithoutByline(biography, report))
    return { authors: [...authors, ...credited(authors)], doubts }
  }
  for (const extra of byline.extra) {
    const what = isOrganizationName(extra)
      ? 'seems to be an organisation; no person was made of it. It may be the source of the article'
      : 'was not taken for a name'
    report('byline_extra', `“${extra}” in the byline “${byline.printed}” ${what}.`, bylineLine)
  }
  for (const name of byline.names) {
    if (!hasNameShape(name) && !isNoPerson(name))
      report('byline_form_unusual', `“${name}” stands where the byline does and was taken for a name.`, bylineLine)
    if (isMaybeTwo(name))
      report('byline_maybe_several', `“${name}” was taken for one person; it may be two.`, bylineLine)
  }
  const assigned = assign(byline.names, biographies, report)
  const authors = byline.names.map((name) => {
    const biography = assigned.get(name)
    if (biography === undefined) report('no_biography', `No biography of ${name} was found.`, bylineLine)
    // "Ama Boateng, Cape Town": only a comma says that the second is a name like the first.
    if (biography === undefined && !byline.joined && name === byline.names.slice(1).at(-1))
      report(
        'byline_maybe_organization',
        `“${name}” in the byline was taken for a person; it may be an organisation or a place.`,
        bylineLine,
      )
    return makeAuthor(name, biography, bylineLine, report)
  })
  return { authors: [...authors, ...credited(authors)], doubts }
}

/** Those of other credits. Somebody who did several things is the same person in each role, and in each once. */
function creditedPeople(
  credits: readonly PlacedCredit[],
  authors: readonly ParsedAuthor[],
  report: Report,
): ParsedAuthor[] {
  const known = new Map(authors.map((author) => [folded(author.displayName), author]))
  const inRole = new Set(authors.map(({ role, displayName }) => `${role} ${folded(displayName)}`))
  const people: ParsedAuthor[] = []
  for (const { role, names, line } of credits)
    for (const name of names) {
      const key = folded(name)
      if (inRole.has(`${role} ${key}`)) continue
      inRole.add(`${role} ${key}`)
      const person = known.get(key) ?? makeAuthor(name, undefined, line, report)
      known.set(key, person)
      people.push({ ...person, role })
    }
  return people
}

/** Puts paragraphs that go on about a person with the one that names them; splits one that is about several of the authors. */
function groupByPerson(lines: readonly TextLine[], names: readonly string[]): PersonBiography[] {
  const grouped: PersonBiography[] = []
  for (const line of lines) {
    for (const [index, text] of partByPerson(line.text, names).entries()) {
      const last = grouped.at(-1)
      const goesOn = index === 0 && last !== undefined && isOfSame(text, last, names)
      if (goesOn) last.paragraphs.push(text)
      else grouped.push({ paragraphs: [text], line: line.line })
    }
  }
  return grouped
}

/** Whether a paragraph goes on about the person of a biography: it begins with no name, or with the same of several. */
function isOfSame(text: string, { paragraphs: [first = ''] }: PersonBiography, names: readonly string[]): boolean {
  const [one, ...others] = authorsBegunWith(text, names)
  if (one !== undefined) {
    const [before, ...more] = authorsBegunWith(first, names)
    return others.length === 0 && more.length === 0 && before === one
  }
  return (
    readBiography(text, names) === null &&
    !names.some((name) => text.startsWith(name)) &&
    !beginsWithPerson(text, names) &&
    !isAboutAllAuthors(text, names)
  )
}

function partByPerson(text: string, names: readonly string[]): string[] {
  if (names.length < 2) return [text]
  const people: string[][] = []
  for (const sentence of sentences(text)) {
    const last = people.at(-1)
    if (last === undefined || (isBiography(sentence, names) && saysSomethingOf(sentence, names)))
      people.push([sentence])
    else last.push(sentence)
  }
  return people.map((own) => own.join(' '))
}

/** Gives each biography to the author who shares most of its name; one that is left over to the one author left over. */
function assign(
  names: readonly string[],
  biographies: readonly PersonBiography[],
  report: Report,
): Map<string, PersonBiography> {
  const assigned = new Map<string, PersonBiography>()
  const left: PersonBiography[] = []
  for (const biography of biographies) {
    const words = nameWords(nameIn(biography.paragraphs[0] ?? '', names))
    const [best, second] = names
      .filter((name) => !assigned.has(name))
      .map((name) => ({ name, shared: nameWords(name).filter((word) => words.includes(word)).length }))
      .sort((one, other) => other.shared - one.shared)
    if (best !== undefined && best.shared > (second?.shared ?? 0)) assigned.set(best.name, biography)
    else left.push(biography)
  }
  const [name, ...others] = names.filter((candidate) => !assigned.has(candidate))
  const [biography, ...more] = left
  const isOfAll = isAboutAllAuthors(biography?.paragraphs[0] ?? '', names)
  if (name !== undefined && biography !== undefined && others.length === 0 && more.length === 0 && !isOfAll) {
    return assigned.set(name, biography)
  }
  for (const { paragraphs, line } of left) {
    report(
      'biography_without_author',
      `It is not clear whose biography “${paragraphs[0] ?? ''}” is; it was not used.`,
      line,
    )
  }
  return assigned
}

/** Whom a biography is about: the name that its first sentence has, or that it begins with, were it one word of it. */
function nameIn(text: string, names: readonly string[]): string {
  return (
    readBiography(text, names)?.fullName ??
    names.find((name) => text.startsWith(name) || beginsWithPerson(text, [name])) ??
    onlyOne(authorsBegunWith(text, names)) ??
    ''
  )
}

function onlyOne([one, ...others]: readonly string[]): string | undefined {
  return others.length === 0 ? one : undefined
}

function authorWithoutByline(grouped: PersonBiography, report: Report): ParsedAuthor[] {
  const name = readBiography(grouped.paragraphs[0] ?? '')?.fullName ?? null
  if (name === null) return []
  report('byline_from_biography', `There is no byline; ${name} was taken from the biography.`, grouped.line)
  return [makeAuthor(name, grouped, grouped.line, report)]
}

function makeAuthor(
  printed: string,
  grouped: PersonBiography | undefined,
  bylineLine: number,
  report: Report,
): ParsedAuthor {
  const paragraphs = grouped?.paragraphs ?? []
  const [first] = paragraphs
  const line = grouped?.line ?? bylineLine
  const biography = first === undefined ? null : (readBiography(first, [printed]) ?? readBareBiography(printed, first))
  for (const doubt of biography?.doubts ?? []) report(doubt.code, doubt.message, line)
  if (first !== undefined && biography === null) {
    report('biography_not_understood', `Neither job title nor organisation could be read from “${first}”.`, line)
  }
  const fullName = biography?.fullName ?? null
  if (fullName !== null) compareNames(printed, fullName, line, report)

  const filed = sortName(printed, fullName)
  if (isNoPerson(printed))
    report('byline_not_a_person', `“${printed}” seems to be an organisation or a pseudonym.`, bylineLine)
  else if (isOrderUnsure(printed, fullName, biography?.affiliation?.country?.code ?? null)) {
    report('name_order_unsure', `“${printed}” is filed as “${filed}”; the family name may be another part.`, bylineLine)
  }
  return {
    displayName: printed,
    creditedAs: printed,
    role: 'author',
    sortName: filed,
    fullName,
    honorificPrefix: biography?.honorificPrefix ?? splitHonorific(printed).honorificPrefix,
    jobTitle: biography?.jobTitle ?? null,
    affiliation: biography?.affiliation ?? null,
    biography: paragraphs,
    shortBio: first === undefined ? null : shortBioOf(first),
    line: bylineLine,
  }
}

/** The first sentence, unless it is too long for what it is for. */
function shortBioOf(paragraph: string): string | null {
  const [sentence = ''] = sentences(paragraph)
  return sentence.length > MAX_SHORT_BIO ? null : sentence
}

function compareNames(printed: string, fullName: string, line: number, report: Report): void {
  const ofByline = nameWords(printed)
  const ofBiography = nameWords(fullName)
  if (ofByline.join(' ') === ofBiography.join(' ')) return
  const shared = ofByline.filter((word) => ofBiography.includes(word))
  if (shared.length === ofByline.length && ofBiography.length > ofByline.length) {
    report('biography_longer_name', `The byline says ${printed}, the biography ${fullName}.`, line)
    return
  }
  const verdict = shared.length === 0 ? 'the two names have nothing in common' : 'they were taken for the same person'
  report('biography_names_another_person', `The byline says ${printed}, the biography ${fullName}; ${verdict}.`, line)
}

/** A name of three or more words, or one of a country where family names come first, is filed by a guess. */
function isOrderUnsure(printed: string, fullName: string | null, country: string | null): boolean {
  const words = nameWords(printed)
  if (words.length < 2) return false
  if (words.filter((word) => word.length > 1).length > 2) return true
  const isSettled = fullName !== null && nameWords(fullName).join(' ') !== words.join(' ')
  return !isSettled && country !== null && FAMILY_NAME_FIRST.has(country)
}
