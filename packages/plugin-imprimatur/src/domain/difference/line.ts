import { dequal } from 'dequal'
import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import { wordsOf } from './wordsOf.ts'

/** A word, a space, or something that stands in a line and is no text. */
export type Token = {
  /** '' for what is no text. */
  readonly text: string
  /** The node without its text; whole for what is no text. */
  readonly node: JsonObject
  /** What stands around it in the line, such as a link, from the outside in, each without its children. */
  readonly around: readonly JsonObject[]
  /** Path of the node below the line's `children`. */
  readonly at: string
}

/** Elements whose children are lines below each other, not words. */
const HOLD_BLOCKS = new Set(['root', 'list', 'table', 'tablerow'])
const INLINE = new Set(['link', 'autolink', 'mark', 'overflow'])
/** Holds words or other nodes, and may hold no children at all. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'quote',
  'listitem',
  'tablecell',
  'block',
  'upload',
  'horizontalrule',
  ...HOLD_BLOCKS,
])

/**
 * The children of an element as one line of words, whatever nodes they are cut into.
 *
 * @returns null when they are no such line, or when the line would not tell them apart from other children
 */
export function lineOf(element: JsonObject): readonly Token[] | null {
  const { children, type } = element
  if (typeof type !== 'string' || HOLD_BLOCKS.has(type) || !Array.isArray(children)) return null
  const tokens = tokensOf(children, '', [])
  return tokens && dequal(nodesOf(tokens), children) ? tokens : null
}

function tokensOf(children: readonly JsonValue[], at: string, around: readonly JsonObject[]): Token[] | null {
  const tokens: Token[] = []
  for (const [index, child] of children.entries()) {
    if (!isNode(child)) return null
    const own = at === '' ? String(index) : `${at}.children.${String(index)}`
    const { text, ...node } = child
    if (child.type === 'text' && typeof text === 'string') {
      for (const word of wordsOf(text)) tokens.push({ text: word, node, around, at: own })
    } else if (typeof child.type === 'string' && INLINE.has(child.type) && Array.isArray(child.children)) {
      const { children: within, ...rest } = child
      const inner = tokensOf(within, own, [...around, rest])
      if (!inner) return null
      tokens.push(...inner)
    } else if ('children' in child || (typeof child.type === 'string' && BLOCKS.has(child.type))) return null
    else tokens.push({ text: '', node: child, around, at: own })
  }
  return tokens
}

/** The nodes that a line was made of, as the content's normal form has them: neighbours of one look are one node. */
export function nodesOf(tokens: readonly Token[], depth = 0): JsonValue[] {
  const together = (one: Token, other: Token): boolean =>
    one.around.length > depth
      ? other.around.length > depth && dequal(other.around[depth], one.around[depth])
      : other.around.length === depth && isText(one) && isText(other) && dequal(other.node, one.node)
  return neighbours(tokens, together).map((group) => {
    const [first] = group
    if (first.around.length > depth) return { ...first.around[depth], children: nodesOf(group, depth + 1) }
    return isText(first) ? { ...first.node, text: textOf(group) } : first.node
  })
}

/** Cuts a row into groups of neighbours that belong together with their first. */
export function neighbours<T>(
  row: readonly T[],
  together: (one: T, other: T) => boolean,
): readonly (readonly [T, ...T[]])[] {
  const groups: [T, ...T[]][] = []
  for (const each of row) {
    const group = groups.at(-1)
    if (group && together(group[0], each)) group.push(each)
    else groups.push([each])
  }
  return groups
}

export function isText(token: Token): boolean {
  return token.node.type === 'text' && !('text' in token.node)
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('')
}

function isNode(value: JsonValue): value is JsonObject {
  return isRecord(value)
}

/** Whether two words look alike and stand in the same links. */
export function isSameLook(one: Token | undefined, other: Token | undefined): boolean {
  return dequal(one?.node, other?.node) && dequal(one?.around, other?.around)
}
