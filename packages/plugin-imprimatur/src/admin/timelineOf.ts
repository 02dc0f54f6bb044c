import type { DeskEntry } from '../operations/index.ts'

type Day = { readonly day: string; readonly times: { readonly time: string; readonly entry: DeskEntry }[] }

/**
 * Scheduled pieces by the day on which they go out, as the newsroom's clock has it, both in their order.
 *
 * @param locale BCP 47
 */
export function timelineOf(entries: readonly DeskEntry[], timeZone: string, locale: string): readonly Day[] {
  const [day, time] = [
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }),
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
  ]
  const days: Day[] = []
  for (const entry of entries) {
    if (!entry.schedule) continue
    const at = new Date(entry.schedule.at)
    const last = days.at(-1)
    const on = last?.day === day.format(at) ? last : { day: day.format(at), times: [] }
    if (on !== last) days.push(on)
    on.times.push({ time: time.format(at), entry })
  }
  return days
}
