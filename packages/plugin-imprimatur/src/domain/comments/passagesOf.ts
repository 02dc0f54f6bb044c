import { isMachineId, isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import { isText, lineOf } from '../difference/index.ts'

/** A stretch of text that stands by itself: a field, or a paragraph of a rich text. */
export type Passage = {
  /** Where it is in the canonical content, with dots and numbers of rows, as in {@link Change.path}. */
  readonly path: string
  /** Its words in one line; a line break is `\n`, a tab a space. */
  readonly text: string
}

/** What names a kind, a file or a row, and is no text. */
const NO_TEXT = new Set(['id', 'hash', 'blockType', 'relationTo'])

/** All passages of a canonical content, in its order. */
export function passagesOf(content: JsonObject): readonly Passage[] {
  return Object.entries(content).flatMap(([name, value]: [string, JsonValue]) => inValue(name, name, value))
}

function inValue(path: string, name: string, value: JsonValue): readonly Passage[] {
  if (typeof value === 'string')
    return value === '' || NO_TEXT.has(name) || isMachineId(value) ? [] : [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((each, at) => inValue(`${path}.${String(at)}`, name, each))
  if (!isObject(value)) return []
  if (isObject(value.root)) return inNode(`${path}.root`, value.root)
  return Object.entries(value).flatMap(([own, each]: [string, JsonValue]) => inValue(`${path}.${own}`, own, each))
}

function inNode(path: string, node: JsonValue): readonly Passage[] {
  if (!isObject(node)) return []
  const line = lineOf(node)
  if (line) {
    const text = line.map((token) => (isText(token) ? token.text : signOf(token.node.type))).join('')
    return text === '' ? [] : [{ path, text }]
  }
  const { children, fields } = node
  return [
    ...(Array.isArray(children) ? children.flatMap((each, at) => inNode(`${path}.children.${String(at)}`, each)) : []),
    ...(isObject(fields) ? inValue(`${path}.fields`, 'fields', fields) : []),
  ]
}

/** How a node that is no text stands in the line of a passage. */
export function signOf(type: unknown): string {
  return type === 'linebreak' ? '\n' : type === 'tab' ? ' ' : ''
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return isRecord(value)
}
