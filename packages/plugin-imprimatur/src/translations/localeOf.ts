/** Payload's names of languages that BCP 47 knows by another one. English puts the day before the month here. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  rs: 'sr-Cyrl',
  'rs-latin': 'sr-Latn',
}

/** A language of Payload's as BCP 47, for `Intl`. */
export function localeOf(language: string): string {
  return LOCALES[language] ?? language
}
