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

function monthNumber(name = ''): number {
  const wanted = name.toLowerCase() === 'sept' ? 'sep' : name.toLowerCase()
  return MONTHS.findIndex((month) => month === wanted || (wanted.length === 3 && month.startsWith(wanted))) + 1
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && month > 0 ? date.toISOString().slice(0, 10) : null
}
