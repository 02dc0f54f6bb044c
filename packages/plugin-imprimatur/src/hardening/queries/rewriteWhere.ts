import type { Payload, Where } from 'payload'
import { invalidValue, notQueryable } from '../../domain/public-query/index.ts'
import { CodedError } from '../../errors/index.ts'
import { EVERY, NOTHING, TEXTS, type Dialect } from './dialect.ts'
import { readPath, type PathRead } from './readPath.ts'
import { documentTarget, type Target } from './target.ts'
import { readTerm, some, valuesOf, wordsOf, type Some, type Term } from './terms.ts'

type Rewriting = { readonly payload: Payload; readonly dialect: Dialect }
type List = Extract<PathRead, { kind: 'list' }>
type Through = Extract<PathRead, { kind: 'through' }>

/**
 * Says a `where` so that each database gives the same answer. A condition on a list is met when any of its values meets
 * it, a negation when none does, and two conditions on one list may be met by two values; so it is in MongoDB, while
 * Payload 3.90 asks SQL for one row of one join that meets them all. What a path leads to through a relation counts as
 * a list too.
 *
 * @returns `where` itself where there is nothing to say otherwise.
 * @throws CodedError 400 `field_not_queryable` or `invalid_value` for what no two databases answer alike.
 */
export async function rewriteWhere(rewriting: Rewriting, target: Target, where: Where): Promise<Where> {
  const parts: Where[] = []
  let changed = false
  for (const [key, given] of Object.entries(where) as [string, unknown][]) {
    if (Array.isArray(given)) {
      const members = given as Where[]
      const said = await Promise.all(members.map((each) => rewriteWhere(rewriting, target, each)))
      changed ||= said.some((each, index) => each !== members[index])
      parts.push({ [key]: said })
    } else if (typeof given === 'object' && given !== null) {
      for (const [operator, value] of Object.entries(given) as [string, unknown][]) {
        const said = await rewriteComparison(rewriting, target, key.replaceAll('__', '.'), operator, value)
        changed ||= said !== null
        parts.push(said ?? { [key]: { [operator]: value } })
      }
    }
  }
  return changed ? { and: parts } : where
}

/** @returns null for a comparison that stays as it is. */
async function rewriteComparison(
  rewriting: Rewriting,
  target: Target,
  path: string,
  operator: string,
  value: unknown,
): Promise<Where | null> {
  const { payload, dialect } = rewriting
  const read = readPath(payload, target.fields, path)
  if (read.kind === 'refused') throw refusedPath(path)
  if (read.kind === 'one') {
    refuseOddDate(read.field?.type, path, operator, value)
    const type = read.field?.type ?? null
    return (
      (TEXTS.has(type ?? '') && searchOf(dialect, path, operator, value)) || dialect.one(path, operator, value, type)
    )
  }
  return read.kind === 'through'
    ? rewriteThrough(rewriting, target, path, read, operator, value)
    : rewriteList(rewriting, target, path, read, operator, value)
}

/** A search in a text word by word, as Payload takes it; null for what is none. */
function searchOf(dialect: Dialect, path: string, operator: string, value: unknown): Where | null {
  const holds = (text: unknown): Where => dialect.holds(path, String(text), false)
  switch (operator) {
    case 'like':
      return wordsOf(value).length === 0 ? { [path]: { exists: true } } : { and: wordsOf(value).map(holds) }
    case 'not_like':
      return wordsOf(value).length === 0
        ? { [path]: { exists: false } }
        : { and: wordsOf(value).map((word) => dialect.holds(path, word, true)) }
    case 'contains':
      return Array.isArray(value) ? { or: value.map(holds) } : holds(value)
    default:
      return null
  }
}

async function rewriteThrough(
  rewriting: Rewriting,
  target: Target,
  path: string,
  read: Through,
  operator: string,
  value: unknown,
): Promise<Where> {
  const { payload, dialect } = rewriting
  const related = documentTarget(payload, read.to, target)
  const within = async (inner: Where, not: boolean) =>
    dialect.through(target, read, await rewriteWhere(rewriting, related, inner), not)
  // With `contains`, Payload takes an object for a `where` on the related collection.
  if (operator === 'contains' && isObject(value)) return within(value as Where, false)
  const term = termOf(path, operator, value, (each) => each === null)
  return build(term, ({ operator: positive, value: wanted, not }) =>
    within({ [read.rest]: { [positive]: wanted } }, not),
  )
}

async function rewriteList(
  { payload, dialect }: Rewriting,
  target: Target,
  path: string,
  read: List,
  operator: string,
  value: unknown,
): Promise<Where> {
  const { field, end } = read
  if (operator === 'contains' && isObject(value) && 'relationTo' in field && !Array.isArray(field.relationTo)) {
    const to = field.relationTo
    const inner = await rewriteWhere({ payload, dialect }, documentTarget(payload, to, target), value as Where)
    return dialect.through(target, { kind: 'through', field, at: path, to, rest: 'id', many: true }, inner, false)
  }
  refuseOddDate(field.type, path, operator, value)
  const term = each(termOf(path, operator, value, nullsOf(read)), (positive) => listTerm(path, read, positive))
  if (isContainer(read) && !onlyExists(term)) throw refusedPath(path)
  if (end === 'relationTo' && !onlyAmong(term, ['in'])) throw refusedPath(path)
  return build(term, ({ operator: positive, value: wanted, not }) =>
    dialect.list(target, { path, read, operator: positive, value: wanted }, not),
  )
}

