import {
  beginsWithElement,
  hasHtml,
  hasMarkdown,
  hasOtherMarks,
  hasWikiMarks,
  isGrid,
  isIni,
  isQuotedTable,
  isSourceCode,
  isSubtitles,
  isYaml,
} from './markup.ts'

/** A format that is text and is not the text of a page: its name with its article, and what to do instead. */
export type OtherFormat = {
  name: string
  hint: string
}

const COPY = 'Open it, select the text from the headline to the end, copy it, and import that as plain text.'
const ONE_BY_ONE =
  'It holds records, not a page. Open the articles that you need one by one and import the text of each.'

const AS_FEED = 'It holds several articles: import it as a feed (--as feed), or the text of each article as a page.'

const HTML_START = /^<(?:!doctype html|html|head|body|meta|title|article|main|section|div|h[1-6]|p|br|table|span|a)\b/iu
const HTML_END = /<\/(?:p|div|h[1-6]|li|ul|ol|span|a|article|section|blockquote|table)>/giu
const FEED = /<(?:rss|feed|rdf:RDF)\b/u
/** The same in German, French and Spanish. */
const MAIL_HEADERS = [
  /^(?:von|an|betreff|datum|gesendet|antwort an): ?\S/iu,
  /^(?:de|à|objet|date|envoyé) ?: ?\S/iu,
  /^(?:de|para|asunto|fecha|enviado): ?\S/iu,
]
const SUBJECT = /^(?:betreff|objet|asunto) ?:/iu
/** The line before each mail in a folder of them. */
const MBOX = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} +\d/u
const MAIL_HEADER =
  /^(?:from|to|subject|date|received|mime-version|return-path|message-id|delivered-to|content-type): \S/iu
/** Lines of 60 characters or more without a space between them, but for the last. */
const BASE64 = /^(?:[A-Za-z\d+/]{60,}\n)*[A-Za-z\d+/]{60,}={0,2}(?:\n[A-Za-z\d+/]+={0,2})?\s*$/u
/** `name: value` at the head and, on a line of its own, a value of several lines. */
const YAML = /^(?:[\w-]+:[^\n]*\n)*[\w-]+: *[|>][-+]?\n/u
const TOML = /^[\w-]+ = ["'[\d][^\n]*\n(?:[\w-]+ = ["'[\d]|\[[\w.-]+\]\n)/u
const FRONT_MATTER = /^(?:---|\+\+\+)\s*\n(?:[^\n]*\n){0,200}?(?:---|\+\+\+|\.\.\.)\s*(?:\n|$)/u

/**
 * Tells a text that is marked up, or is data, from the text of a page, by how it begins. Null for what may be a page. `text` has
 * `\n` at the ends of lines.
 */
export function otherFormat(text: string): OtherFormat | null {
  const start = text.trimStart()
  const head = start.slice(0, 4_096)
  // A line that is cut has fewer cells.
  const wholeLines = start.length > head.length ? head.slice(0, Math.max(0, head.lastIndexOf('\n'))) : head
  if (/^<\?xml\b/iu.test(head) || FEED.test(head.slice(0, 500))) {
    return FEED.test(head) ? { name: 'a feed (RSS or Atom)', hint: AS_FEED } : { name: 'an XML file', hint: COPY }
  }
  if (/^<!doctype (?!html)/iu.test(head)) return { name: 'an XML file', hint: COPY }
  if (/^<svg\b/iu.test(head)) return { name: 'a drawing (SVG)', hint: COPY }
  if (HTML_START.test(head) || head.startsWith('<!--') || (head.match(HTML_END)?.length ?? 0) >= 2 || hasHtml(head)) {
    return { name: 'a web page (HTML)', hint: COPY }
  }
  if (beginsWithElement(start)) return { name: 'marked up (HTML or XML)', hint: COPY }
  if (head.startsWith('{\\rtf')) return { name: 'an RTF document', hint: COPY }
  if (/^%(?:PDF-|!PS)/u.test(head)) return { name: 'a PDF or PostScript document', hint: COPY }
  if (/^\\(?:documentclass|begin\{)/u.test(head)) return { name: 'a LaTeX document', hint: COPY }
  if (/^(?:WEBVTT|BEGIN:V|diff --git |--- \S+\n\+\+\+ |(?:INSERT INTO|CREATE TABLE) \S)/u.test(head))
    return { name: 'no page but a file for another program', hint: COPY }
  if (isMarkdown(start)) {
    return {
      name: 'a Markdown file',
      hint: 'Take out the block at its head and the marks (#, **, links), or copy the text from a preview, and import that.',
    }
  }
  if (isSubtitles(head) || isSourceCode(head)) return { name: 'no page but a file for another program', hint: COPY }
  if (hasOtherMarks(head)) return { name: 'marked up (BBCode, Textile or reStructuredText)', hint: COPY }
  if (hasWikiMarks(head)) return { name: 'marked up for a wiki', hint: COPY }
  if (/^#\+[a-z_]+:/iu.test(head)) return { name: 'an Org document', hint: COPY }
  if (YAML.test(head) || TOML.test(head) || isYaml(wholeLines) || isIni(head))
    return { name: 'a file of settings (YAML, TOML or INI)', hint: ONE_BY_ONE }
  if (isBase64(start.slice(0, 50_000))) return { name: 'a file in the form of mails (Base64)', hint: COPY }
  if (isJson(start)) return { name: 'JSON', hint: ONE_BY_ONE }
  const lines = wholeLines.split('\n').filter((line) => line.trim() !== '')
  if (isMail(head, lines)) return { name: 'an e-mail with its headers', hint: COPY }
  return isTable(lines) || isGrid(lines) || isQuotedTable(lines) ? { name: 'a table (CSV)', hint: ONE_BY_ONE } : null
}

function isMail(head: string, lines: readonly string[]): boolean {
  if (MBOX.test(head) || lines.slice(0, 3).filter((line) => MAIL_HEADER.test(line)).length >= 2) return true
  const [first = ''] = lines
  if (MAIL_HEADER.test(first) && /=\n|=[\dA-F]{2}/u.test(head)) return true
  // A byline and a date have the same form, so it takes what the mail is about.
  const top = lines.slice(0, 5)
  return MAIL_HEADERS.some(
    (header) =>
      header.test(first) &&
      top.filter((line) => header.test(line)).length >= 2 &&
      top.some((line) => SUBJECT.test(line)),
  )
}

/** One letter again and again is none. */
function isBase64(text: string): boolean {
  return BASE64.test(text) && [/[A-Z]/u, /[a-z]/u, /\d/u].every((kind) => kind.test(text))
}

function isMarkdown(text: string): boolean {
  const front = FRONT_MATTER.exec(text.slice(0, 50_000))?.[0]
  if (front !== undefined && /^\s*["']?[\w -]+["']?\s*[:=]/mu.test(front.split('\n').slice(1).join('\n'))) return true
  if (hasMarkdown(text.slice(0, 50_000))) return true
  const [first = '', second = ''] = text.split('\n', 2)
  return /^#{1,6} \S/u.test(first) || (first !== '' && /^(?:={3,}|-{3,})\s*$/u.test(second))
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
