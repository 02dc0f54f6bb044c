/** Bits of a Lexical text node's `format` (lexical 0.50). */
export const BITS = { bold: 1, italic: 2, strikethrough: 4, subscript: 32, superscript: 64 } as const

/** A part of a line. `kept`: its spaces mean something. */
export type Part =
  | { readonly text: string; readonly format: number; readonly href?: string | undefined; readonly kept?: boolean }
  | 'break'
  | 'tab'

export type Line = readonly Part[]

export type ListOf = {
  readonly type: 'bullet' | 'number'
  readonly start: number
  /** The same for items of one list. */
  readonly key: unknown
}

export type Item = { readonly kind: 'item'; readonly list: ListOf; readonly depth: number; line: Line }

/** What was read, from top to bottom; lists as their items. */
export type PastedBlock =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | { readonly kind: 'quote'; readonly key: object; readonly lines: Line[] }
  | { readonly kind: 'rule' }
  | Item

export const isText = (part: Part): part is Exclude<Part, string> => typeof part !== 'string'

/** Whether readers would see anything of a line. */
export const isSeen = (line: Line): boolean => line.some((part) => isText(part) && /[^\s\u200b\ufeff]/.test(part.text))

/** The lines of blocks, one after the other. */
export function linesOf(blocks: readonly PastedBlock[]): readonly Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'rule') return []
    return block.kind === 'quote' ? block.lines : [block.line]
  })
}

/** Several lines as one. */
export function joined(lines: readonly Line[], between: Line): Line {
  return lines.flatMap((line, at) => (at === 0 ? line : [...between, ...line]))
}

export const plain = (text: string): Line => [{ text, format: 0 }]

/** A line without its first `length` letters; a break or a tab is one. */
export function withoutStart(line: Line, length: number): Line {
  let left = length
  return line.flatMap((part) => {
    if (left === 0) return [part]
    const cut = Math.min(left, isText(part) ? part.text.length : 1)
    left -= cut
    return isText(part) && cut < part.text.length ? [{ ...part, text: part.text.slice(cut) }] : []
  })
}
