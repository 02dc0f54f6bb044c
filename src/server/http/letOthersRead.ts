import type { RequestHandler } from 'express'

import { answerToPreflight, headersFor, variesByOrigin, type OtherOrigins } from '../../delivery/index.ts'
import { beforeHeaders } from './beforeHeaders.ts'

/**
 * Lets scripts on pages of these origins read what is answered (CORS). Never with cookies: to a page elsewhere nobody is logged in, unless it brings a
 * token itself.
 */
export function letOthersRead(allowed: OtherOrigins): RequestHandler {
  return (req, res, next) => {
    const preflight = answerToPreflight(req.method, req.headers, allowed)
    if (variesByOrigin(allowed)) {
      beforeHeaders(res, () => {
        res.appendHeader('vary', 'Origin')
      })
    }
    if (preflight === undefined || preflight.length === 0) {
      const headers = headersFor(req.headers.origin, allowed)
      beforeHeaders(res, () => {
        setAll(res, headers)
      })
      next()
      return
    }
    setAll(res, preflight)
    res.status(204).end()
  }
}

function setAll(res: Parameters<RequestHandler>[1], headers: readonly string[]): void {
  for (let at = 0; at + 1 < headers.length; at += 2) res.setHeader(headers[at] ?? '', headers[at + 1] ?? '')
}
