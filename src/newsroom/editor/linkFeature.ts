import { LinkFeature } from '@payloadcms/richtext-lexical'
import { isBlank } from '../fields/messages.ts'
import { record } from 'payload-plugin-imprimatur/content'
import { validLinkTarget } from './linkTarget.ts'

/** Links in running text: to articles and authors here, or to an address. */
export function linkFeature() {
  return LinkFeature({
    enabledCollections: ['articles', 'authors'],
    maxDepth: 1,
    // Payload's own `url` field escapes an address that it does not take for one as a whole (3.90.2), which makes of a good one
    // that its pattern does not know a broken one. Here it is kept as typed and has to be right.
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        field.name === 'url' && field.type === 'text'
          ? {
              ...field,
              label: 'Address',
              hooks: {
                beforeValidate: [
                  ({ value }: { value?: unknown }) => (typeof value === 'string' ? value.trim() : value),
                ],
              },
              validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
                record(siblingData).linkType === 'internal' && isBlank(value) ? true : validLinkTarget(value),
            }
          : field,
      ),
  })
}
