import type { CollectionConfig } from 'payload'
import { textarea } from 'payload/shared'
import { anyOfRoles, asked, derived } from '../src/newsroom/fields/index.ts'
import { LICENCES, RENDITIONS, srcset, SRCSET_OF } from '../src/newsroom/media/index.ts'

/** Pictures. Staff see all of them; the workflow lets readers have those that a public piece shows. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'alt',
    group: 'Newsroom',
    defaultColumns: ['filename', 'alt', 'credit', 'licence', 'updatedAt'],
    listSearchableFields: ['alt', 'caption', 'credit', 'filename'],
    description: 'Readers see a picture only while a published piece shows it.',
  },
  defaultPopulate: {
    alt: true,
    caption: true,
    credit: true,
    // Payload makes `url` of it.
    filename: true,
    url: true,
    mimeType: true,
    width: true,
    height: true,
    focalX: true,
    focalY: true,
    sizes: true,
    srcset: true,
    placeholder: true,
  },
  // What `srcset` is made of.
  forceSelect: SRCSET_OF,
  defaultSort: '-createdAt',
  disableDuplicate: true,
  access: {
    create: anyOfRoles('contributor', 'editor', 'admin'),
    update: anyOfRoles('contributor', 'editor', 'admin'),
    delete: anyOfRoles('editor', 'admin'),
  },
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    adminThumbnail: 'thumbnail',
    displayPreview: true,
    focalPoint: true,
    imageSizes: [...RENDITIONS],
    pasteURL: false,
  },
  fields: [
    {
      name: 'alt',
      type: 'textarea',
      label: 'Alternative text',
      required: true,
      maxLength: 400,
      admin: {
        description:
          'What the picture shows, for those who cannot see it. Not the caption: say what is there, not what it means.',
      },
      validate: asked('Describe in a sentence what the picture shows, for readers who cannot see it.', textarea),
    },
    {
      name: 'caption',
      type: 'textarea',
      label: 'Caption',
      maxLength: 600,
      admin: { description: 'Printed below the picture wherever a piece has no caption of its own.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'credit',
          type: 'text',
          label: 'Credit',
          maxLength: 200,
          admin: {
            description: 'Who made it, such as “Jane Doe / Agency”. Needed before a piece with it can be published.',
            width: '60%',
          },
        },
        {
          name: 'licence',
          type: 'select',
          label: 'Licence',
          options: [...LICENCES],
          admin: { description: 'On what terms it may be shown.', width: '40%' },
        },
      ],
    },
    derived({ name: 'sha256', type: 'text', label: 'Fingerprint of the file', index: true, admin: { hidden: true } }),
    derived({ name: 'placeholder', type: 'text', label: false, admin: { hidden: true } }),
    srcset,
  ],
}
