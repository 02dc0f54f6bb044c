import { TZDate } from '@date-fns/tz'

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/

/**
 * What somebody entered in a `datetime-local` field, as ISO 8601 with the offset that `timeZone` (IANA name) has at that
 * time: `2026-03-01T06:00` in Europe/Berlin is `2026-03-01T06:00:00.000+01:00`. Null for what is no time.
 */
export function isoWithOffset(local: string, timeZone: string): string | null {
  const [year, month, day, hour, minute, second] = (LOCAL.exec(local) ?? []).slice(1).map((part) => Number(part || 0))
  if (year === undefined || month === undefined) return null
  const time = new TZDate(year, month - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0, timeZone)
  return Number.isNaN(time.getTime()) || time.getMonth() !== month - 1 ? null : time.toISOString()
}
