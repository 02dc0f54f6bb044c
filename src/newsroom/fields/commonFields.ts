import type {
  CheckboxField,
  DateField,
  DefaultValue,
  Field,
  GroupField,
  TextField,
  TextFieldSingleValidation,
} from 'payload'
import { readNewsroom } from '../globals/newsroomSettings.ts'
import { canonicalLanguage } from './bcp47.ts'
import { derived } from './derived.ts'
import { isBlank } from './messages.ts'
import { anyStaff } from '../../accounts/index.ts'
import { secureAddress } from './webAddress.ts'

const validLanguage: TextFieldSingleValidation = (tag) => {
  if (isBlank(tag)) return 'Enter the language of the text, such as en, de or pt-BR.'
  return canonicalLanguage(tag) === undefined
    ? `“${tag}” is not a language tag. Enter one such as en, de or pt-BR.`
    : true
}

const newsroomsFirst: DefaultValue = async ({ req }: { req?: Parameters<typeof readNewsroom>[0] }) =>
  req === undefined ? undefined : (await readNewsroom(req)).languages[0]

/** Language of a text, BCP 47. Starts with the newsroom's first. */
export const languageField: TextField = {
  name: 'language',
  type: 'text',
  label: 'Language',
  index: true,
  required: true,
  defaultValue: newsroomsFirst,
  admin: { position: 'sidebar', description: 'Of the text, such as en, de or pt-BR. Words are counted by its rules.' },
  hooks: { beforeValidate: [({ value }: { value?: unknown }) => canonicalLanguage(value) ?? value] },
  validate: validLanguage,
}

/** When readers first got the piece, and when they got what they see now. Written by the workflow. */
export function publicationDates(...names: readonly ('firstPublishedAt' | 'publishedAt')[]): DateField[] {
  const labels = { firstPublishedAt: 'First published', publishedAt: 'Published' } as const
  return names.map((name) =>
    derived({
      name,
      type: 'date',
      label: labels[name],
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    } satisfies DateField),
  )
}

/** What is known about an excerpt: whether it stops before the text does, and, hidden, whether somebody wrote it. */
export function excerptFlags(): CheckboxField[] {
  return [
    derived({
      name: 'excerptTruncated',
      type: 'checkbox',
      label: 'The excerpt ends before the text does',
      defaultValue: false,
    }),
    derived({
      name: 'excerptManual',
      type: 'checkbox',
      label: 'The excerpt was written by somebody',
      defaultValue: false,
      admin: { hidden: true },
    }),
  ]
}

/** Where a piece was imported from; empty for one that was written here. Only staff read it. */
export function sourceField(): GroupField {
  return derived({
    name: 'source',
    type: 'group',
    label: 'Imported from',
    access: { read: anyStaff },
    fields: [
      { name: 'kind', type: 'text', label: 'Kind of source' },
      { name: 'uri', type: 'text', label: 'Address or file' },
      {
        name: 'key',
        type: 'text',
        label: 'Key',
        index: true,
        admin: { description: 'A second import finds the piece by it.' },
      },
      { name: 'hash', type: 'text', label: 'Fingerprint of the source' },
      { name: 'importedAt', type: 'date', label: 'Imported', admin: { date: { pickerAppearance: 'dayAndTime' } } },
    ],
  } satisfies GroupField)
}

/** What search engines and social networks are told where it differs from the piece itself. */
export function seoField(): GroupField {
  return {
    name: 'seo',
    type: 'group',
    disableDuplicate: true,
    label: 'Search engines and social networks',
    admin: {
      description: 'All optional: the headline, the excerpt and the picture are used where nothing is entered.',
    },
    fields: [
      {
        name: 'title',
        type: 'text',
        label: 'Title',
        maxLength: 120,
        admin: { description: 'About 60 characters are shown in results.' },
      },
      {
        name: 'description',
        type: 'textarea',
        label: 'Description',
        maxLength: 400,
        admin: { description: 'About 155 characters are shown in results.' },
      },
      {
        name: 'image',
        type: 'upload',
        relationTo: 'media',
        label: 'Picture when shared',
        admin: { description: 'Shown in the shape 1200 × 630 around its focal point.' },
      },
    ],
  }
}

/** The address of the original where a text appeared elsewhere first. */
export const canonicalUrlField: TextField = {
  name: 'canonicalUrl',
  type: 'text',
  disableDuplicate: true,
  label: 'Address of the original',
  admin: { description: 'Only for a text that appeared somewhere else first. Left empty, this page is the original.' },
  validate: secureAddress,
}

/** A row of the form: two or three fields side by side. */
export function sideBySide(...fields: Field[]): Field {
  return { type: 'row', fields }
}
