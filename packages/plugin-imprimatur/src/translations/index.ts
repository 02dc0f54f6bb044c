// The words of the panel in every language that it speaks, and how to take them out of Payload's i18n.
// May import types of the domain, and of Payload what belongs to its i18n.
// Tests: test/unit/translations, test/e2e/languages.e2e.spec.ts.
export { localeOf } from './localeOf.ts'
export { toldSentence } from './toldSentence.ts'
export { translateSentence } from './translateSentence.ts'
export type { Say, TranslationKey, Translations, Values } from './types.ts'
export { languages, withTranslations } from './withTranslations.ts'
export { label, NAMESPACE, wordsIn, type Words } from './wordsIn.ts'
