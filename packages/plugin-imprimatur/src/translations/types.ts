import type { en } from './languages/en.ts'
import type { Sentence } from './sentences.ts'

/** The same keys with any text, so that a language that lacks one, or has one too many, is a type error. */
type InWords<Table> = { readonly [Key in keyof Table]: Table[Key] extends string ? string : InWords<Table[Key]> }

/** The words of the panel in one language. */
export type Translations = InWords<typeof en>

/** The same in another language than English, and beside it what the server says in English. */
export type Translation = Translations & { readonly sentences: Readonly<Record<Sentence, string>> }

/** A plural is asked for by its name without the form: Payload takes the form by `count`. */
type WithoutForm<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : Key

/** `group:name`, as in {@link en}. */
export type TranslationKey = {
  [Group in keyof Translations]: `${Group}:${WithoutForm<keyof Translations[Group] & string>}`
}[keyof Translations]

/** What stands in the places of a text, by their names. */
export type Values = Readonly<Record<string, number | string>>

export type Say = (key: TranslationKey, values?: Values) => string

/** Payload's `i18n`, of the server or of the browser, as far as words are taken from it. */
export type I18n = { readonly language: string; readonly t: unknown; readonly translations: unknown }
