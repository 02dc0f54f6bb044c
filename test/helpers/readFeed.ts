import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { findProgram } from '../../scripts/findProgram.mjs'
import { ROOT } from './build.ts'

/** A feed as a parser that is not ours found it. What it did not find is null. */
export type ReadFeed = {
  /** What is wrong with it as a document. */
  readonly faults: readonly string[]
  readonly title: string | null
  readonly page: string | null
  readonly language: string | null
  readonly self: string | null
  readonly next: string | null
  readonly entries: readonly ReadEntry[]
}

/** Instants are in whole seconds. */
export type ReadEntry = {
  readonly id: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly summary: { readonly type?: string; readonly value?: string }
  readonly html: string | null
}

type Parser = (body: string, contentType: string) => Promise<ReadFeed>

const VENV = path.join(ROOT, '.build/feedparser/bin/python')

/** A Python that has feedparser: FEEDPARSER_PYTHON, or the one that `.ci/run` makes. */
export const PYTHON = findProgram([process.env.FEEDPARSER_PYTHON, VENV].filter((each) => each !== undefined))
if (!PYTHON) console.info('Feeds were not read by feedparser: there is no FEEDPARSER_PYTHON and no .build/feedparser.')

/** feedparser, of Python. It knows RSS and Atom. */
export const byFeedparser: Parser = async (body, contentType) => {
  if (!PYTHON || !existsSync(PYTHON)) throw new Error('There is no feedparser.')
  const reading = spawn(PYTHON, [path.join(ROOT, 'test/helpers/readFeed.py'), contentType], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  reading.stdin.end(body)
  return (await json(reading.stdout)) as ReadFeed
}

type Link = { readonly rel?: string; readonly href?: string }
type Nullable = string | undefined

const hrefOf = (links: readonly Link[] | undefined, rel: string) =>
  links?.find((each) => each.rel === rel)?.href ?? null
const named = (list: readonly { readonly name?: string }[] | undefined) => (list ?? []).map(({ name }) => String(name))
const seconds = (instant: Nullable) =>
  instant === undefined ? null : new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z')

/** feedsmith, of npm. It knows RSS, Atom and JSON Feed. */
export const byFeedsmith: Parser = (body, contentType) => {
  if (contentType.startsWith('application/rss+xml')) {
    const { title, link, language, atom, items = [] } = parseRssFeed(body)
    return Promise.resolve({
      faults: [],
      title: title ?? null,
      page: link ?? null,
      language: language ?? null,
      self: hrefOf(atom?.links, 'self'),
      next: hrefOf(atom?.links, 'next'),
      entries: items.map((each) => ({
        id: each.guid?.value ?? null,
        url: each.link ?? null,
        title: each.title ?? null,
        published: seconds(each.pubDate),
        updated: seconds(each.atom?.updated),
        authors: each.dc?.creators ?? [],
        tags: named(each.categories),
        summary: { type: 'text/html', ...(each.description === undefined ? {} : { value: each.description }) },
        html: each.content?.encoded ?? null,
      })),
    })
  }
  if (contentType.startsWith('application/atom+xml')) {
    const { title, links, entries = [] } = parseAtomFeed(body)
    return Promise.resolve({
      faults: [],
      title: title?.value ?? null,
      page: hrefOf(links, 'alternate'),
      // It does not read `xml:lang` of a feed.
      language: null,
      self: hrefOf(links, 'self'),
      next: hrefOf(links, 'next'),
      entries: entries.map((each) => ({
        id: each.id ?? null,
        url: hrefOf(each.links, 'alternate'),
        title: each.title?.value ?? null,
        published: seconds(each.published),
        updated: seconds(each.updated),
        authors: named(each.authors),
        tags: (each.categories ?? []).map(({ term }) => String(term)),
        summary: { type: 'text/plain', ...(each.summary?.value === undefined ? {} : { value: each.summary.value }) },
        html: each.content?.value ?? null,
      })),
    })
  }
  const { title, home_page_url, language, feed_url, next_url, items = [] } = parseJsonFeed(body)
  return Promise.resolve({
    faults: [],
    title: title ?? null,
    page: home_page_url ?? null,
    language: language ?? null,
    self: feed_url ?? null,
    next: next_url ?? null,
    entries: items.map((each) => ({
      id: each.id ?? null,
      url: each.url ?? null,
      title: each.title ?? null,
      published: seconds(each.date_published),
      updated: seconds(each.date_modified),
      authors: named(each.authors),
      tags: each.tags ?? [],
      summary: {
        type: 'text/plain',
        ...((each.summary ?? each.content_text) === undefined ? {} : { value: each.summary ?? each.content_text }),
      },
      html: each.content_html ?? null,
    })),
  })
}
