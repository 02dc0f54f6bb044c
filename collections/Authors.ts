import type { CollectionConfig } from 'payload'
import { richText, text, textarea } from 'payload/shared'
import { noteEditor } from '../src/newsroom/editor/index.ts'
import {
  anyStaff,
  asked,
  countryField,
  keepAuthorNames,
  keepOnRestore,
  keepSlug,
  nameOfCopy,
  refuseMisshapen,
  sameAsField,
  sideBySide,
  slugOf,
  sourceField,
  previewPane,
} from '../src/newsroom/fields/index.ts'

/** People whose names stand under pieces. */
export const Authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'displayName',
    group: 'Newsroom',
    defaultColumns: ['displayName', 'jobTitle', 'updatedAt'],
    listSearchableFields: ['displayName', 'fullName', 'sortName'],
    enableListViewSelectAPI: true,
    components: { edit: { beforeDocumentControls: [previewPane] } },
  },
  defaultPopulate: { displayName: true, slug: true, jobTitle: true, shortBio: true, portrait: true },
  defaultSort: 'sortName',
  trash: true,
  versions: { drafts: { autosave: false, validate: false }, maxPerDoc: 0 },
  hooks: {
    beforeValidate: [refuseMisshapen],
    beforeChange: [keepOnRestore('source'), keepSlug('displayName'), keepAuthorNames],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Person',
          fields: [
            {
              name: 'displayName',
              type: 'text',
              label: 'Name to print',
              index: true,
              required: true,
              maxLength: 160,
              hooks: { beforeDuplicate: [nameOfCopy(160)] },
              admin: { description: 'The name that readers know, as it stands in bylines.' },
              validate: asked('Enter the name that is printed.', text),
            },
            sideBySide(
              {
                name: 'fullName',
                type: 'text',
                label: 'Full name',
                maxLength: 200,
                admin: {
                  description: 'Where it differs, such as the name of a person who writes under another one.',
                  width: '50%',
                },
              },
              {
                name: 'sortName',
                type: 'text',
                label: 'Name to sort by',
                index: true,
                maxLength: 160,
                admin: {
                  description: 'Family name first, such as “Eco, Umberto”. Left empty, the printed name is used.',
                  width: '50%',
                },
              },
            ),
            sideBySide(
              {
                name: 'honorificPrefix',
                type: 'text',
                label: 'Title before the name',
                maxLength: 60,
                admin: { description: 'Such as Dr or Ambassador.', width: '30%' },
              },
              {
                name: 'jobTitle',
                type: 'text',
                label: 'Position',
                maxLength: 200,
                admin: { description: 'Such as Professor of International Relations.', width: '70%' },
              },
            ),
            {
              name: 'affiliations',
              type: 'array',
              label: 'Affiliations',
              labels: { singular: 'Affiliation', plural: 'Affiliations' },
              admin: {
                description: 'Where the person works now. What was true when a piece appeared stands in its credits.',
              },
              fields: [
                {
                  name: 'organization',
                  type: 'text',
                  label: 'Organisation',
                  required: true,
                  maxLength: 200,
                  validate: asked('Enter the organisation, or remove this affiliation.', text),
                },
                sideBySide(
                  { name: 'department', type: 'text', label: 'Department', maxLength: 200, admin: { width: '60%' } },
                  countryField('country', 'Country'),
                ),
              ],
            },
          ],
        },
        {
          label: 'Biography',
          fields: [
            {
              name: 'biography',
              type: 'richText',
              label: 'Biography',
              editor: noteEditor,
              admin: { description: 'For the author’s page and the box below articles.' },
              validate: richText,
            },
            {
              name: 'shortBio',
              type: 'textarea',
              label: 'In one sentence',
              maxLength: 400,
              admin: { description: 'For places with little room.' },
              validate: textarea,
            },
            {
              name: 'portrait',
              type: 'upload',
              relationTo: 'media',
              label: 'Portrait',
              admin: { description: 'Set the focal point on the face, so that every cut keeps it.' },
            },
            sameAsField,
          ],
        },
        {
          label: 'Articles',
          fields: [
            {
              name: 'articles',
              type: 'join',
              collection: 'articles',
              on: 'credits.author',
              label: 'Articles that credit this author',
              access: { read: anyStaff },
              admin: { allowCreate: false, defaultColumns: ['headline', 'section', 'updatedAt'] },
              defaultLimit: 10,
              defaultSort: '-publishedAt',
              maxDepth: 1,
            },
          ],
        },
        {
          label: 'Details',
          fields: [
            {
              name: 'logins',
              type: 'join',
              collection: 'users',
              on: 'author',
              label: 'Logins',
              access: { read: anyStaff },
              admin: {
                allowCreate: false,
                defaultColumns: ['name', 'roles', 'active'],
                description: 'If this person also works in this panel: an administrator says so at the person.',
              },
              defaultLimit: 10,
              maxDepth: 1,
            },
            sourceField(),
          ],
        },
      ],
    },
    slugOf('displayName'),
  ],
}
