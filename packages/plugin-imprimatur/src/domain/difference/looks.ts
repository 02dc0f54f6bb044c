import { isRecord, type JsonObject, type JsonValue } from '../content/index.ts'
import type { DraftChange } from './Change.ts'
import type { DifferenceWord } from './DifferenceWord.ts'
import type { Drawing } from './Drawing.ts'

/** Lexical's bits of `format`, as HTML and as people say it. */
export const LOOKS = [
  [1, 'strong', 'bold'],
  [2, 'em', 'italic'],
  [4, 's', 'struck_through'],
  [8, 'u', 'underlined'],
  [16, 'code', 'code'],
  [32, 'sub', 'subscript'],
  [64, 'sup', 'superscript'],
  [128, 'mark', 'highlighted'],
] as const satisfies readonly (readonly [bit: number, tag: string, name: DifferenceWord])[]
export const KNOWN_LOOKS = LOOKS.reduce((all, [bit]) => all | bit, 0)

/** Where in a link it says where it leads. */
const ADDRESSES = new Set(['fields.url', 'fields.doc.value'])

/** The bits of `format`; null where there stands something else. */
export function bitsOf(format: JsonValue | undefined): number | null {
  if (format === undefined) return 0
  return typeof format === 'number' && Number.isInteger(format) && format >= 0 && format < 2 ** 31 ? format : null
}

/** How words look or lead elsewhere now; null for what cannot be said of them. */
export function lookInWords(
  { after, before, kind, property }: DraftChange,
  key: string,
  { called, say }: Pick<Drawing, 'called' | 'say'>,
): string | null {
  if (kind === 'format') {
    const [from, to] = [bitsOf(before), bitsOf(after)]
    if (from === null || to === null || ((from ^ to) & ~KNOWN_LOOKS) !== 0) return null
    const words = LOOKS.filter(([bit]) => ((from ^ to) & bit) !== 0).map(([bit, , name]) =>
      say((to & bit) !== 0 ? 'now_looks' : 'no_longer_looks', { look: say(name) }),
    )
    return words.join(', ')
  }
  if (kind !== 'link') return null
  const address = (value: JsonValue | undefined): string | null => {
    if (isRecord(value)) return leadsTo(value, key, called)
    return ADDRESSES.has(property ?? '') && typeof value === 'string' ? (called(key, value)?.name ?? value) : null
  }
  const [from, to] = [
    before === undefined ? say('nothing') : address(before),
    after === undefined ? say('nothing') : address(after),
  ]
  if (from === null || to === null) return null
  return before === undefined
    ? say('now_link', { to })
    : after === undefined
      ? say('no_longer_link', { from })
      : say('link_moved', { from, to })
}

/** Where a link leads; null for one that says it in no way that is known. */
export function leadsTo(link: JsonObject, key: string, called: Drawing['called']): string | null {
  const fields = isRecord(link.fields) ? link.fields : {}
  const doc = isRecord(fields.doc) ? fields.doc : null
  if (fields.linkType === 'internal')
    return typeof doc?.value === 'string' ? (called(key, doc.value)?.name ?? doc.value) : null
  return typeof fields.url === 'string' ? fields.url : null
}
