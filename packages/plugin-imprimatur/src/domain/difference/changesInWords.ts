import { isRecord, type JsonValue } from '../content/index.ts'
import type { Change } from './Change.ts'
import type { DifferenceWord, SayOfDifference } from './DifferenceWord.ts'
import type { Drawing } from './Drawing.ts'

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

const WHAT: Readonly<Record<Change['kind'], DifferenceWord | undefined>> = {
  text: undefined,
  format: 'looks_otherwise',
  link: 'leads_elsewhere',
  attribute: 'attribute',
  added: 'is_new',
  removed: 'is_gone',
  moved: 'moved_from_place',
  media: undefined,
  field: undefined,
}

/** The changes, each in a line, in their order. */
export function changesInWords(
  changes: readonly Change[],
  { called, labels, say }: Pick<Drawing, 'called' | 'labels' | 'say'>,
): readonly ChangeInWords[] {
  const told = (kind: Change['kind']): string | undefined => {
    const word = WHAT[kind]
    return word && say(word)
  }
  return changes.map((change) => {
    const { kind, path, property, visible, words } = change
    const steps = path.split('.').filter((step) => !/^\d+$/.test(step))
    const key = steps.join('.')
    const field = labels.get(key) ?? labels.get(steps[0] ?? '') ?? steps[0] ?? path
    const side = (name: 'before' | 'after'): Pick<ChangeInWords, 'before' | 'after'> => {
      const value = change[name]
      if (value === undefined || (kind === 'moved' && typeof value !== 'number')) return {}
      if (typeof value === 'number' && kind === 'moved') return { [name]: String(value + 1) }
      const text = typeof value === 'string' ? (called(key, value)?.name ?? value) : wordsIn(value, say)
      return { [name]: shortened(text === '' ? JSON.stringify(value) : text) }
    }
    const isAbout = words !== undefined && (kind === 'format' || kind === 'link')
    const seen = isAbout && visible ? { after: shortened(words) } : { ...side('before'), ...side('after') }
    const name =
      property === undefined || visible
        ? ''
        : `${words === undefined ? property : say('property_of', { property, words: shortened(words) })}:`
    const what = visible ? told(kind) : name || (kind === 'attribute' ? `${path.split('.').at(-1) ?? ''}:` : told(kind))
    return { field, ...(what === undefined ? {} : { what }), ...seen, path, visible }
  })
}

/** The words in a value, whatever it is. */
function wordsIn(value: JsonValue, say: SayOfDifference): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
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
