import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

import { describe, expect, it } from 'vitest'

import { closeServer } from '../../../src/server/process/closeServer.ts'
import { createHttpServer } from '../../../src/server/http/createHttpServer.ts'

describe('createHttpServer', () => {
  it('keeps idle connections longer than proxies do, which is up to 75 seconds', () => {
    const server = createHttpServer()
    expect(server.keepAliveTimeout).toBeGreaterThan(75_000)
    expect(server.headersTimeout).toBeLessThan(server.keepAliveTimeout)
  })

  // The time for headers is short; it must not count while nothing is asked.
  it('keeps them beyond the time that headers may take', async () => {
    const server = createHttpServer({ headersMs: 100, keepAliveMs: 60_000 }).listen(0, '127.0.0.1')
    server.on('request', (_, res) => res.end('ok'))
    await once(server, 'listening')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const { port } = server.address() as AddressInfo
    const ask = async (): Promise<Socket | null> => {
      const sent = request({ port, host: '127.0.0.1', agent }).end()
      const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream]
      answer.resume()
      await once(answer, 'end')
      return sent.socket
    }
    const first = await ask()
    // Connections are looked through every 100 ms here; another one that sends half a header is ended by it meanwhile.
    const slow = (await import('node:net')).connect(port, '127.0.0.1')
    slow.write('GET / HTTP/1.1\r\n')
    slow.resume()
    await once(slow, 'close')
    expect(await ask()).toBe(first)
    agent.destroy()
    expect(await closeServer(server, 10_000)).toBe(true)
  })

  // CONTRACT §3: every answer of 400 or more under /api has the contract's error body.
  it.each([
    [
      'an address that is too long',
      `GET /api/articles?q=${'x'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
      'too_large',
    ],
    ['headers that are too long', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'x'.repeat(17_000)}\r\n\r\n`, 431, 'too_large'],
    ['no HTTP', 'Good morning\r\n\r\n', 400, 'invalid_value'],
    [
      'a body with a chunk of no length',
      `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
      'invalid_value',
    ],
    ['headers that do not end', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', 408, 'invalid_value'],
  ])('answers %s with the error body', async (_, sent, status, code) => {
    const server = createHttpServer({ headersMs: 200, requestMs: 400 }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const said = await saidTo(sent, (server.address() as AddressInfo).port)
    expect(said.head[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} [A-Z]`))
    expect(said.head).toContain('Content-Type: application/json; charset=utf-8')
    expect(said.head).toContain('Cache-Control: no-store')
    expect(said.head).toContain('Connection: close')
    expect(said.head).toContain(`Content-Length: ${String(Buffer.byteLength(said.body))}`)
    expect(JSON.parse(said.body)).toEqual({ errors: [{ code, message: expect.stringMatching(/\.$/) as string }] })
    expect(await closeServer(server, 10_000)).toBe(true)
  })

  it('writes no second answer into one that has begun', async () => {
    const server = createHttpServer().listen(0, '127.0.0.1')
    server.on('request', (_, res) => {
      res.writeHead(200, { 'content-length': 100 }).write('the beginning')
    })
    await once(server, 'listening')
    const chunk = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    const { body } = await saidTo(chunk, (server.address() as AddressInfo).port, 'zz\r\n')
    expect(body).toBe('the beginning')
    expect(await closeServer(server, 10_000)).toBe(true)
  })
})

/** What comes back until the connection ends; `then` is sent once anything has. */
async function saidTo(sent: string, port: number, then?: string): Promise<{ head: readonly string[]; body: string }> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    if (said === '' && then !== undefined) socket.write(then)
    said += text
  })
  socket.write(sent)
  await once(socket, 'close')
  const [head = '', body = ''] = said.split('\r\n\r\n')
  return { head: head.split('\r\n'), body }
}
