import { describe, expect, it } from 'vitest'
import { mailSlot } from '../../../packages/plugin-imprimatur/src/domain/notifications/index.ts'

const slot = (at: string, wish: 'daily' | 'hourly', zone: string) => mailSlot(new Date(at), wish, zone)

// By hand, with the offsets of the IANA time zone database.
describe('what goes into one mail', () => {
  it.each([
    ['Europe/Berlin', '2026-03-02T05:59:59Z', '2026-03-02T06:00:00Z'],
    ['UTC', '2026-03-02T06:59:59Z', '2026-03-02T07:00:00Z'],
    ['America/New_York', '2026-03-02T11:59:59Z', '2026-03-02T12:00:00Z'],
    // Clocks are put forward on 29 March: seven in the morning is 05:00 UTC from then on.
    ['Europe/Berlin', '2026-03-29T04:59:59Z', '2026-03-29T05:00:00Z'],
  ])('of a day ends at seven in the morning in %s', (zone, last, first) => {
    expect(slot(last, 'daily', zone)).not.toBe(slot(first, 'daily', zone))
    expect(slot(first, 'daily', zone)).toBe(
      slot('2026-03-02T20:00:00Z'.replace('03-02', first.slice(5, 10)), 'daily', zone),
    )
  })

  it.each([
    ['UTC', '2026-03-02T08:59:59Z', '2026-03-02T09:00:00Z', '2026-03-02T09:59:59Z'],
    // Half an hour beside the others.
    ['Asia/Kolkata', '2026-03-02T08:29:59Z', '2026-03-02T08:30:00Z', '2026-03-02T09:29:59Z'],
    // Clocks are put back on 25 October: two hours are called two o’clock.
    ['Europe/Berlin', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z', '2026-10-25T01:59:59Z'],
  ])('of an hour ends at the full hour in %s', (zone, last, first, same) => {
    expect(slot(last, 'hourly', zone)).not.toBe(slot(first, 'hourly', zone))
    expect(slot(first, 'hourly', zone)).toBe(slot(same, 'hourly', zone))
  })
})
