import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import {
  anyOfRoles,
  anyone,
  asked,
  keepPlaceCode,
  keepSlug,
  m49Field,
  parentField,
  placeCountryField,
  slugOf,
} from '../src/newsroom/fields/index.ts'

/** Where pieces are about: regions and countries by their codes, and places within them. */
export const Places: CollectionConfig = {
  slug: 'places',
  labels: { singular: 'Place', plural: 'Places' },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    group: 'Filing',
    defaultColumns: ['name', 'kind', 'countryCode', 'm49', 'updatedAt'],
    description: 'Where pieces are about: regions, countries, and places within them.',
  },
  defaultPopulate: { name: true, slug: true, kind: true, countryCode: true, m49: true },
  defaultSort: 'name',
  access: {
    read: anyone,
    create: anyOfRoles('editor', 'admin'),
    update: anyOfRoles('editor', 'admin'),
    delete: anyOfRoles('editor', 'admin'),
  },
  hooks: { beforeChange: [keepSlug('name'), keepPlaceCode] },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      index: true,
      required: true,
      maxLength: 120,
      admin: { description: 'As readers know it, which need not be the official name.' },
      validate: asked('Enter the name of the place.', text),
    },
    {
      name: 'kind',
      type: 'radio',
      label: 'Kind',
      required: true,
      defaultValue: 'country',
      options: [
        { label: 'Region of the world', value: 'region' },
        { label: 'Country or territory', value: 'country' },
        { label: 'Place within a country', value: 'place' },
      ],
    },
    placeCountryField,
    m49Field,
    parentField('places', 'Lies in', 'The place around this one, such as the country of a town.'),
    slugOf('name'),
  ],
}
