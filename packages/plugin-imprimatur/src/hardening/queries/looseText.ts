import { foldText, UNSEEN } from '../../domain/search/index.ts'

/** What a search takes for one character: spaces, hyphens and dashes, and the quotation marks of typewriters and printers. */
const ALIKE: readonly (readonly [plain: string, pattern: RegExp])[] = [
  [' ', /^[\s\p{Zs}]$/u],
  ['-', /^[\p{Pd}\u2212]$/u],
  ["'", /^['`´‘’‚‛‹›ʹʻʼʽʾʿˈ′＇]$/u],
  ['"', /^["“”„‟«»″＂]$/u],
]

/**
 * What a search does not see, as it stands within the brackets of a class: what searches by words do not see, and the marks of Japanese, as
 * texts may have them apart from their letter.
 */
export const UNSEEN_CLASS = `${UNSEEN}\u3099-\u309a`

const NOT_SEEN = new RegExp(`[${UNSEEN_CLASS}]`, 'gu')

/** UTF-16 code units of a text to look for, and characters that it becomes. Each becomes a class of up to 200 bytes in a pattern, of which MongoDB takes 32,764. */
const LONGEST = 120

/** What stands for several letters is one itself, or dots; a sign such as `㎏` or `½` stands for itself. */
const IS_JOINED = /^[\p{L}\u2025\u2026]$/u
const JOINS = /^(?:\p{Ll}{2,3}|\.{2,3})$/u

/** Characters that stand for several: any of `all`, in place of the `length` characters from `at` on. */
export type Joined = { readonly at: number; readonly length: number; readonly plain: string; readonly all: string }

export type LooseText = {
  /** What to look for, one character after the other, each as all the characters that it stands for. */
  readonly each: readonly string[]
  /** They may overlap. */
  readonly joined: readonly Joined[]
}

/** A text without what a search does not see, and composed. */
function seen(text: string): string {
  return text.normalize('NFD').replace(NOT_SEEN, '').normalize('NFC')
}

function alikeOf(character: string): string | undefined {
  return ALIKE.find(([, pattern]) => pattern.test(character))?.[0]
}

/** One character as a search takes it: none for a mark, several for `ß` and `ﬁ`, as a rule one. */
function plainOf(character: string): string {
  const bare = seen(character)
  const folded = foldText(bare)
  const alike = alikeOf(bare) ?? (folded.trim() === '' ? undefined : alikeOf(folded))
  if (alike !== undefined) return alike
  const isOne = Array.from(folded).length === 1 && folded.trim() !== ''
  return isOne || (IS_JOINED.test(bare) && JOINS.test(folded)) ? folded : bare.toLowerCase()
}

/**
 * What to look for when somebody searches for `text`: capitals and small letters of any alphabet, with and without accents, in either
 * composition, wide and raised ones; any quotation mark for any of its kind, any dash for any dash, any space for any space; `ß` for
 * `ss` and `ss` for `ß`.
 *
 * @returns null for a text that is too long.
 */
export function looseText(text: string): LooseText | null {
  if (text.length > LONGEST) return null
  const { joins, singles } = classes()
  const plain = Array.from(seen(text)).flatMap((character) => Array.from(plainOf(character)))
  if (plain.length > LONGEST) return null
  const joined = plain.flatMap((_, at) =>
    [2, 3].flatMap((length) => {
      const letters = plain.slice(at, at + length)
      const all = letters.length === length ? joins.get(letters.join('')) : undefined
      return all === undefined ? [] : [{ at, length, plain: letters.join(''), all }]
    }),
  )
  return { each: plain.map((one) => singles.get(one) ?? one), joined }
}

const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff]
/** Beyond the first plane there are hundreds of letters of formulae, which nobody types. */
const LAST_OF_PLANE = 0xffff

type Classes = {
  /** By the plain character: itself and all that it stands for. */
  readonly singles: ReadonlyMap<string, string>
  /** By several of them: what stands for them together. */
  readonly joins: ReadonlyMap<string, string>
}

let known: Classes | undefined

/** Made at the first search. */
function classes(): Classes {
  if (known) return known
  const singles = new Map<string, string>()
  const joins = new Map<string, string>()
  for (let code = 0x09; code <= 0x1e943; code++) {
    if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) continue
    const character = String.fromCodePoint(code)
    if (code > LAST_OF_PLANE && character.normalize('NFKC') !== character.normalize('NFC')) continue
    const plain = plainOf(character)
    if (plain === '' || plain === character) continue
    if (Array.from(plain).length > 1) joins.set(plain, `${joins.get(plain) ?? ''}${character}`)
    else singles.set(plain, `${singles.get(plain) ?? plain}${character}`)
  }
  return (known = { singles, joins })
}
