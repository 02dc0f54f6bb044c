import { isRecord, type ContentField } from '../content/index.ts'
import type { KeptAnchor } from './anchorIn.ts'
import type { Place } from './candidatesIn.ts'
import { locate } from './locate.ts'
import { signOf, type Passage } from './passagesOf.ts'
import { placesOf } from './placesOf.ts'

/** Words that somebody proposes in the place of those that their comment is about. */
export type Suggestion = {
  /** Empty: nothing is to stand there. */
  readonly text: string
  /** What became of them; null: nobody has decided yet. */
  readonly decision: { readonly kind: 'taken' | 'left'; readonly by: string; readonly at: string } | null
}

/** What a comment says, for where there is one text to show it: the words that it suggests with it. */
export function inOneText({ anchor, suggestion, text }: Said): string {
  const words = suggestion && anchor ? `${anchor.exact} → ${suggestion.text || '—'}` : ''
  return [words, text].filter((each) => each !== '').join('\n')
}

type Said = {
  readonly anchor: Pick<KeptAnchor, 'exact'> | null
  readonly suggestion: Suggestion | null
  readonly text: string
}

/** A place and the passage that it is in. */
export type Spot = Place & { readonly passage: Passage }

/**
 * Where the words of an anchor can be replaced: where they stand as they were, and where nothing else reads the same with what stands
 * around it.
 *
 * @returns null where another place could be meant, or other words would go
 */
export function replaceable(anchor: KeptAnchor, passages: readonly Passage[]): Spot | null {
  const { after, before, exact } = anchor
  const place = locate(anchor, passages)
  const passage = place && passages.find(({ path }) => path === place.path)
  // eslint-disable-next-line @typescript-eslint/prefer-optional-chain -- the place is known only with its passage
  if (!passage || passage.text.slice(place.start, place.end) !== exact) return null
  return placesOf(passages, before + exact + after).length > 1 ? null : { ...place, passage }
}

export type Replacement =
  /** The name of the field at the top, and its value with the other words. */
  | { readonly kind: 'replaced'; readonly field: string; readonly value: unknown }
  /** The document does not read as the passage does, or there is no text. */
  | { readonly kind: 'no_text' }
  /** What would change is set in more than one way, or has more in it than words: nobody has said how the new words are set. */
  | { readonly kind: 'formats' }

/**
 * A document with other words at one place, set as those before them; nothing else in it changes, and neither does `doc`.
 *
 * @param fields what of the document is content
 * @param text the words that are to stand there, without line breaks of their own
 */
export function replaceIn(
  doc: Readonly<Record<string, unknown>>,
  fields: readonly ContentField[],
  { end, passage, start }: Spot,
  text: string,
): Replacement {
  const [name = '', ...path] = passage.path.split('.')
  const field = fields.find((each) => each.name === name)
  if (!field || !Object.hasOwn(doc, name)) return NO_TEXT
  const copy: Holder = { [name]: structuredClone(doc[name]) }
  const found = inField(field, { holder: copy, name }, path)
  const value = found?.holder[found.name]
  if (typeof value === 'string' && value === passage.text && found) {
    found.holder[found.name] = value.slice(0, start) + text + value.slice(end)
  } else {
    const leaves = isRecord(value) ? leavesOf(value) : []
    if (passage.text === '' || leaves.map((leaf) => leaf.text).join('') !== passage.text) return NO_TEXT
    if (!replaceInLine(leaves, value, narrowed(passage.text, { start, end }, text))) return { kind: 'formats' }
  }
  return { kind: 'replaced', field: name, value: copy[name] }
}

const NO_TEXT: Replacement = { kind: 'no_text' }

type Holder = Record<string, unknown>
type Found = { readonly holder: Holder; readonly name: string }

/** What a path below a field leads to: a text field, or a node of a rich text. */
function inField(field: ContentField, at: Found, path: readonly string[]): Found | null {
  const [row = '', ...rest] = path
  const value = at.holder[at.name]
  switch (field.kind) {
    case 'value':
      return path.length === 0 && field.isText === true ? at : null
    case 'group':
      return inFields(field.fields, value, path)
    case 'array':
      return inFields(field.fields, within(value, row), rest)
    case 'blocks':
      return inBlock(field.blocks, within(value, row), rest)
    case 'richText':
      return inNode(field.blocks, at, path)
    case 'relation':
      return null
  }
}

