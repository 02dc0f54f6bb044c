import { t } from '@payloadcms/translations'
import type { SayOfDifference } from '../../packages/plugin-imprimatur/src/domain/difference/index.ts'
import { languages, NAMESPACE, wordsIn, type Words } from '../../packages/plugin-imprimatur/src/translations/index.ts'

/** The plugin's words in one language, without a newsroom. */
export function wordsFor(language: keyof typeof languages = 'en'): Words {
  const translations = { [NAMESPACE]: languages[language] }
  return wordsIn({
    language,
    t: (key: string, vars?: Record<string, unknown>) => t({ key, translations, ...(vars ? { vars } : {}) } as never),
    translations,
  })
}

/** The words of a difference, in English. */
export const sayOfDifference: SayOfDifference = (word, values) => wordsFor('en').say(`difference:${word}`, values)
