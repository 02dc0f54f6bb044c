import { diffArrays } from 'diff'
import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import { MOST_EDITS } from './alignLists.ts'
import type { Change, DraftChange, Marked, MarkedItem, Run } from './Change.ts'
import { isSameLook, isText, lineOf, neighbours, textOf, type Token } from './line.ts'
import type { MarkedDifference } from './markedDifference.ts'
import { escaped, sameLooking, signed } from './signs.ts'
import { wordsOf } from './wordsOf.ts'

/** A field at the top, in the order of the form. `text` is read as text, a `value` stands in a list below it. */
export type DrawnField = { readonly name: string; readonly as: 'title' | 'text' | 'value' }

export type DrawnPicture = { readonly url: string; readonly alt: string }

/** What the content does not say of itself. */
export type Drawing = {
  readonly fields: readonly DrawnField[]
  /** What a field is called, by its path without numbers of rows; of a block's, `block:` and its kind, and the path within. */
  readonly labels: ReadonlyMap<string, string>
  /** What a value is called, such as a document by its id, by the same path; undefined for a value that says itself what it is. */
  readonly called: (
    path: string,
    value: string,
  ) => { readonly name: string; readonly picture?: DrawnPicture } | undefined
  /** Whether there is something to compare with. Without it nothing is marked: all of it is new. */
  readonly compares: boolean
}

export type Drawn = {
  /** The text with its changes marked, and what is not seen in it below. Everything in it is escaped; it has no scripts. */
  readonly html: string
  /** The text alone. */
  readonly text: string
  readonly changes: readonly Change[]
}

/**
 * A difference as readers would see it. What it draws is visible; every change that it does not draw is listed, so that there is none
 * that it has forgotten.
 */
export function drawDifference(difference: MarkedDifference, drawing: Drawing): Drawn {
  const pen = new Pen(drawing, difference.changes)
  const text = pen.document(difference.fields)
  const changes = [
    ...difference.changes.map((change) => ({ ...change, visible: pen.drawn.has(change) })),
    ...pen.carried.map((change) => ({ ...change, visible: false })),
  ]
  const hidden = changes.filter((change) => !change.visible)
  return { html: text + hiddenList(hidden), text, changes }
}

function hiddenList(hidden: readonly Change[]): string {
  if (hidden.length === 0) return ''
  const side = (value: JsonValue | undefined): string =>
    value === undefined ? 'nothing' : `<code>${signed(JSON.stringify(value))}</code>`
  const rows = hidden.map(({ after, before, kind, path, property, words }) => {
    const what = kind === 'moved' ? 'stands elsewhere: ' : ''
    const where = property !== undefined && !path.endsWith(property) ? ` ${property}` : ''
    const of = words === undefined ? '' : ` of “${words}”`
    return `<li><code>${escaped(path + where)}</code>${signed(of)}: ${what}${side(before)} → ${side(after)}</li>`
  })
  return `<section class="imp-diff__hidden"><h2>What you cannot see in the text</h2><ul>${rows.join('')}</ul></section>`
}

type Side = 'added' | 'removed' | null

/** Lexical's bits of `format`, as HTML and as people say it. */
const LOOKS = [
  [1, 'strong', 'bold'],
  [2, 'em', 'italic'],
  [4, 's', 'struck through'],
  [8, 'u', 'underlined'],
  [16, 'code', 'code'],
  [32, 'sub', 'subscript'],
  [64, 'sup', 'superscript'],
  [128, 'mark', 'highlighted'],
] as const
const KNOWN_LOOKS = LOOKS.reduce((all, [bit]) => all | bit, 0)

/** Where in a link it says where it leads. */
const ADDRESSES = new Set(['fields.url', 'fields.doc.value'])

