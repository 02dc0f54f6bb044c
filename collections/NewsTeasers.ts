import type { CollectionConfig, RelationshipFieldSingleValidation } from 'payload'
import { date, number, relationship, text, textarea } from 'payload/shared'
import {
  asked,
  excerptFlags,
  isBlank,
  keepOnRestore,
  keepSlug,
  keepTarget,
  keepWrittenExcerpt,
  languageField,
  nameOfCopy,
  publicationDates,
  refuseMisshapen,
  requiredWebAddress,
  sideBySide,
  slugOf,
  sourceField,
  written,
  previewPane,
} from '../src/newsroom/fields/index.ts'

const leadsTo = (kind: 'article' | 'external', target: unknown): boolean =>
  typeof target === 'object' && target !== null && 'kind' in target && target.kind === kind

/** Short notices in the rail beside articles. Each leads to an article here or to a page elsewhere. */
export const NewsTeasers: CollectionConfig = {
  slug: 'news-teasers',
  labels: { singular: 'News teaser', plural: 'News teasers' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'headline',
    group: 'Newsroom',
    defaultColumns: ['headline', 'pinned', 'publishedAt', 'expiresAt', 'updatedAt'],
    listSearchableFields: ['headline', 'excerpt'],
    enableListViewSelectAPI: true,
    components: { edit: { beforeDocumentControls: [previewPane] } },
  },
  defaultPopulate: { headline: true, slug: true, kicker: true, excerpt: true, target: true },
  defaultSort: '-updatedAt',
  trash: true,
  versions: { drafts: { autosave: false, validate: false }, maxPerDoc: 0 },
  hooks: {
    beforeValidate: [refuseMisshapen],
    beforeChange: [keepOnRestore('publishedAt', 'source'), keepSlug('headline'), keepTarget, keepWrittenExcerpt],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Teaser',
          fields: [
            written({
              name: 'headline',
              type: 'text',
              label: 'Headline',
              index: true,
              required: true,
              maxLength: 240,
              hooks: { beforeDuplicate: [nameOfCopy(240)] },
              validate: asked('Write a headline.', text),
            }),
            written({
              name: 'excerpt',
              type: 'textarea',
              label: 'Excerpt',
              maxLength: 600,
              admin: {
                description:
                  'The few words below the headline. End with … where the text goes on at the place that it leads to.',
              },
              validate: textarea,
            }),
            {
              name: 'target',
              type: 'group',
              label: 'Where it leads',
              fields: [
                {
                  name: 'kind',
                  type: 'radio',
                  label: 'To',
                  options: [
                    { label: 'An article here', value: 'article' },
                    { label: 'A page elsewhere', value: 'external' },
                  ],
                  admin: { description: 'A teaser without a target is possible; the quality gates warn about it.' },
                },
                {
                  name: 'article',
                  type: 'relationship',
                  relationTo: 'articles',
                  label: 'Article',
                  index: true,
                  maxDepth: 1,
                  admin: { condition: (_, target) => leadsTo('article', target) },
                  validate: ((value, options) =>
                    leadsTo('article', options.siblingData) && isBlank(value)
                      ? 'Choose the article that the teaser leads to.'
                      : relationship(value, options)) satisfies RelationshipFieldSingleValidation,
                },
                sideBySide(
                  {
                    name: 'url',
                    type: 'text',
                    label: 'Address',
                    admin: { condition: (_, target) => leadsTo('external', target), width: '60%' },
                    validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
                      leadsTo('external', siblingData) ? requiredWebAddress(value) : true,
                  },
                  {
                    name: 'sourceName',
                    type: 'text',
                    label: 'Name of that site',
                    maxLength: 160,
                    admin: {
                      condition: (_, target) => leadsTo('external', target),
                      description: 'Readers see where the link leads.',
                      width: '40%',
                    },
                    validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
                      leadsTo('external', siblingData) && isBlank(value)
                        ? 'Enter the name of the site that it leads to.'
                        : true,
                  },
                ),
              ],
            },
            written({
              name: 'kicker',
              type: 'text',
              label: 'Kicker',
              maxLength: 60,
              admin: { description: 'A word or two above the headline.' },
            }),
            { name: 'image', type: 'upload', relationTo: 'media', label: 'Picture' },
          ],
        },
        {
          label: 'Details',
          fields: [...excerptFlags(), ...publicationDates('publishedAt'), sourceField()],
        },
      ],
    },
    slugOf('headline'),
    languageField,
    {
      name: 'pinned',
      type: 'checkbox',
      disableDuplicate: true,
      label: 'Keep at the top',
      index: true,
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Stands above all that are not kept at the top.' },
    },
    {
      name: 'rank',
      type: 'number',
      disableDuplicate: true,
      label: 'Rank',
      index: true,
      defaultValue: 0,
      min: 0,
      max: 1000,
      admin: {
        position: 'sidebar',
        step: 1,
        description: 'Higher stands further up. Among equals the newest is first.',
      },
      validate: number,
    },
    {
      name: 'expiresAt',
      type: 'date',
      disableDuplicate: true,
      label: 'Show until',
      index: true,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'After this the teaser is not shown any more. Left empty, it stays.',
      },
      validate: date,
    },
  ],
}
