import type { Words } from '../translations/index.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/**
 * A duration in its largest full unit, such as “3 hours”.
 *
 * @param seconds not negative; less than a minute is said in words
 */
export function ageInWords(seconds: number, { locale, say }: Words): string {
  for (const [unit, length] of UNITS) {
    if (seconds >= length) {
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.floor(seconds / length),
      )
    }
  }
  return say('general:less_than_a_minute')
}
