import type { IncomingMessage, ServerResponse } from 'node:http'

import type { AnswerCache, Outcome } from './AnswerCache.ts'
import { askApp, type App } from './askApp.ts'
import { codingFor } from './encodings.ts'
import { headersFor, type OtherOrigins } from './otherOrigins.ts'
import { outcomeOf } from './preconditions.ts'
import { variesByOriginIn, type MadeAnswer, type Representation, type SharedAnswer } from './SharedAnswer.ts'
import { canonicalTarget, type IsPublic } from './target.ts'

export type DeliveryParts = {
  readonly cache: AnswerCache
  /** Answers everything: what is not for everybody as it came, the rest without a word of who asks. */
  readonly app: App
  /** Whether anonymous reads of this path, with parameters of these names, are for everybody. */
  readonly isPublic: IsPublic
  /** Name of the cookie of a session. */
  readonly sessionCookie: string
  /** The body for a precondition that does not hold (412). */
  readonly preconditionFailed: string
  /** Whose pages may read answers by script. */
  readonly otherOrigins: OtherOrigins
  readonly report: (error: unknown) => void
}

/**
 * For so long an answer brings its own `Date`, in milliseconds. Node's is of the last time that it looked, which may be before the second in which
 * the answer was made; `Last-Modified` must not be later than `Date` (RFC 9110 §8.8.2.1).
 */
const YOUNG_MS = 5_000

const REQUEST_ID = /^[\w.:-]{1,128}$/

/**
 * Answers anonymous reads of public addresses, from memory where nothing has changed, with validators and in the coding that the client takes;
 * hands everything else to `app` as it came. To be put on the bare server.
 */
export function deliver(parts: DeliveryParts): (req: IncomingMessage, res: ServerResponse) => void {
  const { app, cache, isPublic } = parts
  const session = `${parts.sessionCookie}=`
  return (req, res) => {
    const isShared = (req.method === 'GET' || req.method === 'HEAD') && isAnonymous(req, session)
    const known = isShared ? cache.lookUp(req.url ?? '') : undefined
    if (known) {
      const ready = known.at(codingFor(req.headers['accept-encoding'], known.bytes))
      if (ready) send(parts, known, ready, req, res)
      else void sendShared(parts, known, req, res)
      return
    }
    const key = isShared ? canonicalTarget(req.url ?? '', isPublic) : undefined
    if (key === undefined) app(req, res)
    else void make(parts, key, req, res)
  }
}

/** Who says who they are, rightly or not, gets an answer of their own; so does a read that brings a body. */
function isAnonymous({ headers }: IncomingMessage, session: string): boolean {
  return (
    headers.authorization === undefined &&
    headers.cookie?.includes(session) !== true &&
    (headers['content-length'] ?? '0') === '0' &&
    headers['transfer-encoding'] === undefined
  )
}

async function make(parts: DeliveryParts, key: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const given = requestId(req)
  const { outcome, leave } = parts.cache.answer(key, req.url ?? key, () =>
    askApp(parts.app, key, given === undefined ? {} : { 'x-request-id': given }),
  )
  res.once('close', leave)
  let made: Outcome
  try {
    made = await outcome
  } catch (error) {
    res.off('close', leave)
    if (res.destroyed) return
    // Whatever went wrong with sharing, the request is answered.
    parts.report(error)
    parts.app(req, res)
    return
  }
  res.off('close', leave)
  if (res.destroyed) return
  if ('shared' in made) await sendShared(parts, made.shared, req, res)
  else sendSingle(parts, made.single, req, res)
}

async function sendShared(
  parts: DeliveryParts,
  answer: SharedAnswer,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    send(parts, answer, await answer.in(codingFor(req.headers['accept-encoding'], answer.bytes)), req, res)
  } catch (error) {
    parts.report(error)
    if (res.headersSent) res.destroy()
    else parts.app(req, res)
  }
}

function send(
  parts: DeliveryParts,
  answer: SharedAnswer,
  representation: Representation,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const id = req.headers['x-request-id'] === undefined ? undefined : requestId(req)
  const isYoung = representation.modified !== undefined && Date.now() - representation.modified < YOUNG_MS
  const beside = [
    ...(id === undefined ? [] : ['X-Request-Id', id]),
    ...(isYoung ? ['Date', new Date().toUTCString()] : []),
    ...(answer.byOrigin ? ofOrigin(parts, req) : []),
  ]
  const complete = (headers: readonly string[]): string[] =>
    beside.length === 0 ? (headers as string[]) : [...headers, ...beside]
  const isHead = req.method === 'HEAD'
  const outcome = answer.status === 200 ? outcomeOf(req.headers, representation) : 'whole'
  if (outcome === 'whole') {
    res.writeHead(answer.status, answer.statusText, complete(representation.headers))
    res.end(isHead ? undefined : representation.body)
  } else if (outcome === 'not_modified') {
    res.writeHead(304, complete(representation.headersUnchanged))
    res.end()
  } else {
    const body = Buffer.from(parts.preconditionFailed)
    const headers = ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(body.length)]
    res.writeHead(412, complete([...answer.besides, ...headers, 'Cache-Control', 'no-store']))
    res.end(isHead ? undefined : body)
  }
}

function sendSingle(
  parts: DeliveryParts,
  { status, headers, body }: MadeAnswer,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const permission = variesByOriginIn(headers) ? ofOrigin(parts, req) : []
  const given = headers.filter(([name]) => !['content-length', 'transfer-encoding', 'connection'].includes(name))
  res.writeHead(status, [...given.flat(), 'Content-Length', String(body.length), ...permission])
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** For the page that asks. What lets in every page is part of the answer already. */
function ofOrigin({ otherOrigins }: DeliveryParts, { headers }: IncomingMessage): readonly string[] {
  return otherOrigins === '*' || headers.origin === undefined ? [] : headersFor(headers.origin, otherOrigins)
}

function requestId(req: IncomingMessage): string | undefined {
  const given = req.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : undefined
}
