import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import { apiKeyEndpoints, API_KEYS, KEY_SCOPES, recordDeletedKey } from '../src/accounts/index.ts'
import { anyOfRoles, asked, nobody, refuseMisshapen, staffMember } from '../src/newsroom/fields/index.ts'

const byAdmin = anyOfRoles('admin')
const ofSoftware = { create: nobody, update: nobody } as const

/** What the software writes down is shown once there is something. */
const isKnown = (name: string) => (data: Readonly<Record<string, unknown>>) => Boolean(data[name])

/** Keys by which machines read. What is kept of a key is its hash. */
export const ApiKeys: CollectionConfig = {
  slug: API_KEYS,
  labels: { singular: 'API key', plural: 'API keys' },
  admin: {
    hideAPIURL: true,
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'start', 'scopes', 'lastUsedAt', 'expiresAt', 'revokedAt'],
    hidden: ({ user }) => !byAdmin({ req: { user } as never }),
    description: 'With a key a machine reads without a login. No key can write.',
  },
  access: { create: byAdmin, read: byAdmin, update: byAdmin, delete: byAdmin },
  defaultSort: '-createdAt',
  graphQL: false,
  disableDuplicate: true,
  hooks: { beforeValidate: [refuseMisshapen], beforeDelete: [recordDeletedKey] },
  endpoints: apiKeyEndpoints,
  fields: [
    {
      name: 'tools',
      type: 'ui',
      label: 'Key',
      admin: { position: 'sidebar', components: { Field: '/src/newsroom/admin/index.ts#ApiKeyTools' } },
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
      name: 'scopes',
      type: 'select',
      label: 'May read',
      hasMany: true,
      required: true,
      defaultValue: ['read:published'],
      options: Object.entries(KEY_SCOPES).map(([value, label]) => ({ value, label })),
      access: { update: nobody },
      admin: { description: 'For other rights make another key.' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      label: 'Expires',
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: 'Leave empty for a key that lasts until it is revoked.',
      },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      label: 'Made by',
      maxDepth: 1,
      access: ofSoftware,
      hooks: {
        beforeChange: [
          ({ operation, req, value }) => (operation === 'create' ? (staffMember(req)?.id ?? null) : (value as unknown)),
        ],
      },
      admin: { position: 'sidebar', readOnly: true, condition: isKnown('createdBy') },
    },
    {
      name: 'start',
      type: 'text',
      label: 'Begins with',
      access: ofSoftware,
      admin: { position: 'sidebar', readOnly: true, condition: isKnown('start') },
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      label: 'Last used',
      access: ofSoftware,
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: isKnown('lastUsedAt'),
        date: { pickerAppearance: 'dayAndTime' },
      },
    },
    {
      name: 'revokedAt',
      type: 'date',
      label: 'Revoked',
      access: ofSoftware,
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: isKnown('revokedAt'),
        date: { pickerAppearance: 'dayAndTime' },
      },
    },
    {
      name: 'hash',
      type: 'text',
      index: true,
      hidden: true,
      access: { create: nobody, read: nobody, update: nobody },
    },
  ],
}