/** Properties of elements whose changes are told above the element. */
const TOLD = new Set([
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
const SHOWN: Readonly<Record<string, readonly string[]>> = {
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

class Pen {
  /** What it has drawn so far. */
  readonly drawn = new Set<DraftChange>()
  /** What came or went with something that was drawn, and is not seen there. */
  readonly carried: DraftChange[] = []
  readonly #drawing: Drawing
  readonly #numbers: ReadonlyMap<DraftChange, number>

  constructor(drawing: Drawing, changes: readonly DraftChange[]) {
    this.#drawing = drawing
    this.#numbers = new Map(changes.map((change, at) => [change, at]))
  }

  document(fields: ReadonlyMap<string, Marked>): string {
    const known = this.#drawing.fields.filter(({ name }) => fields.has(name))
    const others = [...fields.keys()].filter((name) => known.every((field) => field.name !== name))
    const all = [...known, ...others.map((name): DrawnField => ({ name, as: 'value' }))]
    const drawn = all.flatMap(({ as, name }) => {
      const field = fields.get(name)
      return field ? { as, name, html: this.#value(field, name, false) } : []
    })
    const titles = drawn
      .filter(({ as }) => as === 'title')
      .map(({ html }) => `<h2 class="imp-diff__title" dir="auto">${html}</h2>`)
    const texts = drawn.filter(({ as }) => as === 'text').map(({ html, name }) => this.#field(name, html))
    const values = drawn
      .filter(({ as }) => as === 'value')
      .map(({ html, name }) => `<dt>${this.#label(name)}</dt><dd>${html}</dd>`)
    const below = values.length === 0 ? '' : `<dl class="imp-diff__fields">${values.join('')}</dl>`
    return `<div class="imp-diff">${titles.join('')}${texts.join('')}${below}</div>`
  }

  #field(name: string, html: string): string {
    return `<div class="imp-diff__field"><p class="imp-diff__label">${this.#label(name)}</p>${html}</div>`
  }

  #label(key: string): string {
    const last = key.split('.').at(-1) ?? key
    return escaped(this.#drawing.labels.get(key) ?? last.replace(/^block:/, ''))
  }

  /* Values of fields */

  /** @param block whether it may be drawn as paragraphs */
  #value(marked: Marked, key: string, block: boolean, side: Side = null): string {
    switch (marked.as) {
      case 'same':
        return this.#plain(marked.value, key, marked.path, side)
      case 'added':
      case 'removed':
        return this.#marked(
          marked.as,
          marked.change,
          this.#plain(marked.value, key, marked.path, marked.as),
          isWhole(marked.value),
        )
      case 'replaced':
        return this.#replaced(marked, key)
      case 'object':
        if (isState(marked.after) && isState(marked.before)) return this.#state(marked, key)
        return this.#entries(marked.entries, keyOfBlock(marked.after, key), side)
      case 'list': {
        const rows = marked.items.map((row) => `<li>${this.#moved(row)}${this.#value(row.item, key, block, side)}</li>`)
        return `<ul class="imp-diff__rows">${rows.join('')}</ul>`
      }
      case 'line':
        return this.#runs(marked, key)
    }
  }

  #entries(entries: readonly (readonly [string, Marked])[], key: string, side: Side): string {
    const rows = entries.map(
      ([name, value]) =>
        `<dt>${this.#label(`${key}.${name}`)}</dt><dd>${this.#value(value, `${key}.${name}`, false, side)}</dd>`,
    )
    return `<dl class="imp-diff__fields">${rows.join('')}</dl>`
  }

  #plain(value: JsonValue, key: string, path: string, side: Side): string {
    if (typeof value === 'string') {
      const called = this.#drawing.called(key, value)
      if (!called)
        return `<span class="imp-diff__words" dir="auto">${side && this.#drawing.compares ? signed(value) : escaped(value)}</span>`
      const picture = called.picture ? this.#picture(called.picture) : ''
      return `${picture}<span class="imp-diff__words" dir="auto">${escaped(called.name)}</span>${side && this.#drawing.compares ? note(value) : ''}`
    }
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (value === null || typeof value === 'number') return escaped(String(value))
    if (isState(value)) return this.#state({ as: 'same', path, value }, key, side)
    const parts = childrenOf(value, path)
    if (Array.isArray(value)) {
      return `<ul class="imp-diff__rows">${parts.map(([, part]) => `<li>${this.#value(part, key, false, side)}</li>`).join('')}</ul>`
    }
    return this.#entries(parts, keyOfBlock(value, key), side)
  }

  #replaced({ after, before, change, path }: Extract<Marked, { as: 'replaced' }>, key: string): string {
    if (
      typeof before === 'string' &&
      typeof after === 'string' &&
      !this.#drawing.called(key, before) &&
      !this.#drawing.called(key, after)
    ) {
      this.drawn.add(change)
      return `<span class="imp-diff__words" dir="auto">${this.#wordsApart(before, after, change)}</span>`
    }
    return (
      this.#marked('removed', change, this.#plain(before, key, path, 'removed'), isWhole(before)) +
      ' ' +
      this.#marked('added', change, this.#plain(after, key, path, 'added'), isWhole(after))
    )
  }

  #wordsApart(before: string, after: string, change: DraftChange): string {
    const parts = diffArrays([...wordsOf(before)], [...wordsOf(after)], { maxEditLength: MOST_EDITS }) ?? [
      { value: [before], removed: true, added: false },
      { value: [after], removed: false, added: true },
    ]
    const html = parts.map(({ added, removed, value }) => {
      const text = value.join('')
      return added || removed ? this.#marked(added ? 'added' : 'removed', change, signed(text), false) : escaped(text)
    })
    return html.join('') + note(sameLooking(before, after))
  }

  /* Rich text */

  #state(marked: Marked, key: string, side: Side = null): string {
    const root = part(marked, 'root')
    if (marked.as === 'same' && isRecord(marked.value) && side) this.#carry(marked.value, ['root'], marked.path, side)
    return `<div class="imp-diff__text" dir="auto">${root ? this.#node(root, key, side) : ''}</div>`
  }

  /** @param side of what the node is part of, when that came or went as a whole */
  #node(marked: Marked, key: string, side: Side): string {
    switch (marked.as) {
      case 'added':
      case 'removed': {
        const { value } = marked
        const html = this.#node({ as: 'same', path: marked.path, value }, key, marked.as)
        if (!isInside(value)) return this.#marked(marked.as, marked.change, html, true)
        // The mark stands within what HTML has only in its list or table.
        const tag = this.#drawing.compares ? `<$1 class="imp-diff__part imp-diff__part--${marked.as}"$2>` : '<$1$2>'
        return html.replace(/^<(\w+)([^>]*)>/, tag + this.#announced(marked.as, marked.change))
      }
      case 'replaced':
        return this.#replaced(marked, key)
      case 'list':
        return marked.items.map((row) => this.#moved(row) + this.#node(row.item, key, side)).join('')
      case 'line':
        return this.#runs(marked, key)
      case 'same':
        if (!isRecord(marked.value)) return this.#plain(marked.value, key, marked.path, side)
        return this.#element(marked, marked.value, key, side)
      case 'object':
        return this.#element(marked, marked.after, key, side)
    }
  }

  #element(marked: Marked & { as: 'same' | 'object' }, node: JsonObject, key: string, side: Side): string {
    const { type } = node
    const name = typeof type === 'string' ? type : ''
    const shown = Object.hasOwn(SHOWN, name) ? SHOWN[name] : undefined
    if (!shown) return this.#unknown(marked, node, key, side)
    if (side) this.#carry(node, shown, marked.path, side)
    const told = this.#told(marked)
    const inner = (): string => this.#children(marked, node, key, side)
    switch (name) {
      case 'root':
        return told + inner()
      case 'paragraph':
        return `${told}<p dir="auto">${inner()}</p>`
      case 'heading': {
        const tag = typeof node.tag === 'string' && /^h[1-6]$/.test(node.tag) ? node.tag : 'p'
        return `${told}<${tag} dir="auto">${inner()}</${tag}>`
      }
      case 'quote':
        return `${told}<blockquote dir="auto">${inner()}</blockquote>`
      case 'list': {
        const tag = node.listType === 'number' || node.tag === 'ol' ? 'ol' : 'ul'
        const start = tag === 'ol' && Number.isInteger(node.start) ? ` start="${String(Number(node.start))}"` : ''
        return `${told}<${tag}${start}>${inner()}</${tag}>`
      }
      case 'listitem': {
        const value = Number.isInteger(node.value) ? ` value="${String(Number(node.value))}"` : ''
        const box = 'checked' in node ? (node.checked === true ? '☑ ' : '☐ ') : ''
        return `<li${value}>${told}${box}${inner()}</li>`
      }
      case 'table':
        return `${told}<table><tbody>${inner()}</tbody></table>`
      case 'tablerow':
        return `<tr>${inner()}</tr>`
      case 'tablecell':
        return `<td>${told}${inner()}</td>`
      case 'horizontalrule':
        return `${told}<hr>`
      case 'linebreak':
        return `${side && this.#drawing.compares ? '↵' : ''}<br>`
      case 'tab':
        return side && this.#drawing.compares ? '⇥' : ' '
      case 'upload':
      case 'relationship': {
        const value = part(marked, 'value')
        return `${told}<div class="imp-diff__figure">${value ? this.#value(value, key, true, side) : ''}</div>`
      }
      default: {
        const fields = part(marked, 'fields')
        const own = fields && (fields.as === 'same' ? fields.value : fields.as === 'object' ? fields.after : undefined)
        const kind = isRecord(own) && typeof own.blockType === 'string' ? `block:${own.blockType}` : key
        const tag = name === 'inlineBlock' ? 'span' : 'div'
        const box = fields ? this.#box(fields, kind, side) : ''
        return `${told}<${tag} class="imp-diff__box"><strong>${this.#label(kind)}</strong>${box}</${tag}>`
      }
    }
  }

  /** What a block holds, without the name of its kind, which stands above it. */
  #box(fields: Marked, kind: string, side: Side): string {
    const entries =
      fields.as === 'object'
        ? fields.entries
        : fields.as === 'same' && isRecord(fields.value)
          ? childrenOf(fields.value, fields.path)
          : null
    if (!entries) return this.#value(fields, kind, true, side)
    return this.#entries(
      entries.filter(([name, value]) => name !== 'blockType' || value.as !== 'same'),
      kind,
      side,
    )
  }

  /** A node of which nothing is known: all that it says. */
  #unknown(marked: Marked & { as: 'same' | 'object' }, node: JsonObject, key: string, side: Side): string {
    const entries = marked.as === 'object' ? marked.entries : childrenOf(node, marked.path)
    return `<div class="imp-diff__box">${this.#entries(entries, key, side)}</div>`
  }

  #children(marked: Marked & { as: 'same' | 'object' }, node: JsonObject, key: string, side: Side): string {
    const children = part(marked, 'children')
    if (!children) return ''
    if (children.as === 'added' || children.as === 'removed') {
      const owner = marked.as === 'object' && children.as === 'removed' ? marked.before : node
      return this.#marked(
        children.as,
        children.change,
        this.#nodes(owner, children.value, key, children.path, children.as),
        false,
      )
    }
    return children.as === 'same'
      ? this.#nodes(node, children.value, key, children.path, side)
      : this.#node(children, key, side)
  }

  #nodes(owner: JsonObject, value: JsonValue, key: string, path: string, side: Side): string {
    const line = lineOf(owner)
    if (line) {
      if (side) this.#carryLooks(line, path, side)
      return this.#tokens(line, key, side)
    }
    if (!Array.isArray(value)) return this.#plain(value, key, path, side)
    return childrenOf(value, path)
      .map(([, child]) => this.#node(child, key, side))
      .join('')
  }

  /** Changes of how an element is set, in words above it. */
  #told(marked: Marked): string {
    if (marked.as !== 'object') return ''
    const told = marked.entries.flatMap(([name, value]) => {
      if (!TOLD.has(name) || value.as === 'same' || !('change' in value)) return []
      this.drawn.add(value.change)
      const { before, after } = value.change
      return { change: value.change, words: `${name}: ${said(before)} → ${said(after)}` }
    })
    if (told.length === 0) return ''
    const words = signed(told.map((each) => each.words).join('; '))
    return `<span class="imp-diff__told"${this.#id(...told.map(({ change }) => change))}>${words}</span>`
  }

  #moved({ from, moved, to }: MarkedItem): string {
    if (!moved) return ''
    this.drawn.add(moved)
    const words =
      from === to || from === undefined
        ? 'Its place among the others has changed'
        : `Moved here from place ${String(from + 1)}`
    return `<span class="imp-diff__told"${this.#id(moved)}>${words}</span>`
  }

  /* Lines of words */

  #runs({ path, runs }: Extract<Marked, { as: 'line' }>, key: string): string {
    return runs
      .map((run) => {
        switch (run.as) {
          case 'same':
            return this.#tokens(run.tokens, key, null)
          case 'changed': {
            const { added, change, removed } = run
            this.#carryLooks(removed, path, 'removed')
            this.#carryLooks(added, path, 'added')
            return (
              (removed.length > 0
                ? this.#marked('removed', change, this.#tokens(removed, key, 'removed'), false)
                : '') +
              (added.length > 0 ? this.#marked('added', change, this.#tokens(added, key, 'added'), false) : '') +
              note(sameLooking(textOf(removed), textOf(added)))
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
      const words = this.#lookInWords(change, key)
      if (words === null) return []
      this.drawn.add(change)
      if (change.kind === 'link') this.#carryLink(change)
      return { change, words }
    })
    const html = this.#tokens(after, key, null)
    if (shown.length === 0) return html
    const id = this.#id(...shown.map(({ change }) => change))
    return `<span class="imp-diff__look"${id}>${html}${note(shown.map(({ words }) => words).join('; '))}</span>`
  }

  /** How words look or lead elsewhere now; null for what cannot be said of them. */
  #lookInWords({ after, before, kind, property }: DraftChange, key: string): string | null {
    if (kind === 'format') {
      const [from, to] = [bitsOf(before), bitsOf(after)]
      if (from === null || to === null || ((from ^ to) & ~KNOWN_LOOKS) !== 0) return null
      const words = LOOKS.filter(([bit]) => ((from ^ to) & bit) !== 0).map(
        ([bit, , name]) => `${(to & bit) !== 0 ? 'now' : 'no longer'} ${name}`,
      )
      return words.join(', ')
    }
    if (kind !== 'link') return null
    const address = (value: JsonValue | undefined): string | null => {
      if (isRecord(value)) return this.#leadsTo(value, key)
      return ADDRESSES.has(property ?? '') && typeof value === 'string'
        ? (this.#drawing.called(key, value)?.name ?? value)
        : null
    }
    const [from, to] = [
      before === undefined ? 'nothing' : address(before),
      after === undefined ? 'nothing' : address(after),
    ]
    if (from === null || to === null) return null
    return before === undefined
      ? `now a link to ${to}`
      : after === undefined
        ? `no longer a link to ${from}`
        : `led to ${from}, now to ${to}`
  }

  /** Where a link leads; null for one that says it in no way that is known. */
  #leadsTo(link: JsonObject, key: string): string | null {
    const fields = isRecord(link.fields) ? link.fields : {}
    const doc = isRecord(fields.doc) ? fields.doc : null
    if (fields.linkType === 'internal')
      return typeof doc?.value === 'string' ? (this.#drawing.called(key, doc.value)?.name ?? doc.value) : null
    return typeof fields.url === 'string' ? fields.url : null
  }

  #tokens(tokens: readonly Token[], key: string, side: Side): string {
    const together = (one: Token, other: Token): boolean => isText(one) && isSameLook(one, other)
    return neighbours(tokens, together)
      .map((group) => {
        const [first] = group
        const html = isText(first)
          ? this.#looking(first, side && this.#drawing.compares ? signed(textOf(group)) : escaped(textOf(group)))
          : this.#node({ as: 'same', path: '', value: first.node }, key, null)
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
    const to = this.#leadsTo(link, key)
    const words = side && this.#drawing.compares && to !== null ? html + note(`link to ${to}`) : html
    if (to !== null && /^https?:\/\//i.test(to))
      return `<a href="${escaped(to)}" rel="noreferrer nofollow" target="_blank">${words}</a>`
    return `<span class="imp-diff__link"${to === null ? '' : ` title="${escaped(to)}"`}>${words}</span>`
  }

  /* What is not seen of what came or went */

  #carry(node: JsonObject, shown: readonly string[], path: string, side: 'added' | 'removed'): void {
    for (const [name, value] of Object.entries(node)) {
      if (!shown.includes(name)) this.#carryValue(value, `${path}.${name}`, side)
    }
  }

  #carryValue(value: JsonValue, path: string, side: 'added' | 'removed'): void {
    this.carried.push({ path, kind: 'attribute', ...(side === 'added' ? { after: value } : { before: value }) })
  }

  /** @param path of the line's `children` */
  #carryLooks(tokens: readonly Token[], path: string, side: 'added' | 'removed'): void {
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
        this.#carryLinkOf(link, own, side)
      })
      if (!isText(token)) {
        const { type } = token.node
        const shown = typeof type === 'string' && Object.hasOwn(SHOWN, type) ? SHOWN[type] : undefined
        if (shown) this.#carry(token.node, shown, at, side)
        continue
      }
      const bits = bitsOf(token.node.format)
      const isKnown = bits !== null && (bits & ~KNOWN_LOOKS) === 0
      this.#carry(token.node, isKnown ? ['format', 'type'] : ['type'], at, side)
    }
  }

  #carryLink({ after, before, path }: DraftChange): void {
    if (isRecord(before) && after === undefined) this.#carryLinkOf(before, path, 'removed')
    if (isRecord(after) && before === undefined) this.#carryLinkOf(after, path, 'added')
  }

  #carryLinkOf(link: JsonObject, path: string, side: 'added' | 'removed'): void {
    if (this.#leadsTo(link, '') === null || !isRecord(link.fields)) {
      this.#carry(link, ['type'], path, side)
      return
    }
    this.#carry(link, ['fields', 'type'], path, side)
    const fields = link.fields
    const address = fields.linkType === 'internal' ? 'doc' : 'url'
    this.#carry(fields, ['linkType', address, ...(fields.newTab === false ? ['newTab'] : [])], `${path}.fields`, side)
  }

  /* Marks */

  #marked(side: 'added' | 'removed', change: DraftChange, html: string, block: boolean): string {
    this.drawn.add(change)
    if (!this.#drawing.compares) return html
    const tag = side === 'added' ? 'ins' : 'del'
    const kind = block ? ' imp-diff__mark--block' : ''
    return `<${tag} class="imp-diff__mark${kind}"${this.#id(change)}>${forEars(`[${side}: `)}${html}${forEars(']')}</${tag}>`
  }

  /** For what cannot stand within a mark, such as an item of a list: the mark stands in it. */
  #announced(side: 'added' | 'removed', change: DraftChange): string {
    this.drawn.add(change)
    return this.#drawing.compares
      ? `<span class="imp-diff__told imp-diff__told--${side}"${this.#id(change)}>${side === 'added' ? 'Added' : 'Removed'}</span>`
      : ''
  }

  #id(...changes: readonly DraftChange[]): string {
    const numbers = changes.flatMap((change) => this.#numbers.get(change) ?? [])
    return numbers.length === 0 ? '' : ` data-change="${numbers.join(' ')}"`
  }

  #picture({ alt, url }: DrawnPicture): string {
    return `<img alt="${escaped(alt)}" class="imp-diff__picture" src="${escaped(url)}">`
  }
}

