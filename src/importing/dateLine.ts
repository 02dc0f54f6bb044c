const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const DAY_NAME = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+/iu
const LABEL = /^(?:published|posted|updated|last updated|date)(?:\s+on)?\s*:?\s+/iu

/**
 * Reads a line that is a date and nothing else ("19 August 2020", "Wednesday, August 19, 2020", "Published on 2020-08-19") as
 * `YYYY-MM-DD`. Null for anything else: a date inside a sentence dates the sentence, not the page; a date in figures that could be
 * read both ways round is not read.
 */
export function readDateLine(line: string): string | null {
  if (line.length > 60) return null
  const text = line.replace(LABEL, '').replace(DAY_NAME, '').replace(/\s+/gu, ' ').trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/iu.exec(text)
  if (dayFirst !== null) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text)
  if (monthFirst !== null) return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]))
  return null
}

/** A date or time that stood in a byline: as printed, and as `YYYY-MM-DD` if it is a date that can be read. */
export type BylineDate = {
  printed: string
  date: string | null
}

const MONTH = String.raw`\p{Lu}[\p{L}]{2,8}\.?`
const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?\.? ${MONTH},? \d{4}|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}`
const TIME = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s*(?:GMT|UTC|[A-Z]{2,4}T)\b)?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?`
const READING_TIME = String.raw`\d+\s*(?:-\s*)?min(?:ute)?s?\b(?: read)?`
const DAY = String.raw`(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?`
const STATED = String.raw`(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Dd]ate)(?: on)?:?\s+|\b(?:on|at)\s+)?`
const DATE_OR_TIME = new RegExp(`${STATED}${DAY}(?:${DATE}|${TIME}|${READING_TIME})(?![\\p{L}\\d])`, 'gu')
const LOOSE_MARKS = /(?:[\s,;|•·/]|(?:^|\s)[–—-](?=\s|$))+$|^(?:[\s,;|•·/]|[–—-]\s)+/gu
const DOUBLE_MARKS = /\s*([,;|•·])(?:\s*[,;|•·])+/gu

/** Takes dates and times out of a byline, with the marks that parted them from the names. */
export function takeDates(text: string): { rest: string; dates: BylineDate[] } {
  if (!/\d/u.test(text)) return { rest: text, dates: [] }
  const dates: BylineDate[] = []
  const rest = text
    .replace(DATE_OR_TIME, (printed) => {
      dates.push({ printed: printed.trim(), date: readDateLine(printed.trim().replace(/^(?:on|at)\s+/u, '')) })
      return ''
    })
    .replace(DOUBLE_MARKS, '$1')
    .replace(LOOSE_MARKS, '')
    .replace(/\s+/gu, ' ')
  return rest === '' || dates.length === 0 ? { rest: text, dates: [] } : { rest, dates }
}

function monthNumber(name = ''): number {
  const wanted = name.toLowerCase() === 'sept' ? 'sep' : name.toLowerCase()
  return MONTHS.findIndex((month) => month === wanted || (wanted.length === 3 && month.startsWith(wanted))) + 1
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && month > 0 ? date.toISOString().slice(0, 10) : null
}
