import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

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

  it('lets a connection go when its last request is answered while the server closes', async () => {
    const server = createHttpServer().listen(0, '127.0.0.1')
    let finish: (() => void) | undefined
    server.on('request', (_, res) => {
      finish = () => res.end('whole')
    })
    await once(server, 'listening')
    const agent = new Agent({ keepAlive: true })
    const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent }).end()
    await once(server, 'request')
    const closed = closeServer(server, 10_000)
    finish?.()
    const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream]
    answer.resume()
    const from = performance.now()
    expect(await closed).toBe(true)
    expect(performance.now() - from).toBeLessThan(5_000)
    agent.destroy()
  })
})
