import type { JsonObject } from './ContentField.ts'

/** A Lexical editor state of paragraphs, as Payload 3.90 stores it. */
export type LexicalState = {
  root: LexicalElement
} & JsonObject

type LexicalElement = {
  type: string
  children: JsonObject[]
} & JsonObject

/**
 * An editor state with one paragraph for each string. Line breaks and tabs in a string become the nodes that the editor
 * makes of them on paste; an empty string becomes an empty paragraph. Without any string there is one empty paragraph,
 * because Lexical refuses a root without children. Every property is there that the editor writes, so loading and
 * saving the state changes nothing in it.
 */
export function textToLexical(paragraphs: readonly string[]): LexicalState {
  const texts = paragraphs.length === 0 ? [''] : paragraphs
  return {
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: texts.map(paragraph) },
  }
}

function paragraph(text: string): LexicalElement {
  return {
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    textFormat: 0,
    textStyle: '',
    children: text
      .split(/(\r\n|\r|\n|\t)/)
      .filter((part) => part !== '')
      .map(inline),
  }
}

function inline(part: string): JsonObject {
  if (part === '\n' || part === '\r\n' || part === '\r') return { type: 'linebreak', version: 1 }
  // 2: Lexical marks every tab node as not to be merged with its neighbours.
  const isTab = part === '\t'
  return {
    type: isTab ? 'tab' : 'text',
    version: 1,
    detail: isTab ? 2 : 0,
    format: 0,
    mode: 'normal',
    style: '',
    text: part,
  }
}
