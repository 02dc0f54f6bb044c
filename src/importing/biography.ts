import { countryAtEnd, countryNamed, otherMeaning } from './countries.ts'
import type { Country } from './countries.ts'
import type { DoubtCode } from './doubts.ts'
import {
  DEPARTMENT,
  isOrganization,
  isOrganizationName,
  POST,
  STRONG_ORGANIZATION,
  WEAK_ORGANIZATION,
} from './organizations.ts'
import { foldedName } from './folded.ts'
import { canBeName, hasNameShape, nameWords, splitHonorific, tellingWords, tidyName, UNSPACED } from './personNames.ts'
import { isBareTitle, isInCapitals, isPostTitle, namesPost } from './postTitle.ts'

/** Where a person works, as a biography says it. */
export type Affiliation = {
  organization: string
  department: string | null
  country: Country | null
}

/** What the first sentence of a biography says. What it does not say is null. */
export type Biography = {
  /** The name that the sentence is about, without honorifics; null for "The author is …". */
  fullName: string | null
  honorificPrefix: string | null
  jobTitle: string | null
  affiliation: Affiliation | null
  doubts: { code: DoubtCode; message: string }[]
}

const VERB =
  /\s(?:is|was|has been|serves as|served as|works as|worked as)\s+(?:(?:currently|now|presently|also|formerly|an?|the)\s+)*/u
const WORKS = /\s(?:teaches|works|writes|lectures|studies|researches|reports|leads|directs|heads|chairs|edits)\s/u
const THE_AUTHOR = /^(?:the|this) (?:author|writer)$/iu
const AUTHOR_IN_CAPITALS = /^(?:THE|THIS) (?:AUTHOR|WRITER)\b/u
/** Over a biography, or in front of it with a mark behind. */
const LABEL =
  /^(?:about (?:the )?(?:authors?|writers?|contributors?)|the authors?|authors?|bio(?:graphy)?|author bio|about [^:.]{1,60}(?=:)|über (?:den autor|die autorin|die autor(?:inn)?en)|zur person|sobre (?:el autor|la autora|los autores|o autor|a autora)|(?:à propos de|sur) l[’']aut(?:eur|rice)|l[’']autore|om (?:forfatteren|författaren)|over de auteur|o (?:autorze|autorovi|autore)|об авторе|作者简介|作者簡介|著者紹介|執筆者紹介)/iu
const LABEL_MARK = /^\s*(?:[:：|]|[–—-](?=\s))\s*/u
/** What parts a name that the byline has from a post: "Ida Holm: Professor at …", "Ida Holm – Professor …", "Ida Holm (Professor …)". */
const NAME_MARK = /\s*[:：|]\s*|\s+[–—-]\s+|\s*[(（]/u

/** Characters that a biography, and its first sentence, have at most. */
const MAX_BIOGRAPHY = 4000
const MAX_SENTENCE = 600

// A full stop after a single letter or a short form ends no sentence.
const SENTENCE_END =
  /(?<!\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|Amb|Gen|Col|Rev|Hon|Jr|Sr|Inc|Ltd|Dept|Univ|No|vs|Ph\.D|U\.S|U\.K|U\.N))[.!?]["”’)\]]*(?=\s+["“‘(]?[\p{Lu}\p{Lo}])/gu

/** The sentences of a text, as printed. Short forms such as "Dr." end none. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const end of text.matchAll(SENTENCE_END)) {
    const to = end.index + end[0].length
    found.push(text.slice(from, to).trim())
    from = to
  }
  found.push(text.slice(from).trim())
  return found.filter((sentence) => sentence !== '')
}

type Subject = {
  name: string
  rest: string
  verb: boolean
}

/**
 * The subject of "Name is …", "Name, Professor at …", "The author is …" and what is said of it. A name that the byline has may have
 * any form.
 */
