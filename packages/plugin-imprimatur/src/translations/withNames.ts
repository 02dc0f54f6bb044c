import { en } from './languages/en.ts'
import type { Translation } from './types.ts'

/** A language with the names that stand within sentences of the server: those of moves, and those of stages in quotation marks. */
export function withNames(language: Translation): Translation {
  const { general, moves, sentences, stages } = language
  const quoted = (quotes: string, text: string): string => quotes.replace('{{text}}', text)
  const names = [
    ...paired(en.moves, moves),
    ...paired(en.stages, stages).map(([name, own]) => [quoted(en.general.quoted, name), quoted(general.quoted, own)]),
  ]
  return {
    ...language,
    sentences: { ...sentences, ...(Object.fromEntries(names) as Readonly<Record<string, string>>) },
  }
}

function paired<Key extends string>(
  english: Readonly<Record<Key, string>>,
  own: Readonly<Record<Key, string>>,
): [string, string][] {
  return (Object.keys(english) as Key[]).map((key) => [english[key], own[key]])
}
