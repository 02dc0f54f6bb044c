/** What a page is built of; each part can be replaced, or left out with an empty list. */
export type PageText = {
  headline: string
  paragraphs: string[]
  /** The lines of the block under the article: byline and biography. */
  signature: string[]
  rail: string[]
}

const usual: PageText = {
  headline: 'Ferries return to the strait',
  paragraphs: [
    'The first ferry left on Monday, and the harbour had the look of a fair. Nobody had expected that it would be full.',
    'The company will decide in the spring whether it can sail in winter, which is what the islands have asked of it for years.',
  ],
  signature: [
    'Ida Holm',
    'Ida Holm',
    'Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.',
  ],
  rail: ['Fog closes the bridge', 'For the second time this week drivers turned back...'],
}

/** The text of a page: blocks with blank lines between them, the signature as one block. */
export function aPage(changes: Partial<PageText> = {}): string {
  const { headline, paragraphs, signature, rail } = { ...usual, ...changes }
  return [headline, ...paragraphs, signature.join('\n'), ...rail].filter((block) => block !== '').join('\n\n') + '\n'
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
