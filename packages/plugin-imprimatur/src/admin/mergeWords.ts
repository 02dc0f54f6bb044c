import { diff3Merge } from 'node-diff3'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { same } from './settleAnswer.ts'

/** What somebody changed in a document since it was loaded or saved, by the name of the field. */
export type Changes = Readonly<
  Record<
    string,
    {
      /** What is stored there on the base of the change. */
      readonly stored: unknown
      readonly now: unknown
    }
  >
>

type Doc = Readonly<Record<string, unknown>>

/** One's own changes put together with what somebody else stored meanwhile. */
export type Merged = {
  /** Of the fields that one changed: what they hold with both changes, as far as these do not touch. */
  readonly mine: Doc
  /** The same, with the other's wording where the two touch. */
  readonly theirs: Doc
  /** Names of the fields in which they touch. */
  readonly touching: readonly string[]
  /** Names of the fields that the other changed. */
  readonly changedByThem: readonly string[]
}

/** Fields that the server keeps for itself. */
const MACHINE = new Set(['id', '_status', 'createdAt', 'updatedAt', 'createdBy', 'changedBy', 'deletedAt'])

/** @returns by the name of a top field, what it holds now and what is stored of it, where `now` is another form than `before`; nothing of the server's own */
export function changesBetween(before: FormState, now: FormState, stored: Doc): Changes {
  const [one, other] = [before, now].map((each) => reduceFieldsToValues(each, true) as Doc) as [Doc, Doc]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    names
      .filter((name) => !MACHINE.has(name) && !same(one[name], other[name]))
      .map((name) => [name, { stored: stored[name] ?? null, now: other[name] ?? null }]),
  )
}

/**
 * Three-way merge of a document, by field, and in rich texts by block (paragraph, heading, box …).
 *
 * @param base the document that `changes` were made in, as it was stored
 * @param theirs the document as it is stored now
 */
export function mergeWords(changes: Changes, base: Doc, theirs: Doc): Merged {
  const mine: Record<string, unknown> = {}
  const other: Record<string, unknown> = {}
  const touching: string[] = []
  for (const [name, { now, stored }] of Object.entries(changes)) {
    const put = (own: unknown, their: unknown) => {
      mine[name] = own
      other[name] = their
    }
    if (same(stored, theirs[name]) || same(now, theirs[name])) put(now, now)
    else {
      const blocks = mergeBlocks(now, stored, theirs[name])
      put(blocks?.mine ?? now, blocks ? blocks.theirs : theirs[name])
      if (!blocks || blocks.touching) touching.push(name)
    }
  }
  return { mine, theirs: other, touching, changedByThem: differing(base, theirs) }
}

/** Names of the fields in which two revisions of a document differ, but for those that the server keeps for itself. */
export function differing(one: Doc, other: Doc): readonly string[] {
  return Object.keys({ ...one, ...other }).filter((name) => !MACHINE.has(name) && !same(one[name], other[name]))
}

type Node = Readonly<Record<string, unknown>>
type RichText = { readonly root: Node & { readonly children: readonly Node[] } }

function mergeBlocks(
  now: unknown,
  stored: unknown,
  theirs: unknown,
): { mine: RichText; theirs: RichText; touching: boolean } | null {
  if (!isRichText(now) || !isRichText(stored) || !isRichText(theirs)) return null
  // Blocks are compared by their content; what is taken is the block itself.
  const known = new Map<string, Node>()
  const keysOf = (text: RichText) =>
    text.root.children.map((block) => {
      const key = contentKey(block)
      known.set(key, block)
      return key
    })
  const parts = diff3Merge(keysOf(now), keysOf(stored), keysOf(theirs), { excludeFalseConflicts: true })
  const rebuilt = (side: 'a' | 'b'): RichText => {
    const keys = parts.flatMap((part) => part.ok ?? part.conflict?.[side] ?? [])
    return { ...now, root: { ...now.root, children: keys.flatMap((key): readonly Node[] => toList(known.get(key))) } }
  }
  return { mine: rebuilt('a'), theirs: rebuilt('b'), touching: parts.some((part) => part.conflict !== undefined) }
}

function toList(node: Node | undefined): readonly Node[] {
  return node ? [node] : []
}

function isRichText(value: unknown): value is RichText {
  const root = (value as { root?: { children?: unknown } } | null | undefined)?.root
  return Array.isArray(root?.children)
}

/** What the editor sets as it likes, and what is the same in all nodes of a type. */
const EDITORS_OWN = new Set(['direction', 'textFormat', 'textStyle', 'version'])

function contentKey(block: Node): string {
  return JSON.stringify(block, (name, value: unknown) => {
    if (EDITORS_OWN.has(name)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
