import type { CollectionConfig } from 'payload'
import { date, relationship, richText, text, textarea } from 'payload/shared'
import { bodyEditor } from '../src/newsroom/editor/index.ts'
import {
  asked,
  canonicalUrlField,
  derived,
  excerptFlags,
  GENRES,
  keepByline,
  keepExcerpt,
  keepOnRestore,
  keepSlug,
  languageField,
  measureText,
  nameOfCopy,
  notItself,
  publicationDates,
  refuseMisshapen,
  seoField,
  sideBySide,
  slugOf,
  sourceField,
  written,
  previewPane,
} from '../src/newsroom/fields/index.ts'

/** The pieces themselves. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'headline',
    group: 'Newsroom',
    defaultColumns: ['headline', 'byline', 'section', 'genre', 'updatedAt'],
    listSearchableFields: ['headline', 'byline', 'standfirst'],
    enableListViewSelectAPI: true,
    components: { edit: { beforeDocumentControls: ['payload-plugin-imprimatur/client#WritingMode', previewPane] } },
  },
  defaultPopulate: {
    headline: true,
    slug: true,
    kicker: true,
    standfirst: true,
    byline: true,
    excerpt: true,
    publishedAt: true,
    leadImage: true,
  },
  defaultSort: '-updatedAt',
  trash: true,
  versions: { drafts: { autosave: false, validate: false }, maxPerDoc: 0 },
  hooks: {
    beforeValidate: [refuseMisshapen],
    beforeChange: [
      keepOnRestore('firstPublishedAt', 'publishedAt', 'source'),
      keepSlug('headline'),
      keepByline,
      keepExcerpt,
      measureText,
    ],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            written(
              {
                name: 'headline',
                type: 'text',
                label: 'Headline',
                index: true,
                required: true,
                maxLength: 240,
                hooks: { beforeDuplicate: [nameOfCopy(240)] },
                validate: asked('Write a headline.', text),
              },
              'headline',
            ),
            written(
              {
                name: 'standfirst',
                type: 'textarea',
                label: 'Standfirst',
                maxLength: 1000,
                admin: { description: 'One to three sentences below the headline that say why to read on.' },
                validate: textarea,
              },
              'standfirst',
            ),
            {
              name: 'body',
              type: 'richText',
              label: 'Body',
              required: true,
              editor: bodyEditor,
              admin: {
                description: 'Type / for headings, pictures, quotes and boxes.',
                className: 'imp-written imp-written--body',
              },
              validate: asked('Write the text of the article.', richText),
            },
          ],
        },
        {
          label: 'Byline and credits',
          fields: [
            {
              name: 'credits',
              type: 'array',
              label: 'Credits',
              labels: { singular: 'Credit', plural: 'Credits' },
              admin: { description: 'Everybody who made this piece, in the order in which they are named.' },
              fields: [
                sideBySide(
                  {
                    name: 'author',
                    type: 'relationship',
                    relationTo: 'authors',
                    label: 'Person',
                    required: true,
                    index: true,
                    maxDepth: 2,
                    admin: { width: '60%' },
                    validate: asked('Choose the person, or remove this credit.', relationship),
                  },
                  {
                    name: 'role',
                    type: 'select',
                    label: 'Did what',
                    required: true,
                    defaultValue: 'author',
                    options: [
                      { label: 'Wrote it', value: 'author' },
                      { label: 'Contributed', value: 'contributor' },
                      { label: 'Edited it', value: 'editor' },
                      { label: 'Translated it', value: 'translator' },
                      { label: 'Took the photos', value: 'photographer' },
                      { label: 'Drew the pictures', value: 'illustrator' },
                    ],
                    admin: { description: 'Only those who wrote it are in the byline.', width: '40%' },
                  },
                ),
                sideBySide(
                  {
                    name: 'creditedAs',
                    type: 'text',
                    label: 'Name with this piece',
                    maxLength: 160,
                    admin: {
                      description: 'Only where it differs from the name that is printed otherwise.',
                      width: '50%',
                    },
                  },
                  {
                    name: 'affiliationAtPublication',
                    type: 'text',
                    label: 'Affiliation at the time',
                    maxLength: 300,
                    admin: {
                      description: 'As it was when the piece appeared; it stays when the person moves on.',
                      width: '50%',
                    },
                  },
                ),
              ],
            },
            sideBySide(
              {
                name: 'byline',
                type: 'text',
                label: 'Byline',
                maxLength: 400,
                admin: {
                  description:
                    'As printed. It follows the credits until you write one of your own; empty it to have it follow again.',
                  width: '60%',
                },
              },
              {
                name: 'dateline',
                type: 'text',
                label: 'Dateline',
                maxLength: 120,
                admin: { description: 'Where it was written, such as “Geneva”. Many pieces have none.', width: '40%' },
              },
            ),
          ],
        },
        {
          label: 'Lead picture',
          fields: [
            {
              name: 'leadImage',
              type: 'upload',
              relationTo: 'media',
              label: 'Lead picture',
              admin: { description: 'Above the text, in cards and when the piece is shared.' },
            },
            sideBySide(
              {
                name: 'leadImageCaption',
                type: 'textarea',
                label: 'Caption',
                maxLength: 600,
                admin: { description: 'Left empty, the caption of the picture is used.', width: '60%' },
              },
              {
                name: 'leadImageCredit',
                type: 'text',
                label: 'Credit',
                maxLength: 200,
                admin: { description: 'Left empty, the credit of the picture is used.', width: '40%' },
              },
            ),
          ],
        },
        {
          label: 'Filing',
          fields: [
            written({
              name: 'kicker',
              type: 'text',
              label: 'Kicker',
              maxLength: 60,
              admin: { description: 'A word or two above the headline, such as the name of a series.' },
            }),
            written({
              name: 'excerpt',
              type: 'textarea',
              label: 'Excerpt',
              maxLength: 1200,
              admin: {
                description:
                  'For lists and cards. It is cut from the body until you write one of your own; empty it to have it cut again.',
              },
              validate: textarea,
            }),
            sideBySide(
              {
                name: 'topics',
                type: 'relationship',
                relationTo: 'topics',
                hasMany: true,
                label: 'Topics',
                maxDepth: 1,
                admin: { description: 'What it is about.', width: '50%' },
              },
              {
                name: 'places',
                type: 'relationship',
                relationTo: 'places',
                hasMany: true,
                label: 'Places',
                maxDepth: 1,
                admin: { description: 'The places that it is about.', width: '50%' },
              },
            ),
            {
              name: 'related',
              type: 'relationship',
              relationTo: 'articles',
              hasMany: true,
              label: 'Read next',
              maxDepth: 1,
              filterOptions: notItself,
              admin: { description: 'Articles that belong to this one. Readers see those that are public.' },
            },
          ],
        },
        {
          label: 'Sharing',
          fields: [seoField(), canonicalUrlField],
        },
        {
          label: 'Corrections',
          fields: [
            {
              name: 'corrections',
              type: 'array',
              disableDuplicate: true,
              label: 'Corrections',
              labels: { singular: 'Correction', plural: 'Corrections' },
              admin: {
                description: 'What was changed after publication, told to readers below the text. Newest first.',
              },
              fields: [
                sideBySide(
                  {
                    name: 'kind',
                    type: 'select',
                    label: 'Kind',
                    required: true,
                    defaultValue: 'correction',
                    options: [
                      { label: 'Correction: something was wrong', value: 'correction' },
                      { label: 'Clarification: something was unclear', value: 'clarification' },
                      { label: 'Update: something happened since', value: 'update' },
                    ],
                    admin: { width: '60%' },
                  },
                  {
                    name: 'at',
                    type: 'date',
                    label: 'When',
                    required: true,
                    defaultValue: () => new Date().toISOString(),
                    admin: { date: { pickerAppearance: 'dayAndTime' }, width: '40%' },
                    validate: asked('Enter when this was changed.', date),
                  },
                ),
                {
                  name: 'text',
                  type: 'textarea',
                  label: 'What was changed',
                  required: true,
                  maxLength: 2000,
                  admin: {
                    description:
                      'Say what was wrong and what is right, such as “An earlier version gave the year as 2014; it was 2015.”',
                  },
                  validate: asked('Tell readers what was changed, or remove this correction.', textarea),
                },
              ],
            },
          ],
        },
        {
          label: 'Details',
          fields: [
            sideBySide(
              derived({ name: 'wordCount', type: 'number', label: 'Words', index: true, admin: { width: '50%' } }),
              derived({ name: 'readingMinutes', type: 'number', label: 'Minutes to read', admin: { width: '50%' } }),
            ),
            sideBySide(...publicationDates('firstPublishedAt', 'publishedAt')),
            ...excerptFlags(),
            sourceField(),
          ],
        },
      ],
    },
    {
      name: 'appearance',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/src/newsroom/admin/index.ts#Appearance' },
      },
    },
    {
      name: 'ownCredit',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/src/newsroom/admin/index.ts#OwnCredit' },
      },
    },
    slugOf('headline'),
    {
      name: 'section',
      type: 'relationship',
      relationTo: 'sections',
      label: 'Section',
      index: true,
      maxDepth: 1,
      admin: { position: 'sidebar' },
    },
    {
      name: 'genre',
      type: 'select',
      label: 'Genre',
      index: true,
      options: [...GENRES],
      admin: { position: 'sidebar', description: 'Opinion and editorial are marked as such for readers.' },
    },
    languageField,
    {
      name: 'embargoUntil',
      type: 'date',
      disableDuplicate: true,
      label: 'Not public before',
      index: true,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'An embargo. The piece cannot be published earlier, by anybody.',
      },
      validate: date,
    },
  ],
}
