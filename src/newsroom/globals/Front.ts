import type { GlobalConfig, NumberField } from 'payload'
import { number } from 'payload/shared'
import { asked } from '../fields/messages.ts'
import { refuseMisshapenGlobal } from 'payload-plugin-imprimatur'
import { anyOfRoles, anyone } from '../../accounts/index.ts'
import { onlyOwnFields } from './onlyOwnFields.ts'

function places(name: string, label: string, defaultValue: number): NumberField {
  return {
    name,
    type: 'number',
    label,
    required: true,
    defaultValue,
    min: 0,
    max: 50,
    admin: { step: 1, width: '50%' },
    validate: asked('Enter how many places there are, from 0 to 50.', number),
  }
}

/** What stands where on the front page, and in the rail beside articles. Readers get only what is public of it. */
export const Front: GlobalConfig = {
  slug: 'front',
  label: 'Front page',
  admin: {
    hideAPIURL: true,
    group: 'Newsroom',
    description:
      'Only public pieces appear to readers. What is not public yet takes its place on the day it is published.',
  },
  access: { read: anyone, update: anyOfRoles('editor', 'publisher', 'admin') },
  hooks: {
    beforeValidate: [refuseMisshapenGlobal],
    afterRead: [onlyOwnFields],
  },
  fields: [
    {
      name: 'lead',
      type: 'relationship',
      relationTo: 'articles',
      label: 'Lead',
      admin: { description: 'The article at the top. Left empty, the newest one leads.' },
    },
    {
      name: 'list',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      label: 'Below the lead',
      admin: { description: 'Drag into order. Places that are left over are filled with the newest articles.' },
    },
    {
      name: 'rail',
      type: 'relationship',
      relationTo: 'news-teasers',
      hasMany: true,
      label: 'Rail',
      admin: {
        description:
          'News teasers in this order. Places that are left over are filled: pinned ones first, then by rank, then the newest.',
      },
    },
    {
      type: 'row',
      fields: [places('listLength', 'Places below the lead', 10), places('railLength', 'Places in the rail', 6)],
    },
  ],
}
