import type { BodyPart } from './BodyPart.ts'
import { readBody, textOfLine } from './readBody.ts'

/** A body as plain text: paragraphs parted by a blank line, items under each other, of pictures what is said with them. */
export function bodyAsText(state: unknown): string {
  return blocks(readBody(state))
}

function blocks(parts: readonly BodyPart[]): string {
  return parts
    .map(written)
    .filter((each) => each !== '')
    .join('\n\n')
}

function written(part: BodyPart): string {
  switch (part.kind) {
    case 'line':
    case 'paragraph':
    case 'heading':
      return textOfLine(part.line).trim()
    case 'quote':
      return blocks(part.parts)
    case 'list':
      return part.items
        .map((item, at) => itemText(item, part.isNumbered ? `${String(part.start + at)}.` : '•'))
        .join('\n')
    case 'rule':
      return '* * *'
    case 'figure': {
      const { alt, caption, credit } = part.picture
      return lines(alt === '' ? undefined : `[${alt}]`, caption, credit)
    }
    case 'pullQuote':
      return lines(part.quote, part.attribution && `— ${part.attribution}`)
    case 'card':
      return lines(part.title, part.link.href === part.title ? undefined : part.link.href, part.note)
    case 'factBox':
      return lines(part.title, blocks(part.parts))
  }
}

function itemText(item: readonly BodyPart[], mark: string): string {
  const text = item.map(written).join('\n')
  return `${mark} ${text.replaceAll('\n', `\n${' '.repeat(mark.length + 1)}`)}`
}

function lines(...each: readonly (string | undefined)[]): string {
  return each.filter((line) => line !== undefined && line !== '').join('\n')
}
