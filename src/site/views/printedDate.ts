/** How a day is printed on this site: 28 November 2023. */
const LOCALE = 'en-GB'

/** A day as printed and as `<time datetime>` takes it. */
export type DateView = {
  /** ISO 8601 instant. */
  readonly instant: string
  readonly printed: string
}

/** An instant as a day in the newsroom's zone (IANA name); in UTC when the zone is unknown to this machine. */
export function printedDate(instant: string, timeZone = 'UTC', weekday = false): DateView {
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday ? { weekday: 'long' } : {}),
  }
  const at = new Date(instant)
  let printed: string
  try {
    printed = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone }).format(at)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    printed = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' }).format(at)
  }
  return { instant, printed }
}
