import type { CollectionConfig } from 'payload'
import { anyOfRoles } from '../src/newsroom/fields/index.ts'
import { deliveryEndpoints } from '../src/webhooks/index.ts'

const byAdmin = anyOfRoles('admin')
const never = () => false

/** The outbox of webhooks, and the record of what came of each message. Written by the software alone. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
  admin: {
    hideAPIURL: true,
    group: 'Settings',
    useAsTitle: 'message',
    defaultColumns: ['name', 'type', 'status', 'attempts', 'nextAt', 'createdAt'],
    hidden: ({ user }) => !byAdmin({ req: { user } as never }),
    description: 'What was sent to webhooks, and what came of it. Nobody can change an entry.',
  },
  access: { create: never, read: byAdmin, update: never, delete: never },
  defaultSort: '-createdAt',
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  endpoints: deliveryEndpoints,
  indexes: [{ fields: ['status', 'nextAt'] }],
  fields: [
    {
      name: 'replay',
      type: 'ui',
      label: 'Send again',
      admin: { position: 'sidebar', components: { Field: '/src/newsroom/admin/index.ts#ReplayDelivery' } },
    },
    { name: 'message', type: 'text', label: 'Message', required: true, unique: true, index: true },
    { name: 'webhook', type: 'text', label: 'Webhook', required: true, index: true },
    { name: 'name', type: 'text', label: 'Sent to', required: true },
    { name: 'type', type: 'text', label: 'Type', required: true, index: true },
    {
      name: 'status',
      type: 'select',
      label: 'Status',
      required: true,
      index: true,
      options: [
        { value: 'pending', label: 'Under way' },
        { value: 'delivered', label: 'Delivered' },
        { value: 'dead', label: 'Given up' },
      ],
    },
    { name: 'attempts', type: 'number', label: 'Tries', required: true },
    {
      name: 'nextAt',
      type: 'date',
      label: 'Next or last try',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'body', type: 'textarea', label: 'Message as it is sent', required: true },
    { name: 'tries', type: 'json', label: 'What came of each try' },
  ],
}
