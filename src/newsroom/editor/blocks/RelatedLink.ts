import type { Block, TextFieldSingleValidation } from 'payload'
import { isBlank } from '../../fields/messages.ts'
import { record } from 'payload-plugin-imprimatur/content'
import { webAddress } from '../../fields/webAddress.ts'

const oneOfBoth: TextFieldSingleValidation = (url, { siblingData }) => {
  const hasArticle = !isBlank(record(siblingData).article)
  if (isBlank(url)) return hasArticle ? true : 'Choose an article, or enter the address of a page elsewhere.'
  return hasArticle ? 'Keep either the article or this address, not both.' : webAddress(url)
}

const titleForAddress: TextFieldSingleValidation = (title, { siblingData }) =>
  isBlank(title) && isBlank(record(siblingData).article) ? 'Enter the words to be shown for this address.' : true

/** A pointer to another page between two paragraphs. */
export const RelatedLink: Block = {
  slug: 'relatedLink',
  interfaceName: 'RelatedLinkBlock',
  labels: { singular: 'Related link', plural: 'Related links' },
  fields: [
    { name: 'article', type: 'relationship', relationTo: 'articles', label: 'Article here', maxDepth: 1 },
    {
      name: 'url',
      type: 'text',
      label: 'Or an address elsewhere',
      admin: { condition: (_, sibling) => isBlank(record(sibling).article) || !isBlank(record(sibling).url) },
      validate: oneOfBoth,
    },
    {
      name: 'title',
      type: 'text',
      label: 'Words to show',
      maxLength: 200,
      admin: { description: 'Left empty for an article, its headline is used.' },
      validate: titleForAddress,
    },
  ],
}
