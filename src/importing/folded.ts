/**
 * A form of a text for comparing only: compatibility-composed, lower case, straight quotes and hyphens, single spaces. Two
 * spellings that a reader would call the same line have the same form; diacritics still count.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛ʼ`´]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Like `folded`, and without diacritics or full stops: for names of people and countries. */
export function foldedName(text: string): string {
  return folded(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\./gu, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
}
