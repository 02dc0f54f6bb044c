import { ACCESS } from './access.mjs'
import { CHANGES } from './changes.mjs'
import { CLIENT } from './client.mjs'
import { CONTENT } from './content.mjs'
import { DESK_TALK } from './comments.mjs'
import { COMPANIONS } from './companions.mjs'
import { DESK } from './desk.mjs'
import { DIFFERENCE } from './difference.mjs'
import { DELIVERY } from './delivery.mjs'
import { DOORS } from './doors.mjs'
import { LISTS } from './lists.mjs'
import { PASTING } from './pasting.mjs'
import { PICTURES } from './pictures.mjs'
import { PLUGIN } from './plugin.mjs'
import { RELEASES } from './releases.mjs'
import { SEARCH } from './search.mjs'
import { STRANGERS_GUARDS } from './strangers.mjs'
import { POSTGRES } from './postgres.mjs'
import { REVIEWS } from './reviews.mjs'
import { HOUSE_STYLE } from './style.mjs'
import { SUGGESTED } from './suggestions.mjs'
import { WEBHOOKS } from './webhooks.mjs'
import { WORKFLOW } from './workflow.mjs'

/**
 * The guards that the promise hangs on, each with what stands in its place when it is taken out. `npm run mutants` takes
 * them out one by one and demands that one of the tests named goes red.
 *
 * @typedef {object} Mutant
 * @property {string} file where the guard is
 * @property {string} find its text, which stands there exactly once
 * @property {string} put what stands there without it
 * @property {readonly { file: string, find: string, put: string }[]} [also] guards that would answer in its place, taken
 *   out together with it
 * @property {string} holds the invariant of the design (I1 to I7), or the part of the promise, that it holds
 * @property {string} without what is gone with it, in a few words
 * @property {readonly string[]} tests the files of tests that notice
 * @property {string} [only] a pattern for the names of their tests, where a whole file takes long
 * @property {string} [database] the only TEST_DATABASE on which they notice
 */

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  ...WORKFLOW,
  ...PLUGIN,
  ...DELIVERY,
  ...CHANGES,
  ...CLIENT,
  ...DOORS,
  ...CONTENT,
  ...DESK_TALK,
  ...SUGGESTED,
  ...COMPANIONS,
  ...DIFFERENCE,
  ...DESK,
  ...RELEASES,
  ...PASTING,
  ...PICTURES,
  ...LISTS,
  ...STRANGERS_GUARDS,
  ...POSTGRES,
  ...WEBHOOKS,
  ...REVIEWS,
  ...ACCESS,
  ...SEARCH,
  ...HOUSE_STYLE,
]
