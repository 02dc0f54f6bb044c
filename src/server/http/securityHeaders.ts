import { randomBytes } from 'node:crypto'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

import { originForm } from './fetchBridge.ts'

/**
 * For everything that is not a page: data, files and refusals. Opened in a browser they run nothing, load nothing and
 * fit into no frame.
 */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** What pages of the panel may not use; it needs none of it. */
const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * Security headers on every answer, and a content security policy on each: scripts of the panel run by a nonce that is new for every
 * page; what is no page runs nothing. The reference site puts its own policy over it.
 *
 * @param origin as browsers reach the server; HSTS is sent with https only, as browsers ignore it otherwise (RFC 6797 §7.2)
 * @param development leaves pages without a policy: Next reloads them by evaluating text
 */
export function securityHeaders({ origin, development }: { origin: string; development: boolean }): RequestHandler[] {
  const overTls = origin.startsWith('https:')
  return [
    helmet({
      contentSecurityPolicy: false,
      // Front ends elsewhere show the newsroom's pictures.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: overTls ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
    }),
    (req, res, next) => {
      res.setHeader('Permissions-Policy', NO_DEVICES)
      // Next takes the nonce for the scripts that it writes from this header of the request, so a client's own goes.
      delete req.headers['content-security-policy']
      delete req.headers['content-security-policy-report-only']
      if (!/^\/admin(?=[/?]|$)/i.test(originForm(req.url) ?? '')) {
        res.setHeader('Content-Security-Policy', NOTHING)
      } else if (!development) {
        const policy = panelPolicy(randomBytes(16).toString('base64'), overTls)
        req.headers['content-security-policy'] = policy
        res.setHeader('Content-Security-Policy', policy)
      }
      next()
    },
  ]
}

/**
 * What the panel needs. Styles are inline in Payload's components and in the editor (3.90.2); pictures are shown from memory before they
 * are uploaded.
 */
function panelPolicy(nonce: string, overTls: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    ...(overTls ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
