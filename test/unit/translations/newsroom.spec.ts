import { describe, expect, it } from 'vitest'
import { translateSentence } from '../../../packages/plugin-imprimatur/src/translations/index.ts'
import { FORMS, TABLES } from '../../../src/newsroom/translations/tables.ts'
import { Articles } from '../../../collections/Articles.ts'
import { Authors } from '../../../collections/Authors.ts'
import { Media } from '../../../collections/Media.ts'
import { NewsTeasers } from '../../../collections/NewsTeasers.ts'
import { Places } from '../../../collections/Places.ts'
import { Sections } from '../../../collections/Sections.ts'
import { StyleRules } from '../../../collections/StyleRules.ts'
import { Topics } from '../../../collections/Topics.ts'
import { Users } from '../../../collections/Users.ts'
import { accessEvents } from '../../../src/accounts/accessEvents.ts'
import { WebhookDeliveries } from '../../../collections/WebhookDeliveries.ts'
import { Webhooks } from '../../../collections/Webhooks.ts'
import { BODY_BLOCKS } from '../../../src/newsroom/editor/index.ts'
import { inEveryLanguage } from '../../../src/newsroom/translations/inEveryLanguage.ts'
import { Front, Newsroom } from '../../../src/newsroom/globals/index.ts'
import { labelsIn } from '../../helpers/labelsIn.ts'
import { saidThrough, sentencesIn } from '../../helpers/sentencesIn.ts'

const LANGUAGES = ['fr', 'es', 'de'] as const
type Language = (typeof LANGUAGES)[number]

const CONFIGS = [
  Articles,
  NewsTeasers,
  Authors,
  Media,
  Sections,
  Topics,
  Places,
  Users,
  StyleRules,
  Webhooks,
  WebhookDeliveries,
  accessEvents,
  Front,
  Newsroom,
  ...BODY_BLOCKS,
]

/** Words that the languages have in common with English, names, and technical terms. */
const THE_SAME: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Article',
    'Articles',
    'Communiqué',
    'Correction',
    'Figure',
    'Figures',
    'Description',
    'Message',
    'Type',
    'Collections',
    'Secrets',
  ],
  es: ['Editorial', 'Portrait'],
  de: ['Text', 'Person', 'Interview', 'Region', 'Portrait', 'Name', 'Status'],
}
const NAMES = /^(?:English|Français|Español|Deutsch|Webhooks?|CC0|CC BY(?:-\w\w)? 4\.0)$/u

const placesIn = (text: string): string =>
  [...text.matchAll(/\{\{\w+\}\}/gu)]
    .map(([place]) => place)
    .sort()
    .join()

describe.each(LANGUAGES)('the newsroom in %s', (language) => {
  const { doubts, labels, sentences, words } = TABLES[language]
  const all = [doubts, labels, sentences, words].flatMap((texts) => Object.entries(texts))

  it('has every label, description and choice of its forms', () => {
    const said = labelsIn(CONFIGS).filter((label) => !NAMES.test(label) && !(label in FORMS[language]))
    expect(said).toEqual([])
  })

  it('has every sentence of its gates', () => {
    const said = sentencesIn('src/newsroom/gates')
      .filter((text) => !isPart(text))
      .map((text) => text.replace('author of x', 'author of credit 1'))
    expect(said.filter((each) => translateSentence(each, sentences) === each)).toEqual([])
  })

  it('has every text of its pages', () => {
    const said = saidThrough('say', 'src/newsroom/admin')
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((each) => translateSentence(each, words) === each && !(each in words))).toEqual([])
  })

  it('has every doubt of the import', () => {
    const said = sentencesIn('src/importing')
      .filter((text) => text.includes(' ') && !isPartOfDoubt(text))
      // The sentence after it stands there only sometimes.
      .map((text) => text.replace(/ as it is\.x$/u, ' as it is.'))
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter((each) => translateSentence(each, doubts) === each)).toEqual([])
  })

  it('has texts with the places of the English, none of them empty', () => {
    expect(all.filter(([english, text]) => text.trim() === '' || placesIn(text) !== placesIn(english))).toEqual([])
  })

  it('is not English, but for words that are the same', () => {
    const same = [...new Set(all.filter(([english, text]) => english === text).map(([english]) => english))]
    expect(same.filter((each) => !NAMES.test(each) && !THE_SAME[language].includes(each))).toEqual([])
  })

  it('has texts that fit where the English does', () => {
    expect(all.filter(([english, text]) => text.length > Math.ceil(english.length * 1.6) + 12)).toEqual([])
  })
})

/** Texts in the code that are put into a sentence, which is in the table as a whole. */
function isPart(text: string): boolean {
  return /^(?:x|leads to|has no address|another piece|The link on)/u.test(text)
}

/** Parts of a doubt, which is in the table as a whole, and a hint about a file that is refused. */
function isPartOfDoubt(text: string): boolean {
  return /^(?: |x$|Take out the block|“x” in the byline “x” x\.|A quotation mark in this paragraph x|The byline says x, the biography x; x\.)/u.test(
    text,
  )
}

describe('a form', () => {
  const i18n = (language: string) => ({ i18n: { language }, t: () => '' }) as never

  it('is declared in English and shown in the language of who looks', () => {
    const { labels } = inEveryLanguage(Articles)
    const plural = labels?.plural as (args: unknown) => string
    expect(plural(i18n('en'))).toBe('Articles')
    expect(plural(i18n('es'))).toBe('Artículos')
    expect(plural(i18n('pt'))).toBe('Articles')
  })

  it('leaves labels of fields that the server draws for the browser to choose', () => {
    const { fields } = inEveryLanguage({
      slug: 'notes',
      fields: [
        { name: 'body', type: 'richText', label: 'Body' },
        { name: 'headline', type: 'text', label: 'Headline', admin: { components: { Field: 'x#Y' } } },
        { name: 'section', type: 'text', label: 'Section' },
      ],
    })
    const labels = fields.map((field) => ('label' in field ? field.label : undefined))
    expect(labels).toMatchObject([
      { en: 'Body', de: 'Haupttext' },
      { en: 'Headline', fr: 'Titre' },
      expect.any(Function),
    ])
  })

  it('complains in the language of who is told', async () => {
    const { fields } = inEveryLanguage(Topics)
    const name = fields.find((field) => 'name' in field && field.name === 'name') as unknown as {
      validate: (value: unknown, options: unknown) => Promise<unknown>
    }
    const told = (language: string) => name.validate('', { req: { i18n: { language } } })
    expect(await told('en')).toBe('Enter the name of the topic.')
    expect(await told('de')).toBe('Geben Sie den Namen des Themas an.')
  })
})