function subjectOf(sentence: string, names: readonly string[]): Subject | null {
  const isSubject = (name: string): boolean =>
    hasNameShape(name, 1) || THE_AUTHOR.test(name) || names.some((known) => isSameName(name, known))
  const verb = VERB.exec(sentence)
  if (verb !== null) {
    const name = tidyName(sentence.slice(0, verb.index))
      .replace(/\s*\([^)]*\)$/u, '')
      .replace(/,$/u, '')
    if (isSubject(name)) {
      return { name, rest: sentence.slice(verb.index + verb[0].length), verb: true }
    }
  }
  const works = WORKS.exec(sentence)
  if (works !== null) {
    const name = tidyName(sentence.slice(0, works.index))
    if (isSubject(name)) return { name, rest: sentence.slice(works.index + 1), verb: false }
  }
  const comma = sentence.indexOf(',')
  if (comma > 0) {
    const name = tidyName(sentence.slice(0, comma))
    const rest = sentence
      .slice(comma + 1)
      .trim()
      .replace(/^(?:an?|the)\s+/iu, '')
    const isNamed = hasNameShape(name) || names.some((known) => isSameName(name, known))
    if (isNamed && POST.test(rest.split(/\s+/u).slice(0, 6).join(' '))) return { name, rest, verb: true }
  }
  const mark = NAME_MARK.exec(sentence)
  if (mark === null) return null
  const name = tidyName(sentence.slice(0, mark.index))
  const rest = sentence
    .slice(mark.index + mark[0].length)
    .replace(/[)）]$/u, '')
    .replace(/^(?:an?|the)\s+/iu, '')
  return names.some((known) => isSameName(name, known)) && isBareTitle(splitPost(rest).title, names)
    ? { name, rest, verb: true }
    : null
}

/** A biography without the label in front of it; empty if it is the label alone. */
function withoutLabel(text: string): string {
  const label = LABEL.exec(text)?.[0]
  if (label === undefined) return text
  const rest = text.slice(label.length)
  const mark = LABEL_MARK.exec(rest)?.[0]
  if (mark === undefined) return rest.trim() === '' ? '' : text
  return rest.slice(mark.length)
}

/** Whether a line is the label over a biography: "About the author". */
export function isBiographyLabel(text: string): boolean {
  return withoutLabel(text) === ''
}

/** Whether a text is a name, and one of the two names has all the words of the other. */
function isSameName(name: string, known: string): boolean {
  if (foldedName(name) === foldedName(known)) return true
  if (!canBeName(name)) return false
  const [fewer = [], more = []] = [nameWords(name), nameWords(known)].sort((one, other) => one.length - other.length)
  return fewer.length > 0 && fewer.every((word) => more.includes(word))
}

/** What stands before and after the first place where `pattern` matches. */
function partAt(text: string, pattern: RegExp): [string, string] | null {
  const found = pattern.exec(text)
  return found === null ? null : [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()]
}

/** Parts "Professor of X at the School of Y, Z University" into the post and where it is held. */
function splitPost(text: string): { title: string; place: string | null } {
  const department = partAt(
    text,
    /\s+(?:in|within) the (?=(?:\S+\s+){0,3}?(?:school|department|faculty|institute|centre|center|division)\b)/iu,
  )
  const at = partAt(text, /\s+at (?!large\b)(?:the )?/iu)
  if (at !== null && (department === null || at[0].length < department[0].length)) return { title: at[0], place: at[1] }
  if (department !== null) return { title: department[0], place: department[1] }
  const other = partAt(text, /\s+(?:with|for) (?:the )?(?=\p{Lu})/u)
  if (other !== null && !isOrganization(other[0])) return { title: other[0], place: other[1] }
  // "Director of the Institute for Rivers, Z University", but not "Professor of Law, Z University"
  const of = partAt(text, /\s+of (?:the )?(?=\p{Lu})/u)
  if (of !== null && isOrganization(of[1].split(',')[0] ?? '')) return { title: of[0], place: of[1] }
  const comma = partAt(text, /,\s+/u)
  if (comma !== null && (isOrganization(comma[1]) || (/^(?!.* and )/u.test(comma[1]) && isOrganizationName(comma[1]))))
    return { title: comma[0], place: comma[1] }
  return { title: text, place: null }
}

/** Cuts off what a first affiliation is followed by: a relative clause, a second post, a book. */
function cutFurther(text: string): { kept: string; cut: boolean } {
  const further =
    /,?\s+(?:where|who|whose|which)\s|,\s+(?:specialis|specializ|focus|with a|(?:has|is|was|lives|writes|works|teaches|studies)\s)|(?:,|\s)\s*and\s+(?:(?:an?|also|the author|author|has|is|was|lives|writes|formerly|currently|serves|works|he|she|they)\s)|;\s|\s[–—]\s/iu
  const found = further.exec(text)
  return found === null
    ? { kept: text, cut: false }
    : { kept: text.slice(0, found.index).replace(/,$/u, ''), cut: true }
}

