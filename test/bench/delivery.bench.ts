// How fast anonymous reads are that the server has in memory: requests a second, as a ratio to a bare `node:http` server that sends the same
// bytes, and to the same newsroom without memory. In turns, so that whatever else the machine does is in all of them; and the processor time that
// the server takes for one of them, which says more where the machine has other work.
//   npx tsx test/bench/delivery.bench.ts [ROUNDS] [SECONDS]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { freePort } from '../helpers/freePort.ts'
import { openServer } from '../helpers/openServer.ts'
import { cpuOf } from './processFigures.ts'

const ROUNDS = Number(process.argv[2] ?? 7)
const SECONDS = Number(process.argv[3] ?? 2)
const CONNECTIONS = 20
const CODINGS = 'gzip, br'

const BARE = `
  const { createServer } = require('node:http')
  process.once('message', ({ port, answers }) => {
    const ready = new Map(answers.map(([path, headers, body]) => [path, [headers, Buffer.from(body, 'base64')]]))
    createServer((req, res) => {
      const [headers, body] = ready.get(req.url)
      res.writeHead(200, headers)
      res.end(body)
    }).listen(port, '127.0.0.1', () => process.send('ready'))
  })
`

type Whole = { readonly head: string; readonly body: Buffer }

const request = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nAccept-Encoding: ${CODINGS}\r\nUser-Agent: bench\r\n\r\n`

/** One whole answer, as it goes over the wire. */
async function answerOf(url: string, path: string): Promise<Whole> {
  const socket = await opened(url)
  socket.write(request(path))
  let got = Buffer.alloc(0)
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    got = Buffer.concat([got, chunk])
    const end = got.indexOf('\r\n\r\n')
    const head = end === -1 ? '' : got.toString('latin1', 0, end + 4)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (end === -1 || got.length < end + 4 + length) continue
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${path}: ${head}`)
    socket.destroy()
    return { head, body: got.subarray(end + 4) }
  }
  throw new Error(`${path}: no answer`)
}

async function opened(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).setNoDelay(true)
  await once(socket, 'connect')
  return socket
}

type Rate = { readonly rate: number; readonly cpu: number }

/** Requests a second, and microseconds of processor time for each. All answers to one request are of one length, so that counting bytes is enough, and costs next to nothing. */
async function rateOf(url: string, pid: number, path: string): Promise<Rate> {
  const { head, body } = await answerOf(url, path)
  const [length, asked] = [head.length + body.length, Buffer.from(request(path))]
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened(url)))
  let done = 0
  const cpu = cpuOf(pid)
  const from = performance.now()
  for (const socket of sockets) {
    let bytes = 0
    socket.on('data', (chunk) => {
      for (bytes += chunk.length; bytes >= length; bytes -= length) {
        done++
        socket.write(asked)
      }
    })
    socket.write(asked)
  }
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
  const ms = performance.now() - from
  for (const socket of sockets) socket.destroy()
  return { rate: (done / ms) * 1000, cpu: (cpuOf(pid) - cpu) / done }
}

/** The headers of an answer as names and values, without those that Node's server adds by itself. */
function headersIn(head: string): string[] {
  return head
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '' && !/^(date|connection|keep-alive):/i.test(line))
    .flatMap((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const env = { DEMO: '1', DEMO_PASSWORD: 'a password for this only', LOG_LEVEL: 'error' }
const kept = await openServer({ env })
const anew = await openServer({ env: { ...env, CACHE_MB: '0' } })

const { docs } = (await (await fetch(`${kept.url}/api/articles`)).json()) as { docs: { slug: string }[] }
const slug = docs[0]?.slug ?? ''
const asked = {
  'by slug': `/api/articles/by-slug/${slug}`,
  'list of ten': '/api/articles?limit=10',
  'page of an article': `/articles/${slug}`,
  'front page': '/',
}

const answers = await Promise.all(
  Object.values(asked).map(async (path) => {
    await answerOf(kept.url, path)
    const { head, body } = await answerOf(kept.url, path)
    return [path, headersIn(head), body.toString('base64')] as const
  }),
)
const port = await freePort()
const bare = spawn(process.execPath, ['-e', BARE], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
bare.send({ port, answers })
await once(bare, 'message')
const bareUrl = `http://127.0.0.1:${String(port)}`

console.log(
  `${String(ROUNDS)} rounds of ${String(SECONDS)} s, ${String(CONNECTIONS)} connections, Node ${process.version}`,
)
for (const [what, path] of Object.entries(asked)) {
  const rates = { bare: [] as Rate[], kept: [] as Rate[], anew: [] as Rate[] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.bare.push(await rateOf(bareUrl, bare.pid ?? 0, path))
    rates.kept.push(await rateOf(kept.url, kept.pid, path))
    rates.anew.push(await rateOf(anew.url, anew.pid, path))
  }
  const ratios = rates.kept.map(({ rate }, at) => rate / (rates.bare[at]?.rate ?? Number.NaN))
  const said = (each: readonly Rate[]) =>
    `${String(Math.round(median(each.map(({ rate }) => rate))))}/s, ${median(each.map(({ cpu }) => cpu)).toFixed(0)} µs each`
  const { head, body } = await answerOf(kept.url, path)
  console.log(
    [
      `${what}: from memory ${said(rates.kept)}`,
      `bare ${said(rates.bare)}`,
      `made anew ${said(rates.anew)}`,
      `ratio to bare ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      `${String(head.length)} + ${String(body.length)} bytes`,
    ].join('; '),
  )
}
bare.kill()
await Promise.all([kept.close(), anew.close()])
