import type { ArrayField, ArrayFieldValidation, TextFieldSingleValidation } from 'payload'
import { number, select } from 'payload/shared'
import { faultInOrder } from 'payload-plugin-imprimatur/workflow'
import { GENRES } from '../fields/genres.ts'
import { asked } from '../fields/messages.ts'
import { ROLES } from '../../accounts/index.ts'

/** The kinds of piece that a review can be for. */
export const PIECES = [
  { label: 'Articles', value: 'articles' },
  { label: 'Authors', value: 'authors' },
  { label: 'News teasers', value: 'news-teasers' },
] as const

/** Roles that can be asked for a review: administrators look after users and settings and sign nothing off. */
const REVIEWING_ROLES = ROLES.filter((role) => role !== 'admin')

/** The name of a review is a word that API clients send, not a sentence. */
export const validReviewName: TextFieldSingleValidation = (name) =>
  /^[a-z][a-z0-9_]{0,39}$/.test(name ?? '')
    ? true
    : 'Enter one word in small letters, such as desk, legal or fact_check.'

/** A sign-off names its review, so no two may share a name. */
export const uniqueReviewNames: ArrayFieldValidation = (reviews) => {
  const names = (reviews ?? []).map((review) =>
    typeof review === 'object' && review !== null && 'name' in review && typeof review.name === 'string'
      ? review.name
      : undefined,
  )
  const twice = names.find((name, at) => name !== undefined && names.indexOf(name) !== at)
  return twice === undefined ? true : `Two reviews are named “${twice}”. Give each a name of its own.`
}

/** Each name a review comes after is that of another one, and none waits for itself in the end. */
export const soundReviewOrder: ArrayFieldValidation = (reviews) => {
  const fault = faultInOrder((reviews ?? []).map(named))
  if (fault === null) return true
  const { after, review } = fault
  return fault.fault === 'unknown'
    ? `“${review}” comes after “${after}”, and no review has that name.`
    : `“${review}” comes after “${after}”, and that comes after it. Neither could ever be given.`
}

function named(review: unknown): { name: string; after: readonly string[] } {
  const { after, name } = (review ?? {}) as { readonly after?: unknown; readonly name?: unknown }
  return { name: String(name), after: Array.isArray(after) ? after.map(String) : [] }
}

/** The reviews that pieces need before they are public. */
export const reviewsField: ArrayField = {
  name: 'reviews',
  type: 'array',
  label: 'Reviews',
  labels: { singular: 'Review', plural: 'Reviews' },
  defaultValue: [{ name: 'desk', needed: 1, roles: ['reviewer'], collections: [], genres: [], sections: [] }],
  validate: (reviews, options) => {
    const unique = uniqueReviewNames(reviews, options)
    return unique === true ? soundReviewOrder(reviews, options) : unique
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: 'Name',
          required: true,
          admin: { description: 'One word, such as desk, legal or fact_check.', width: '60%' },
          validate: validReviewName,
        },
        {
          name: 'needed',
          type: 'number',
          label: 'People needed',
          required: true,
          defaultValue: 1,
          min: 1,
          max: 9,
          admin: { step: 1, width: '40%' },
          validate: asked('Enter how many people have to give this review, at least 1.', number),
        },
      ],
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: 'Who may give it',
      required: true,
      defaultValue: ['reviewer'],
      options: REVIEWING_ROLES.map((role) => ({ label: role.slice(0, 1).toUpperCase() + role.slice(1), value: role })),
      validate: asked('Choose at least one role that may give this review.', select),
    },
    {
      name: 'after',
      type: 'text',
      hasMany: true,
      label: 'After which reviews',
      admin: {
        description:
          'Names of the reviews that have to be complete before this one can be given. Nothing entered means that it waits for none.',
      },
    },
    {
      name: 'collections',
      type: 'select',
      hasMany: true,
      label: 'For which kinds of piece',
      options: [...PIECES],
      admin: { description: 'Nothing chosen means all.' },
    },
    {
      name: 'genres',
      type: 'select',
      hasMany: true,
      label: 'For which genres',
      options: [...GENRES],
      admin: { description: 'Nothing chosen means all.' },
    },
    {
      name: 'sections',
      type: 'relationship',
      relationTo: 'sections',
      hasMany: true,
      label: 'For which sections',
      admin: { description: 'Nothing chosen means all.' },
    },
  ],
}
