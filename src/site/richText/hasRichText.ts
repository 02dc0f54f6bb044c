import { asRecord, asRecords, asText, type Loose } from '../../bodies/index.ts'

const SHOWS_BY_ITSELF = new Set(['block', 'upload', 'horizontalrule'])

/** Whether a Lexical state has anything to show. */
export function hasRichText(state: unknown): boolean {
  return asRecords(asRecord(asRecord(state)?.root)?.children).some(shows)
}

function shows(node: Loose): boolean {
  return (
    asText(node.text) !== undefined || SHOWS_BY_ITSELF.has(String(node.type)) || asRecords(node.children).some(shows)
  )
}
