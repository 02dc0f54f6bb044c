import { translateSentence } from 'payload-plugin-imprimatur/translations'

/** The same on the server. */
export function sayIn(i18n: { readonly translations: unknown }): (english: string) => string {
  const { newsroom } = i18n.translations as { readonly newsroom?: Readonly<Record<string, string>> }
  return (english) => translateSentence(english, newsroom ?? {})
}
