import { diffArrays } from 'diff'
import { dequal } from 'dequal'
import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import { alignLists, MOST_EDITS } from './alignLists.ts'
import type { ChangeKind, DraftChange, Marked, MarkedItem, Run } from './Change.ts'
import { isSameLook, isText, lineOf, nodesOf, textOf, type Token } from './line.ts'

/** Two contents laid over each other, and each place where they differ. */
export type MarkedDifference = {
  /** By field, those of both. */
  readonly fields: ReadonlyMap<string, Marked>
  readonly changes: readonly DraftChange[]
}

/**
 * What is different between two canonical contents. Complete: every field of both is in the answer whole, as the same or as part of a change;
 * what is known of rich text only decides how a change is called.
 *
 * @param older null: there is nothing to compare with, so that every field is new
 * @param order names of fields that come first, such as those of the form
 * @param media name under which the media stand that a piece shows, each with its `id`
 */
export function markedDifference(
  older: JsonObject | null,
  newer: JsonObject,
  media: string,
  order: readonly string[] = [],
): MarkedDifference {
  const comparison = new Comparison()
  const from = older ?? {}
  const all = new Set([...Object.keys(from), ...Object.keys(newer)])
  const names = new Set([...order.filter((name) => all.has(name)), ...all])
  const fields = [...names].map((name): [string, Marked] => [
    name,
    comparison.values(own(from, name), own(newer, name), at(name), name === media ? MEDIA : FIELD),
  ])
  return { fields: new Map(fields), changes: comparison.changes }
}

/** Where both values stand. */
type At = { readonly from: string; readonly to: string }

/** What a value is part of: says how its change is called. */
type Sort = {
  readonly changed: ChangeKind
  readonly appeared: ChangeKind
  readonly disappeared: ChangeKind
  readonly node: boolean
}

const FIELD: Sort = { changed: 'field', appeared: 'added', disappeared: 'removed', node: false }
const MEDIA: Sort = { changed: 'media', appeared: 'media', disappeared: 'media', node: false }
const inNode = (kind: ChangeKind): Sort => ({ changed: kind, appeared: kind, disappeared: kind, node: true })

class Comparison {
  readonly changes: DraftChange[] = []

