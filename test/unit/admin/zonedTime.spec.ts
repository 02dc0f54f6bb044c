import { afterAll, describe, expect, it } from 'vitest'
import {
  asDay,
  inNewsroomTime,
  timesInWords,
  zoneInWords,
} from '../../../packages/plugin-imprimatur/src/admin/inNewsroomTime.ts'
import { localTime, readLocal, settledOn } from '../../../packages/plugin-imprimatur/src/admin/zonedTime.ts'

/** The zone of this process, which stands for the browser's. */
const own = process.env.TZ
function inBrowserOf(zone: string): void {
  process.env.TZ = zone
}
afterAll(() => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

const BROWSERS = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
]
const NEWSROOMS = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
/** Every half hour that a clock may show in 2027. */
const HALF_HOURS = Array.from({ length: 365 * 48 }, (_, index) =>
  new Date(Date.UTC(2027, 0, 1, 0, 30 * index)).toISOString().slice(0, 16),
)

describe('a time by the newsroom’s clock', () => {
  // Offsets and changes are those of the tz database: Berlin goes from +1 to +2 on 28 March 2027 at 2:00 and back on 31 October at 3:00;
  // Lord Howe Island moves by half an hour.
  it.each([
    ['UTC', '2027-03-14T02:30', '2027-03-14T02:30:00.000Z'],
    ['Europe/Berlin', '2027-03-01T06:00', '2027-03-01T05:00:00.000Z'],
    ['Europe/Berlin', '2027-07-01T06:00', '2027-07-01T04:00:00.000Z'],
    ['America/St_Johns', '2027-01-15T23:59', '2027-01-16T03:29:00.000Z'],
    ['Asia/Kolkata', '2027-01-15T05:30', '2027-01-15T00:00:00.000Z'],
    ['Pacific/Apia', '2027-01-01T00:30', '2026-12-31T11:30:00.000Z'],
  ])('%s, %s is %s in every browser', (newsroom, local, at) => {
    for (const browser of BROWSERS) {
      inBrowserOf(browser)
      expect(readLocal(local, newsroom)).toEqual({ kind: 'once', at })
      expect(localTime(at, newsroom)).toBe(local)
    }
  })

  it.each([
    ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z', '2027-03-28T03:30'],
    ['America/New_York', '2027-03-14T02:00', '2027-03-14T07:00:00.000Z', '2027-03-14T03:00'],
    ['Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-02T15:45:00.000Z', '2027-10-03T02:45'],
  ])('%s has no %s', (newsroom, local, next, shown) => {
    for (const browser of BROWSERS) {
      inBrowserOf(browser)
      expect(readLocal(local, newsroom)).toEqual({ kind: 'never', next })
    }
    expect(localTime(next, newsroom)).toBe(shown)
  })

  it.each([
    ['Europe/Berlin', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
    ['America/New_York', '2027-11-07T01:00', '2027-11-07T05:00:00.000Z', '2027-11-07T06:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z'],
  ])('%s has %s twice', (newsroom, local, first, second) => {
    for (const browser of BROWSERS) {
      inBrowserOf(browser)
      expect(readLocal(local, newsroom)).toEqual({ kind: 'twice', first, second })
      for (const at of [first, second]) expect(localTime(at, newsroom)).toBe(local)
    }
  })

  it.each([
    '',
    'tomorrow',
    '2027-13-01T06:00',
    '2027-02-30T06:00',
    '2027-02-28T24:00',
    '2027-02-28',
    '2027-02-28T06:00Z',
  ])('is not made of “%s”', (text) => {
    expect(readLocal(text, 'Europe/Berlin')).toEqual({ kind: 'unreadable' })
  })

  it('is the same instant in 6 browsers × 7 newsrooms at every half hour of a year', { timeout: 240_000 }, () => {
    for (const newsroom of NEWSROOMS) {
      const tables = BROWSERS.map((browser) => {
        inBrowserOf(browser)
        return JSON.stringify(HALF_HOURS.map((local) => readLocal(local, newsroom)))
      })
      expect(new Set(tables).size).toBe(1)
      const counts = { once: 0, twice: 0, never: 0, unreadable: 0 }
      for (const { kind } of JSON.parse(tables[0] ?? '[]') as { kind: keyof typeof counts }[]) counts[kind] += 1
      // By hand: clocks that move by an hour skip two half hours and show two twice; by half an hour, one and one.
      const changes = { UTC: 0, 'Asia/Kathmandu': 0, 'Pacific/Apia': 0, 'Australia/Lord_Howe': 1 }[newsroom] ?? 2
      expect(counts).toEqual({ once: 17_520 - 2 * changes, twice: changes, never: changes, unreadable: 0 })
    }
  })
})

describe('what a box for a time settles on', () => {
  const [FIRST, SECOND] = ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']
  const FORMER = '2027-03-01T05:00:00.000Z'

  it.each<[string, boolean, string | null, string | null | undefined]>([
    ['2027-03-01T06:00', false, null, FORMER],
    ['', false, FORMER, null],
    // A box of which one part is empty gives nothing, as an empty one does.
    ['', true, FORMER, undefined],
    ['2027-03-28T02:30', false, FORMER, undefined],
    ['2027-10-31T02:30', false, FORMER, undefined],
    ['2027-10-31T02:30', false, null, undefined],
    ['2027-10-31T02:30', false, FIRST, FIRST],
    ['2027-10-31T02:30', false, SECOND, SECOND],
    ['12027-03-01T06:00', false, FORMER, undefined],
  ])('%j, partial %s, after %s', (local, isPartial, former, at) => {
    expect(settledOn(local, { former, isPartial, timeZone: 'Europe/Berlin' })).toBe(at)
  })
})

describe('what is printed', () => {
  it('is by the newsroom’s clock in every browser, and names it', () => {
    for (const browser of BROWSERS) {
      inBrowserOf(browser)
      expect(inNewsroomTime('2027-03-01T05:00:00.000Z', 'Europe/Berlin')).toBe('1 Mar 2027, 06:00 CET')
      expect(inNewsroomTime('2027-07-01T04:00:00.000Z', 'Europe/Berlin')).toBe('1 Jul 2027, 06:00 CEST')
      expect(asDay('2027-03-14T12:00:00.000Z')).toBe('14 Mar 2027')
    }
  })

  it('is so in the sentences of the server, too', () => {
    expect(timesInWords('The piece is under embargo until 2027-03-01T05:00:00.000Z.', 'Europe/Berlin')).toBe(
      'The piece is under embargo until 1 Mar 2027, 06:00 CET.',
    )
    expect(timesInWords('From 2027-07-01T06:00+02:00 on, not 2027-13-01T06:00Z.', 'Europe/Berlin')).toBe(
      'From 1 Jul 2027, 06:00 CEST on, not 2027-13-01T06:00Z.',
    )
  })

  it('is nothing for what is no time', () => {
    expect([inNewsroomTime('soon', 'UTC'), asDay('soon'), localTime('soon', 'UTC')]).toEqual(['', '', ''])
  })

  it('names the zone beside a field with the offset of that day', () => {
    expect(zoneInWords('Europe/Berlin', new Date('2027-01-15T12:00:00Z'))).toBe('Europe/Berlin (GMT+1)')
    expect(zoneInWords('Europe/Berlin', new Date('2027-07-15T12:00:00Z'))).toBe('Europe/Berlin (GMT+2)')
    expect(zoneInWords('UTC', new Date('2027-07-15T12:00:00Z'))).toBe('UTC')
  })
})