function termOf(path: string, operator: string, value: unknown, isNull: (value: unknown) => boolean): Term {
  const term = readTerm(operator, value, isNull)
  if (term === null) throw new CodedError(400, [notQueryable(path, `filtered with \`${operator}\``)])
  return term
}

/** A condition on a list in terms of single values. */
function listTerm(path: string, read: List, { not, operator, value }: Some): Term {
  const { field, end } = read
  const signed = (terms: readonly Term[], kind: 'all' | 'any'): Term =>
    not ? { kind: kind === 'all' ? 'any' : 'all', of: terms.map(negated) } : { kind, of: terms }
  if (end === 'relationTo' || end === 'blockType') {
    if (operator === 'equals' || operator === 'in') return { kind: 'some', not, operator: 'in', value: valuesOf(value) }
    throw refusedPath(path)
  }
  const isReference = field.type === 'relationship' || field.type === 'upload'
  const exact = isReference || EXACT.has(field.type)
  switch (operator) {
    case 'equals':
      if (Array.isArray(value)) throw new CodedError(400, [invalidValue(path, 'one value')])
      if (isReference && isPair(value)) {
        if (not) throw new CodedError(400, [notQueryable(path, 'filtered by what it is not', HALVES)])
        return { kind: 'some', not, operator, value }
      }
      return { kind: 'some', not, operator: 'in', value: typed(path, read, [value]) }
    case 'in':
      return { kind: 'some', not, operator, value: typed(path, read, valuesOf(value)) }
    case 'like':
      if (exact) return listTerm(path, read, { kind: 'some', not, operator: 'equals', value })
      return signed(
        wordsOf(value).map((word) => some('contains', word)),
        'all',
      )
    case 'contains':
      if (exact || field.type === 'select') return listTerm(path, read, { kind: 'some', not, operator: 'in', value })
      return Array.isArray(value)
        ? signed(
            value.map((one) => some('contains', one)),
            'any',
          )
        : { kind: 'some', not, operator, value }
    default:
      if (isReference && operator !== 'exists') throw refusedPath(path)
      return { kind: 'some', not, operator, value: operator === 'exists' ? true : typed(path, read, [value])[0] }
  }
}

const HALVES = 'Filter by its `value` or its `relationTo`.'
/** Of these a value is met as a whole or not at all. */
const EXACT: ReadonlySet<string> = new Set(['number', 'date', 'checkbox'])

/** Values of the type of the field; what cannot be one is equal to none. */
function typed(path: string, { field, end }: List, values: readonly unknown[]): readonly unknown[] {
  switch (field.type) {
    case 'number':
      return values.map(Number).filter((value) => !Number.isNaN(value))
    case 'date':
      return values.map((value) => new Date(value as string))
    case 'checkbox':
      return values.map((value) => value === true || value === 'true')
    case 'relationship':
    case 'upload':
      if (end === 'field' && Array.isArray(field.relationTo))
        throw new CodedError(400, [notQueryable(path, 'filtered by that', HALVES)])
      return values
    default:
      return values
  }
}

function isPair(value: unknown): boolean {
  return isObject(value) && 'relationTo' in value && 'value' in value
}

function negated(term: Term): Term {
  return term.kind === 'some'
    ? { ...term, not: !term.not }
    : { kind: term.kind === 'all' ? 'any' : 'all', of: term.of.map(negated) }
}

function each(term: Term, change: (term: Some) => Term): Term {
  return term.kind === 'some' ? change(term) : { kind: term.kind, of: term.of.map((one) => each(one, change)) }
}

function onlyAmong(term: Term, operators: readonly string[]): boolean {
  return term.kind === 'some' ? operators.includes(term.operator) : term.of.every((one) => onlyAmong(one, operators))
}

function onlyExists(term: Term): boolean {
  return onlyAmong(term, ['exists'])
}

/** Lists of things that are no single values themselves. */
function isContainer({ field, end }: List): boolean {
  return end === 'field' && ['array', 'blocks', 'json', 'richText', 'point'].includes(field.type)
}

async function build(term: Term, said: (term: Some) => Promise<Where> | Where): Promise<Where> {
  if (term.kind === 'some') return said(term)
  if (term.of.length === 0) return term.kind === 'all' ? EVERY : NOTHING
  const parts = await Promise.all(term.of.map((one) => build(one, said)))
  return term.kind === 'all' ? { and: parts } : { or: parts }
}

function nullsOf({ field }: List): (value: unknown) => boolean {
  const isWord = ['relationship', 'upload', 'date'].includes(field.type)
  return (value) => value === null || (isWord && value === 'null')
}

function refuseOddDate(type: string | undefined, path: string, operator: string, value: unknown): void {
  if (type !== 'date' || operator === 'exists') return
  if (!valuesOf(value).every(isDate)) throw new CodedError(400, [invalidValue(path, 'a date')])
}

/** A year of more than four digits stands elsewhere in an order of texts. */
function isDate(one: unknown): boolean {
  if (one === null || one === 'null') return true
  const year = new Date(one as string | number | Date).getUTCFullYear()
  return year >= 0 && year <= 9999
}

export function refusedPath(path: string): CodedError {
  return new CodedError(400, [notQueryable(path, 'filtered by that')])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
