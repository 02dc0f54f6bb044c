import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import type { DraftChange } from './Change.ts'
import type { Drawing } from './Drawing.ts'
import { isText, type Token } from './line.ts'
import { bitsOf, KNOWN_LOOKS, leadsTo } from './looks.ts'

/** Properties of elements whose changes are told above the element. */
export const TOLD = new Set([
  'tag',
  'listType',
  'checked',
  'type',
  'start',
  'value',
  'format',
  'indent',
  'direction',
  'relationTo',
])
/** Properties that a drawing shows, by type of node; those of {@link TOLD} are told. */
export const SHOWN: Readonly<Record<string, readonly string[]>> = {
  root: ['children', 'type'],
  paragraph: ['children', 'type'],
  heading: ['children', 'tag', 'type'],
  quote: ['children', 'type'],
  list: ['children', 'listType', 'tag', 'type', 'start'],
  listitem: ['children', 'type', 'value', 'checked'],
  table: ['children', 'type'],
  tablerow: ['children', 'type'],
  tablecell: ['children', 'type'],
  horizontalrule: ['type'],
  linebreak: ['type'],
  tab: ['text', 'type'],
  upload: ['relationTo', 'type', 'value'],
  relationship: ['relationTo', 'type', 'value'],
  block: ['fields', 'type'],
  inlineBlock: ['fields', 'type'],
}

/** What is not seen of what came or went. */
export class Carried {
  /** What came or went with something that was drawn, and is not seen there. */
  readonly changes: DraftChange[] = []
  readonly #drawing: Pick<Drawing, 'called'>

  constructor(drawing: Pick<Drawing, 'called'>) {
    this.#drawing = drawing
  }

  properties(node: JsonObject, shown: readonly string[], path: string, side: 'added' | 'removed'): void {
    for (const [name, value] of Object.entries(node)) {
      if (!shown.includes(name)) this.#value(value, `${path}.${name}`, side)
    }
  }

  #value(value: JsonValue, path: string, side: 'added' | 'removed'): void {
    this.changes.push({ path, kind: 'attribute', ...(side === 'added' ? { after: value } : { before: value }) })
  }

  /** @param path of the line's `children` */
  looks(tokens: readonly Token[], path: string, side: 'added' | 'removed'): void {
    const seen = new Set<string>()
    for (const token of tokens) {
      if (seen.has(token.at)) continue
      seen.add(token.at)
      const at = `${path}.${token.at}`
      const steps = token.at.split('.children.')
      token.around.forEach((link, level) => {
        const own = `${path}.${steps.slice(0, level + 1).join('.children.')}`
        if (seen.has(own)) return
        seen.add(own)
        this.#linkOf(link, own, side)
      })
      if (!isText(token)) {
        const { type } = token.node
        const shown = typeof type === 'string' && Object.hasOwn(SHOWN, type) ? SHOWN[type] : undefined
        if (shown) this.properties(token.node, shown, at, side)
        continue
      }
      const bits = bitsOf(token.node.format)
      const isKnown = bits !== null && (bits & ~KNOWN_LOOKS) === 0
      this.properties(token.node, isKnown ? ['format', 'type'] : ['type'], at, side)
    }
  }

  link({ after, before, path }: DraftChange): void {
    if (isRecord(before) && after === undefined) this.#linkOf(before, path, 'removed')
    if (isRecord(after) && before === undefined) this.#linkOf(after, path, 'added')
  }

  #linkOf(link: JsonObject, path: string, side: 'added' | 'removed'): void {
    if (leadsTo(link, '', this.#drawing.called) === null || !isRecord(link.fields)) {
      this.properties(link, ['type'], path, side)
      return
    }
    this.properties(link, ['fields', 'type'], path, side)
    const fields = link.fields
    const address = fields.linkType === 'internal' ? 'doc' : 'url'
    this.properties(
      fields,
      ['linkType', address, ...(fields.newTab === false ? ['newTab'] : [])],
      `${path}.fields`,
      side,
    )
  }
}
