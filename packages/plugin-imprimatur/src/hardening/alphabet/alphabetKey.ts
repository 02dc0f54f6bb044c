import { createHash } from 'node:crypto'

/**
 * What a character counts for, as the Unicode Collation Algorithm has it (https://www.unicode.org/reports/tr10/): first the letter, then
 * its accents, then whether it is a capital. An accent that is a character of its own has no `letter`.
 */
type Weight = { readonly letter: string; readonly accent: string; readonly shape: string }

type Weights = ReadonlyMap<string, readonly Weight[]>

/** Latin with its accents, phonetic letters, Greek, Cyrillic, Armenian; more Latin and Greek, punctuation, currencies. */
const RANGES = [
  [0x20, 0x58f],
  [0x1e00, 0x218f],
] as const

/** Code points of a text that count: keys stay short. Texts that are alike so far are in the order of their ids. */
const LONGEST = 240

/** In the order of their bytes. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const COMMON = '0'
/** Before every digit. */
const END = '!'
/** What a character in none of the ranges begins with: it comes behind all others, in the order of Unicode. */
const ELSEWHERE = 'zz'
/** Comes behind every other character. */
const LAST = '\uffff'

/** English has the order of the root: that which speakers of no language in particular expect. */
const LETTERS = new Intl.Collator('en', { sensitivity: 'base' })
const ACCENTS = new Intl.Collator('en', { sensitivity: 'accent' })
const SHAPES = new Intl.Collator('en', { sensitivity: 'variant' })

let made: { readonly weights: Weights; readonly edition: string } | undefined

/**
 * A key of `text` for a database to sort by: compared byte by byte, keys are in the order of `Intl.Collator('en')`, which is that
 * of `localeCompare`. Node gives no such keys, so they are made of a table that the collator fills by comparing characters.
 *
 * @returns printable ASCII that begins with {@link alphabetEdition}; null for an empty text.
 */
export function alphabetKey(text: string): string | null {
  if (text === '') return null
  const all = Array.from(text.normalize('NFC')).slice(0, LONGEST).flatMap(weightsOf)
  const letters = all.map(({ letter }) => letter).join('')
  const accents = all.map(({ accent }) => accent).join('')
  const shapes = all.map(({ shape }) => shape).join('')
  return `${alphabetEdition()}${letters}${END}${trimmed(accents)}${END}${trimmed(shapes)}`
}

/** Says by which table a key was made: with another Unicode it is another one, and keys of two tables have no order. */
export function alphabetEdition(): string {
  return table().edition
}

/** What is common at the end need not be said, as {@link END} comes before it. */
function trimmed(weights: string): string {
  return weights.replace(/0+$/, '')
}

function weightsOf(character: string): readonly Weight[] {
  const known = table().weights.get(character)
  if (known) return known
  const plain = [character.normalize('NFD'), character.normalize('NFKD')].find((each) => each !== character)
  if (plain !== undefined) return Array.from(plain).flatMap(weightsOf)
  if (LETTERS.compare(character, '') === 0) return []
  return [{ letter: ELSEWHERE + digits(character.codePointAt(0) ?? 0, 4), accent: COMMON, shape: COMMON }]
}

function digits(value: number, width: number): string {
  let left = value
  let written = ''
  for (let place = 0; place < width; place++) {
    written = String(DIGITS[left % DIGITS.length]) + written
    left = Math.floor(left / DIGITS.length)
  }
  if (left > 0) throw new RangeError(`${String(value)} does not fit into ${String(width)} digits.`)
  return written
}

function table() {
  return (made ??= makeTable())
}

