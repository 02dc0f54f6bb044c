import type { Gate } from 'payload-plugin-imprimatur/workflow'
import { isVisible } from './visibleText.ts'

/** A piece without a headline cannot be listed, linked to or found. */
export const headlinePresent: Gate = {
  code: 'headline_present',
  blocks: 'submit',
  check: ({ doc }) => (isVisible(doc.headline) ? [] : [{ message: 'Write a headline.', field: 'headline' }]),
}

/** The name that is printed, which every byline is made from. */
export const displayNamePresent: Gate = {
  code: 'display_name_present',
  blocks: 'submit',
  check: ({ doc }) =>
    isVisible(doc.displayName) ? [] : [{ message: 'Enter the name as it is printed.', field: 'displayName' }],
}
