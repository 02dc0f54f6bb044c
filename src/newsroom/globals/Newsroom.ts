import type { GlobalConfig, NumberField, TextFieldManyValidation, TextFieldSingleValidation } from 'payload'
import { number, text } from 'payload/shared'
import { REVIEW_WITHIN_HOURS } from 'payload-plugin-imprimatur/workflow'
import { canonicalLanguage, isTimeZone } from '../fields/bcp47.ts'
import { asked } from '../fields/messages.ts'
import { refuseMisshapenGlobal } from 'payload-plugin-imprimatur'
import { anyOfRoles, anyone, anyStaff } from '../../accounts/index.ts'
import { holdSections } from './holdSections.ts'
import { DEFAULT_EXCERPT_WORDS, DEFAULT_LANGUAGE, KEEP_NOTIFICATIONS_DAYS } from './newsroomSettings.ts'
import { reviewsField } from './reviews.ts'

const validLanguages: TextFieldManyValidation = (tags) => {
  if (!Array.isArray(tags) || tags.length === 0) return 'Enter at least one language, such as en or pt-BR.'
  const odd = tags.find((tag) => canonicalLanguage(tag) === undefined)
  return odd === undefined ? true : `“${odd}” is not a language tag. Enter one such as en, de or pt-BR.`
}

const validTimeZone: TextFieldSingleValidation = (zone) =>
  isTimeZone(zone) ? true : 'Enter a time zone by continent and city, such as Europe/Berlin, or UTC.'

function excerptWords(name: keyof typeof DEFAULT_EXCERPT_WORDS, label: string): NumberField {
  return {
    name,
    type: 'number',
    label,
    required: true,
    defaultValue: DEFAULT_EXCERPT_WORDS[name],
    min: 1,
    max: 200,
    admin: { step: 1, width: '50%' },
    validate: asked('Enter a number of words, from 1 to 200.', number),
  }
}

/** Settings of the whole newsroom, and the rules by which pieces are reviewed. Readers see all but the rules. */
export const Newsroom: GlobalConfig = {
  slug: 'newsroom',
  label: 'Newsroom',
  admin: {
    hideAPIURL: true,
    group: 'Settings',
    description: 'Settings for everybody. Only administrators change them.',
  },
  access: { read: anyone, update: anyOfRoles('admin') },
  hooks: { beforeValidate: [refuseMisshapenGlobal], beforeChange: [holdSections] },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      required: true,
      defaultValue: 'Newsroom',
      maxLength: 120,
      admin: { description: 'The name of the publication as readers see it.' },
      validate: asked('Enter the name of the publication.', text),
    },
    {
      name: 'languages',
      type: 'text',
      hasMany: true,
      label: 'Languages',
      required: true,
      defaultValue: [DEFAULT_LANGUAGE],
      admin: { description: 'Language tags such as en, de or pt-BR. New pieces start with the first one.' },
      hooks: {
        beforeValidate: [
          ({ value }: { value?: unknown }) =>
            Array.isArray(value) ? value.map((tag: unknown) => canonicalLanguage(tag) ?? tag) : value,
        ],
      },
      validate: validLanguages,
    },
    {
      name: 'timeZone',
      type: 'text',
      label: 'Time zone',
      required: true,
      defaultValue: 'UTC',
      admin: { description: 'Dates are shown in it, such as Europe/Berlin.' },
      validate: validTimeZone,
    },
    {
      name: 'excerptWords',
      type: 'group',
      label: 'Length of excerpts, in words',
      admin: {
        description: 'An automatic excerpt is cut after so many. A written one may be longer; the checks then warn.',
      },
      fields: [
        { type: 'row', fields: [excerptWords('articles', 'Articles'), excerptWords('newsTeasers', 'News teasers')] },
      ],
    },
    {
      name: 'workflow',
      type: 'group',
      label: 'Reviews before publication',
      access: { read: anyStaff },
      admin: {
        description:
          'Stricter rules bind every piece that is not public yet. A piece that no review here is for still needs one reviewer.',
      },
      fields: [
        reviewsField,
        {
          name: 'reviewWithinHours',
          type: 'number',
          label: 'Hours until a fast-tracked piece has to be reviewed',
          required: true,
          defaultValue: REVIEW_WITHIN_HOURS,
          min: 1,
          max: 720,
          admin: { step: 1, description: 'After that it is overdue in the review queue.' },
          validate: asked('Enter a number of hours, from 1 to 720.', number),
        },
        {
          name: 'commentsBlockSignOff',
          type: 'checkbox',
          label: 'Comments have to be resolved before a sign-off',
          defaultValue: false,
        },
        {
          name: 'commentsBlockPublish',
          type: 'checkbox',
          label: 'Comments have to be resolved before a publication',
          defaultValue: false,
        },
        {
          name: 'keepNotificationsDays',
          type: 'number',
          label: 'Days for which notifications are kept',
          required: true,
          defaultValue: KEEP_NOTIFICATIONS_DAYS,
          min: 1,
          max: 3650,
          admin: { step: 1, description: 'Older ones are forgotten, read or not.' },
          validate: asked('Enter a number of days, from 1 to 3650.', number),
        },
      ],
    },
  ],
}
