import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { Embed } from './blocks/Embed.ts'
import { FactBox } from './blocks/FactBox.ts'
import { Figure } from './blocks/Figure.ts'
import { PullQuote } from './blocks/PullQuote.ts'
import { RelatedLink } from './blocks/RelatedLink.ts'
import { blockInEveryLanguage } from '../translations/index.ts'
import { linkFeature } from './linkFeature.ts'
import { typographyFeature } from './typographyFeature.ts'
import { BODY_VOCABULARY } from './bodyVocabulary.ts'
import { pasteFeature } from './pasteFeature.ts'

/** The blocks that can stand between the paragraphs of a body. */
export const BODY_BLOCKS: readonly Block[] = [PullQuote, Figure, Embed, RelatedLink, FactBox]

/** For the body of an article. The headline is the page's only h1, so headings start at h2. */
export const bodyEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: [...BODY_VOCABULARY.headings] }),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    linkFeature(),
    UploadFeature({ enabledCollections: ['media'], maxDepth: 1 }),
    BlocksFeature({ blocks: BODY_BLOCKS.map(blockInEveryLanguage) }),
    pasteFeature(BODY_VOCABULARY),
    typographyFeature({ languageField: 'language' }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})
