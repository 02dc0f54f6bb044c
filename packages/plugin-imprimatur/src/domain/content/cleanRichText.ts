import { cleanText } from './cleanText.ts'
import { isRecord } from './plainJson.ts'

type Block = Readonly<Record<string, unknown>>

/**
 * A Lexical editor state with clean texts; where one holds the line end of another program, a node of a line break
 * stands. `cleanBlock` does the same for the fields of a block.
 */
export function cleanRichText(value: unknown, cleanBlock: (fields: Block) => Block): unknown {
  const node = (each: unknown): unknown[] => {
    if (!isRecord(each) || each.type !== 'text' || typeof each.text !== 'string') return [property(each)]
    const lines = each.text.split(/[\v\f\u2028\u2029]/).map(cleanText)
    return lines.flatMap((text, at) => [
      ...(at === 0 ? [] : [{ type: 'linebreak', version: 1 }]),
      ...(text === '' && lines.length > 1 ? [] : [{ ...each, text }]),
    ])
  }
  const cleaned = (of: Block): Block =>
    Object.fromEntries(Object.entries(of).map(([name, each]) => [name, property(each)]))
  const property = (of: unknown): unknown => {
    if (typeof of === 'string') return cleanText(of)
    if (Array.isArray(of)) return of.flatMap(node)
    if (!isRecord(of)) return of
    const isBlock = of.type === 'block' || of.type === 'inlineBlock'
    return Object.fromEntries(
      Object.entries(of).map(([name, each]) => [
        name,
        isBlock && name === 'fields' && isRecord(each) ? cleanBlock(cleaned(each)) : property(each),
      ]),
    )
  }
  return property(value)
}
