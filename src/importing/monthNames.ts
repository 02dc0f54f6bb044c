/** Languages in which dates beside a byline are read. */
const LANGUAGES = [
  ...['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'ca', 'ro', 'pl', 'cs', 'sk', 'hr', 'sl'],
  ...['sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hu', 'tr', 'id', 'el', 'ru', 'uk', 'bg'],
]

/**
 * The month, 1 to 12, of each name that months have beside a day, in full and as it is cut, in small letters without a full stop. 0 where two
 * languages mean two months by it: listopad is October and November.
 */
export const MONTH_NAMES: ReadonlyMap<string, number> = byName()

/** The names of the days of the week, in full and as they are cut, in small letters without a full stop. */
export const DAY_NAMES: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) =>
    (['short', 'long'] as const).flatMap((form) =>
      Array.from({ length: 7 }, (_, day) =>
        new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' })
          .format(Date.UTC(2024, 0, day + 1))
          .toLowerCase()
          .replace(/\.$/u, ''),
      ).filter((name) => /^[\p{L}-]{3,}$/u.test(name)),
    ),
  ),
)

function byName(): Map<string, number> {
  const months = new Map([['sept', 9]])
  for (const [name, month] of LANGUAGES.flatMap(namesIn)) {
    months.set(name, [undefined, month].includes(months.get(name)) ? month : 0)
  }
  return months
}

function namesIn(language: string): (readonly [string, number])[] {
  return (['short', 'long'] as const).flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: form, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(Date.UTC(2024, month, 5))
      const name = parts.find(({ type }) => type === 'month')?.value ?? ''
      return [name.toLowerCase().replace(/\.$/u, ''), month + 1] as const
    }).filter(([name]) => /^\p{L}{3,}$/u.test(name))
  })
}
