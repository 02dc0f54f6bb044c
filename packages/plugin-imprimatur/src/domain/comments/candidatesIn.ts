import search from 'approx-string-match'
import { diffArrays } from 'diff'
import { wordsOf } from '../difference/index.ts'
import type { Passage } from './passagesOf.ts'
import { CONTEXT, EDGES, edged } from './placesOf.ts'

/** Where words stand: UTF-16 units from the beginning of a passage. */
export type Place = {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** As much has to be there still, by length: of the words, of them with what stands around them, and of that on either side. */
const LEFT = { words: 0.6, all: 0.65, side: 0.5 } as const

/** Of the words with what stands around them, as much makes a place a rival. */
const RIVAL = 0.4

/** What counts as too little to know words by, in units. */
const LEAST = 32

/** As much of what is searched for may be otherwise, for the search itself; {@link LEFT} decides. */
const ERRORS = 0.5

/** So many units next to words are enough to know them by. */
const FIRM = 20

/** How much further away than they were the surroundings of words may be, in units. */
const NEAR = 16

/** What an edge of a passage weighs, in units. */
const EDGE_WEIGHT = 6

/** Best places in one passage that are looked at. */
const AT_ONCE = 5

/** A place that may be meant. */
export type Candidate = {
  readonly place: Place
  /** How much of the words and of their surroundings is there, each from 0 to 1. */
  readonly score: number
  /** Whether that is enough to take it for what was meant, if nothing else is. */
  readonly enough: boolean
}

/** Words with what stands around them, to be looked for. */
export type Wanted = { readonly before: string; readonly exact: string; readonly after: string }

/** Where enough is left of words and their surroundings, best first. */
export function candidatesIn(passages: readonly Passage[], wanted: Wanted): readonly Candidate[] {
  const tokens = tokensOf(wanted)
  return passages.flatMap((passage) => inPassage(passage, wanted, tokens)).sort((a, b) => b.score - a.score)
}

function inPassage(passage: Passage, wanted: Wanted, tokens: readonly Token[]): readonly Candidate[] {
  const there = wordsIn(passage)
  // A word that is nowhere in the passage is not left: most passages need no search.
  const left = tokens.filter(({ text }) => there.has(text))
  if (weightIn(left, 'words') < LEFT.words * weightIn(tokens, 'words')) return []
  const text = edged(passage.text)
  const same = verbatim(text, wanted)
  if (same.length > 0) return same.flatMap((place) => surrounded(passage, place, wanted, tokens) ?? [])
  return regionsOf(text, wanted.before + wanted.exact + wanted.after).flatMap(
    (region) => edited(passage, region, tokens) ?? [],
  )
}

/** Where the very words stand, and not as a part of longer ones. */
function verbatim(text: string, { after, before, exact }: Wanted): readonly Region[] {
  const [cutBefore, cutAfter] = [isCut(before, exact), isCut(exact, after)]
  const found: Region[] = []
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    const isPart =
      (!cutBefore && isCut(text.slice(Math.max(0, start - 2), start), exact)) ||
      (!cutAfter && isCut(exact, text.slice(end, end + 2)))
    if (!isPart) found.push({ start, end })
  }
  return found
}

/** Whether a word goes on from one text to the other. */
function isCut(one: string, other: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(one.slice(-2)) && /^[\p{L}\p{M}\p{N}]/u.test(other)
}

/** The very words, and what is left around them: next to them on one side as it was, or most of it on both. */
function surrounded(passage: Passage, place: Region, wanted: Wanted, tokens: readonly Token[]): Candidate | null {
  const text = edged(passage.text)
  const [before, after] = [text.slice(0, place.start), text.slice(place.end)]
  const left = beside(wanted.before, before.slice(-wanted.before.length - NEAR))
  const right = beside(wanted.after, after.slice(0, wanted.after.length + NEAR))
  const isFirm =
    before.endsWith(wanted.before.slice(-FIRM)) ||
    after.startsWith(wanted.after.slice(0, FIRM)) ||
    [left, right].every(({ kept, own }) => weightIn(kept, 'all') >= LEFT.side * weightIn(own, 'all'))
  return judged(passage, place, [...left.kept, ...tokenised(wanted.exact, true), ...right.kept], tokens, !isFirm)
}

/** What stood on one side of the words, and what of it stands there still. */
function beside(part: string, there: string): { readonly own: readonly Token[]; readonly kept: readonly Token[] } {
  const own = tokenised(part, false)
  const pairs = pairsOf(
    own.map(({ text }) => text),
    withEdges(there),
  )
  return { own, kept: pairs.flatMap(([at]) => own[at] ?? []) }
}

