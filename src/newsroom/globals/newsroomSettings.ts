import type { PayloadRequest } from 'payload'
import { remembered } from 'payload-plugin-imprimatur'
import { canonicalLanguage } from '../fields/bcp47.ts'

/** Words of an automatic excerpt where the newsroom has set nothing, by collection. */
export const DEFAULT_EXCERPT_WORDS = { articles: 30, newsTeasers: 9 } as const

/** The language of a newsroom that has named none. */
export const DEFAULT_LANGUAGE = 'en'

/** For how many days notifications are kept. */
export const KEEP_NOTIFICATIONS_DAYS = 90

export type NewsroomSettings = {
  readonly name: string
  /** BCP 47 tags, canonical, never empty; the first is what new pieces start with. */
  readonly languages: readonly [string, ...string[]]
  /** IANA name. */
  readonly timeZone: string
  readonly excerptWords: { readonly articles: number; readonly newsTeasers: number }
  readonly keepNotificationsDays: number
}

/** Makes settings of the stored global, with a default for whatever is missing or of no use. */
export function newsroomSettings(stored: unknown): NewsroomSettings {
  const languages = list(valueOf(stored, 'languages')).flatMap((tag) => canonicalLanguage(tag) ?? [])
  const [first = DEFAULT_LANGUAGE, ...others] = languages
  const words = valueOf(stored, 'excerptWords')
  return {
    name: text(valueOf(stored, 'name')) ?? 'Newsroom',
    languages: [first, ...others],
    timeZone: text(valueOf(stored, 'timeZone')) ?? 'UTC',
    excerptWords: {
      articles: count(valueOf(words, 'articles')) ?? DEFAULT_EXCERPT_WORDS.articles,
      newsTeasers: count(valueOf(words, 'newsTeasers')) ?? DEFAULT_EXCERPT_WORDS.newsTeasers,
    },
    keepNotificationsDays:
      count(valueOf(valueOf(stored, 'workflow'), 'keepNotificationsDays')) ?? KEEP_NOTIFICATIONS_DAYS,
  }
}

/** Reads the newsroom's settings within the transaction of `req`. The workflow's policy is not among them. */
export async function readNewsroom(req: PayloadRequest): Promise<NewsroomSettings> {
  return newsroomSettings(await storedNewsroom(req))
}

/** The global as it is stored, read once in a transaction. */
export function storedNewsroom(req: PayloadRequest): Promise<unknown> {
  return remembered(req, 'the newsroom', ['global:newsroom'], () =>
    req.payload.findGlobal({ slug: 'newsroom', depth: 0, overrideAccess: true, req }),
  )
}

function valueOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}
