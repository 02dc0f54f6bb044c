import { isOrganizationName } from '../organizations.ts'
import { isNoPerson, sortName, tidyName } from '../personNames.ts'
import { readByline } from '../readByline.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo, tidyLine } from './characters.ts'
import type { ArchivedAuthor } from './ParsedArchive.ts'

/** Characters of a byline at most. */
export const MAX_BYLINE = 400

/** People that one article credits at most. */
const MOST_AUTHORS = 20

/** Somebody as a feed names them; `more` tells people of one name apart: an address of theirs. */
export type NamedAuthor = { name: string; more: string; line: number }

/** Says that a name is that of a person, and that people of another site may have it. */
export function tellOfNoSite(name: string, line: number, notes: ArchiveNotes): void {
  const message = `The file does not say which site it is from; “${name}” stays in the byline, and nobody is credited.`
  notes.say('author_unknown', line, message)
}

/** The people that a feed names, and the byline as printed where that is not their names alone. */
export function feedAuthors(
  named: readonly NamedAuthor[],
  feed: string,
  notes: ArchiveNotes,
): { authors: ArchivedAuthor[]; byline: string | null } {
  const authors: ArchivedAuthor[] = []
  const printed: string[] = []
  let isPlain = true
  for (const { name, more, line } of named) {
    const tidy = tidyName(tidyLine(name))
    if (tidy === '') continue
    const byline = readByline(tidy, true)
    const people = (byline?.names ?? []).filter((each) => !isOrganizationName(each) && !isNoPerson(each))
    printed.push(byline?.printed ?? tidy)
    if (people.length === 0 || (byline?.extra.length ?? 0) > 0 || people.length < (byline?.names.length ?? 0)) {
      isPlain = false
      const message = `“${tidy}” is not the names of people alone; the byline has it as it is.`
      notes.say('byline_extra', line, message)
    }
    const [person] = people
    if (feed === '' && person !== undefined) {
      isPlain = false
      tellOfNoSite(person, line, notes)
      continue
    }
    for (const displayName of people) {
      const identity = ['feed', feed, displayName, more]
      authors.push({ identity, displayName, sortName: sortName(displayName), fullName: null, line })
    }
  }
  if (authors.length > MOST_AUTHORS) {
    isPlain = false
    const message = `An item names ${String(authors.length)} authors; the first ${String(MOST_AUTHORS)} are credited, and the byline has the others.`
    notes.say('authors_too_many', authors[0]?.line ?? 1, message)
    authors.length = MOST_AUTHORS
  }
  return { authors, byline: isPlain ? null : cutTo(printed.join(', '), MAX_BYLINE) }
}
