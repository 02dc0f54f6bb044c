const TAG = /^<(?<tag>[a-z][\w:-]*)(?:\s[^<>]*)?\/?>/iu
const VOID_TAG = /^(?:img|br|hr|input|link|source|wbr)$/iu

/** Whether a text begins with an element: a tag that is closed further down, or one that holds nothing. */
export function beginsWithElement(text: string): boolean {
  const tag = TAG.exec(text)?.groups?.['tag']
  return tag !== undefined && (VOID_TAG.test(tag) || text.toLowerCase().includes(`</${tag.toLowerCase()}>`))
}

/** Whether a text has tags of paragraphs and line breaks, closed or not, or several words in bold: one tag alone was left behind. */
export function hasHtml(text: string): boolean {
  const breaks = text.match(/^<(?:p|br|div|h[1-6]|li)\b[^<>]*>|<br\s*\/?>(?=\s*$|<br|\p{Lu})/gimu) ?? []
  const pairs = text.match(/<(strong|em|b|i|u|a|span)\b[^<>]*>[^<]*<\/\1>/giu) ?? []
  return breaks.length >= 2 || pairs.length >= 3 || (text.match(/<!--\s*\/?wp:/gu)?.length ?? 0) >= 2
}

/** Whether a text has marks of Markdown that stand in no other text: headings, links, pictures, tables, fences, words in bold. */
export function hasMarkdown(text: string): boolean {
  const bold = text.match(/(?<![\w*])\*\*[^\s*][^*\n]*\*\*/gu) ?? []
  const underlined = text.match(/(?<=^|\n\n)[^\s.!?…][^\n]{0,98}[^\s.!?…]\n-{3,}\s*(?=\n|$)/gu) ?? []
  return (
    /^#{2,6} \S/mu.test(text) ||
    /\[[^\]\n]{1,300}\]\((?:https?:|\/|#|mailto:)[^)\s]*\)/u.test(text) ||
    /!\[[^\]\n]{0,300}\]\([^)\s]+(?: "[^"\n]*")?\)/u.test(text) ||
    /^\[[^\]\n]{1,300}\]: <?(?:https?:|\/)\S+/mu.test(text) ||
    /\[\^[\w-]+\]/u.test(text) ||
    /^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|?\s*$/mu.test(text) ||
    /^```/mu.test(text) ||
    bold.length > 1 ||
    underlined.length > 1
  )
}

/** A line of one mark again and again. Below a paragraph stars and hyphens are a rule. */
const UNDERLINE = /^([#~^+"'`=])\1{3,}\s*$/u
const UNDERLINE_OF_TITLE = /^([#~^*+"'`=_-])\1{3,}\s*$/u

/** Whether a text has the marks of a forum (BBCode), of Textile, or the titles and directives of reStructuredText. */
export function hasOtherMarks(text: string): boolean {
  const lines = text.split('\n')
  const isUnderlined = lines.some((line, index) => {
    const title = lines[index - 1] ?? ''
    const mark = index === 1 ? UNDERLINE_OF_TITLE : UNDERLINE
    return title !== '' && mark.test(line) && !mark.test(title) && line.trim().length >= title.length * 0.8
  })
  return (
    /\[(b|i|u|s|url|img|quote|size|color|code|list|center)(?:=[^\]\n]*)?\][\s\S]*?\[\/\1\]/iu.test(text) ||
    /^h[1-6]\. \S/mu.test(text) ||
    /^\.\. [\w-]+::/mu.test(text) ||
    isUnderlined
  )
}

/** Whether a text begins as settings do: a name in brackets, and under it names with their values. */
export function isIni(text: string): boolean {
  return /^(?:[;#][^\n]*\n)*\[[\w .:-]+\]\s*\n(?:[;#][^\n]*\n)*[\w.-]+ *= ?\S/u.test(text)
}

/** Whether a text has the marks of a wiki, or of AsciiDoc. */
export function hasWikiMarks(text: string): boolean {
  return (
    /\[\[[^\]\n]+\]\]|'''[^'\n]+'''|^={2,6}[^=\n]+={2,6}\s*$|^\{\{[^}\n]+\}\}/mu.test(text) || /^={1,6} \S/mu.test(text)
  )
}

/** Lines that programs have. */
const CODE =
  /^(?:#!\/|#include [<"]|<\?php|import .+ from ['"]|import [\w.{}* ]+;|import \w+\.\w|from [\w.]+ import \w|package [\w.]+;?$|using [\w.]+;|(?:export )?(?:const|let|var) \w+.* = |(?:export )?(?:async )?function \w+\(|(?:async )?def \w+\(.*\).*:$|(?:public|private|export|abstract) (?:class|static|interface) |func \w+\(|fn \w+\(|SELECT .+ FROM \w)/mu

/** Whether a text is the source of a program. */
export function isSourceCode(text: string): boolean {
  return CODE.test(text)
}

/** Whether a text is subtitles: counted, each with its times. */
export function isSubtitles(text: string): boolean {
  return /^\d+\n\d\d:\d\d:\d\d[,.]\d{3} --> /u.test(text)
}

/** A cell in quotation marks. In a sentence a space stands beside them. */
const QUOTED_CELL = /(?<=^|[,;\t])"(?:[^"]|"")*"(?=[,;\t]\S|$)/gu

/** Whether each line has as many cells as the first, and some of the cells are in quotation marks, as only tables have them. */
export function isQuotedTable(printed: readonly string[]): boolean {
  if (printed.length < 2) return false
  const lines = printed.map((line) => line.replace(/"([,;]) "/gu, '"$1"'))
  return [',', ';', '\t'].some((mark) => {
    const counts = lines.map((line) => line.replace(QUOTED_CELL, 'x').split(mark).length)
    const quoted = lines.filter((line) => (line.match(QUOTED_CELL)?.length ?? 0) > 0)
    const [cells = 0] = counts
    return cells > 1 && counts.every((count) => count === cells) && quoted.length >= Math.max(1, lines.length - 1)
  })
}

/** Whether every line of a text has as many short cells as the first: two or more, with or without a space after what parts them. */
export function isGrid(lines: readonly string[]): boolean {
  if (lines.length < 3) return false
  return [',', ';', '|'].some((mark) => {
    const [cells = 0, ...others] = lines.map((line) => line.split(mark).length)
    const isShort = lines.every(
      (line) => !/[.!?…]["”]?$/u.test(line) && line.split(mark).every((cell) => cell.length <= 60),
    )
    return cells > 1 && isShort && others.every((count) => count === cells)
  })
}

/** Whether the first block of a text is `name: value` again and again, in small letters, with lists below some. */
export function isYaml(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const pairs = lines.filter((line) => /^[a-z_][\w-]*:(?:\s|$)/u.test(line))
  return pairs.length >= 2 && lines.every((line) => /^(?:[a-z_][\w-]*:(?:\s|$)|\s+\S|- )/u.test(line))
}