  values(before: JsonValue | undefined, after: JsonValue | undefined, where: At, sort: Sort): Marked {
    if (before === undefined) {
      const value = after as JsonValue
      return { as: 'added', path: where.to, value, change: this.#note(where.to, sort.appeared, undefined, value) }
    }
    if (after === undefined) {
      const change = this.#note(where.from, sort.disappeared, before, undefined)
      return { as: 'removed', path: where.from, value: before, change }
    }
    if (dequal(before, after)) return { as: 'same', path: where.to, value: after }
    if (Array.isArray(before) && Array.isArray(after)) return this.#lists(before, after, where, sort)
    if (isObject(before) && isObject(after)) return this.#objects(before, after, where, sort)
    return { as: 'replaced', path: where.to, before, after, change: this.#note(where.to, sort.changed, before, after) }
  }

  #objects(before: JsonObject, after: JsonObject, where: At, sort: Sort): Marked {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    const line = sort.node ? this.#line(before, after, where) : null
    const entries = names.map((name): [string, Marked] => {
      if (line && name === 'children') return [name, line]
      return [
        name,
        this.values(own(before, name), own(after, name), inside(where, name), sortWithin(sort, after, name)),
      ]
    })
    return { as: 'object', path: where.to, before, after, entries }
  }

  #lists(before: readonly JsonValue[], after: readonly JsonValue[], where: At, sort: Sort): Marked {
    const pairs = alignLists(before, after, sort === MEDIA ? idOf : undefined)
    const byTo = new Map(pairs.map((pair) => [pair.to, pair]))
    const kept = new Map(pairs.map((pair) => [pair.from, pair]))
    const items: MarkedItem[] = []
    const row = (from: number, to: number): At => ({
      from: `${where.from}.${String(from)}`,
      to: `${where.to}.${String(to)}`,
    })
    let next = 0
    // What was removed comes where the older list has it: behind the last of its predecessors that stayed in its place.
    const removedUntil = (end: number): void => {
      for (; next < end; next += 1) {
        const value = before[next]
        if (kept.has(next) || value === undefined) continue
        const { from: path } = row(next, 0)
        const change = this.#note(path, sort === MEDIA ? 'media' : 'removed', value, undefined)
        items.push({ item: { as: 'removed', path, value, change }, from: next })
      }
    }
    after.forEach((value, to) => {
      const pair = byTo.get(to)
      if (!pair) {
        const path = row(0, to).to
        const change = this.#note(path, sort === MEDIA ? 'media' : 'added', undefined, value)
        items.push({ item: { as: 'added', path, value, change }, to })
        return
      }
      const { from, moved } = pair
      if (!moved) removedUntil(from)
      const item = this.values(before[from], value, row(from, to), sort)
      if (!moved) items.push({ item, from, to })
      else items.push({ item, from, to, moved: this.#note(row(from, to).to, 'moved', from, to) })
    })
    removedUntil(before.length)
    return { as: 'list', path: where.to, items }
  }

  /** The words of both elements as one line, if both are one. */
  #line(before: JsonObject, after: JsonObject, where: At): Marked | null {
    if (dequal(before.children, after.children)) return null
    const [older, newer] = [lineOf(before), lineOf(after)]
    if (!older || !newer) return null
    const children = inside(where, 'children')
    const cutAlike = dequal(cutsOf(older), cutsOf(newer))
    const runs = stretches(older, newer).map((each): Run => {
      if (each.as === 'same') return { as: 'same', tokens: each.added }
      if (each.as === 'relooked') return this.#relooked(each.removed, each.added, children, cutAlike)
      const { added, removed } = each
      const all = [...removed, ...added]
      const [first] = all
      // Within one text node that is the same one in both, the path is that of its text.
      const isWithin =
        cutAlike && all.every((token) => isText(token) && token.at === first?.at && isSameLook(token, first))
      const base = added.length > 0 ? children.to : children.from
      const path = isWithin ? `${base}.${first?.at ?? ''}.text` : children.to
      const plain = isWithin || all.every(isBare)
      const value = (tokens: readonly Token[]): JsonValue | undefined =>
        tokens.length === 0 ? undefined : plain ? textOf(tokens) : nodesOf(tokens)
      const change = this.#note(path, 'text', value(removed), value(added))
      return { as: 'changed', removed, added, change }
    })
    return { as: 'line', path: children.to, runs }
  }

  #relooked(before: readonly Token[], after: readonly Token[], children: At, cutAlike: boolean): Run {
    const [one, other] = [before[0], after[0]]
    if (!one || !other) throw new Error('A stretch of text has words.')
    const words = textOf(after)
    const changes: DraftChange[] = []
    const steps = other.at.split('.children.')
    const note = (
      level: number,
      property: string,
      kind: ChangeKind,
      from: JsonValue | undefined,
      to: JsonValue | undefined,
    ): void => {
      if (dequal(from, to)) return
      const node = `${children.to}.${steps.slice(0, level + 1).join('.children.')}`
      const path = !cutAlike ? children.to : property === '' ? node : `${node}.${property}`
      changes.push(this.#note(path, kind, from, to, { words, property }))
    }
    for (const name of namesOf(one.node, other.node)) {
      const kind = name === 'format' ? 'format' : 'attribute'
      note(steps.length - 1, name, kind, own(one.node, name), own(other.node, name))
    }
    for (let level = 0; level < Math.max(one.around.length, other.around.length); level += 1) {
      const [from, to] = [one.around[level], other.around[level]]
      if (!from || !to) note(level, '', 'link', from, to)
      else {
        leavesApart(from, to, '', (property, a, b) => {
          note(level, property, 'link', a, b)
        })
      }
    }
    return { as: 'relooked', before, after, changes }
  }

  #note(
    path: string,
    kind: ChangeKind,
    before: JsonValue | undefined,
    after: JsonValue | undefined,
    more: Pick<DraftChange, 'words' | 'property'> = {},
  ): DraftChange {
    const change: DraftChange = {
      path,
      kind,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...more,
    }
    this.changes.push(change)
    return change
  }
}

