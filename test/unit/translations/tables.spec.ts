import { describe, expect, it } from 'vitest'
import { languages } from '../../../packages/plugin-imprimatur/src/translations/index.ts'

type Table = { readonly [key: string]: string | Table }

/** Every text by its path. */
function textsIn(table: Table, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsIn(value, `${path}${key}.`),
  )
}

const placesIn = (text: string): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/gu)].map(([place]) => place).sort()

const ENGLISH = new Map(textsIn(languages.en))

/** Words that the language has in common with English, and texts in which there are no words to translate. */
const THE_SAME: Readonly<Record<'fr' | 'es' | 'de', readonly string[]>> = {
  fr: ['keys.ctrl', 'queue.actions', 'queue.urgent', 'notification_kinds.mentioned', 'toolbar.inlineCode'],
  es: ['difference.no', 'keys.ctrl'],
  de: ['releases.name', 'report.median', 'toolbar.inlineCode', 'toolbar.link'],
}
const WITHOUT_WORDS = [
  'panel.signed_by',
  'review.given',
  'general.reason_by',
  'general.quoted',
  'desk.missed_at',
  'queue.act_on',
  'comments.said_by',
]

/** Texts that need more room than their English has. */
const LONG: Readonly<Record<'fr' | 'es' | 'de', readonly string[]>> = {
  fr: [],
  es: [],
  de: [],
}

/** How much longer than the English a text may be before the places that show it have to be looked at. */
const mostLetters = (english: string): number => Math.ceil(english.length * 1.6) + 10

describe.each(['fr', 'es', 'de'] as const)('the words in %s', (language) => {
  const { sentences, ...table } = languages[language]
  const texts = new Map(textsIn(table))
  const all = [
    ...[...texts].map(([path, text]) => ({ path, text, english: ENGLISH.get(path) ?? '' })),
    ...Object.entries(sentences).map(([english, text]) => ({ path: english, text, english })),
  ]

  it('are there for every key, and for no other', () => {
    expect([...texts.keys()].sort()).toEqual([...ENGLISH.keys()].sort())
  })

  it('have the places of the English', () => {
    const wrong = all.filter(({ english, text }) => placesIn(text).join() !== placesIn(english).join())
    expect(wrong).toEqual([])
  })

  it('are never empty, and never begin or end with a space where the English does not', () => {
    const wrong = all.filter(
      ({ english, text }) => text.trim() === '' || (text !== text.trim()) !== (english !== english.trim()),
    )
    expect(wrong).toEqual([])
  })

  it('are not English, but for those that are the same word', () => {
    const same = all.filter(({ english, text }) => text === english).map(({ path }) => path)
    expect(same.sort()).toEqual([...THE_SAME[language], ...WITHOUT_WORDS].filter((path) => same.includes(path)).sort())
    expect(THE_SAME[language].filter((path) => !same.includes(path))).toEqual([])
  })

  it('fit where the English does, but for those that were looked at', () => {
    const long = all.filter(({ english, text }) => text.length > mostLetters(english)).map(({ path }) => path)
    expect(long.sort()).toEqual([...LONG[language]].sort())
  })
})
