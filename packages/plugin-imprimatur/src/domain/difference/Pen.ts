import { diffArrays } from 'diff'
import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import { MOST_EDITS } from './alignLists.ts'
import { SHOWN, TOLD, type Carried } from './Carried.ts'
import type { DraftChange, Marked, MarkedItem } from './Change.ts'
import type { Drawing, DrawnField, DrawnPicture } from './Drawing.ts'
import { lineOf } from './line.ts'
import { LinePen } from './LinePen.ts'
import { note, type Marks, type Side } from './Marks.ts'
import { escaped, sameLooking, signed } from './signs.ts'
import { wordsOf } from './wordsOf.ts'

/** Draws fields, and what rich texts and other values hold. */
export class Pen {
  readonly #drawing: Drawing
  readonly #marks: Marks
  readonly #carried: Carried
  readonly #line: LinePen

  constructor(drawing: Drawing, marks: Marks, carried: Carried) {
    this.#drawing = drawing
    this.#marks = marks
    this.#carried = carried
    this.#line = new LinePen(drawing, marks, carried, (node, key) =>
      this.#node({ as: 'same', path: '', value: node }, key, null),
    )
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
        return this.#marks.marked(
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
        return this.#line.runs(marked, key)
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
        return `<span class="imp-diff__words" dir="auto"${placed(path, side)}>${side && this.#drawing.compares ? signed(value) : escaped(value)}</span>`
      const picture = called.picture ? this.#picture(called.picture) : ''
      return `${picture}<span class="imp-diff__words" dir="auto">${escaped(called.name)}</span>${side && this.#drawing.compares ? note(value) : ''}`
    }
    if (typeof value === 'boolean') return escaped(this.#drawing.say(value ? 'yes' : 'no'))
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
      this.#marks.drawn.add(change)
      return `<span class="imp-diff__words" dir="auto"${placed(path, null)}>${this.#wordsApart(before, after, change)}</span>`
    }
    return (
      this.#marks.marked('removed', change, this.#plain(before, key, path, 'removed'), isWhole(before)) +
      ' ' +
      this.#marks.marked('added', change, this.#plain(after, key, path, 'added'), isWhole(after))
    )
  }

  #wordsApart(before: string, after: string, change: DraftChange): string {
    const parts = diffArrays([...wordsOf(before)], [...wordsOf(after)], { maxEditLength: MOST_EDITS }) ?? [
      { value: [before], removed: true, added: false },
      { value: [after], removed: false, added: true },
    ]
    const html = parts.map(({ added, removed, value }) => {
      const text = value.join('')
      return added || removed
        ? this.#marks.marked(added ? 'added' : 'removed', change, signed(text), false)
        : escaped(text)
    })
    return html.join('') + note(sameLooking(before, after, this.#drawing.say))
  }

  /* Rich text */

  #state(marked: Marked, key: string, side: Side = null): string {
    const root = part(marked, 'root')
    if (marked.as === 'same' && isRecord(marked.value) && side)
      this.#carried.properties(marked.value, ['root'], marked.path, side)
    return `<div class="imp-diff__text" dir="auto">${root ? this.#node(root, key, side) : ''}</div>`
  }

  /** @param side of what the node is part of, when that came or went as a whole */
  #node(marked: Marked, key: string, side: Side): string {
    switch (marked.as) {
      case 'added':
      case 'removed': {
        const { value } = marked
        const html = this.#node({ as: 'same', path: marked.path, value }, key, marked.as)
        if (!isInside(value)) return this.#marks.marked(marked.as, marked.change, html, true)
        // The mark stands within what HTML has only in its list or table.
        const tag = this.#drawing.compares ? `<$1 class="imp-diff__part imp-diff__part--${marked.as}"$2>` : '<$1$2>'
        return html.replace(/^<(\w+)([^>]*)>/, tag + this.#marks.announced(marked.as, marked.change))
      }
      case 'replaced':
        return this.#replaced(marked, key)
      case 'list':
        return marked.items.map((row) => this.#moved(row) + this.#node(row.item, key, side)).join('')
      case 'line':
        return this.#line.runs(marked, key)
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
    if (side) this.#carried.properties(node, shown, marked.path, side)
    const told = this.#told(marked)
    const inner = (): string => this.#children(marked, node, key, side)
    const place = placed(marked.path, side)
    switch (name) {
      case 'root':
        return told + inner()
      case 'paragraph':
        return `${told}<p dir="auto"${place}>${inner()}</p>`
      case 'heading': {
        const tag = typeof node.tag === 'string' && /^h[1-6]$/.test(node.tag) ? node.tag : 'p'
        return `${told}<${tag} dir="auto"${place}>${inner()}</${tag}>`
      }
      case 'quote':
        return `${told}<blockquote dir="auto"${place}>${inner()}</blockquote>`
      case 'list': {
        const tag = node.listType === 'number' || node.tag === 'ol' ? 'ol' : 'ul'
        const start = tag === 'ol' && Number.isInteger(node.start) ? ` start="${String(Number(node.start))}"` : ''
        return `${told}<${tag}${start}>${inner()}</${tag}>`
      }
      case 'listitem': {
        const value = Number.isInteger(node.value) ? ` value="${String(Number(node.value))}"` : ''
        const box = 'checked' in node ? (node.checked === true ? '☑ ' : '☐ ') : ''
        return `<li${value}${place}>${told}${box}${inner()}</li>`
      }
      case 'table':
        return `${told}<table><tbody>${inner()}</tbody></table>`
      case 'tablerow':
        return `<tr>${inner()}</tr>`
      case 'tablecell':
        return `<td${place}>${told}${inner()}</td>`
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
      return this.#marks.marked(
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
      if (side) this.#carried.looks(line, path, side)
      return this.#line.tokens(line, key, side)
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
      this.#marks.drawn.add(value.change)
      const { before, after } = value.change
      return { change: value.change, words: `${name}: ${this.#said(before)} → ${this.#said(after)}` }
    })
    if (told.length === 0) return ''
    const words = signed(told.map((each) => each.words).join('; '))
    return `<span class="imp-diff__told"${this.#marks.id(...told.map(({ change }) => change))}>${words}</span>`
  }

  #said(value: JsonValue | undefined): string {
    if (value === undefined) return this.#drawing.say('nothing')
    return typeof value === 'string' ? value : JSON.stringify(value)
  }

  #moved({ from, moved, to }: MarkedItem): string {
    if (!moved) return ''
    this.#marks.drawn.add(moved)
    const { say } = this.#drawing
    const words = from === to || from === undefined ? say('moved') : say('moved_from', { place: from + 1 })
    return `<span class="imp-diff__told"${this.#marks.id(moved)}>${escaped(words)}</span>`
  }

  #picture({ alt, url }: DrawnPicture): string {
    return `<img alt="${escaped(alt)}" class="imp-diff__picture" src="${escaped(url)}">`
  }
}

/** Where words stand in the newer content; what was removed stands nowhere in it. */
function placed(path: string, side: Side): string {
  return path === '' || side === 'removed' ? '' : ` data-path="${escaped(path)}"`
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
