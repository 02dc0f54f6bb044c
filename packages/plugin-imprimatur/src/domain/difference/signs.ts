import type { SayOfDifference } from './DifferenceWord.ts'

/** A text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`)
}

/** What prints nothing, or a space that is none. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]|(?! )\p{Zs}/gu

/** A text that was put in or taken out, as HTML: what would leave no trace on a screen is named. */
export function signed(text: string): string {
  const isBlank = /^ +$/.test(text)
  let html = ''
  let last = 0
  for (const match of text.matchAll(UNSEEN)) {
    html += escaped(text.slice(last, match.index)) + sign(match[0])
    last = match.index + match[0].length
  }
  html += escaped(text.slice(last))
  return isBlank ? html.replaceAll(' ', '␣') : html
}

function sign(character: string): string {
  if (character === '\n') return '↵<br>'
  if (character === '\t') return '⇥'
  return `<code class="imp-diff__sign">${codePoint(character)}</code>`
}

/** Names the characters of two texts that look the same and are not; '' for texts that look different. */
export function sameLooking(before: string, after: string, say: SayOfDifference): string {
  if (before === after || before.normalize('NFC') !== after.normalize('NFC')) return ''
  const points = (text: string): string => Array.from(text, codePoint).join(' ')
  return say('same_looking', { before: points(before), after: points(after) })
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
