import type { Block } from 'payload'
import { text } from 'payload/shared'
import { asked } from '../../fields/messages.ts'
import { EMBED_PROVIDERS, validEmbed } from '../embedUrl.ts'

/** Something of another service in the text, by its address. Never code: the page builds the frame itself. */
export const Embed: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  labels: { singular: 'Embed', plural: 'Embeds' },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: 'Address',
      required: true,
      admin: { description: `From ${EMBED_PROVIDERS.map(({ name }) => name).join(', ')}.` },
      validate: validEmbed,
    },
    {
      name: 'title',
      type: 'text',
      label: 'What it is',
      required: true,
      maxLength: 200,
      admin: { description: 'Read out to those who cannot see it, such as “Chart: exports since 2010”.' },
      validate: asked('Say in a few words what this shows.', text),
    },
    { name: 'caption', type: 'textarea', label: 'Caption', maxLength: 600 },
  ],
}
