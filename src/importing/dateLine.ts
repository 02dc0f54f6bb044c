import { DAY_NAMES, MONTH_NAMES } from './monthNames.ts'

/** Any of these words, the longest first; in a text that tells capitals, also with one. */
function anyOf(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`))
    .join('|')
}

/** Before a date: that something happened then, and words such as "on". */
const HAPPENED = anyOf(
  (
    'published,first published,updated,last updated,posted,date,modified,last modified,publié,mis à jour,veröffentlicht,aktualisiert,stand,' +
    'publicado,actualizado,atualizado,pubblicato,aggiornato,gepubliceerd,publicerad,publisert,发布,发布时间,發布,更新,更新时间'
  ).split(','),
)
const ON = String.raw`(?:on|at|le|el|il|am|den|à|um|a las|alle|às|kl\.|klo)`
const STATED = String.raw`(?:${HAPPENED})(?: ${ON})?(?:\s*[:：]\s*|\s+)`
const LEAD = new RegExp(String.raw`^(?:${STATED}|${ON}\s+)?(?:(?:${anyOf(DAY_NAMES)})\.?,?\s+)?`, 'iu')

const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|º)?\.? (?:d[ei] |d['’])?(\p{L}{3,12})\.?,? (?:del? )?(\d{4})(?: [гр]\.)?$/iu
const MONTH_FIRST = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu
const YEAR_FIRST =
  /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$|^(\d{4})[年년/] ?(\d{1,2})[月월/] ?(\d{1,2})[日일]?$/u

/**
 * Reads a line that is a date and nothing else ("19 August 2020", "Wednesday, August 19, 2020", "Published on 2020-08-19") as
 * `YYYY-MM-DD`. Null for anything else: a date inside a sentence dates the sentence, not the page; a date in figures that could be
 * read both ways round is not read.
 */
export function readDateLine(line: string): string | null {
  if (line.length > 60) return null
  const text = /^On\s/u.test(line) ? line : line.replace(LEAD, '').replace(/\s+/gu, ' ').trim()
  const [, ...yearFirst] = YEAR_FIRST.exec(text) ?? []
  const [year, month, day] = yearFirst.filter(Boolean)
  if (year !== undefined) return calendarDate(Number(year), Number(month), Number(day))
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst !== null) return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]))
  return null
}

/** A date or time that stood in a byline: as printed, and as `YYYY-MM-DD` if it is a date that can be read. */
export type BylineDate = {
  printed: string
  date: string | null
}

/** A capitalised word, or the name of a month. */
const MONTH = String.raw`(?:\p{Lu}\p{L}{2,11}|${anyOf(MONTH_NAMES.keys())})\.?`
const ISO = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const DATE = String.raw`${ISO}|\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|º)?\.? (?:d[ei] |d['’])?${MONTH},? (?:del? )?\d{4}(?: г\.| р\.)?|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}`
const ZONE = String.raw`(?:GMT|UTC|MSK|[A-Z]{1,4}T)\b`
const TIME = String.raw`(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,2} ?h(?: ?\d{2})?|\d{1,2}(?= ?[AaPp]\.?[Mm]\b))(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s*(?:Uhr|hrs?|h|klo)\b)?(?:\s*${ZONE})?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?`
const READING_TIME = String.raw`\d+\s*(?:-\s*)?min(?:ute)?s?\b(?: read)?`
const AGO = String.raw`\d+\s+(?:second|minute|min|hour|hr|day|week|month)s?\.?\s+ago|(?:vor|il y a|hace)\s+\d+\s+\p{Ll}+`
const DAY = String.raw`(?:(?:${anyOf(DAY_NAMES)})\.?,?\s+)?`
const DATE_OR_TIME = new RegExp(
  String.raw`(?<![\d])(?:${STATED}|(?<![\p{L}\d])${ON}\s+)?${DAY}(?:${DATE}|${TIME}|${READING_TIME}|${AGO})(?![\p{L}\d])`,
  'gu',
)
const LOOSE_MARKS = /(?:[\s,;|•·/]|(?:^|\s)[–—-](?=\s|$))+$|^(?:[\s,;|•·/]|[–—-]\s)+/gu
const DOUBLE_MARKS = /\s*([,;|•·])(?:\s*[,;|•·])+/gu

/** Takes dates and times out of a byline, with the marks that parted them from the names. Where `whole`, nothing needs to be left. */
export function takeDates(text: string, whole = false): { rest: string; dates: BylineDate[] } {
  if (!/\d/u.test(text)) return { rest: text, dates: [] }
  const dates: BylineDate[] = []
  const rest = text
    .replace(DATE_OR_TIME, (printed) => {
      dates.push({ printed: printed.trim(), date: readDateLine(printed.trim()) })
      return ''
    })
    .replace(DOUBLE_MARKS, '$1')
    .replace(LOOSE_MARKS, '')
    .replace(/\s+/gu, ' ')
  return (rest === '' && !whole) || dates.length === 0 ? { rest: text, dates: [] } : { rest, dates }
}

/** Reads a line of a date with times, or of several dates, and nothing else, as the first date in it. */
export function readDatesLine(line: string): string | null {
  if (line.length > 100) return null
  const { rest, dates } = takeDates(line, true)
  return rest === '' ? (dates.find(({ date }) => date !== null)?.date ?? null) : null
}

function monthNumber(name = ''): number {
  return MONTH_NAMES.get(name.toLowerCase()) ?? 0
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && month > 0 ? date.toISOString().slice(0, 10) : null
}
