import type { Gate } from 'payload-plugin-imprimatur/workflow'
import {
  altTextSaysSomething,
  headingsHaveWords,
  headingsInOrder,
  linksHaveWords,
  linksSaySomething,
} from './accessible.ts'
import { bodyPresent } from './body.ts'
import { creditAuthorExists, creditAuthorPublic, creditsPresent } from './credits.ts'
import { embargoPassed, embargoWellFormed } from './embargo.ts'
import { excerptLength, excerptPresent } from './excerpt.ts'
import { linksWellFormed } from './links.ts'
import { mediaAltText, mediaCredit, mediaExists } from './media.ts'
import { displayNamePresent, headlinePresent } from './name.ts'
import { referencesPublic } from './references.ts'
import { slugFree, slugNeverElsewhere, slugPresent, slugWellFormed } from './slug.ts'
import { targetArticleExists, targetArticlePublic, targetExternal, targetPresent } from './target.ts'

const slug: readonly Gate[] = [slugPresent, slugWellFormed, slugFree, slugNeverElsewhere]
const media: readonly Gate[] = [mediaExists, mediaAltText, altTextSaysSomething, mediaCredit]
const links: readonly Gate[] = [linksWellFormed, linksHaveWords, linksSaySomething]

/** In the order in which an editor meets the fields. */
export const articleGates: readonly Gate[] = [
  headlinePresent,
  bodyPresent,
  headingsHaveWords,
  headingsInOrder,
  ...links,
  creditsPresent,
  creditAuthorExists,
  creditAuthorPublic,
  referencesPublic,
  ...media,
  excerptPresent,
  excerptLength,
  ...slug,
  embargoWellFormed,
  embargoPassed,
]

export const authorGates: readonly Gate[] = [displayNamePresent, ...links, referencesPublic, ...media, ...slug]

export const teaserGates: readonly Gate[] = [
  headlinePresent,
  excerptPresent,
  excerptLength,
  targetPresent,
  targetArticleExists,
  targetArticlePublic,
  targetExternal,
  referencesPublic,
  ...media,
  ...slug,
]
