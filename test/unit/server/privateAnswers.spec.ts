import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import express from 'express'
import { describe, expect, it } from 'vitest'

import { privateAnswers } from '../../../src/server/http/privateAnswers.ts'

/** How handlers send: Express, Payload by way of Node, Next with a list of headers, and one that says nothing. */
const SENDERS: Record<string, (req: IncomingMessage, res: ServerResponse) => void> = {
  'by setHeader': (_, res) => {
    res.setHeader('cache-control', 'public, max-age=60')
    res.end('x')
  },
  'by writeHead': (_, res) => {
    res.writeHead(200, 'OK', { 'Cache-Control': 'public, max-age=60' })
    res.end('x')
  },
  'by a flat list': (_, res) => {
    res.writeHead(200, ['Cache-Control', 'public, max-age=60', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'])
    res.end('x')
  },
  'in pieces': (_, res) => {
    res.setHeader('cache-control', 'public, max-age=60')
    res.write('x')
    res.end()
  },
  'a refusal': (_, res) => {
    res.statusCode = 403
    res.end('x')
  },
}

async function cacheControl(
  send: (req: IncomingMessage, res: ServerResponse) => void,
  headers: Record<string, string>,
  path = '/api/articles',
): Promise<string | null> {
  const app = express()
  app.use(privateAnswers)
  app.use(send)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    return (await fetch(`http://127.0.0.1:${String(port)}${path}`, { headers })).headers.get('cache-control')
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('privateAnswers', () => {
  it.each(Object.entries(SENDERS))('keeps what is for one asker out of caches: %s', async (_, send) => {
    const asking: readonly Record<string, string>[] = [
      { authorization: 'JWT x' },
      { authorization: 'users API-Key x' },
      { authorization: 'rubbish' },
      { cookie: 'a=1; payload-token=x' },
      { cookie: 'payload-token=' },
    ]
    for (const headers of asking) {
      expect(await cacheControl(send, headers), JSON.stringify(headers)).toBe('private, no-store')
    }
  })

  it('leaves what is for everybody as it is, but for a refusal that says nothing', async () => {
    const says = (name: string, headers: Record<string, string> = {}, path?: string) =>
      cacheControl(SENDERS[name] ?? (() => undefined), headers, path)
    expect(await says('by setHeader')).toBe('public, max-age=60')
    expect(await says('by writeHead', { cookie: 'not-payload-token=x' })).toBe('public, max-age=60')
    expect(await says('by writeHead', { cookie: 'payload-token=x' }, '/_next/static/a.js')).toBe('public, max-age=60')
    expect(await says('a refusal')).toBe('no-store')
    expect(await says('by a flat list'), 'it makes somebody of the asker').toBe('private, no-store')
  })
})