/**
 * Reads a biography's first sentence. Null if the text does not have the shape of one, or is longer than a biography is. `names` are
 * those of the byline.
 */
export function readBiography(text: string, names: readonly string[] = []): Biography | null {
  if (text.length > MAX_BIOGRAPHY) return null
  const sentence = tidyName(sentences(withoutLabel(text))[0] ?? '').replace(/\.$/u, '')
  if (sentence.length > MAX_SENTENCE) return null
  if (isInCapitals(sentence)) return readCapitals(sentence, names)
  const subject = subjectOf(sentence, names)
  if (subject === null) return null
  const doubts: Biography['doubts'] = []
  const named = THE_AUTHOR.test(subject.name) ? null : splitHonorific(subject.name)
  const biography: Biography = {
    fullName: named?.name ?? null,
    honorificPrefix: named?.honorificPrefix ?? null,
    jobTitle: null,
    affiliation: null,
    doubts,
  }

  const { kept, cut } = cutFurther(subject.rest)
  const { title, place } = splitPost(kept)
  const isPost = subject.verb && isPostTitle(title)
  if (isPost) biography.jobTitle = capitalised(title)
  if (place !== null) biography.affiliation = readAffiliation(place, doubts)
  if (cut && isPost) {
    doubts.push({
      code: 'biography_more_affiliations',
      message: `The biography of ${subject.name} goes on after “${kept}”; only that was read into title and affiliation.`,
    })
  }
  if (biography.jobTitle === null || biography.affiliation === null) {
    const missing = [
      biography.jobTitle === null ? 'job title' : null,
      biography.affiliation === null ? 'organisation' : null,
    ]
    doubts.push({
      code: 'biography_not_understood',
      message: `No ${missing.filter((part) => part !== null).join(' and no ')} could be read from “${sentence}”.`,
    })
  }
  if (biography.affiliation?.country === null) {
    doubts.push({ code: 'no_country', message: `No country could be read from “${place ?? ''}”.` })
  }
  return biography
}

/** Reads a biography that leaves the name to the byline: "Professor of Law, X University". Null for a sentence about somebody. */
export function readBareBiography(name: string, text: string): Biography | null {
  const bare = withoutLabel(text)
  const [sentence = ''] = sentences(bare)
  const { title } = splitPost(cutFurther(sentence.replace(/^(?:an?|the)\s+/iu, '')).kept)
  if (!isBareTitle(title.replace(/\.$/u, ''), [name])) return null
  const read = readBiography(`${name}, ${bare}`, [name])
  return read === null ? null : { ...read, fullName: null, honorificPrefix: null }
}

/** Whether a text is a biography by itself: it says what post a named person holds. */
export function isBiography(text: string, names: readonly string[] = []): boolean {
  const biography = readBiography(text, names)
  return biography !== null && biography.jobTitle !== null
}

/** Capitals hide what is a name and what is not, so nothing but whom it is about is read from them. */
function readCapitals(sentence: string, names: readonly string[]): Biography | null {
  const named = names.find((name) => beginsWithName(sentence, name))
  if (named === undefined && !AUTHOR_IN_CAPITALS.test(sentence)) return null
  const message = `The biography of ${named ?? 'the author'} is in capitals; no job title or organisation was read from it.`
  return {
    fullName: named ?? null,
    honorificPrefix: null,
    jobTitle: null,
    affiliation: null,
    doubts: [{ code: 'biography_not_understood', message }],
  }
}

