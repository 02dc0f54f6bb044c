/**
 * What somebody entered in a `datetime-local` field, as ISO 8601 with the offset that her own clock has at that time:
 * `2026-03-01T06:00` in Berlin is `2026-03-01T06:00:00+01:00`. Null for what is no time.
 */
export function isoWithOffset(local: string): string | null {
  const time = new Date(local)
  if (Number.isNaN(time.getTime())) return null
  const minutes = -time.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  const day = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}${offset}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
