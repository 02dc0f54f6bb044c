import { BITS, isText, withoutStart, type Line, type Part } from './pastedBlocks.ts'
import type { Look } from './pastedLook.ts'

/** A line while it is being read. */
export class PastedLine {
  readonly #formats: number
  #parts: Part[] = []

  /** @param formats bits of the formats that the editor has */
  constructor(formats: number) {
    this.#formats = formats
  }

  add(
    words: string,
    { format, href, kept }: Pick<Look, 'format' | 'kept'> & { readonly href?: string | undefined },
  ): void {
    if (kept) {
      words.split(/(\r\n|\r|\n|\t)/).forEach((piece) => {
        if (piece === '\t') this.addPart('tab')
        else if (/^[\r\n]/.test(piece)) this.addPart('break')
        else if (piece !== '') this.addPart({ text: piece, format: format & this.#formats, href, kept })
      })
    } else {
      const last = this.#parts.at(-1)
      const opens = last === undefined || last === 'break' || (isText(last) && !last.kept && last.text.endsWith(' '))
      const text = words.replace(/[ \t\r\n\f]+/g, ' ')
      const fitting = opens ? text.replace(/^ /, '') : text
      if (fitting !== '') this.addPart({ text: fitting, format: format & this.#formats, href })
    }
  }

  addPart(part: Part): void {
    const last = this.#parts.at(-1)
    const goesOn =
      last !== undefined &&
      isText(last) &&
      isText(part) &&
      last.format === part.format &&
      last.href === part.href &&
      last.kept === part.kept
    if (goesOn) this.#parts[this.#parts.length - 1] = { ...last, text: last.text + part.text }
    else this.#parts.push(part)
  }

  /** Begins it anew with what was read apart. */
  begin(line: Line): void {
    this.#parts = [...line]
  }

  /** Ends the line, without the spaces and breaks at its ends. */
  end(): Line {
    const line = trimmed(this.#parts)
    this.#parts = []
    return line
  }
}

export const wordsIn = (line: Line): string => line.map((part) => (isText(part) ? part.text : ' ')).join('')

/** A line without the spaces and breaks at its ends. */
function trimmed(line: Line): Line {
  const parts = [...line]
  while (parts.length > 0 && isIdle(parts.at(-1))) parts.pop()
  while (parts.length > 0 && isIdle(parts[0])) parts.shift()
  const last = parts.at(-1)
  if (last !== undefined && isText(last) && !last.kept) parts[parts.length - 1] = { ...last, text: last.text.trimEnd() }
  const first = parts[0]
  if (first !== undefined && isText(first) && !first.kept) parts[0] = { ...first, text: first.text.trimStart() }
  return parts
}

const isIdle = (part: Part | undefined): boolean =>
  part === undefined || part === 'break' || part === 'tab' || part.text.trim() === ''

/** A line without the bullet or number that it begins with, and the spaces behind it. */
export function withoutMarker(line: Line, written: string): Line {
  const words = wordsIn(line)
  if (!words.startsWith(written)) return line
  const rest = words.slice(written.length).trimStart()
  return withoutStart(line, words.length - rest.length)
}

/** A heading is bold because it is one. */
export function notBoldAsAWhole(line: Line): Line {
  const isBoldThroughout = line.every(
    (part) => !isText(part) || part.text.trim() === '' || (part.format & BITS.bold) !== 0,
  )
  return isBoldThroughout
    ? line.map((part) => (isText(part) ? { ...part, format: part.format & ~BITS.bold } : part))
    : line
}
