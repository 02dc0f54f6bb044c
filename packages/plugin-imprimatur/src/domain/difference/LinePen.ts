import type { JsonObject } from '../content/index.ts'
import type { Carried } from './Carried.ts'
import type { Marked, Run } from './Change.ts'
import type { Drawing } from './Drawing.ts'
import { isSameLook, isText, neighbours, textOf, type Token } from './line.ts'
import { bitsOf, leadsTo, lookInWords, LOOKS } from './looks.ts'
import { note, type Marks, type Side } from './Marks.ts'
import { escaped, sameLooking, signed } from './signs.ts'

/** Draws lines of words, with how they look and where they lead. */
export class LinePen {
  readonly #drawing: Drawing
  readonly #marks: Marks
  readonly #carried: Carried
  readonly #other: (node: JsonObject, key: string) => string

  /** @param other draws what stands in a line and is no text */
  constructor(drawing: Drawing, marks: Marks, carried: Carried, other: (node: JsonObject, key: string) => string) {
    this.#drawing = drawing
    this.#marks = marks
    this.#carried = carried
    this.#other = other
  }

  runs({ path, runs }: Extract<Marked, { as: 'line' }>, key: string): string {
    return runs
      .map((run) => {
        switch (run.as) {
          case 'same':
            return this.tokens(run.tokens, key, null)
          case 'changed': {
            const { added, change, removed } = run
            this.#carried.looks(removed, path, 'removed')
            this.#carried.looks(added, path, 'added')
            return (
              (removed.length > 0
                ? this.#marks.marked('removed', change, this.tokens(removed, key, 'removed'), false)
                : '') +
              (added.length > 0 ? this.#marks.marked('added', change, this.tokens(added, key, 'added'), false) : '') +
              note(sameLooking(textOf(removed), textOf(added), this.#drawing.say))
            )
          }
          case 'relooked':
            return this.#relooked(run, key)
        }
      })
      .join('')
  }

  #relooked({ after, changes }: Extract<Run, { as: 'relooked' }>, key: string): string {
    const shown = changes.flatMap((change) => {
      const words = lookInWords(change, key, this.#drawing)
      if (words === null) return []
      this.#marks.drawn.add(change)
      if (change.kind === 'link') this.#carried.link(change)
      return { change, words }
    })
    const html = this.tokens(after, key, null)
    if (shown.length === 0) return html
    const id = this.#marks.id(...shown.map(({ change }) => change))
    return `<span class="imp-diff__look"${id}>${html}${note(shown.map(({ words }) => words).join('; '))}</span>`
  }

  tokens(tokens: readonly Token[], key: string, side: Side): string {
    const together = (one: Token, other: Token): boolean => isText(one) && isSameLook(one, other)
    return neighbours(tokens, together)
      .map((group) => {
        const [first] = group
        const html = isText(first)
          ? this.#looking(first, side && this.#drawing.compares ? signed(textOf(group)) : escaped(textOf(group)))
          : this.#other(first.node, key)
        return first.around.reduceRight((inner, link) => this.#link(link, inner, key, side), html)
      })
      .join('')
  }

  #looking({ node }: Token, html: string): string {
    const bits = bitsOf(node.format) ?? 0
    return LOOKS.reduce((inner, [bit, tag]) => ((bits & bit) !== 0 ? `<${tag}>${inner}</${tag}>` : inner), html)
  }

  /** A link that leads out of the panel is one; any other says where it leads. */
  #link(link: JsonObject, html: string, key: string, side: Side): string {
    const to = leadsTo(link, key, this.#drawing.called)
    const words =
      side && this.#drawing.compares && to !== null ? html + note(this.#drawing.say('link_to', { to })) : html
    if (to !== null && /^https?:\/\//i.test(to))
      return `<a href="${escaped(to)}" rel="noreferrer nofollow" target="_blank">${words}</a>`
    return `<span class="imp-diff__link"${to === null ? '' : ` title="${escaped(to)}"`}>${words}</span>`
  }
}