/** What follows a name of Chinese, Japanese or Korean where something is said of the person. */
const AFTER_UNSPACED = /^\s*[，,、：:（(は是은는]/u

/** Whether a text, but for a label, begins with a name of the byline, in full or with a title or a second name in it. */
export function beginsWithPerson(text: string, names: readonly string[]): boolean {
  const bare = withoutLabel(text)
  return names.some(
    (name) =>
      (nameWords(name).length > 1 && beginsWithName(bare, name)) ||
      (UNSPACED.test(name) && bare.startsWith(name) && AFTER_UNSPACED.test(bare.slice(name.length))),
  )
}

/** Those of several authors whom a text may begin with: with the whole name, or with one word of it, after a title or not. */
export function authorsBegunWith(text: string, names: readonly string[]): string[] {
  if (names.length < 2) return []
  const whole = names.filter((name) => beginsWithPerson(text, [name]))
  if (whole.length > 0) return whole
  const [printed = ''] = splitHonorific(withoutLabel(text)).name.split(/[\s,:;]/u)
  const [word = ''] = nameWords(printed)
  return /^\p{Lu}/u.test(printed) ? names.filter((name) => tellingWords(name).includes(word)) : []
}

const ALL_AUTHORS =
  /^(?:(?:the|both)(?: two| three)? (?:authors|writers)|die (?:beiden )?autor(?:inn)?en|les (?:deux )?auteurs|los (?:dos )?autores|las (?:dos )?autoras|gli autori|os autores)(?!\p{L})/iu

/** Whether a text says of all authors what they are: "The authors are journalists in Accra." */
export function isAboutAllAuthors(text: string, names: readonly string[]): boolean {
  const rest = text.replace(ALL_AUTHORS, '')
  return names.length > 1 && rest !== text && namesPost(rest.replace(/(?<=\p{L})s(?!\p{L})/gu, ''))
}

/** Whether a sentence begins with the words of a name, with up to two others between them: a title, a second name. */
function beginsWithName(sentence: string, name: string): boolean {
  const [first, own] = [sentence, name].map((text) => nameWords(text.replace(/[^\p{L}\p{M}\s.'’-]/gu, ' ')))
  if (first === undefined || own === undefined || own.length === 0) return false
  const start = first.slice(0, own.length + 2)
  return own.every((word) => start.includes(word))
}

function capitalised(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** Reads "School of X, Jilin University China" and the like. Null if no organisation is left. */
function readAffiliation(place: string, doubts: Biography['doubts']): Affiliation | null {
  const segments = place
    .split(/,\s*|\s+at (?:the )?(?=\p{Lu})/u)
    .map((segment) => segment.trim().replace(/^the\s+/iu, ''))
    .filter((segment) => segment !== '')
  const country = takeCountry(segments, doubts)

  const [only] = segments
  if (segments.length === 1 && only !== undefined) {
    const parts =
      /^(.*\b(?:school|department|faculty|institute|centre|center|division)\b.*) of (?:the )?((?=.*universi).+)$/iu.exec(
        only,
      )
    if (parts?.[1] !== undefined && parts[2] !== undefined) segments.splice(0, 1, parts[1], parts[2])
  }
  let index = segments.findLastIndex((segment) => STRONG_ORGANIZATION.test(segment))
  if (index < 0) index = segments.findLastIndex((segment) => WEAK_ORGANIZATION.test(segment))
  if (index < 0) index = 0
  let organization = segments[index]
  if (organization === undefined) return null
  const before = segments.slice(0, index)
  const after = segments.slice(index + 1)
  if (before.length === 0 && after[0] !== undefined && DEPARTMENT.test(after[0])) before.push(...after.splice(0, 1))

  const town =
    country === null ? null : /^(.+\S) in (\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*)?)$/u.exec(organization)
  if (town?.[1] !== undefined && town[2] !== undefined && isOrganization(town[1])) {
    organization = town[1]
    after.unshift(town[2])
  }
  if (after.length > 0) {
    doubts.push({
      code: 'biography_place_left_out',
      message: `“${after.join(', ')}” was taken for a place and left out of the affiliation “${organization}”.`,
    })
  }
  return { organization, department: before.length === 0 ? null : before.join(', '), country }
}

/** Takes the country off the end of the segments, whether it is a segment of its own or ends the last one. */
function takeCountry(segments: string[], doubts: Biography['doubts']): Country | null {
  const last = segments.at(-1)
  if (last === undefined) return null
  const own = segments.length > 1 ? countryNamed(last) : undefined
  const ended = own === undefined ? countryAtEnd(last) : undefined
  const country = own ?? ended?.country
  if (country === undefined) return null
  segments.pop()
  if (ended !== undefined) {
    segments.push(ended.before)
    if (!ended.joined) {
      doubts.push({
        code: 'country_without_comma',
        message: `“${last}” was read as the organisation “${ended.before}” and the country ${country.name}.`,
      })
    }
  }
  const other = otherMeaning(country)
  if (other !== undefined) {
    doubts.push({
      code: 'country_ambiguous',
      message: `“${country.name}” was read as the country (${country.code}); it may be ${other}.`,
    })
  }
  return country
}
