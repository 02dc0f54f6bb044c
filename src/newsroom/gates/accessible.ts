import type { Gate } from 'payload-plugin-imprimatur/workflow'
import { lexicalToText } from 'payload-plugin-imprimatur/content'
import { objectsIn } from './objectsIn.ts'
import { inBrief, isVisible } from './visibleText.ts'

// What docs/accessibility.md promises of texts: EN 301 549, 11.8.2, by the success criteria of WCAG 2.1 that it names.

/** A heading is announced and listed by its words (WCAG 2.4.6): one without any is a hole in the list. */
export const headingsHaveWords: Gate = {
  code: 'headings_have_words',
  blocks: 'review',
  check: ({ doc }) =>
    headingsIn(doc)
      .filter(({ words }) => !isVisible(words))
      .slice(0, 1)
      .map(({ field }) => ({ message: 'A heading in the text has no words. Write it, or remove it.', field })),
}

/** Who jumps from heading to heading takes a level that was left out for something missed (WCAG 1.3.1, 2.4.6). The headline is the first level. */
export const headingsInOrder: Gate = {
  code: 'headings_in_order',
  blocks: 'never',
  check: ({ doc }) =>
    headingsIn(doc).flatMap(({ field, level, words }, at, all) => {
      const before = all[at - 1]
      const highest = (before?.field === field ? before.level : 1) + 1
      return level <= highest
        ? []
        : [
            {
              message: `The heading “${inBrief(words)}” leaves out a level. Make it a heading ${String(highest)}, or put one above it.`,
              field,
            },
          ]
    }),
}

/** A link without words cannot be followed by whoever hears the page or looks at its links (WCAG 2.4.4). */
export const linksHaveWords: Gate = {
  code: 'links_have_words',
  blocks: 'review',
  check: ({ doc }) =>
    linksIn(doc)
      .filter(({ words }) => !isVisible(words))
      .slice(0, 1)
      .map(({ field }) => ({ message: 'A link in the text has no words. Write where it leads, or remove it.', field })),
}

/** The list of a page's links is read by itself: “here” says nothing there, and an address is spelled out (WCAG 2.4.4). */
export const linksSaySomething: Gate = {
  code: 'links_say_something',
  blocks: 'never',
  check: ({ doc }) =>
    linksIn(doc)
      .filter(({ words }) => isVisible(words) && (SAYS_NOTHING.has(bare(words)) || ADDRESS.test(words.trim())))
      .map(({ field, words }) => ({
        message: `The link on “${inBrief(words)}” does not say where it leads. Link the words that name it.`,
        field,
      })),
}

/** A name of a file, or a word that every picture could have, describes nothing (WCAG 1.1.1, failure F30). */
export const altTextSaysSomething: Gate = {
  code: 'alt_text_says_something',
  blocks: 'never',
  check: ({ media }) =>
    media
      .filter(({ alt }) => FILE_NAME.test(alt.trim()) || ANY_PICTURE.has(bare(alt)))
      .map(({ alt }) => ({
        message: `The alternative text “${inBrief(alt)}” does not say what the picture shows. Describe it.`,
      })),
}

/** In the languages of the panel. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  ...['click here', 'here', 'link', 'this link', 'more', 'read more', 'learn more', 'details', 'website'],
  ...['cliquez ici', 'ici', 'lien', 'ce lien', 'plus', 'lire la suite', 'en savoir plus', 'détails'],
  ...['haga clic aquí', 'aquí', 'enlace', 'este enlace', 'más', 'leer más', 'saber más', 'detalles'],
  ...['hier klicken', 'klicken sie hier', 'hier', 'dieser link', 'mehr', 'weiterlesen', 'mehr erfahren'],
])
const ANY_PICTURE: ReadonlySet<string> = new Set([
  ...['image', 'picture', 'photo', 'photograph', 'graphic', 'illustration'],
  ...['imagen', 'foto', 'fotografía', 'gráfico', 'bild', 'grafik', 'abbildung', 'photographie', 'illustration'],
])
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i
const FILE_NAME = /^\S+\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$/i

/** The words without what stands around them. */
function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

type Words = { readonly words: string; readonly field: string }

function headingsIn(doc: Readonly<Record<string, unknown>>): (Words & { readonly level: number })[] {
  return objectsIn(doc)
    .filter(({ object }) => object.type === 'heading')
    .map(({ field, object }) => ({ field, level: Number(String(object.tag).slice(1)), words: wordsOf(object) }))
}

function linksIn(doc: Readonly<Record<string, unknown>>): Words[] {
  return objectsIn(doc)
    .filter(({ object }) => object.type === 'link' || object.type === 'autolink')
    .map(({ field, object }) => ({ field, words: wordsOf(object) }))
}

function wordsOf(node: Readonly<Record<string, unknown>>): string {
  return lexicalToText({ root: { type: 'root', children: [{ type: 'paragraph', children: [node] }] } })
}
