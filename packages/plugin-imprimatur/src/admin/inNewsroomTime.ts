/** Puts the day before the month, and names the zones of more countries than `en-US` does. */
const ENGLISH = 'en-GB'

/**
 * A moment as the panel prints it everywhere: by the clock of `timeZone` (IANA name), which it names.
 *
 * @param locale BCP 47
 */
export function inNewsroomTime(at: string | number | Date, timeZone: string, locale = ENGLISH): string {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return ''
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(moment)
}

/**
 * “10:42” of a moment on the day of `now` by the clock of `timeZone`, which is named where the browser's shows another time; null of another day.
 *
 * @param browserZone that of this process when left out
 */
export function timeOfToday(
  at: string,
  now: Date,
  timeZone: string,
  locale = ENGLISH,
  browserZone?: string,
): string | null {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return null
  const day = { dateStyle: 'short', timeZone } as const
  if (format(moment, locale, day) !== format(now, locale, day)) return null
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const isTheirs =
    format(moment, locale, { ...time, timeZone }) === format(moment, locale, { ...time, timeZone: browserZone })
  return format(moment, locale, { ...time, timeZone, ...(isTheirs ? {} : { timeZoneName: 'short' }) })
}

function format(moment: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(moment)
}

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/gu

/** A sentence of the server, which names instants in ISO 8601, with these as the panel prints them. */
export function timesInWords(sentence: string, timeZone: string, locale = ENGLISH): string {
  return sentence.replace(INSTANT, (at) => inNewsroomTime(at, timeZone, locale) || at)
}

/** A day without a time, which Payload stores as noon in UTC. */
export function asDay(at: string | number | Date, locale = ENGLISH): string {
  const day = new Date(at)
  if (Number.isNaN(day.getTime())) return ''
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    day,
  )
}

/** "Europe/Berlin (GMT+2)": the zone of the newsroom's clock with its offset at `at`, for beside a field. */
export function zoneInWords(timeZone: string, at: Date, locale = ENGLISH): string {
  if (timeZone === 'UTC') return timeZone
  const name = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  return name === undefined ? timeZone : `${timeZone} (${name})`
}

const ZONE = Symbol.for('imprimatur.timeZone')

/** The newsroom's zone, for code of Payload's that knows no React context; the same in every bundle of a process. */
export function rememberZone(timeZone: string): void {
  Object.assign(globalThis, { [ZONE]: timeZone })
}

/** UTC until {@link rememberZone} was called. */
export function rememberedZone(): string {
  const zone = (globalThis as { [ZONE]?: unknown })[ZONE]
  return typeof zone === 'string' ? zone : 'UTC'
}
