import { createServerFeature } from '@payloadcms/richtext-lexical'

/** What an editor has for pasted text to become; lists and links every editor here has. */
export type PasteVocabulary = {
  /** From the first level to the last, without gaps. */
  readonly headings: readonly ('h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6')[]
  readonly marks: readonly ('bold' | 'italic' | 'strikethrough' | 'subscript' | 'superscript')[]
  readonly quotes: boolean
  readonly rules: boolean
}

/**
 * Has the panel bring text that is pasted from elsewhere into what this editor has, and say what it left out (`src/newsroom/admin/PasteFeature.tsx`).
 * Lexical's own paste (0.50) takes pictures by their address, glues the cells of tables and loses what it does not know.
 */
export const pasteFeature = createServerFeature<PasteVocabulary, PasteVocabulary, PasteVocabulary>({
  key: 'pasting',
  feature: ({ props }) => ({
    ClientFeature: '/src/newsroom/admin/index.ts#PasteFeatureClient',
    clientFeatureProps: props,
    sanitizedServerFeatureProps: props,
  }),
})
