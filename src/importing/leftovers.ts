/** Elements of HTML. Other words in angle brackets are text. */
const ELEMENTS =
  'a|abbr|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|' +
  'hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|o:p|object|ol|option|p|picture|pre|q|s|script|section|select|small|' +
  'source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr'
const BREAK = /<br\s*\/?>/giu
const TAG = new RegExp(String.raw`</?(?:${ELEMENTS})(?:\s[^<>]*)?/?>|<!--[^<>]*-->`, 'giu')
/** `[caption id="1"]` and `[/caption]`, by which WordPress puts something into a text. */
const SHORTCODE = /\[[a-z][\w-]{0,40}\s[\w-]{1,40}=[^\]]{1,500}\]|\[\/[a-z][\w-]{0,40}\]/giu
/** Stands where something was that is no text: a picture, a field. */
const OBJECT = /\uFFFC/gu
/** Marks of lists that Word takes from its fonts Symbol and Wingdings. */
const BULLETS: ReadonlyMap<string, string> = new Map([
  ['\uF0B7', '•'],
  ['\uF0A7', '▪'],
  ['\uF0D8', '➢'],
  ['\uF0FC', '✓'],
  ['\uF02D', '-'],
])
/** Letters that a font draws as one, as PDF has them. */
const LIGATURE = /[\uFB00-\uFB06]/gu

/** Takes out of a line what belongs to the page or the file that it was copied from, and not to its words. */
export function mendLeftovers(text: string): string {
  const bare = text.replace(BREAK, ' ').replace(TAG, '').replace(SHORTCODE, '').replace(OBJECT, '')
  return (bare === text ? text : bare.replace(/ {2,}/gu, ' ').trim())
    .replace(/[\uF02D-\uF0FC]/gu, (mark) => BULLETS.get(mark) ?? mark)
    .replace(LIGATURE, (letters) => letters.normalize('NFKC'))
}
