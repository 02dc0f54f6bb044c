import type { Payload } from 'payload'
import { runtimeOf, type DraftReads } from 'payload-plugin-imprimatur'
import { blocker, ERRORS } from 'payload-plugin-imprimatur/workflow'
import { opensDraft } from '../previews/index.ts'

const PARAMETER = 'previewToken'

export type OpenedPreview = {
  /** The same read as a reader's, to be checked as such: the token is taken out, and nobody is logged in. */
  readonly request: Request
  readonly drafts: DraftReads
  /** What was checked, as Payload is to answer it. */
  readonly asDraft: (checked: Request) => Request
}

/**
 * A read of one piece with a preview token. Undefined: the request is none. A token that does not open this piece is answered as if there were no such
 * piece, public or not.
 */
export async function openPreview(payload: Payload, request: Request): Promise<OpenedPreview | Response | undefined> {
  const url = new URL(request.url)
  const tokens = url.searchParams.getAll(PARAMETER)
  const [slug = '', id = '', ...more] = url.pathname
    .slice(payload.config.routes.api.length)
    .replace(/^\//, '')
    .replace(/\/+$/, '')
    .split('/')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const isPiece = runtimeOf(payload).collections.has(slug) && id !== '' && !NO_IDS.has(id) && more.length === 0
  if (tokens.length === 0 || !isRead || !isPiece) return undefined
  const [token = '', ...others] = tokens
  if (others.length > 0 || !(await opensDraft(payload, slug, decodeURIComponent(id), token)))
    return Response.json({ errors: [blocker('not_found')] }, { status: ERRORS.not_found.status })
  url.searchParams.delete(PARAMETER)
  const headers = new Headers(request.headers)
  headers.delete('authorization')
  headers.delete('cookie')
  return {
    request: new Request(url, { headers, signal: request.signal }),
    drafts: { collection: slug, id: decodeURIComponent(id) },
    asDraft: (checked) => {
      const asked = new URL(checked.url)
      asked.searchParams.set('draft', 'true')
      return new Request(asked, checked)
    },
  }
}

/** Addresses in the place of an id. */
const NO_IDS: ReadonlySet<string> = new Set(['count', 'versions'])
