import type { Gate } from 'payload-plugin-imprimatur/workflow'

/** Fields whose references have gates of their own, which say it better. */
const SAID_ELSEWHERE = /^(?:credits\.\d+\.author|target\.article)$/

/**
 * Readers, who get the canonical form of a public piece as its proof, learn of no piece that never was public: neither by
 * what is to be read next, nor by a link or a box in the text.
 */
export const referencesPublic: Gate = {
  code: 'references_public',
  blocks: 'publish',
  check: ({ related }) =>
    [...related].flatMap(([key, { everPublic, exists, field, goingPublic }]) =>
      everPublic || goingPublic || field === undefined || SAID_ELSEWHERE.test(field)
        ? []
        : [
            {
              message: exists
                ? `It refers to ${nameOf(key)} that was never public. Publish that in the same step or before, or take the reference out.`
                : `It refers to ${nameOf(key)} that does not exist any more. Take the reference out.`,
              field,
            },
          ],
    ),
}

const NAMES: Readonly<Record<string, string>> = {
  articles: 'an article',
  authors: 'an author',
  'news-teasers': 'a news teaser',
}

function nameOf(key: string): string {
  return NAMES[key.slice(0, key.indexOf(':'))] ?? 'a piece'
}
