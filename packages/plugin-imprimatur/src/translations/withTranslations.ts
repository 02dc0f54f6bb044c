import type { AcceptedLanguages } from '@payloadcms/translations'
import { deepMergeSimple } from '@payloadcms/translations/utilities'
import type { Config } from 'payload'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { withNames } from './withNames.ts'
import type { Translations } from './types.ts'
import { NAMESPACE } from './wordsIn.ts'

/** The languages that the panel speaks; a page is sent the words of its reader's language alone. */
export const languages = { en, fr: withNames(fr), es: withNames(es), de: withNames(de) } satisfies Partial<
  Record<AcceptedLanguages, Translations>
>

/**
 * Adds the words of the panel in every language that the config supports; in English where the plugin does not speak it. The host's own
 * words win.
 */
export function withTranslations(config: Config): Config {
  const { i18n = {} } = config
  const supported = Object.keys(i18n.supportedLanguages ?? { en }) as AcceptedLanguages[]
  const known: Partial<Record<AcceptedLanguages, Translations>> = languages
  const own = Object.fromEntries(supported.map((language) => [language, { [NAMESPACE]: known[language] ?? known.en }]))
  return { ...config, i18n: { ...i18n, translations: deepMergeSimple(own, i18n.translations ?? {}) } }
}
