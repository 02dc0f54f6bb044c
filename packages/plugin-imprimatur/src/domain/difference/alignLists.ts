import { diffArrays } from 'diff'
import type { JsonValue } from '../content/index.ts'

/** An item of the older list that is the same one, or much the same, in the newer. */
export type Pair = {
  readonly from: number
  readonly to: number
  /** Whether it stands before something that it stood behind. */
  readonly moved: boolean
}

/** How many pairs of items are weighed against each other in one place, and how many differences are looked for: what bounds the work. */
const MOST_WEIGHED = 4_096
export const MOST_EDITS = 1_000

/** How much alike two items have to be to count as one: in the same place, and elsewhere. */
const ALIKE_HERE = 0.3
const ALIKE_ELSEWHERE = 0.6

/**
 * Finds for the items of one list those of another that they have become.
 *
 * @param known name of an item that stays when the item changes, if it has one
 */
export function alignLists(
  older: readonly JsonValue[],
  newer: readonly JsonValue[],
  known: (item: JsonValue) => string | undefined = () => undefined,
): readonly Pair[] {
  const from = older.map((item) => known(item) ?? JSON.stringify(item))
  const to = newer.map((item) => known(item) ?? JSON.stringify(item))
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const join = (i: number, j: number): void => {
    partner.set(i, j)
    taken.add(j)
  }

  const gaps: { readonly from: readonly number[]; readonly to: readonly number[] }[] = []
  const parts = diffArrays([...from], [...to], { maxEditLength: MOST_EDITS }) ?? [
    { value: [...from], removed: true, added: false },
    { value: [...to], removed: false, added: true },
  ]
  let [i, j] = [0, 0]
  let gap: { from: number[]; to: number[] } = { from: [], to: [] }
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      gaps.push(gap)
      gap = { from: [], to: [] }
    }
    for (const _ of value) {
      if (added) gap.to.push(j++)
      else if (removed) gap.from.push(i++)
      else join(i++, j++)
    }
  }
  gaps.push(gap)

  const free = new Map<string, number[]>()
  to.forEach((name, at) => {
    if (!taken.has(at)) free.set(name, [...(free.get(name) ?? []), at])
  })
  from.forEach((name, at) => {
    const found = partner.has(at) ? undefined : free.get(name)?.shift()
    if (found !== undefined) join(at, found)
  })

  const features = new Map<JsonValue, Features>()
  const weigh = (a: number, b: number): number => {
    const [one, other] = [older[a], newer[b]] as [JsonValue, JsonValue]
    if (known(one) !== undefined || known(other) !== undefined) return 0
    return alike(featuresOf(one, features), featuresOf(other, features))
  }
  for (const each of gaps) {
    const here = { from: each.from.filter((at) => !partner.has(at)), to: each.to.filter((at) => !taken.has(at)) }
    for (const [a, b] of bestInOrder(here.from, here.to, weigh)) join(a, b)
  }
  const left = {
    from: from.flatMap((_, at) => (partner.has(at) ? [] : [at])),
    to: to.flatMap((_, at) => (taken.has(at) ? [] : [at])),
  }
  if (left.from.length * left.to.length <= MOST_WEIGHED) {
    for (const a of left.from) {
      const best = left.to
        .filter((b) => !taken.has(b))
        .map((b) => ({ b, weight: weigh(a, b) }))
        .reduce<{ b: number; weight: number } | null>(
          (most, each) => (each.weight > (most?.weight ?? 0) ? each : most),
          null,
        )
      if (best && best.weight >= ALIKE_ELSEWHERE) join(a, best.b)
    }
  }

  const pairs = [...partner].sort(([a], [b]) => a - b)
  const staying = longestRising(pairs.map(([, b]) => b))
  return pairs.map(([a, b]) => ({ from: a, to: b, moved: !staying.has(b) }))
}

/** Pairs items in the order in which they stand so that all of them together are as much alike as can be. */
function bestInOrder(
  from: readonly number[],
  to: readonly number[],
  weigh: (a: number, b: number) => number,
): readonly (readonly [number, number])[] {
  if (from.length === 0 || to.length === 0 || from.length * to.length > MOST_WEIGHED) return []
  const weights = from.map((a) => to.map((b) => weigh(a, b)))
  const weight = (a: number, b: number): number => {
    const own = weights[a]?.[b] ?? 0
    return own >= ALIKE_HERE ? own : 0
  }
  // The best that can be had from the a-th and b-th on, in one row.
  const width = to.length + 1
  const best = new Float64Array((from.length + 1) * width)
  const at = (a: number, b: number): number => best[a * width + b] ?? 0
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (let b = to.length - 1; b >= 0; b -= 1) {
      const joined = weight(a, b) > 0 ? weight(a, b) + at(a + 1, b + 1) : 0
      best[a * width + b] = Math.max(at(a + 1, b), at(a, b + 1), joined)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let b = 0
  from.forEach((own, a) => {
    while (b < to.length && at(a, b) === at(a, b + 1)) b += 1
    const other = to[b]
    if (other === undefined || at(a, b) === at(a + 1, b)) return
    pairs.push([own, other])
    b += 1
  })
  return pairs
}

/** Words and other values of an item, each with how often it is there. */
type Features = { readonly count: number; readonly of: ReadonlyMap<string, number> }

function featuresOf(item: JsonValue, known: Map<JsonValue, Features>): Features {
  const found = known.get(item)
  if (found) return found
  const counts = new Map<string, number>()
  let count = 0
  const note = (feature: string): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
    count += 1
  }
  const walk = (value: JsonValue, path: string): void => {
    if (typeof value === 'string' && path.endsWith('.text')) {
      for (const word of value.split(/\s+/)) if (word !== '') note(word)
    } else if (Array.isArray(value)) for (const each of value) walk(each, path)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) walk(each, `${path}.${name}`)
    } else note(`${path}=${JSON.stringify(value)}`)
  }
  walk(item, '')
  const features = { count, of: counts }
  known.set(item, features)
  return features
}

/** Dice's coefficient. */
function alike(one: Features, other: Features): number {
  let both = 0
  for (const [feature, count] of one.of) both += Math.min(count, other.of.get(feature) ?? 0)
  return one.count + other.count === 0 ? 0 : (2 * both) / (one.count + other.count)
}

/** The members of a longest rising row among different numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? Infinity) < number) low = middle + 1
      else high = middle
    }
    before.set(number, low > 0 ? ends[low - 1] : undefined)
    ends[low] = number
  }
  const row = new Set<number>()
  for (let number = ends.at(-1); number !== undefined; number = before.get(number)) row.add(number)
  return row
}