const known = new WeakMap<Passage, ReadonlySet<string>>()

function wordsIn(passage: Passage): ReadonlySet<string> {
  const words = known.get(passage) ?? new Set(wordsOf(passage.text))
  known.set(passage, words)
  return words
}

type Region = { readonly start: number; readonly end: number }

/** The best match, and the best ones before and behind it. */
function regionsOf(text: string, pattern: string): readonly Region[] {
  const most = Math.floor(pattern.length * ERRORS)
  const best = search(text, pattern, most).slice(0, AT_ONCE)
  const [first] = best
  const last = best.at(-1)
  if (!first || !last) return []
  const behind = search(text.slice(last.end), pattern, most).slice(0, 1)
  return [
    ...search(text.slice(0, first.start), pattern, most).slice(0, 1),
    ...best,
    ...behind.map(({ end, start }) => ({ start: start + last.end, end: end + last.end })),
  ]
}

/** What is left of the words in a region where they were edited, word by word. */
function edited(passage: Passage, region: Region, tokens: readonly Token[]): Candidate | null {
  const text = edged(passage.text)
  const found = placedWords(text).filter(({ end, start }) => end > region.start && start < region.end)
  const pairs = pairsOf(
    tokens.map((token) => token.text),
    found.map((word) => word.text),
  )
  const kept = pairs.flatMap(([at]) => tokens[at] ?? [])
  const own = pairs.flatMap(([at, to]) => (tokens[at]?.isExact && tokens[at].weight > 0 ? (found[to] ?? []) : []))
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return null
  const place = { start: first.start, end: last.end }
  return judged(passage, place, kept, tokens, standsTwice(text, place, region))
}

function judged(
  { path }: Passage,
  { end, start }: Region,
  kept: readonly Token[],
  tokens: readonly Token[],
  doubtful: boolean,
): Candidate | null {
  const words = weightIn(kept, 'words') / weightIn(tokens, 'words')
  const weight = weightIn(kept, 'all')
  const all = weight / weightIn(tokens, 'all')
  // No place at all, or one that would make another one doubtful.
  if (!(words >= LEFT.words && all >= RIVAL)) return null
  return {
    place: { path, start: start - EDGES.begin.length, end: end - EDGES.begin.length },
    score: words + all,
    enough: !doubtful && all >= LEFT.all && weight >= LEAST,
  }
}

/** Which words of one row are in the other, in the same order: numbers in both. */
function pairsOf(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  for (const { added, count, removed } of diffArrays([...one], [...other])) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) pairs.push([i + at, j + at])
    if (!added) i += count
    if (!removed) j += count
  }
  return pairs
}

/** What was edited around words does not say which of two are meant. */
function standsTwice(text: string, { end, start }: Region, near: Region): boolean {
  const words = text.slice(start, end)
  const further = near.end - near.start + CONTEXT
  const around = text.slice(Math.max(0, near.start - further), near.end + further)
  return around.indexOf(words) !== around.lastIndexOf(words)
}

type Token = { readonly text: string; readonly weight: number; readonly isExact: boolean }

function tokensOf({ after, before, exact }: Wanted): readonly Token[] {
  return [...tokenised(before, false), ...tokenised(exact, true), ...tokenised(after, false)]
}

function tokenised(text: string, isExact: boolean): readonly Token[] {
  return withEdges(text).map((each) => ({ text: each, weight: weightOf(each), isExact }))
}

function weightOf(text: string): number {
  if (text === EDGES.begin || text === EDGES.end) return EDGE_WEIGHT
  return text.trim() === '' ? 0 : text.length
}

/** The words of a text, its edges by themselves. */
function withEdges(text: string): readonly string[] {
  const [head, tail] = [text.startsWith(EDGES.begin), text.endsWith(EDGES.end)]
  const inner = text.slice(head ? EDGES.begin.length : 0, tail ? -EDGES.end.length : undefined)
  return [...(head ? [EDGES.begin] : []), ...wordsOf(inner), ...(tail ? [EDGES.end] : [])]
}

function placedWords(text: string): readonly (Region & { readonly text: string })[] {
  let end = 0
  return withEdges(text).map((word) => {
    const start = end
    end += word.length
    return { text: word, start, end }
  })
}

/** The weight of the words that were meant, or of all. */
function weightIn(tokens: readonly Token[], which: 'words' | 'all'): number {
  return tokens.reduce((sum, { isExact, weight }) => sum + (which === 'all' || isExact ? weight : 0), 0)
}
