import type { Block } from 'payload'
import { richText, text } from 'payload/shared'
import { asked } from '../../fields/messages.ts'
import { noteEditor } from '../noteEditor.ts'

/** Background beside the text: a title and a few lines. */
export const FactBox: Block = {
  slug: 'factBox',
  interfaceName: 'FactBoxBlock',
  labels: { singular: 'Fact box', plural: 'Fact boxes' },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: 'Title',
      required: true,
      maxLength: 160,
      validate: asked('Give the box a title.', text),
    },
    {
      name: 'text',
      type: 'richText',
      label: 'Text',
      required: true,
      editor: noteEditor,
      validate: asked('Write the text of the box, or remove this block.', richText),
    },
  ],
}
