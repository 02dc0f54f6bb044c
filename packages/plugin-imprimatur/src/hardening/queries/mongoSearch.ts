import { loosePattern } from './loosePattern.ts'

/** The pattern of a text as a search takes it. In a list of values MongoDB takes a pattern for what it matches. */
export function patternOf(text: string): RegExp {
  return new RegExp(loosePattern(text))
}
