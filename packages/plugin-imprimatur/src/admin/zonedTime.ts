import { Temporal } from 'temporal-polyfill'

/**
 * A time of day on a day, as somebody entered it by the clock of a time zone: it happens once, twice (when clocks are put back) or not
 * at all (when they are put forward; `next` is when the clock would have shown it). Instants are ISO 8601 in UTC.
 */
export type ZonedReading =
  | { readonly kind: 'once'; readonly at: string }
  | { readonly kind: 'twice'; readonly first: string; readonly second: string }
  | { readonly kind: 'never'; readonly next: string }
  | { readonly kind: 'unreadable' }

/**
 * Reads what `<input type="datetime-local">` gives (`2027-03-28T02:30`) by the clock of `timeZone` (IANA name). The zone of the
 * browser plays no part in it.
 */
export function readLocal(local: string, timeZone: string): ZonedReading {
  const time = plainTime(local)
  if (time === null) return { kind: 'unreadable' }
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  if (first.epochMilliseconds === second.epochMilliseconds) return { kind: 'once', at: iso(first) }
  if (first.toPlainDateTime().equals(time)) return { kind: 'twice', first: iso(first), second: iso(second) }
  return { kind: 'never', next: iso(second) }
}

/**
 * What a box for a time settles on: an instant, null for none, undefined while nobody can tell what is meant.
 *
 * @param isPartial whether a part of the box is filled though it gives nothing
 * @param former the instant that stood there: of a time that comes twice it is the one that was chosen
 */
export function settledOn(
  local: string,
  { former, isPartial, timeZone }: { former: string | null; isPartial: boolean; timeZone: string },
): string | null | undefined {
  if (local === '') return isPartial ? undefined : null
  const reading = readLocal(local, timeZone)
  if (reading.kind === 'once') return reading.at
  if (reading.kind === 'twice') return [reading.first, reading.second].find((at) => at === former)
  return undefined
}

/** What the clock of `timeZone` shows at an instant, as `datetime-local` takes it, to the minute. Empty for what is no instant. */
export function localTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return ''
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' })
}

function plainTime(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/u.test(local)) return null
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function iso(time: Temporal.ZonedDateTime): string {
  return new Date(time.epochMilliseconds).toISOString()
}
