import type { Block, CollectionConfig, Field, GlobalConfig, LabelFunction, Tab } from 'payload'
import { toWords } from 'payload/shared'
import { localeOf, translateSentence } from 'payload-plugin-imprimatur/translations'
import { FORMS, isTranslated } from './tables.ts'

type Loose = Record<string, unknown>

/**
 * A collection whose English texts are shown in the language of whoever looks: its labels, descriptions and choices, and what its
 * validations say. The declarations stay in English, which is the key to the translations.
 */
export function inEveryLanguage(collection: CollectionConfig): CollectionConfig {
  const { admin, fields, labels } = collection
  return {
    ...collection,
    ...(labels ? { labels: withLabels(labels) } : {}),
    ...(admin ? { admin: withTexts(admin) } : {}),
    fields: fields.map(field),
  }
}

/** The same of a global. */
export function globalInEveryLanguage(global: GlobalConfig): GlobalConfig {
  const { admin, fields, label } = global
  return {
    ...global,
    ...(typeof label === 'string' ? { label: inLanguage(label) } : {}),
    ...(admin ? { admin: withTexts(admin) } : {}),
    fields: fields.map(field),
  }
}

/** The same of a block of a rich text. */
export function blockInEveryLanguage(block: Block): Block {
  const { fields, labels } = block
  return { ...block, ...(labels ? { labels: withLabels(labels) } : {}), fields: fields.map(field) } as Block
}

function field(own: Field): Field {
  const { admin, label, labels, options, validate } = own as Loose & { admin?: Loose; labels?: Loose }
  const named = 'name' in own && own.type !== 'ui' && label === undefined ? toWords(own.name) : label
  const inIts = isDrawnOnServer(own) ? each : inLanguage
  return {
    ...own,
    ...(typeof named === 'string' && named !== '' ? { label: inIts(named) } : {}),
    ...(labels ? { labels: withLabels(labels) } : {}),
    ...(admin ? { admin: withTexts(admin) } : {}),
    ...(Array.isArray(options) ? { options: options.map(option) } : {}),
    ...(typeof validate === 'function' ? { validate: saying(validate as Validate) } : {}),
    ...('fields' in own ? { fields: own.fields.map(field) } : {}),
    ...('tabs' in own ? { tabs: own.tabs.map(tab) } : {}),
    ...('blocks' in own ? { blocks: own.blocks.map(blockInEveryLanguage) } : {}),
  } as Field
}

/**
 * Of a field with a part of its own, and of a rich text, Payload (3.90) keeps what it draws from the first who opens a form, in the language
 * of that person. Their labels are looked up in the browser.
 */
function isDrawnOnServer({ admin, type }: Field): boolean {
  const { components } = (admin ?? {}) as { components?: { Field?: unknown } }
  return type === 'richText' || Boolean(components?.Field)
}

function tab(own: Tab): Tab {
  const { label } = own
  return {
    ...own,
    ...(typeof label === 'string' ? { label: each(label) } : {}),
    fields: own.fields.map(field),
  }
}

function option(own: unknown): unknown {
  const { label, value } = own as Loose
  if (typeof label !== 'string') return own
  const isRegion = typeof value === 'string' && /^(?:[A-Z]{2}|\d{3})$/u.test(value)
  return { ...(own as Loose), label: isRegion ? regionInLanguage(value, label) : inLanguage(label) }
}

function withLabels(labels: object): object {
  return Object.fromEntries(
    Object.entries(labels).map(([form, label]: [string, unknown]) => [
      form,
      typeof label === 'string' ? inLanguage(label) : label,
    ]),
  )
}

/** One text for each language, where Payload takes no function, or does not tell it the language. */
function withTexts(admin: object): object {
  const { description, group } = admin as Loose
  return {
    ...admin,
    ...(typeof description === 'string' ? { description: each(description) } : {}),
    ...(typeof group === 'string' ? { group: each(group) } : {}),
  }
}

const inLanguage =
  (english: string): LabelFunction =>
  ({ i18n }) =>
    textIn(english, i18n.language)

/** A country by ISO 3166-1, or a region by UN M49, whose names every language has. */
const regionInLanguage =
  (code: string, english: string): LabelFunction =>
  ({ i18n: { language } }) =>
    isTranslated(language)
      ? (new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(code) ?? english)
      : english

const each = (english: string): Readonly<Record<string, string>> => ({
  en: english,
  ...Object.fromEntries(Object.keys(FORMS).map((language) => [language, textIn(english, language)])),
})

function textIn(english: string, language: string): string {
  return isTranslated(language) ? (FORMS[language][english] ?? english) : english
}

type Validate = (value: unknown, options: { readonly req: { readonly i18n: { readonly language: string } } }) => unknown

/** What the validation says, in the language of who is told. Payload's own sentences are so already. */
const saying =
  (validate: Validate): Validate =>
  async (value, options) => {
    const said = await validate(value, options)
    const { language } = options.req.i18n
    return typeof said === 'string' && isTranslated(language) ? translateSentence(said, FORMS[language]) : said
  }
