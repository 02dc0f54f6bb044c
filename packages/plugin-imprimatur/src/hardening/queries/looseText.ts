/** What a search takes for one character: spaces, hyphens and dashes, and the quotation marks of typewriters and printers. */
const ALIKE: readonly (readonly [plain: string, pattern: RegExp])[] = [
  [' ', /^[\s\p{Zs}]$/u],
  ['-', /^[\p{Pd}\u2212]$/u],
  ["'", /^['`´‘’‚‛‹›ʹʻʼʽʾʿˈ′＇]$/u],
  ['"', /^["“”„‟«»″＂]$/u],
]

/**
 * What a search does not see, as ranges of code points: accents and other marks that are set above and below letters (of
 * Latin, Greek and Cyrillic, Hebrew, Arabic, Japanese), soft hyphens, joiners.
 */
const UNSEEN_RANGES = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x64b, 0x65f],
  [0x200b, 0x200d],
  [0x2060, 0x2060],
  [0x3099, 0x309a],
  [0xfe0f, 0xfe0f],
] as const

/** The same as it stands within the brackets of a class. */
export const UNSEEN_CLASS = UNSEEN_RANGES.map((range) =>
  range.map((code) => String.fromCodePoint(code)).join('-'),
).join('')

const UNSEEN = new RegExp(`[${UNSEEN_CLASS}]`, 'gu')

/** UTF-16 code units of a text to look for. Each becomes a class of up to 170 bytes in a pattern, of which MongoDB takes 32,764. */
const LONGEST = 120

/** A text without what a search does not see, and composed. */
function seen(text: string): string {
  return text.normalize('NFD').replace(UNSEEN, '').normalize('NFC')
}

/** One character as a search takes it: none for a mark, as a rule one. */
function plainOf(character: string): string {
  const bare = seen(character)
  if (bare === '') return ''
  const alike = ALIKE.find(([, pattern]) => pattern.test(bare))
  if (alike) return alike[0]
  const lower = seen(bare.toLowerCase())
  // By way of the capital, the two small sigmas are one.
  const again = seen(lower.toUpperCase().toLowerCase())
  return Array.from(again).length === 1 ? again : lower
}

/**
 * The characters to look for when somebody searches for `text`, each as all the characters that it stands for: capitals
 * and small letters of any alphabet, with and without accents, in either composition, any quotation mark for any of its
 * kind, any dash for any dash, any space for any space.
 *
 * @returns null for a text that is too long.
 */
export function looseText(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null
  return Array.from(seen(text)).flatMap((character) =>
    Array.from(plainOf(character), (plain) => classes().get(plain) ?? plain),
  )
}

const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff]

let known: ReadonlyMap<string, string> | undefined

/** By the plain character: itself and all that it stands for. Made at the first search. */
function classes(): ReadonlyMap<string, string> {
  if (known) return known
  const found = new Map<string, Set<string>>()
  for (let code = 0x09; code <= 0x1e943; code++) {
    if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) continue
    const character = String.fromCodePoint(code)
    const plain = plainOf(character)
    if (plain === '' || plain === character) continue
    const all = found.get(plain) ?? new Set([plain])
    found.set(plain, all.add(character))
  }
  return (known = new Map([...found].map(([plain, all]) => [plain, [...all].join('')])))
}
