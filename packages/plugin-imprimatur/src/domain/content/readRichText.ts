import type { JsonObject, JsonValue } from './ContentField.ts'
import {
  type Place,
  documentId,
  inside,
  isAbsent,
  isMachineId,
  isRecord,
  objectOf,
  own,
  plainJson,
  wellFormed,
} from './plainJson.ts'

/** What a rich text asks of the document that it is in. */
export type RichTextHost = {
  /** The content of a block from its node's `fields`; undefined if it is not a block that is known here. */
  block(fields: Readonly<Record<string, unknown>>, place: Place): JsonObject | undefined
  /** Called for every document that the text shows or links to. */
  relation(collection: string, id: string): void
}

const ELEMENTS = new Set([
  'root',
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'autolink',
  'table',
  'tablerow',
  'tablecell',
])
const TEXTS = new Set(['text', 'tab'])
/** Payload gives these an id of their own, which names the node, not a document. */
const IDENTIFIED = new Set(['link', 'autolink', 'upload', 'relationship', 'block', 'inlineBlock'])
const OTHERS = new Set(['linebreak', 'horizontalrule'])

/**
 * The content of a Lexical editor state, normalised so that a text which somebody opens in the editor and saves
 * untouched stays the same: without what the editor or Payload keeps for itself (see {@link isBookkeeping}), adjacent
 * text nodes of one look merged as Lexical merges them, empty text nodes dropped, populated documents as ids.
 * Everything else stays: nodes and properties that are not known here too, and empty paragraphs, which readers see as
 * space. A text of nothing but empty paragraphs is no text.
 *
 * @returns undefined if there is no text
 */
export function readRichText(value: unknown, place: Place, host: RichTextHost): JsonValue | undefined {
  if (!isRecord(value) || !isRecord(own(value, 'root'))) {
    const json = plainJson(value, place)
    return isAbsent(json) ? undefined : json
  }
  const state = mapObject(value, place, (name, property, at) =>
    name === 'root' ? readNode(property, at, host) : plainJson(property, at),
  )
  return isBlank(state) ? undefined : state
}

function readNode(node: unknown, place: Place, host: RichTextHost): JsonValue {
  if (!isRecord(node)) return plainJson(node, place)
  const type = own(node, 'type')
  const known =
    typeof type === 'string' && (ELEMENTS.has(type) || TEXTS.has(type) || IDENTIFIED.has(type) || OTHERS.has(type))
  return mapObject(node, place, (name, value, at) => {
    if (name === 'children' && Array.isArray(value)) {
      const read = mergeTexts(value.map((child: unknown, index) => readNode(child ?? null, inside(at, index), host)))
      const children = type === 'list' ? withoutIdleNumbers(node, read) : read
      return known && children.length === 0 ? undefined : children
    }
    if (!known) return plainJson(value, at)
    if (isBookkeeping(node, type, name, value)) return undefined
    if (name === 'fields') return readFields(type, value, at, host)
    if (name === 'value' && (type === 'upload' || type === 'relationship'))
      return readReference(own(node, 'relationTo'), value, at, host)
    return plainJson(value, at)
  })
}

/**
 * Is this property of a node of a known type one that readers never see, and that the editor may write anew? Only with
 * the values that the editor gives it: anything else might carry something, and stays. `direction`, if it is set,
 * stays: Lexical sets it on request only.
 */
function isBookkeeping(node: Readonly<Record<string, unknown>>, type: string, name: string, value: unknown): boolean {
  switch (name) {
    case 'version':
      return Number.isInteger(value)
    case 'id':
      return IDENTIFIED.has(type) && isMachineId(value)
    case 'format':
      return value === '' || value === 0
    // The look of what would be typed next into an empty paragraph; the editor copies it from a text node within.
    case 'textFormat':
      return ELEMENTS.has(type) && Number.isInteger(value)
    case 'textStyle':
      return ELEMENTS.has(type) && (value === '' || (typeof value === 'string' && stylesWithin(node).includes(value)))
    case 'direction':
      return ELEMENTS.has(type) && value === null
    case 'indent':
      return ELEMENTS.has(type) && value === 0
    case 'start':
      return type === 'list' && value === 1
    // `ol` stays: the converters of Payload 3.90 go by the tag alone, and make `ul` of a list without one.
    case 'tag':
      return type === 'list' && value === 'ul' && isUnnumbered(node)
    case 'style':
      return TEXTS.has(type) && value === ''
    case 'mode':
      return TEXTS.has(type) && value === 'normal'
    case 'detail':
      return TEXTS.has(type) && value === (type === 'tab' ? UNMERGEABLE : 0)
    default:
      return false
  }
}

function stylesWithin(element: Readonly<Record<string, unknown>>): readonly unknown[] {
  const children = own(element, 'children')
  return Array.isArray(children) ? children.map((child: unknown) => (isRecord(child) ? own(child, 'style') : null)) : []
}

