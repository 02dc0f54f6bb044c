/** A format that is text and is not the text of a page: its name with its article, and what to do instead. */
export type OtherFormat = {
  name: string
  hint: string
}

const COPY = 'Open it, select the text from the headline to the end, copy it, and import that as plain text.'
const ONE_BY_ONE =
  'It holds records, not a page. Open the articles that you need one by one and import the text of each.'

const HTML_START = /^<(?:!doctype html|html|head|body|meta|title|article|main|section|div|h[1-6]|p|br|table|span|a)\b/iu
const HTML_END = /<\/(?:p|div|h[1-6]|li|ul|ol|span|a|article|section|blockquote|table)>/giu
const FEED = /<(?:rss|feed|rdf:RDF)\b/u
const MAIL_HEADER =
  /^(?:from|to|subject|date|received|mime-version|return-path|message-id|delivered-to|content-type): \S/iu
const FRONT_MATTER = /^(?:---|\+\+\+)\s*\n(?:[^\n]*\n){0,200}?(?:---|\+\+\+|\.\.\.)\s*(?:\n|$)/u

/**
 * Tells a text that is marked up, or is data, from the text of a page, by how it begins. Null for what may be a page. `text` has
 * `\n` at the ends of lines.
 */
export function otherFormat(text: string): OtherFormat | null {
  const start = text.trimStart()
  const head = start.slice(0, 4_096)
  if (/^<\?xml\b/iu.test(head) || FEED.test(head.slice(0, 500))) {
    return FEED.test(head) ? { name: 'a feed (RSS or Atom)', hint: ONE_BY_ONE } : { name: 'an XML file', hint: COPY }
  }
  if (HTML_START.test(head) || head.startsWith('<!--') || (head.match(HTML_END)?.length ?? 0) >= 2) {
    return { name: 'a web page (HTML)', hint: COPY }
  }
  if (head.startsWith('{\\rtf')) return { name: 'an RTF document', hint: COPY }
  if (/^%(?:PDF-|!PS)/u.test(head)) return { name: 'a PDF or PostScript document', hint: COPY }
  if (/^\\(?:documentclass|begin\{)/u.test(head)) return { name: 'a LaTeX document', hint: COPY }
  if (/^(?:WEBVTT|BEGIN:V)/u.test(head)) return { name: 'no page but a file for another program', hint: COPY }
  if (isMarkdown(start)) {
    return {
      name: 'a Markdown file',
      hint: 'Take out the block at its head and the marks (#, **, links), or copy the text from a preview, and import that.',
    }
  }
  if (isJson(start)) return { name: 'JSON', hint: ONE_BY_ONE }
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  if (lines.slice(0, 3).filter((line) => MAIL_HEADER.test(line)).length >= 2) {
    return { name: 'an e-mail with its headers', hint: COPY }
  }
  return isTable(lines) ? { name: 'a table (CSV)', hint: ONE_BY_ONE } : null
}

function isMarkdown(text: string): boolean {
  const front = FRONT_MATTER.exec(text.slice(0, 50_000))?.[0]
  if (front !== undefined && /^\s*["']?[\w -]+["']?\s*[:=]/mu.test(front.split('\n').slice(1).join('\n'))) return true
  const [first = '', second = ''] = text.split('\n', 2)
  return /^#{1,6} \S/u.test(first) || (first !== '' && /^={3,}\s*$/u.test(second))
}

function isJson(text: string): boolean {
  if (!/^[[{]/u.test(text)) return false
  if (/^(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})/u.test(text)) return true
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A head of short cells with no space after what parts them, and under it a line with as many. */
function isTable(lines: readonly string[]): boolean {
  const [head, first] = lines
  if (head === undefined || first === undefined) return false
  return [',', ';', '\t'].some((mark) => {
    const cells = head.split(mark)
    const isHead =
      cells.length >= (mark === '\t' ? 2 : 3) &&
      cells.every((cell) => /^"?[^\s"].{0,39}$/u.test(cell) && !/[.!?…]$/u.test(cell))
    return isHead && first.split(mark).length >= cells.length
  })
}
