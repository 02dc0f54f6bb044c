/** At which hour of the newsroom's clock the mail of a day goes out. */
const HOUR_OF_THE_DAY = 7

/**
 * The time whose notifications go into one mail, by the newsroom's clock: a full hour, or a day from seven in the morning on. What was told in
 * another one is due.
 *
 * @param zone IANA name
 */
export function mailSlot(at: Date, wish: 'daily' | 'hourly', zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? ''
  const [year, month, day, hour] = [of('year'), of('month'), of('day'), of('hour')]
  // The offset tells the two hours apart that have one name when clocks are put back.
  if (wish === 'hourly') return `${year}-${month}-${day} ${hour} ${of('timeZoneName')}`
  const before = Number(hour) < HOUR_OF_THE_DAY ? 1 : 0
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - before)).toISOString().slice(0, 10)
}
