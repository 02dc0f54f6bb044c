import type { Doubt, DoubtCode } from '../doubts.ts'

/** Names that are told one by one at most; of the others their number is. */
const MOST_NAMES = 40

/** Keeps account of what reading a file is unsure of and does not use. */
export class ArchiveNotes {
  readonly #doubts: Doubt[] = []
  readonly #skipped = new Map<string, { count: number; line: number }>()
  readonly #unused = new Map<string, { count: number; line: number }>()

  say(code: DoubtCode, line: number, message: string): void {
    this.#doubts.push({ code, message, line })
  }

  /** An item or a part of one that is known and not imported; `what` is a noun in the plural. */
  skip(what: string, line: number, count = 1): void {
    tally(this.#skipped, what, line, count)
  }

  /** An element or a member that nobody here knows, or that drafts have no place for. */
  unused(name: string, line: number): void {
    tally(this.#unused, name, line, 1)
  }

  get skipped(): { what: string; count: number }[] {
    return [...this.#skipped].map(([what, { count }]) => ({ what, count }))
  }

  /** All doubts, those about what is there many times once each. */
  get doubts(): Doubt[] {
    const skipped = [...this.#skipped].map(([what, { count, line }]): Doubt => {
      const message = `Left out: ${what} (number: ${String(count)}).`
      return { code: 'item_skipped', message, line }
    })
    const unused = [...this.#unused].map(([name, { count, line }]): Doubt => {
      const message = `“${name}” was not used (number: ${String(count)}).`
      return { code: 'element_not_used', message, line }
    })
    const [, ...others] = unused.slice(MOST_NAMES - 1)
    if (others.length > 0) {
      const message = `Further names of what was not used: ${String(others.length)}.`
      unused.splice(MOST_NAMES, unused.length, { code: 'element_not_used', message, line: others[0]?.line ?? 1 })
    }
    return [...this.#doubts, ...skipped, ...unused].sort((one, other) => one.line - other.line)
  }
}

function tally(of: Map<string, { count: number; line: number }>, what: string, line: number, count: number): void {
  const known = of.get(what)
  of.set(what, { count: (known?.count ?? 0) + count, line: known?.line ?? line })
}
