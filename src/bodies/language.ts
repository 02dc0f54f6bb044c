/** Language that the site's own words are in. */
export const SITE_LANGUAGE = 'en'

const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** What `lang` and `dir` of an element should say. */
export type LanguageView = {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/**
 * `lang` and `dir` for a BCP 47 tag; empty when the tag is missing, malformed, or the language of the page itself.
 * The direction is that of the script that the tag names or, by CLDR's likely subtags, implies.
 */
export function languageView(tag: unknown): LanguageView {
  if (typeof tag !== 'string' || tag === '') return {}
  try {
    const locale = new Intl.Locale(tag)
    const lang = locale.toString()
    if (lang === SITE_LANGUAGE) return {}
    return { lang, dir: RIGHT_TO_LEFT.has(locale.maximize().script ?? '') ? 'rtl' : 'ltr' }
  } catch {
    return {}
  }
}

/** `lang` and `dir` for the site's own words inside a text in another language. */
export function oursWithin(around: LanguageView): LanguageView {
  return around.lang === undefined ? {} : { lang: SITE_LANGUAGE, dir: 'ltr' }
}