/** How the change of a property is called, and what is in it. */
function sortWithin(sort: Sort, object: JsonObject, name: string): Sort {
  // The state of a Lexical editor, wherever it is.
  if (!sort.node && name === 'root' && isObject(object.root)) return inNode('attribute')
  if (!sort.node) return sort
  const { type } = object
  if (name === 'children') return inNode('attribute')
  if (name === 'fields' && (type === 'block' || type === 'inlineBlock')) return FIELD
  if (name === 'format') return inNode('format')
  if (type === 'link' || type === 'autolink') return inNode('link')
  if ((type === 'upload' || type === 'relationship') && (name === 'value' || name === 'relationTo'))
    return inNode('media')
  return sort
}

type Stretch = {
  readonly as: 'same' | 'relooked' | 'changed'
  readonly removed: readonly Token[]
  readonly added: readonly Token[]
}

/** Cuts two lines into stretches that are the same, that look otherwise, and that have other words. */
function stretches(older: readonly Token[], newer: readonly Token[]): readonly Stretch[] {
  const parts = diffArrays([...older], [...newer], { comparator: isSameWord, maxEditLength: MOST_EDITS }) ?? [
    { value: [...older], removed: true, added: false },
    { value: [...newer], removed: false, added: true },
  ]
  const found: Stretch[] = []
  const push = (as: Stretch['as'], removed: readonly Token[], added: readonly Token[]): void => {
    const last = found.at(-1)
    const together =
      last?.as === as &&
      (as !== 'relooked' || (isSameLook(last.removed[0], removed[0]) && isSameLook(last.added[0], added[0])))
    if (!together) found.push({ as, removed, added })
    else found[found.length - 1] = { as, removed: [...last.removed, ...removed], added: [...last.added, ...added] }
  }
  let [i, j] = [0, 0]
  for (const { added, removed, value } of parts) {
    for (const _ of value) {
      if (removed) push('changed', older.slice(i, ++i), [])
      else if (added) push('changed', [], newer.slice(j, ++j))
      else {
        const [one, other] = [older.slice(i, ++i), newer.slice(j, ++j)]
        push(isSameLook(one[0], other[0]) ? 'same' : 'relooked', one, other)
      }
    }
  }
  return withoutCrumbs(found)
}

/** Spaces alone between two changes belong to the change: nobody reads word by word what was written anew. */
function withoutCrumbs(found: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  found.forEach((each, index) => {
    const last = whole.at(-1)
    const isCrumb =
      each.as === 'same' &&
      /^\s+$/.test(textOf(each.added)) &&
      last?.as === 'changed' &&
      found[index + 1]?.as === 'changed'
    if (last?.as === 'changed' && (each.as === 'changed' || isCrumb)) {
      whole[whole.length - 1] = {
        as: 'changed',
        removed: [...last.removed, ...each.removed],
        added: [...last.added, ...each.added],
      }
    } else whole.push(each)
  })
  return whole
}

function isSameWord(one: Token, other: Token): boolean {
  if (one.text !== other.text || isText(one) !== isText(other)) return false
  return isText(one) || dequal(one.node, other.node)
}

/** A word without any look. */
function isBare(token: Token): boolean {
  return token.around.length === 0 && isText(token) && Object.keys(token.node).length === 1
}

/** Into which nodes a line is cut. */
function cutsOf(tokens: readonly Token[]): readonly (readonly [string, number])[] {
  return [...new Map(tokens.map((token) => [token.at, token.around.length]))]
}

function leavesApart(
  before: JsonObject,
  after: JsonObject,
  path: string,
  found: (path: string, before: JsonValue | undefined, after: JsonValue | undefined) => void,
): void {
  for (const name of namesOf(before, after)) {
    const [a, b] = [own(before, name), own(after, name)]
    if (dequal(a, b)) continue
    if (isObject(a) && isObject(b)) leavesApart(a, b, join(path, name), found)
    else found(join(path, name), a, b)
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function namesOf(one: JsonObject, other: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

function at(name: string): At {
  return { from: name, to: name }
}

function inside({ from, to }: At, name: string): At {
  return { from: `${from}.${name}`, to: `${to}.${name}` }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return isRecord(value)
}

function idOf(item: JsonValue): string | undefined {
  return isObject(item) && typeof item.id === 'string' ? item.id : undefined
}
