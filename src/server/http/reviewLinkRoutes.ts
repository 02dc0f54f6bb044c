import express, { type Request, type RequestHandler, type Response } from 'express'
import { LinkThrottle } from '../../accounts/index.ts'
import type { ReviewLinks } from '../../newsroom/index.ts'
import { fetchHeaders } from './fetchBridge.ts'
import { plainPage } from './site/plainPage.ts'

const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 10 })

/**
 * What holds for every address of a review link, to be mounted before the reference site, which makes the page: no referrer, no cache, no
 * search engine; a limit on addresses that lead to nothing, by network; and the comment that its form sends. Its token is the right to do
 * so: no cookie is looked at.
 */
export function reviewLinkRoutes({ comment }: Pick<ReviewLinks, 'comment'>): RequestHandler {
  const throttle = new LinkThrottle()
  return async (req, res, handOn) => {
    const token = reviewTokenIn(req.path)
    if (token === undefined) {
      handOn()
      return
    }
    res.setHeader('Referrer-Policy', 'no-referrer')
    res.setHeader('X-Robots-Tag', 'noindex')
    res.setHeader('Cache-Control', 'private, no-store')
    const headers = fetchHeaders(req)
    const wait = await throttle.admit(headers)
    if (wait !== null) {
      res.setHeader('Retry-After', String(wait))
      res.status(429).type('html').send(plainPage(429))
      return
    }
    let leadsToNothing = false
    res.once('finish', () => {
      if (res.statusCode < 400 && !leadsToNothing) void throttle.takeBack(headers)
    })
    if (req.method !== 'POST') {
      handOn()
      return
    }
    const said = await comment(token, await textIn(req, res))
    leadsToNothing = said === 'no_link'
    // The page that is asked for then says what became of it, and 404 where there is no link.
    res.redirect(303, `/review/${encodeURIComponent(token)}${said === 'no_link' ? '' : `?said=${said}#comment`}`)
  }
}

/** The token in the path of a review link, however it is written; undefined for any other path. */
export function reviewTokenIn(path: string): string | undefined {
  try {
    return /^\/+review\/+([^/]+)/iu.exec(decodeURIComponent(path))?.[1]
  } catch {
    return undefined
  }
}

/** What stands in the form; null when it is too long to be read. */
async function textIn(req: Request, res: Response): Promise<string | null> {
  const isRead = await new Promise<boolean>((resolve) => {
    form(req, res, (error?: unknown) => {
      resolve(error === undefined)
    })
  })
  const { text } = (req.body ?? {}) as { readonly text?: unknown }
  return isRead ? (typeof text === 'string' ? text : '') : null
}
