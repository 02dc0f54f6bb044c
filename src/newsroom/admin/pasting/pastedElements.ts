import { attribute, childrenOf, findWithin, nameOf, styleOf, textWithin, type PastedNode } from './pastedDom.ts'

export const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const UNSEEN = list(
  'head style script title meta link base template noscript xml datalist colgroup col param source track map area annotation annotation-xml',
)
export const BLOCKS = list(
  'address article aside body center details dialog div fieldset figcaption figure footer form header hgroup html legend main nav optgroup p search section summary tr td th thead tbody tfoot caption li dt dd',
)
export const FRAMES = list('iframe frame object embed applet')
export const RECORDINGS = list('video audio')
export const PREFORMATTED = list('pre listing xmp plaintext textarea')

/** What a page that builds its tables of other elements says they are. */
const BY_ROLE: Readonly<Record<string, string>> = {
  table: 'table',
  grid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
}
const ROLE_COUNTS = list('div span section ul li')
export const kindOf = (node: PastedNode): string => {
  const name = nameOf(node)
  return (ROLE_COUNTS.has(name) ? BY_ROLE[attribute(node, 'role')] : undefined) ?? name
}

export const levelOf = (tag: string): number => Number(tag.slice(1))

const NO_LINE = list('ul ol menu dir dl table h1 h2 h3 h4 h5 h6 blockquote pre hr')
/** Whether an element has no other blocks within. */
export const isLine = (node: PastedNode): boolean =>
  findWithin(node, (each) => BLOCKS.has(nameOf(each)) || NO_LINE.has(nameOf(each))) === undefined

export function isHidden(node: PastedNode): boolean {
  const style = styleOf(node)
  return (
    style.display === 'none' ||
    style['mso-hide'] === 'all' ||
    style.visibility === 'hidden' ||
    (node.getAttribute?.('hidden') ?? null) !== null
  )
}

/** Word leads from a footnote's number to its text and back, within the page. */
export const isFootnote = (href: string): boolean => /^(?:file:.*)?#_?(?:ftn|edn|fn|cite_note)/i.test(href)

/** Word writes a tab as spaces, and says so. */
export const isTab = (node: PastedNode): boolean => 'mso-tab-count' in styleOf(node) && textWithin(node).trim() === ''

/** A counting pixel, or an icon within a line. */
export function isTrifle(node: PastedNode, name: string): boolean {
  const [width, height] = [attribute(node, 'width'), attribute(node, 'height')].map((each) => Number.parseFloat(each))
  const largest = name === 'svg' ? 48 : 1
  return (
    (width !== undefined && width <= largest) ||
    (height !== undefined && height <= largest) ||
    (name === 'svg' && attribute(node, 'aria-hidden') === 'true')
  )
}

export const isCell = (node: PastedNode): boolean => kindOf(node) === 'td' || kindOf(node) === 'th'
export const cellsOf = (row: PastedNode): readonly PastedNode[] =>
  childrenOf(row).filter((each) => isCell(each) && !isHidden(each))

export function rowsAndOthers(table: PastedNode): readonly PastedNode[] {
  return childrenOf(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(kindOf(child)) ? childrenOf(child) : [child],
  )
}

export const rowsOf = (table: PastedNode): readonly PastedNode[] =>
  rowsAndOthers(table).filter((each) => kindOf(each) === 'tr' && !isHidden(each))
