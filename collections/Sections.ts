import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import {
  anyOfRoles,
  anyone,
  anyStaff,
  asked,
  breadcrumbField,
  keepSlug,
  parentField,
  refuseMisshapen,
  slugOf,
} from '../src/newsroom/fields/index.ts'

/** The parts of the publication, each with the people who own it. */
export const Sections: CollectionConfig = {
  slug: 'sections',
  labels: { singular: 'Section', plural: 'Sections' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    group: 'Filing',
    defaultColumns: ['name', 'breadcrumb', 'desk', 'updatedAt'],
    description: 'The parts of the publication, such as World or Economy.',
  },
  defaultPopulate: { name: true, slug: true },
  defaultSort: 'name',
  access: {
    read: anyone,
    create: anyOfRoles('editor', 'admin'),
    update: anyOfRoles('editor', 'admin'),
    delete: anyOfRoles('editor', 'admin'),
  },
  hooks: { beforeValidate: [refuseMisshapen], beforeChange: [keepSlug('name')] },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      index: true,
      required: true,
      maxLength: 120,
      validate: asked('Enter the name of the section.', text),
    },
    {
      name: 'description',
      type: 'textarea',
      label: 'Description',
      maxLength: 600,
      admin: { description: 'A sentence for the section’s page and for search engines.' },
    },
    parentField('sections', 'Part of', 'The larger section that this one belongs to, if any.'),
    breadcrumbField('sections'),
    {
      name: 'desk',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: 'Desk',
      access: { read: anyStaff },
      admin: { description: 'The people who look after this section. Readers do not see them.' },
    },
    slugOf('name'),
  ],
}
