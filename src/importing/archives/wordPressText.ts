import type { ArchiveNotes } from './archiveNotes.ts'

// WordPress writes < and > in a block's settings as \u003c and \u003e, so neither can stand in them.
const OPENING = /<!--\s{1,20}\/?wp:[a-z]/iu
const WITHOUT_TEXT = /<!--\s{1,20}wp:([a-z][a-z\d_/-]{0,80})\b[^<>]*?\/-->/giu
const SHORTCODE = /\[(\/?)([a-z][\w-]{0,40})((?:\s[^[\]\n<>]{0,500})?)\/?\]/giu
/** Shortcodes that WordPress has itself: they need no attributes and no end to be one. */
const KNOWN = new Set(['audio', 'caption', 'embed', 'gallery', 'playlist', 'video', 'wp_caption'])
const MOST = 20

/** Whether a text was written in the editor of blocks: paragraphs are marked then, and blank lines part none. */
export function hasBlocks(html: string): boolean {
  return OPENING.test(html)
}

/** Tells of blocks that WordPress fills when it shows them, so that the file has nothing of them. */
export function tellOfBlocks(html: string, headline: string, line: number, notes: ArchiveNotes): void {
  const names = new Set([...html.matchAll(WITHOUT_TEXT)].map(([, name = '']) => name))
  for (const name of [...names].slice(0, MOST)) {
    const message = `The block “${name}” of WordPress in “${headline}” has no text in the file and was left out.`
    notes.say('block_left_out', line, message)
  }
}

/** A text as it is to be searched for damage: the brackets of shortcodes are none. */
export function withoutShortcodes(text: string): string {
  return text.replace(SHORTCODE, '')
}

/** Tells of shortcodes: what WordPress would put in their place is not in the file. They stay as text. */
export function tellOfShortcodes(text: readonly string[], headline: string, line: number, notes: ArchiveNotes): void {
  const all = [...text.join('\n').matchAll(SHORTCODE)]
  const ended = new Set(all.filter(([, end]) => end === '/').map(([, , name = '']) => name.toLowerCase()))
  const found = all.flatMap(([, end = '', name = '', rest = '']) => {
    const small = name.toLowerCase()
    return end === '' && (KNOWN.has(small) || ended.has(small) || rest.includes('=')) ? [small] : []
  })
  for (const name of [...new Set(found)].slice(0, MOST)) {
    const message = `“[${name}]” in “${headline}” is a shortcode of WordPress; it stayed in the text.`
    notes.say('shortcode_in_text', line, message)
  }
}
