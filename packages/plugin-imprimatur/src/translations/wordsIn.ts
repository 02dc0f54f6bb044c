import type { LabelFunction } from 'payload'
import { localeOf } from './localeOf.ts'
import { translateSentence, type Sentences } from './translateSentence.ts'
import type { I18n, Say, TranslationKey } from './types.ts'

/** Where the words lie in Payload's `i18n.translations`. */
export const NAMESPACE = 'plugin-imprimatur'

/** Names that a newsroom gives, and may translate: those that are not in the table are shown as they are. */
type Named = 'reviews' | 'roles'

/** The words of one language. */
export type Words = {
  readonly say: Say
  /** A sentence of the server, which speaks English, in this language; as it is where there is no translation. */
  readonly said: (sentence: string) => string
  readonly named: (group: Named, name: string) => string
  /** BCP 47, for dates and numbers. */
  readonly locale: string
}

/** The words in the language of a request or of a page. */
export function wordsIn(i18n: I18n): Words {
  const t = i18n.t as (key: string, values?: object) => string
  const table = (i18n.translations as { [NAMESPACE]?: Table } | undefined)?.[NAMESPACE] ?? {}
  return {
    say: (key, values) => t(`${NAMESPACE}:${key}`, values),
    said: (sentence) => translateSentence(sentence, table.sentences ?? {}),
    named: (group, name) => table[group]?.[name] ?? name.replaceAll('_', ' '),
    locale: localeOf(i18n.language),
  }
}

type Table = { readonly sentences?: Sentences } & Readonly<Partial<Record<Named, Readonly<Record<string, string>>>>>

/** A label as a config takes it: in the language of whoever looks at it. */
export function label(key: TranslationKey): LabelFunction {
  // Payload hands some of them no more than `t`.
  return ({ t }) => (t as (key: string) => string)(`${NAMESPACE}:${key}`)
}
