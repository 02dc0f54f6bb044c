import type { Block } from 'payload'
import { upload } from 'payload/shared'
import { asked } from '../../fields/messages.ts'

/** A picture in the text, with a caption of its own where the one that it was uploaded with does not fit. */
export const Figure: Block = {
  slug: 'figure',
  interfaceName: 'FigureBlock',
  labels: { singular: 'Figure', plural: 'Figures' },
  fields: [
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: 'Picture',
      required: true,
      validate: asked('Choose a picture, or remove this block.', upload),
    },
    {
      name: 'caption',
      type: 'textarea',
      label: 'Caption',
      maxLength: 600,
      admin: { description: 'Left empty, the caption of the picture is used.' },
    },
    {
      name: 'credit',
      type: 'text',
      label: 'Credit',
      maxLength: 200,
      admin: { description: 'Left empty, the credit of the picture is used.' },
    },
  ],
}
