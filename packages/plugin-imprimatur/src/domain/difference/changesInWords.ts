import { isRecord, type JsonValue } from '../content/index.ts'
import type { Change } from './Change.ts'
import type { Drawing } from './drawDifference.ts'

/** A change in a line, for a list beside the text. */
export type ChangeInWords = {
  /** Label of the field that it is in. */
  readonly field: string
  /** What became of it, where `before` and `after` do not say so themselves. */
  readonly what?: string
  readonly before?: string
  readonly after?: string
  readonly path: string
  readonly visible: boolean
}

/** How much of a text such a line has, in characters. */
const LONGEST = 90

const WHAT: Readonly<Record<Change['kind'], string | undefined>> = {
  text: undefined,
  format: 'looks otherwise:',
  link: 'leads elsewhere:',
  attribute: 'attribute',
  added: 'new:',
  removed: 'gone:',
  moved: 'moved from place',
  media: undefined,
  field: undefined,
}

/** The changes, each in a line, in their order. */
export function changesInWords(
  changes: readonly Change[],
  { called, labels }: Pick<Drawing, 'called' | 'labels'>,
): readonly ChangeInWords[] {
  return changes.map((change) => {
    const { kind, path, property, visible, words } = change
    const steps = path.split('.').filter((step) => !/^\d+$/.test(step))
    const key = steps.join('.')
    const field = labels.get(key) ?? labels.get(steps[0] ?? '') ?? steps[0] ?? path
    const side = (name: 'before' | 'after'): Pick<ChangeInWords, 'before' | 'after'> => {
      const value = change[name]
      if (value === undefined || (kind === 'moved' && typeof value !== 'number')) return {}
      if (typeof value === 'number' && kind === 'moved') return { [name]: String(value + 1) }
      const text = typeof value === 'string' ? (called(key, value)?.name ?? value) : wordsIn(value)
      return { [name]: shortened(text === '' ? JSON.stringify(value) : text) }
    }
    const isAbout = words !== undefined && (kind === 'format' || kind === 'link')
    const seen = isAbout && visible ? { after: shortened(words) } : { ...side('before'), ...side('after') }
    const name =
      property === undefined || visible ? '' : `${property}${words === undefined ? '' : ` of “${shortened(words)}”`}:`
    const what = visible ? WHAT[kind] : name || (kind === 'attribute' ? `${path.split('.').at(-1) ?? ''}:` : WHAT[kind])
    return { field, ...(what === undefined ? {} : { what }), ...seen, path, visible }
  })
}

/** The words in a value, whatever it is. */
function wordsIn(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || typeof value !== 'object') return String(value)
  const texts: string[] = []
  const walk = (each: JsonValue): void => {
    if (Array.isArray(each)) each.forEach(walk)
    else if (isRecord(each)) {
      if (typeof each.text === 'string') texts.push(each.text)
      else Object.values(each as Record<string, JsonValue>).forEach(walk)
    }
  }
  walk(value)
  return texts.join(' ')
}

const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function shortened(text: string): string {
  // A letter can be of several characters, seldom of more than ten.
  const letters = Array.from(LETTERS.segment(text.slice(0, LONGEST * 10)), ({ segment }) => segment)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : text
}
