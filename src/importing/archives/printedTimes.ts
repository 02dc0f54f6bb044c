/** A moment as a file prints it: `YYYY-MM-DDTHH:MM:SS` and its zone, `Z` or `±HH:MM`. */
export type PrintedTime = string

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zones that RFC 822, 5.1 has names for; the letters of armies have been read both ways (RFC 2822, 4.3). */
const ZONES: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UT: 'Z',
  UTC: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

const RFC822 =
  /^(?:[a-z]{3,9},?\s{1,5})?(\d{1,2})\s{1,5}([a-z]{3})[a-z]{0,6}\s{1,5}(\d{2}|\d{4})\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,5}([+-]\d{4}|[a-z]{1,3})$/iu
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/iu
const WORDPRESS = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u

/** A time of RSS (RFC 822, with years of four digits too). Null for what is no moment, such as 30 February. */
export function rfc822Time(text: string): PrintedTime | null {
  const [, day = '', month = '', year = '', hours = '', minutes = '', seconds = '00', zone = ''] =
    RFC822.exec(text.trim()) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  const offset = ZONES[zone.toUpperCase()] ?? (/^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : null)
  if (number === 0 || offset === null) return null
  // RFC 2822, 4.3: 00 to 49 are of this century.
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`
  return moment([full, two(String(number)), two(day), two(hours), minutes, seconds], offset)
}

/** A time of Atom and JSON Feed (RFC 3339). */
export function rfc3339Time(text: string): PrintedTime | null {
  const [, ...parts] = RFC3339.exec(text.trim()) ?? []
  const zone = parts.pop()
  return zone === undefined ? null : moment(parts, zone.toUpperCase())
}

/**
 * The time of an article of WordPress, which keeps it twice: where the site is and in Greenwich. What they differ by is the zone. Null
 * where that is none, or where one of them is left out, as with `0000-00-00 00:00:00`.
 */
export function wordPressTime(local: string, greenwich: string): PrintedTime | null {
  const [, ...there] = WORDPRESS.exec(local.trim()) ?? []
  const [, ...here] = WORDPRESS.exec(greenwich.trim()) ?? []
  const [first, second] = [moment(there, 'Z'), moment(here, 'Z')]
  if (first === null || second === null) return null
  const minutes = (Date.parse(first) - Date.parse(second)) / 60_000
  // From UTC-12 to UTC+14, in quarters of an hour.
  if (minutes < -720 || minutes > 840 || minutes % 15 !== 0) return null
  const away = Math.abs(minutes)
  const zone = `${minutes < 0 ? '-' : '+'}${two(String(Math.floor(away / 60)))}:${two(String(away % 60))}`
  return moment(there, minutes === 0 ? 'Z' : zone)
}

/** Year, month, day, hours, minutes, seconds, if there is such a moment. */
function moment(parts: readonly string[], zone: string): PrintedTime | null {
  const [year = '', month = '', day = '', hours = '', minutes = '', seconds = ''] = parts
  const date = `${year}-${month}-${day}`
  const isDay = Number(year) >= 1900 && isDate(date)
  return isDay && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60 && isZone(zone)
    ? `${date}T${hours}:${minutes}:${seconds}${zone}`
    : null
}

function isZone(zone: string): boolean {
  const [, hours = '99', minutes = '0'] = /^[+-](\d{2}):(\d{2})$/u.exec(zone) ?? []
  return zone === 'Z' || (Number(hours) <= 14 && Number(minutes) < 60)
}

const two = (digits: string): string => digits.padStart(2, '0')

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
