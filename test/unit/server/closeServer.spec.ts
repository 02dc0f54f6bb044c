import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, it } from 'vitest'

import { closeServer } from '../../../src/server/process/closeServer.ts'

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }
}

describe('closeServer', () => {
  it('lets a request under way finish and takes no further one', async () => {
    let finish: (() => void) | undefined
    const { server, url } = await serve((_, res) => {
      finish = () => res.end('whole')
    })
    const answer = fetch(url).then((response) => response.text())
    await once(server, 'request')

    const closed = closeServer(server, 10_000)
    await expect(fetch(url)).rejects.toThrow()
    finish?.()
    expect(await answer).toBe('whole')
    expect(await closed).toBe(true)
  })

  it('cuts off what takes longer than its patience', async () => {
    const { server, url } = await serve(() => undefined)
    const answer = fetch(url)
    await once(server, 'request')
    const [cut] = await Promise.all([closeServer(server, 50), expect(answer).rejects.toThrow()])
    expect(cut).toBe(false)
  })

  it('does not wait for connections on which nothing happens', async () => {
    const { server, url } = await serve((_, res) => res.end('ok'))
    await (await fetch(url)).text()
    expect(await closeServer(server, 60_000)).toBe(true)
  })

  it('lets a connection go when its last request is answered meanwhile', async () => {
    let finish: (() => void) | undefined
    const { server, url } = await serve((_, res) => {
      finish = () => res.end('whole')
    })
    server.keepAliveTimeout = 60_000
    const agent = new Agent({ keepAlive: true })
    const sent = request(url, { agent }).end()
    await once(server, 'request')
    const closed = closeServer(server, 10_000)
    finish?.()
    const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream]
    answer.resume()
    expect(await closed).toBe(true)
    agent.destroy()
  })
})
