import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import { anyOfRoles, asked, nobody, refuseMisshapen } from '../src/newsroom/fields/index.ts'
import { addressFault, EVENT_TYPES, webhookEndpoints } from '../src/webhooks/index.ts'

const byAdmin = anyOfRoles('admin')

/** Addresses that are told what becomes of what readers get. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: { singular: 'Webhook', plural: 'Webhooks' },
  admin: {
    hideAPIURL: true,
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'active', 'updatedAt'],
    hidden: ({ user }) => !byAdmin({ req: { user } as never }),
    description: 'Other systems that are told at once when something becomes public, changes or goes.',
  },
  access: { create: byAdmin, read: byAdmin, update: byAdmin, delete: byAdmin },
  graphQL: false,
  disableDuplicate: true,
  hooks: { beforeValidate: [refuseMisshapen] },
  endpoints: webhookEndpoints,
  fields: [
    {
      name: 'tools',
      type: 'ui',
      label: 'Secret and test',
      admin: { position: 'sidebar', components: { Field: '/src/newsroom/admin/index.ts#WebhookTools' } },
    },
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      required: true,
      maxLength: 120,
      validate: asked('Enter a name, such as that of the system.', text),
    },
    {
      name: 'url',
      type: 'text',
      label: 'Address',
      required: true,
      validate: (value: unknown) => addressFault(value) ?? true,
      admin: { description: 'Begins with https://. Addresses of internal networks are not called.' },
    },
    { name: 'active', type: 'checkbox', label: 'Active', defaultValue: true, index: true },
    {
      name: 'events',
      type: 'select',
      label: 'Events',
      hasMany: true,
      options: Object.entries(EVENT_TYPES).map(([value, label]) => ({ value, label })),
      admin: { description: 'Leave empty for all.' },
    },
    {
      name: 'collections',
      type: 'select',
      label: 'Collections',
      hasMany: true,
      options: [
        { value: 'articles', label: 'Articles' },
        { value: 'authors', label: 'Authors' },
        { value: 'news-teasers', label: 'News teasers' },
      ],
      admin: { description: 'Leave empty for all.' },
    },
    {
      name: 'sections',
      type: 'relationship',
      relationTo: 'sections',
      hasMany: true,
      label: 'Sections',
      admin: { description: 'Leave empty for all. Only articles are in a section.' },
    },
    // Encrypted, and told to nobody.
    { name: 'secrets', type: 'json', hidden: true, access: { create: nobody, read: nobody, update: nobody } },
  ],
}
