import type { Block } from 'payload'
import { text, textarea } from 'payload/shared'
import { asked } from '../../fields/messages.ts'

/** A sentence of the piece, set large beside the text. It repeats words and is not counted with them. */
export const PullQuote: Block = {
  slug: 'pullQuote',
  interfaceName: 'PullQuoteBlock',
  labels: { singular: 'Pull quote', plural: 'Pull quotes' },
  fields: [
    {
      name: 'quote',
      type: 'textarea',
      label: 'Words',
      required: true,
      maxLength: 400,
      admin: { description: 'Without quotation marks around them; the page adds those.' },
      validate: asked('Enter the words to be set large, or remove this block.', textarea),
    },
    { name: 'attribution', type: 'text', label: 'Who said it', maxLength: 160, validate: text },
  ],
}
