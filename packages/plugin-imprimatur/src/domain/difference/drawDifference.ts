import type { JsonValue } from '../content/index.ts'
import { Carried } from './Carried.ts'
import type { Change } from './Change.ts'
import type { SayOfDifference } from './DifferenceWord.ts'
import type { Drawing, Drawn } from './Drawing.ts'
import type { MarkedDifference } from './markedDifference.ts'
import { Marks } from './Marks.ts'
import { Pen } from './Pen.ts'
import { escaped, signed } from './signs.ts'

/**
 * A difference as readers would see it. What it draws is visible; every change that it does not draw is listed, so that there is none
 * that it has forgotten.
 */
export function drawDifference(difference: MarkedDifference, drawing: Drawing): Drawn {
  const marks = new Marks(drawing, difference.changes)
  const carried = new Carried(drawing)
  const text = new Pen(drawing, marks, carried).document(difference.fields)
  const changes = [
    ...difference.changes.map((change) => ({ ...change, visible: marks.drawn.has(change) })),
    ...carried.changes.map((change) => ({ ...change, visible: false })),
  ]
  const hidden = changes.filter((change) => !change.visible)
  return { html: text + hiddenList(hidden, drawing.say), text, changes }
}

function hiddenList(hidden: readonly Change[], say: SayOfDifference): string {
  if (hidden.length === 0) return ''
  const side = (value: JsonValue | undefined): string =>
    value === undefined ? escaped(say('nothing')) : `<code>${signed(JSON.stringify(value))}</code>`
  const rows = hidden.map(({ after, before, kind, path, property, words }) => {
    const what = kind === 'moved' ? escaped(say('stands_elsewhere')) : ''
    const where = property !== undefined && !path.endsWith(property) ? ` ${property}` : ''
    const of = words === undefined ? '' : ` ${say('of_words', { words })}`
    return `<li><code>${escaped(path + where)}</code>${signed(of)}: ${what}${side(before)} → ${side(after)}</li>`
  })
  return `<section class="imp-diff__hidden"><h2>${escaped(say('hidden'))}</h2><ul>${rows.join('')}</ul></section>`
}
