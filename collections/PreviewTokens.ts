import type { CollectionConfig } from 'payload'
import { PREVIEW_TOKENS } from '../src/previews/index.ts'

const never = () => false

/** Preview tokens that were given out, by what stands in them. Written and read by the software alone. */
export const PreviewTokens: CollectionConfig = {
  slug: PREVIEW_TOKENS,
  labels: { singular: 'Preview token', plural: 'Preview tokens' },
  access: { create: never, read: never, update: never, delete: never },
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'row', type: 'text', required: true, unique: true, index: true },
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'maker', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
