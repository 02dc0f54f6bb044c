import { looseText, UNSEEN_CLASS } from './looseText.ts'
import { tooLongToFind } from './tooLongToFind.ts'

/** The pattern of a text as a search takes it, in words that JavaScript, PCRE and Postgres have in common. */
export function loosePattern(text: string): string {
  const characters = looseText(text)
  if (characters === null) throw tooLongToFind(text)
  const unseen = `[${UNSEEN_CLASS}]*`
  return characters.map((all) => `[${all.replaceAll(/[[\]\\^-]/g, String.raw`\$&`)}]`).join(unseen)
}