function forEars(text: string): string {
  return `<span class="imp-for-ears">${text}</span>`
}

function note(text: string): string {
  return text === '' ? '' : `<span class="imp-diff__note"> [${signed(text)}]</span>`
}

function said(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** The bits of `format`; null where there stands something else. */
function bitsOf(format: JsonValue | undefined): number | null {
  if (format === undefined) return 0
  return typeof format === 'number' && Number.isInteger(format) && format >= 0 && format < 2 ** 31 ? format : null
}

/** Whether it is more than a line. */
function isWhole(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null
}

const INSIDE = new Set(['listitem', 'tablerow', 'tablecell'])

/** What HTML has only within its list or table. */
function isInside(value: JsonValue): boolean {
  return isRecord(value) && typeof value.type === 'string' && INSIDE.has(value.type)
}

function isState(value: JsonValue): value is JsonObject {
  return isRecord(value) && isRecord(value.root)
}

function keyOfBlock(value: JsonObject, key: string): string {
  return typeof value.blockType === 'string' ? `block:${value.blockType}` : key
}

/** The parts of a value that is the same on both sides. */
function childrenOf(value: JsonObject | readonly JsonValue[], path: string): readonly (readonly [string, Marked])[] {
  return Object.entries(value).map(([name, each]: [string, JsonValue]) => [
    name,
    { as: 'same', path: `${path}.${name}`, value: each },
  ])
}

function part(marked: Marked, name: string): Marked | undefined {
  if (marked.as === 'object') return marked.entries.find(([own]) => own === name)?.[1]
  if (marked.as !== 'same' || !isRecord(marked.value) || !Object.hasOwn(marked.value, name)) return undefined
  return { as: 'same', path: `${marked.path}.${name}`, value: marked.value[name] as JsonValue }
}
