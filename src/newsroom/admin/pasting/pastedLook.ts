import type { LeftOut } from './leftOut.ts'
import { BITS } from './pastedBlocks.ts'
import { styleOf, textWithin, type PastedNode } from './pastedDom.ts'
import { BLOCKS, list } from './pastedElements.ts'

/** How words look within an element. */
export type Look = {
  readonly format: number
  readonly underlined: boolean
  /** Whether each space means something. */
  readonly kept: boolean
}

const LOOKS = list('mark code kbd samp tt')
const COLOURED = list('span font b strong i em u s a')

const IMPLIED: Readonly<Record<string, number>> = {
  b: BITS.bold,
  strong: BITS.bold,
  i: BITS.italic,
  em: BITS.italic,
  cite: BITS.italic,
  dfn: BITS.italic,
  var: BITS.italic,
  s: BITS.strikethrough,
  strike: BITS.strikethrough,
  del: BITS.strikethrough,
  sub: BITS.subscript,
  sup: BITS.superscript,
}

/** What an element makes of the look of the words around it; a look that cannot stand here is counted. */
export function pastedLook(
  node: PastedNode,
  name: string,
  around: Look & { readonly heading?: number | undefined },
  left: Map<LeftOut, number>,
): Look {
  const style = styleOf(node)
  const lines = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
  const set = (format: number, bit: number, is: boolean | undefined): number =>
    is === undefined ? format : is ? format | bit : format & ~bit
  let format = around.format | (IMPLIED[name] ?? 0)
  // A heading is bold because it is one.
  if (around.heading === undefined || isBold(style['font-weight']) === false)
    format = set(format, BITS.bold, isBold(style['font-weight']))
  format = set(format, BITS.italic, isItalic(style['font-style']))
  if (lines.includes('line-through')) format |= BITS.strikethrough
  if (!BLOCKS.has(name)) {
    const raised = style['vertical-align']
    if (raised !== undefined) {
      format = set(format, BITS.superscript, raised === 'super')
      format = set(format, BITS.subscript, raised === 'sub')
    }
  }
  const isColoured = COLOURED.has(name) && isHighlight(style['background-color'] ?? style.background)
  if ((isColoured || LOOKS.has(name)) && textWithin(node).trim() !== '') left.set('look', 1)
  const underlined = name === 'u' || name === 'ins' ? !/\bnone\b/.test(lines) : lines.includes('underline')
  const space = style['white-space']
  return {
    format,
    underlined: around.underlined || underlined,
    kept: space === undefined ? around.kept : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(space),
  }
}

function isBold(weight: string | undefined): boolean | undefined {
  if (weight === undefined || weight === 'inherit') return undefined
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

const HIGHLIGHTERS = list(
  'yellow lime aqua cyan fuchsia magenta blue red navy teal green purple maroon olive orange gold pink',
)
/** By how much the parts of a colour differ, of 255, when it is more than the ground of a page or the shade of a box. */
const LEAST_COLOUR = 48

/** Whether somebody marked words with this background. */
function isHighlight(background = ''): boolean {
  const [, hex] = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(background) ?? []
  const [, rgb] = /rgba?\(([^)]+)\)/.exec(background) ?? []
  if (hex === undefined && rgb === undefined) return HIGHLIGHTERS.has(/^[a-z]+/.exec(background)?.[0] ?? '')
  const digits = (hex?.length === 3 ? hex.replace(/./g, '$&$&') : hex)?.match(/../g) ?? []
  const [red = 0, green = 0, blue = 0, alpha = 1] =
    rgb === undefined ? digits.map((each) => Number.parseInt(each, 16)) : rgb.split(/[\s,/]+/).map(Number.parseFloat)
  return alpha > 0 && Math.max(red, green, blue) - Math.min(red, green, blue) >= LEAST_COLOUR
}

function isItalic(style: string | undefined): boolean | undefined {
  return style === undefined || style === 'inherit' ? undefined : /^(?:italic|oblique)/.test(style)
}
