import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import {
  anyOfRoles,
  anyone,
  asked,
  breadcrumbField,
  keepSlug,
  parentField,
  slugOf,
} from '../src/newsroom/fields/index.ts'

/** What pieces are about, from the general to the particular. */
export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Topic', plural: 'Topics' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    group: 'Filing',
    defaultColumns: ['name', 'breadcrumb', 'updatedAt'],
    description: 'What pieces are about, from the general to the particular.',
  },
  defaultPopulate: { name: true, slug: true },
  defaultSort: 'name',
  access: {
    read: anyone,
    create: anyOfRoles('editor', 'admin'),
    update: anyOfRoles('editor', 'admin'),
    delete: anyOfRoles('editor', 'admin'),
  },
  hooks: { beforeChange: [keepSlug('name')] },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      index: true,
      required: true,
      maxLength: 120,
      validate: asked('Enter the name of the topic.', text),
    },
    {
      name: 'description',
      type: 'textarea',
      label: 'Description',
      maxLength: 600,
      admin: { description: 'A sentence for the topic’s page and for search engines.' },
    },
    parentField('topics', 'Part of', 'The wider topic that this one belongs to, if any.'),
    breadcrumbField('topics'),
    slugOf('name'),
  ],
}