/** Whether nobody shows a number before the items of this list, going by its type or by its tag. */
function isUnnumbered(list: Readonly<Record<string, unknown>>): boolean {
  const [listType, tag] = [own(list, 'listType'), own(list, 'tag')]
  return (listType === 'bullet' || listType === 'check') && (tag === undefined || tag === 'ul')
}

/**
 * The items of a list without the numbers that say nothing: any whole number where none is shown, else the one that
 * HTML (4.4.8, `li`) gives an item that has none, which is one more than the number before. The editor counts anew.
 */
function withoutIdleNumbers(list: Readonly<Record<string, unknown>>, items: readonly JsonValue[]): JsonValue[] {
  let next = 1
  return items.map((item) => {
    if (!isRecord(item) || item.type !== 'listitem') return item
    const { value, ...rest } = item
    const isIdle = value === null || (Number.isInteger(value) && (value === next || isUnnumbered(list)))
    next = (typeof value === 'number' ? value : next) + 1
    return isIdle ? rest : item
  })
}

function readFields(type: string, fields: unknown, place: Place, host: RichTextHost): JsonValue | undefined {
  if (!isRecord(fields)) return isAbsent(fields) ? undefined : plainJson(fields, place)
  if (type === 'block' || type === 'inlineBlock') return host.block(fields, place) ?? plainJson(fields, place)
  const internal = own(fields, 'linkType') === 'internal'
  const read = mapObject(fields, place, (name, value, at) => {
    if (isAbsent(value)) return undefined
    if (name !== 'doc' || !isRecord(value)) return plainJson(value, at)
    const collection = own(value, 'relationTo')
    return mapObject(value, at, (part, target, inDoc) =>
      part === 'value'
        ? readReference(internal ? collection : undefined, target, inDoc, host)
        : plainJson(target, inDoc),
    )
  })
  return isAbsent(read) ? undefined : read
}

function readReference(collection: unknown, target: unknown, place: Place, host: RichTextHost): JsonValue {
  const id = documentId(target)
  if (id === undefined) return plainJson(target, place)
  if (typeof collection === 'string') host.relation(collection, id)
  return wellFormed(id, place)
}

/** As Lexical's `$normalizeTextNode` does it, but only for texts that agree in every property. */
function mergeTexts(nodes: readonly JsonValue[]): JsonValue[] {
  const merged: JsonValue[] = []
  for (const node of nodes) {
    const text = mergeableText(node)
    if (text === '' && isRecord(node) && Object.keys(node).every((name) => SEEN_ON_LETTERS_ONLY.has(name))) continue
    const before = merged.at(-1)
    const textBefore = mergeableText(before)
    if (text !== undefined && textBefore !== undefined && lookOf(before) === lookOf(node)) {
      merged[merged.length - 1] = { ...asObject(before), text: textBefore + text }
    } else {
      merged.push(node)
    }
  }
  return merged
}

/** A text node that is empty and has nothing but these is nothing that readers could see. */
const SEEN_ON_LETTERS_ONLY = new Set(['type', 'text', 'format', 'style', 'detail'])
/** Lexical's `IS_UNMERGEABLE`, a bit of `detail`. */
const UNMERGEABLE = 2

/** The text of a text node that Lexical may merge with another; undefined for any other node. */
function mergeableText(node: JsonValue | undefined): string | undefined {
  if (!isRecord(node) || node.type !== 'text' || typeof node.text !== 'string' || 'mode' in node) return undefined
  return typeof node.detail === 'number' && (node.detail & UNMERGEABLE) !== 0 ? undefined : node.text
}

function lookOf(node: JsonValue | undefined): string {
  return JSON.stringify({ ...asObject(node), text: '' })
}

function asObject(node: JsonValue | undefined): JsonObject {
  return isRecord(node) ? node : {}
}

function isBlank(state: JsonObject): boolean {
  const { root, ...rest } = state
  if (Object.keys(rest).length > 0 || !isRecord(root) || root.type !== 'root') return false
  const { children, ...own } = root
  const paragraphs: unknown[] = Array.isArray(children) ? children : []
  return isBare(own) && paragraphs.every((node) => isRecord(node) && node.type === 'paragraph' && isBare(node))
}

function isBare(element: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(element).every(
    (name) => name === 'type' || name === 'direction' || name === 'format' || name === 'indent',
  )
}

function mapObject(
  from: Readonly<Record<string, unknown>>,
  place: Place,
  read: (name: string, value: unknown, at: Place) => JsonValue | undefined,
): JsonObject {
  return objectOf(
    Object.entries(from).map(([name, value]) => {
      const at = inside(place, wellFormed(name, place))
      return [name, value === undefined ? undefined : read(name, value, at)]
    }),
  )
}
