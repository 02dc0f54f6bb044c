import {
  BoldFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { linkFeature } from './linkFeature.ts'
import { typographyFeature } from './typographyFeature.ts'
import { pasteFeature } from './pasteFeature.ts'

/** For short texts such as biographies: paragraphs, lists, emphasis and links. */
export const noteEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    linkFeature(),
    pasteFeature({ headings: [], marks: ['bold', 'italic'], quotes: false, rules: false }),
    typographyFeature({ languageField: 'language' }),
    InlineToolbarFeature(),
  ],
})
