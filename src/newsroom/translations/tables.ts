import * as de from './languages/de.ts'
import * as es from './languages/es.ts'
import * as fr from './languages/fr.ts'

type Texts = Readonly<Record<string, string>>

/** The languages of the panel beside English, which is the language of the code and the key to the others. */
export const TABLES = { fr, es, de } as const

type Translated = keyof typeof TABLES

export function isTranslated(language: string): language is Translated {
  return Object.hasOwn(TABLES, language)
}

/** What a form says: its labels, and what its validations complain about. */
export const FORMS: Readonly<Record<Translated, Texts>> = {
  fr: { ...fr.labels, ...fr.sentences },
  es: { ...es.labels, ...es.sentences },
  de: { ...de.labels, ...de.sentences },
}
