// For a host that has words of its own in several languages.
export { localeOf, translateSentence, wordsIn } from '../translations/index.ts'
