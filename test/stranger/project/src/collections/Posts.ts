import type { CollectionConfig } from 'payload'

export const Posts: CollectionConfig = {
  slug: 'posts',
  admin: { useAsTitle: 'title' },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true, unique: true, index: true },
    { name: 'content', type: 'richText' },
    { name: 'related', type: 'relationship', relationTo: 'posts', hasMany: true },
    { name: 'picture', type: 'upload', relationTo: 'media' },
  ],
}
