/** A piece of the printed byline, linked where it is the name of somebody with a public page. */
export type BylinePart = {
  readonly text: string
  readonly href?: string
}

/** A name that a byline may hold, and the page of the one who bears it. */
export type BylineName = {
  readonly name: string
  readonly href: string
}

/**
 * The printed byline cut where names stand in it, so that they can be links. The text is kept to the letter. A name is linked once,
 * only as a whole word, and a longer name goes before a shorter one that is part of it.
 */
export function bylineParts(byline: string, names: readonly BylineName[]): readonly BylinePart[] {
  let parts: readonly BylinePart[] = byline === '' ? [] : [{ text: byline }]
  for (const name of [...names].sort((a, b) => b.name.length - a.name.length)) {
    if (name.name === '') continue
    const index = parts.findIndex((part) => part.href === undefined && wholeWordAt(part.text, name.name) >= 0)
    const part = parts[index]
    if (!part) continue
    const at = wholeWordAt(part.text, name.name)
    const end = at + name.name.length
    const cut = [{ text: part.text.slice(0, at) }, { text: name.name, href: name.href }, { text: part.text.slice(end) }]
    parts = [...parts.slice(0, index), ...cut.filter((each) => each.text !== ''), ...parts.slice(index + 1)]
  }
  return parts
}

/** Names in a row as English prints them: A; A and B; A, B and C. */
export function joinedNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`
}

const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u
const LETTER_AFTER = /^[\p{L}\p{M}\p{N}]/u

function wholeWordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!LETTER_BEFORE.test(text.slice(0, at)) && !LETTER_AFTER.test(text.slice(at + word.length))) return at
  }
  return -1
}
