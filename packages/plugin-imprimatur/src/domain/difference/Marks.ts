import type { DraftChange } from './Change.ts'
import type { Drawing } from './Drawing.ts'
import { escaped, signed } from './signs.ts'

export type Side = 'added' | 'removed' | null

/** Marks around what came or went, each with the numbers of its changes. It keeps which changes are drawn. */
export class Marks {
  /** What it has drawn so far. */
  readonly drawn = new Set<DraftChange>()
  readonly #drawing: Pick<Drawing, 'compares' | 'say'>
  readonly #numbers: ReadonlyMap<DraftChange, number>

  constructor(drawing: Pick<Drawing, 'compares' | 'say'>, changes: readonly DraftChange[]) {
    this.#drawing = drawing
    this.#numbers = new Map(changes.map((change, at) => [change, at]))
  }

  marked(side: 'added' | 'removed', change: DraftChange, html: string, block: boolean): string {
    this.drawn.add(change)
    if (!this.#drawing.compares) return html
    const tag = side === 'added' ? 'ins' : 'del'
    const kind = block ? ' imp-diff__mark--block' : ''
    return `<${tag} class="imp-diff__mark${kind}"${this.id(change)}>${forEars(`[${this.#drawing.say(`${side}_for_ears`)}: `)}${html}${forEars(']')}</${tag}>`
  }

  /** For what cannot stand within a mark, such as an item of a list: the mark stands in it. */
  announced(side: 'added' | 'removed', change: DraftChange): string {
    this.drawn.add(change)
    return this.#drawing.compares
      ? `<span class="imp-diff__told imp-diff__told--${side}"${this.id(change)}>${escaped(this.#drawing.say(side))}</span>`
      : ''
  }

  id(...changes: readonly DraftChange[]): string {
    const numbers = changes.flatMap((change) => this.#numbers.get(change) ?? [])
    return numbers.length === 0 ? '' : ` data-change="${numbers.join(' ')}"`
  }
}

function forEars(text: string): string {
  return `<span class="imp-for-ears">${escaped(text)}</span>`
}

export function note(text: string): string {
  return text === '' ? '' : `<span class="imp-diff__note"> [${signed(text)}]</span>`
}
