import { looseText, UNSEEN_CLASS } from './looseText.ts'
import { tooLongToFind } from './tooLongToFind.ts'

/** The pattern of a text as a search takes it. In a list of values MongoDB takes a pattern for what it matches. */
export function patternOf(text: string): RegExp {
  const characters = looseText(text)
  if (characters === null) throw tooLongToFind(text)
  const unseen = `[${UNSEEN_CLASS}]*`
  return new RegExp(characters.map((all) => `[${all.replaceAll(/[[\]\\^-]/g, String.raw`\$&`)}]`).join(unseen))
}
