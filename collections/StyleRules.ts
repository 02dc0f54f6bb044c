import type { CollectionConfig, TextField } from 'payload'
import { text, textarea } from 'payload/shared'
import { adviceFault, patternFault, STYLE_LIMITS } from 'payload-plugin-imprimatur/style'
import { anyStaff, asked, canonicalLanguage, refuseMisshapen, sideBySide } from '../src/newsroom/fields/index.ts'
import { importRulesEndpoint, keepsRules, refuseTooMany, STYLE_RULES } from '../src/newsroom/style/index.ts'

const patternField: TextField = {
  name: 'pattern',
  type: 'text',
  label: 'Words',
  required: true,
  maxLength: STYLE_LIMITS.pattern,
  admin: {
    description: 'As they are written. “*” stands for the rest of a word, or for one word: “govern*”, “click * here”.',
  },
  validate: asked('Write the words that the rule is about.', (value, options) =>
    typeof value === 'string' ? (patternFault(value) ?? text(value, options)) : text(value, options),
  ),
}

/** The house style: words that pieces are not to have, and what to write instead. */
export const StyleRules: CollectionConfig = {
  slug: STYLE_RULES,
  labels: { singular: 'Rule of style', plural: 'House style' },
  admin: {
    hideAPIURL: true,
    group: 'Settings',
    useAsTitle: 'pattern',
    defaultColumns: ['pattern', 'advice', 'severity', 'language', 'updatedAt'],
    listSearchableFields: ['pattern', 'advice'],
    hidden: ({ user }) => !keepsRules({ req: { user } as never }),
    description:
      'What pieces are not to say, and what to write instead. A rule counts when a piece is next submitted or signed off; what was signed off stays so.',
    components: { beforeListTable: ['/src/newsroom/admin/index.ts#StyleRuleImport'] },
  },
  access: { create: keepsRules, read: anyStaff, update: keepsRules, delete: keepsRules },
  defaultSort: 'pattern',
  graphQL: false,
  disableDuplicate: true,
  hooks: { beforeValidate: [refuseMisshapen, refuseTooMany] },
  endpoints: [importRulesEndpoint],
  fields: [
    patternField,
    {
      name: 'advice',
      type: 'textarea',
      label: 'What to do instead',
      required: true,
      maxLength: STYLE_LIMITS.advice,
      validate: asked('Write what to do instead.', (value, options) =>
        typeof value === 'string' ? (adviceFault(value) ?? textarea(value, options)) : textarea(value, options),
      ),
    },
    sideBySide(
      {
        name: 'severity',
        type: 'select',
        label: 'What it does',
        required: true,
        defaultValue: 'advice',
        options: [
          { label: 'Gives advice', value: 'advice' },
          { label: 'Stops the piece', value: 'blocks' },
        ],
        admin: {
          width: '50%',
          description: 'What stops a piece is let stand at one place by somebody who reviews it.',
        },
      },
      {
        name: 'language',
        type: 'text',
        label: 'Language',
        admin: { width: '50%', description: 'Of the texts that it is for, such as en or pt-BR. Leave empty for all.' },
        hooks: {
          beforeValidate: [
            ({ value }: { value?: unknown }) =>
              typeof value === 'string' && value.trim() !== '' ? (canonicalLanguage(value) ?? value) : '',
          ],
        },
        validate: (value: unknown) =>
          typeof value !== 'string' || value === '' || canonicalLanguage(value) !== undefined
            ? true
            : 'Enter the language of the texts, such as en, de or pt-BR, or leave it empty.',
      },
    ),
    sideBySide(
      {
        name: 'wholeWords',
        type: 'checkbox',
        label: 'Whole words only',
        defaultValue: true,
        admin: {
          width: '50%',
          description: 'Untick it to find them within other words, and for languages without spaces.',
        },
      },
      {
        name: 'matchCase',
        type: 'checkbox',
        label: 'Capitals matter',
        defaultValue: false,
        admin: { width: '50%' },
      },
    ),
  ],
}
