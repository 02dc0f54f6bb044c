const SPACE = new Set(['\t', '\n', '\f', '\r', ' '])

/**
 * How many attributes a tag of this HTML can have at most, duplicates among them. Every `<` before a letter counts as the beginning of
 * a tag, also where none can begin: what is a comment or a script depends on all that comes before.
 *
 * Goes from the end to the beginning, so that each character is looked at once. The variables have the attributes that follow up to the
 * end of the tag, one for each state that a tokenizer can be in (HTML standard, 13.2.5.8 and 13.2.5.32 to 13.2.5.40).
 */
export function mostAttributes(html: string): number {
  let most = 0
  let [inTagName, inTagNameOfEnd, between, inName, afterName, beforeValue, inBare, inDouble, inSingle] = ZEROS
  for (let at = html.length - 1; at >= 0; at -= 1) {
    const letter = html[at] ?? ''
    if (letter === '<' && /^\/?[a-z]/iu.test(html.slice(at + 1, at + 3))) {
      most = Math.max(most, html[at + 1] === '/' ? inTagNameOfEnd : inTagName)
    }
    inTagNameOfEnd = inTagName
    if (letter === '>') inTagName = between = inName = afterName = beforeValue = inBare = 0
    else if (SPACE.has(letter)) {
      inTagName = inBare = between
      inName = afterName
    } else if (letter === '/') {
      inTagName = inName = afterName = between
      beforeValue = inBare
    } else {
      const [anew, afterValue] = [inName + 1, between]
      if (letter === '=') inName = afterName = beforeValue
      else afterName = anew
      between = anew
      beforeValue = inBare
      if (letter === '"') [beforeValue, inDouble] = [inDouble, afterValue]
      if (letter === "'") [beforeValue, inSingle] = [inSingle, afterValue]
    }
  }
  return most
}

const ZEROS: readonly [number, number, number, number, number, number, number, number, number] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0,
]
