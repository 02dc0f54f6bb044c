import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { cleanLine } from '../domain/content/index.ts'
import { changesBetween, differing } from './mergeWords.ts'
import { isSingle, same } from './settleAnswer.ts'

type Doc = Readonly<Record<string, unknown>>

type Asked = {
  /** The newest document as it is stored. */
  readonly stored: Doc
  /** The document that the form is based on. */
  readonly known: Doc
  /** The form as it was based on that. */
  readonly before: FormState
  /** The form that was sent. */
  readonly sent: FormState
}

/** Whether what is newer is all that was sent, and nothing else but single values. */
export function isOwnSave({ before, known, sent, stored }: Asked): boolean {
  const all = reduceFieldsToValues(sent, true) as Doc
  // What the newsroom has put into the form since is no change by whoever writes.
  const typed = Object.keys(changesBetween(before, sent, {})).filter((name) => !alike(all[name], known[name]))
  return (
    typed.length > 0 &&
    typed.every((name) => alike(all[name], stored[name])) &&
    // What follows from it by itself is taken into the form, as it is from an answer.
    differing(known, stored).every((name) => typed.includes(name) || isSingle(stored[name]))
  )
}

/** Whether a document holds all that was sent to make it; what it holds beside that the newsroom may have put in. */
export function isMadeOf({ before, sent, stored }: Omit<Asked, 'known'>): boolean {
  const all = reduceFieldsToValues(sent, true) as Doc
  const typed = Object.keys(changesBetween(before, sent, {}))
  return typed.length > 0 && typed.every((name) => alike(all[name], stored[name]))
}

/** The newsroom tidies the texts that it stores. */
function alike(sent: unknown, stored: unknown): boolean {
  if (typeof sent === 'string' && typeof stored === 'string') return cleanLine(sent) === cleanLine(stored)
  return same(withoutNulls(sent), withoutNulls(stored))
}

/** A row comes back with all its fields, and those that nobody has filled in are null. */
function withoutNulls(value: unknown): unknown {
  const text = JSON.stringify(value, (_, each: unknown) => each ?? undefined) as string | undefined
  return text === undefined ? null : JSON.parse(text)
}
