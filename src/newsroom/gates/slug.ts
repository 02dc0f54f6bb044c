import type { Gate } from 'payload-plugin-imprimatur/workflow'
import { SLUG_MAX_LENGTH } from 'payload-plugin-imprimatur/content'
import { inBrief, isVisible } from './visibleText.ts'

const WELL_FORMED = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Without a slug the page has no address. */
export const slugPresent: Gate = {
  code: 'slug_present',
  blocks: 'submit',
  check: ({ doc }) =>
    isVisible(doc.slug)
      ? []
      : [
          {
            message: 'The page has no address yet. Enter a slug, or save with a headline or name to have one made.',
            field: 'slug',
          },
        ],
}

/** Lower-case ASCII letters and digits in words with single hyphens between them, not too long for an address. */
export const slugWellFormed: Gate = {
  code: 'slug_well_formed',
  blocks: 'submit',
  check: ({ doc: { slug } }) => {
    if (!isVisible(slug)) return []
    const max = String(SLUG_MAX_LENGTH)
    if (slug.length > SLUG_MAX_LENGTH) {
      return [
        { message: `The slug has ${String(slug.length)} characters. Shorten it to ${max} at most.`, field: 'slug' },
      ]
    }
    return WELL_FORMED.test(slug)
      ? []
      : [
          {
            message: 'Use only small letters a to z, digits and single hyphens between words in the slug.',
            field: 'slug',
          },
        ]
  },
}

/** An address that once led to a piece goes on leading there, and never to another one without a word. */
export const slugNeverElsewhere: Gate = {
  code: 'slug_never_elsewhere',
  blocks: 'submit',
  check: ({ doc: { slug }, slugLeadsTo }) =>
    slugLeadsTo !== null && isVisible(slug)
      ? [
          {
            message: `The address “${slug}” led to ${slugLeadsTo.title === null ? 'another piece' : `“${inBrief(slugLeadsTo.title)}”`} until that piece moved, and leads readers there still. Choose a different slug.`,
            field: 'slug',
          },
        ]
      : [],
}

/** Two pieces cannot have one address. */
export const slugFree: Gate = {
  code: 'slug_free',
  blocks: 'submit',
  check: ({ doc: { slug }, slugTaken }) =>
    slugTaken && isVisible(slug)
      ? [{ message: `Another piece has the slug “${slug}”. Choose a different one.`, field: 'slug' }]
      : [],
}
