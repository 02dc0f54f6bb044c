import type { Gate, GateFacts, RelatedPiece } from 'payload-plugin-imprimatur/workflow'
import { documentId, isRecord } from 'payload-plugin-imprimatur/content'
import { isWebAddress } from './address.ts'
import { isVisible } from './visibleText.ts'

type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'article'; readonly article: RelatedPiece | undefined; readonly chosen: boolean }
  | { readonly kind: 'external'; readonly url: unknown; readonly sourceName: unknown }

/** A teaser may go out as a bare notice; whether that was meant is for its editor to say. */
export const targetPresent: Gate = {
  code: 'target_present',
  blocks: 'never',
  check: (facts) =>
    targetOf(facts).kind === 'none'
      ? [
          {
            message: 'The teaser leads nowhere. Choose an article, or enter the address of a page elsewhere.',
            field: 'target',
          },
        ]
      : [],
}

/** A teaser for an article names one that is there. */
export const targetArticleExists: Gate = {
  code: 'target_article_exists',
  blocks: 'submit',
  check: (facts) => {
    const target = targetOf(facts)
    if (target.kind !== 'article' || target.article?.exists === true) return []
    const message = target.chosen
      ? 'The article that the teaser leads to does not exist any more. Choose another one.'
      : 'Choose the article that the teaser leads to.'
    return [{ message, field: 'target.article' }]
  },
}

/** Readers who follow the teaser find the article. */
export const targetArticlePublic: Gate = {
  code: 'target_article_public',
  blocks: 'publish',
  check: (facts) => {
    const target = targetOf(facts)
    if (target.kind !== 'article' || target.article?.exists !== true) return []
    return target.article.public || target.article.goingPublic
      ? []
      : [
          {
            message:
              'The article that the teaser leads to is not public. Publish it in the same step as the teaser, or before it.',
            field: 'target.article',
          },
        ]
  },
}

/** Readers are told where they are going, and get there. */
export const targetExternal: Gate = {
  code: 'target_external',
  blocks: 'submit',
  check: (facts) => {
    const target = targetOf(facts)
    if (target.kind !== 'external') return []
    const address = isWebAddress(target.url)
      ? []
      : [{ message: 'Paste the whole address of the page, starting with https://.', field: 'target.url' }]
    const name = isVisible(target.sourceName)
      ? []
      : [{ message: 'Enter the name of the site that the teaser leads to.', field: 'target.sourceName' }]
    return [...address, ...name]
  },
}

function targetOf({ doc, related }: GateFacts): Target {
  const { kind, article, url, sourceName }: Readonly<Record<string, unknown>> = isRecord(doc.target) ? doc.target : {}
  if (kind === 'external') return { kind, url, sourceName }
  const id = documentId(article)
  if (kind !== 'article' && id === undefined) return { kind: 'none' }
  return {
    kind: 'article',
    article: id === undefined ? undefined : related.get(`articles:${id}`),
    chosen: id !== undefined,
  }
}
