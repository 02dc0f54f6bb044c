import type { ServerResponse } from 'node:http'

import type { RequestHandler } from 'express'

import { notingClock } from '../../delivery/index.ts'
import { answerFeeds, isFeedPath, type FeedSource } from '../../feeds/index.ts'
import type { PublicReads } from 'payload-plugin-imprimatur/types'
import { ERRORS } from 'payload-plugin-imprimatur/workflow'

/** Feeds, sitemaps, robots.txt and the list of corrections, to be mounted before the API and the reference site. What is not theirs is handed on. */
export function feedRoutes(source: FeedSource): RequestHandler {
  // Kept answers know by it that they hang on the time.
  const noted: FeedSource = { ...source, now: notingClock(source.now) }
  return async (req, res, handOn) => {
    if (!isFeedPath(req.path)) {
      handOn()
      return
    }
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    const wanted: FeedSource = { ...noted, reads: readsWhileWanted(source.reads, res) }
    const answer = isRead ? await answerFeeds(wanted, req.url).catch(unlessGone(res)) : NOT_ALLOWED
    if (answer === undefined) return
    const { status, headers, body } = answer
    res.statusCode = status
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    res.setHeader('content-length', Buffer.byteLength(body))
    res.end(body)
  }
}

/** Reads that fail as soon as nobody waits for the answer: a sitemap takes hundreds. */
function readsWhileWanted(reads: PublicReads, res: ServerResponse): PublicReads {
  const wanted = async <T>(read: () => Promise<T>): Promise<T> => {
    if (res.destroyed) throw new Error('Nobody waits for this answer any more.')
    return read()
  }
  return {
    bySlug: (...asked) => wanted(() => reads.bySlug(...asked)),
    list: (...asked) => wanted(() => reads.list(...asked)),
    retractions: (...asked) => wanted(() => reads.retractions(...asked)),
    global: (...asked) => wanted(() => reads.global(...asked)),
  }
}

function unlessGone(res: ServerResponse): (error: unknown) => undefined {
  return (error) => {
    if (!res.destroyed) throw error
  }
}

const NOT_ALLOWED = {
  status: ERRORS.method_not_allowed.status,
  headers: { allow: 'GET, HEAD', 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ errors: [{ code: 'method_not_allowed', message: ERRORS.method_not_allowed.message }] }),
}