function makeTable(): NonNullable<typeof made> {
  const all = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  ).filter((each) => !/\p{Cn}/u.test(each) && each.normalize('NFC') === each)
  const isMark = (each: string) => LETTERS.compare(each, '') === 0
  const { letters, ligatures } = sortedLetters(all.filter((each) => !isMark(each)))
  const marks = groups(
    all.filter((each) => isMark(each) && ACCENTS.compare(`a${each}`, 'a') !== 0),
    (a, b) => ACCENTS.compare(`a${a}`, `a${b}`),
  )
  const weights = new Map<string, readonly Weight[]>()
  marks.forEach((same, index) => {
    for (const each of same) weights.set(each, [{ letter: '', accent: accentOf(2 * index + 1, 0), shape: COMMON }])
  })
  /** Adds characters that count for the letters of `plain`, and differ from it in accent or shape at the most. */
  const add = (members: readonly string[], plain: readonly string[]) => {
    const [first = '', ...rest] = plain
    const others = rest.map((each) => ({ letter: letterOf(each), accent: COMMON, shape: COMMON }))
    const taken = new Map<number, number>()
    for (const alike of groups(members, ACCENTS.compare)) {
      const accent = accentAmong(marks, alike[0] ?? '', first, rest.join(''), taken)
      const mark = accent === COMMON ? [] : [{ letter: '', accent, shape: COMMON }]
      groups(alike, SHAPES.compare).forEach((same, rank) => {
        const own = { letter: letterOf(first), accent: COMMON, shape: digits(rank, 1) }
        for (const each of same) weights.set(each, [own, ...mark, ...others])
      })
    }
  }
  const alphabet = letters.map(plainest)
  const places = new Map(alphabet.map((each, index) => [each, digits(index, 2)]))
  const letterOf = (plain: string) => places.get(plain) ?? ''
  letters.forEach((same, index) => {
    add(same.filter(isOwn), [String(alphabet[index])])
  })
  for (const same of groups(ligatures.filter(isOwn), LETTERS.compare)) {
    const plain = spelledOut(same[0] ?? '', alphabet)
    if (plain) add(same, plain)
  }
  const edition = createHash('sha256')
    .update(JSON.stringify([...weights]))
    .digest('hex')
    .slice(0, 8)
  return { weights, edition: `${edition}${END}` }
}

/** Characters by letter, in the order of the alphabet; apart from them those that stand for several letters, such as `æ`. */
function sortedLetters(all: readonly string[]): { letters: string[][]; ligatures: string[] } {
  const letters: string[][] = []
  const ligatures: string[] = []
  for (const same of groups(all, LETTERS.compare)) {
    const before = letters.at(-1)?.[0]
    const goesOn = before !== undefined && LETTERS.compare(same[0] ?? '', before + LAST) < 0
    if (goesOn) ligatures.push(...same)
    else letters.push(same)
  }
  return { letters, ligatures }
}

/** The letters, of which `all` has one each in order, that `character` counts for; undefined where they are not found. */
function spelledOut(character: string, all: readonly string[]): readonly string[] | undefined {
  const found: string[] = []
  for (let length = 0; length < 4; length++) {
    const before = found.join('')
    const next = all.findLast((each) => LETTERS.compare(before + each, character) <= 0)
    if (next === undefined) return undefined
    found.push(next)
    if (LETTERS.compare(found.join(''), character) === 0) return found
  }
  return undefined
}

/** Whether a character is more than its parts: a letter of its own such as `й`, or one without parts. */
function isOwn(character: string): boolean {
  const parts = character.normalize('NFD')
  if (parts !== character) return LETTERS.compare(character, String(Array.from(parts)[0])) !== 0
  const compatible = character.normalize('NFKD')
  return Array.from(compatible).length === 1 || ACCENTS.compare(compatible, character) !== 0
}

/**
 * The accent by which `character` differs from `first` and `rest`: that of a mark, or one between two marks.
 *
 * @param taken how many accents between two marks the same letters have already.
 */
function accentAmong(
  marks: readonly (readonly string[])[],
  character: string,
  first: string,
  rest: string,
  taken: Map<number, number>,
): string {
  if (ACCENTS.compare(character, first + rest) === 0) return COMMON
  const index = marks.findIndex(([mark = '']) => ACCENTS.compare(character, first + mark + rest) <= 0)
  const at = index < 0 ? marks.length : index
  const [mark = ''] = marks[at] ?? []
  if (index >= 0 && ACCENTS.compare(character, first + mark + rest) === 0) return accentOf(2 * at + 1, 0)
  const nth = taken.get(at) ?? 0
  taken.set(at, nth + 1)
  return accentOf(2 * at, nth)
}

function accentOf(place: number, nth: number): string {
  return `1${digits(place, 2)}${digits(nth, 1)}`
}

function plainest(same: readonly string[]): string {
  return String(same.toSorted(SHAPES.compare)[0])
}

function groups(all: readonly string[], compare: (a: string, b: string) => number): string[][] {
  const found: string[][] = []
  for (const each of all.toSorted(compare)) {
    const last = found.at(-1)
    if (last && compare(String(last[0]), each) === 0) last.push(each)
    else found.push([each])
  }
  return found
}