function inFields(
  fields: readonly ContentField[],
  holder: unknown,
  [name = '', ...path]: readonly string[],
): Found | null {
  const field = fields.find((each) => each.name === name)
  return field && isRecord(holder) && Object.hasOwn(holder, name) ? inField(field, { holder, name }, path) : null
}

type Blocks = Readonly<Record<string, readonly ContentField[]>>

function inBlock(blocks: Blocks, row: unknown, path: readonly string[]): Found | null {
  const kind = isRecord(row) ? row.blockType : undefined
  const fields = typeof kind === 'string' && Object.hasOwn(blocks, kind) ? blocks[kind] : undefined
  return fields ? inFields(fields, row, path) : null
}

function inNode(blocks: Blocks, at: Found, [name, ...path]: readonly string[]): Found | null {
  if (name === undefined) return at
  const value = at.holder[at.name]
  if (name === 'fields') return inBlock(blocks, within(value, name), path)
  return within(value, name) === undefined ? null : inNode(blocks, { holder: value as Holder, name }, path)
}

function within(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Holder)[name] : undefined
}

/** Something in a line: a node of text, or something that is no text. */
type Leaf = {
  readonly node: Holder
  readonly parent: Holder
  readonly text: string
  readonly start: number
  readonly end: number
}

function leavesOf(element: Holder): readonly Leaf[] {
  let at = 0
  const inElement = (parent: Holder): readonly Leaf[] =>
    Array.isArray(parent.children)
      ? parent.children.flatMap((node: unknown): readonly Leaf[] => {
          if (!isRecord(node)) return []
          if (Array.isArray(node.children)) return inElement(node)
          const text = isText(node) ? node.text : signOf(node.type)
          const start = at
          at += text.length
          return [{ node, parent, text, start, end: at }]
        })
      : []
  return inElement(element)
}

function isText(node: Holder): node is Holder & { text: string } {
  return node.type === 'text' && typeof node.text === 'string'
}

type Change = { readonly start: number; readonly end: number; readonly words: string }

/** The replacement without what stays at its beginning and its end, so that as little as possible has to be set alike. */
function narrowed(line: string, { end, start }: { start: number; end: number }, words: string): Change {
  const before = line.slice(start, end)
  const most = Math.min(before.length, words.length)
  let head = 0
  while (head < most && before[head] === words[head]) head += 1
  if (isHighSurrogate(before, head - 1)) head -= 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === words.at(-1 - tail)) tail += 1
  if (isHighSurrogate(before, before.length - tail - 1)) tail -= 1
  return { start: start + head, end: end - tail, words: words.slice(head, words.length - tail) }
}

function isHighSurrogate(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at))
}

const LINKS: ReadonlySet<unknown> = new Set(['link', 'autolink'])

/** Changes the nodes of a line. @returns false where they are not all set alike */
function replaceInLine(leaves: readonly Leaf[], element: unknown, { end, start, words }: Change): boolean {
  const touched =
    start === end ? besides(leaves, element, start) : leaves.filter((leaf) => leaf.start < end && leaf.end > start)
  const inBetween = leaves.filter((leaf) => leaf.start === leaf.end && leaf.start > start && leaf.start < end)
  const [first] = touched
  if (!first || inBetween.length > 0) return words === '' && start === end
  if (!touched.every((leaf) => leaf.parent === first.parent && lookOf(leaf.node) === lookOf(first.node))) return false
  if (!isText(first.node)) return false
  for (const { end: last, node, start: from, text } of touched)
    node.text =
      text.slice(0, Math.max(0, start - from)) +
      (node === first.node ? words : '') +
      text.slice(Math.min(last, end) - from)
  const left = siblingsOf(first).filter(
    (node) => !(isRecord(node) && touched.some((leaf) => leaf.node === node) && node.text === ''),
  )
  // A link without words is nothing that anybody could follow.
  if (left.length === 0 && (first.parent !== element || LINKS.has(first.parent.type))) return false
  first.parent.children = left
  return true
}

function siblingsOf({ parent }: Leaf): readonly unknown[] {
  return Array.isArray(parent.children) ? parent.children : []
}

/** The node that words between two nodes go into: the one before them, unless they would come to stand in a link. */
function besides(leaves: readonly Leaf[], element: unknown, at: number): readonly Leaf[] {
  const beside = leaves.filter((leaf) => isText(leaf.node) && leaf.start <= at && at <= leaf.end)
  return (
    beside.find(({ parent }) => parent === element) ? beside.filter(({ parent }) => parent === element) : beside
  ).slice(0, 1)
}

function lookOf(node: Holder): string {
  return JSON.stringify({ ...node, text: '' })
}
