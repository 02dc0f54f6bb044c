// What pictures cost everybody else: 20 editors save once a second and 5 people log in again and again while three pictures of 60 megapixels
// come in at once. Prints what was answered and how fast, the memory of the server with its children, files and documents that do not
// match, and how long the server takes to end in the middle of a picture.
//   npx tsx test/bench/pictures.bench.ts                                        SQLite
//   TEST_DATABASE=mongodb MONGODB_URI='mongodb://…/?replicaSet=…' npx tsx test/bench/pictures.bench.ts     MongoDB
//   TEST_DATABASE=postgres POSTGRES_URI='postgres://…' npx tsx test/bench/pictures.bench.ts                  Postgres
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { databaseNamed, onServer } from '../helpers/openNewsroom.ts'
import { openServer } from '../helpers/openServer.ts'

const PASSWORD = 'a password for this only'
const EDITORS = 20
const PEOPLE = ['contributor', 'reviewer', 'reviewer2', 'publisher', 'admin']
const A_MINUTE = 60_000

type Seen = { readonly what: string; readonly status: number; readonly ms: number }
const seen: Seen[] = []

const uploads = await mkdtemp(path.join(tmpdir(), 'pictures-bench-'))
const server = await openServer({
  env: {
    DEMO: '1',
    DEMO_PASSWORD: PASSWORD,
    UPLOADS_DIR: uploads,
    LOG_LEVEL: 'error',
    ...(onServer()
      ? { DATABASE_URI: databaseNamed(`bench${String(Date.now())}`), PAYLOAD_SECRET: 'a secret for this bench only' }
      : {}),
  },
})
console.log(process.env.TEST_DATABASE ?? 'sqlite')

async function ask(what: string, method: string, address: string, init: RequestInit): Promise<Record<string, unknown>> {
  const from = performance.now()
  const response = await fetch(server.url + address, { method, ...init })
  const body = (await response.json()) as Record<string, unknown>
  seen.push({ what, status: response.status, ms: performance.now() - from })
  return body
}
const json = (body: object, token = ''): RequestInit => ({
  headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `JWT ${token}` }) },
  body: JSON.stringify(body),
})
const login = async (who: string): Promise<string> =>
  String(
    (await ask('login', 'POST', '/api/users/login', json({ email: `${who}@imprimatur.example`, password: PASSWORD })))
      .token,
  )

const tile = await sharp({
  create: {
    width: 1500,
    height: 1000,
    channels: 3,
    background: '#777',
    noise: { type: 'gaussian', mean: 128, sigma: 30 },
  },
})
  .png()
  .toBuffer()
// 9486 × 6324 is 59,989,464 pixels.
const picture = await sharp(tile).resize(9486, 6324).jpeg({ quality: 80 }).toBuffer()

const token = await login('editor')
const upload = async (name: string) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'Noise.' }))
  form.set('file', new File([new Uint8Array(picture)], `${name}.jpg`, { type: 'image/jpeg' }))
  return ask('upload', 'POST', '/api/media', { headers: { authorization: `JWT ${token}` }, body: form })
}
const articles: string[] = []
for (let at = 0; at < EDITORS; at++) {
  const made = await ask('prepare', 'POST', '/api/articles', json({ headline: `Number ${String(at)}` }, token))
  articles.push(String((made.doc as { id: unknown }).id))
}
const { pid } = server
const before = memory(pid)

let uploading = true
const editing = articles.map(async (id, at) => {
  await pause((at * 1000) / EDITORS)
  for (let save = 1; uploading; save++) {
    const next = pause(1000)
    await ask('save', 'PATCH', `/api/articles/${id}?draft=true`, json({ headline: `Save ${String(save)}` }, token))
    await next
  }
})
const coming = PEOPLE.map(async (who, at) => {
  await pause((at * 5000) / PEOPLE.length)
  while (uploading) {
    const next = pause(5000)
    await login(who)
    await next
  }
})
let peak = 0
const watching = setInterval(() => (peak = Math.max(peak, memory(pid))), 250)
const from = performance.now()
await Promise.all(['one', 'two', 'three'].map(upload))
console.log(
  `three pictures of 60 megapixels (${(picture.length / 1e6).toFixed(1)} MB each): ${seconds(performance.now() - from)}`,
)
uploading = false
await Promise.all([...editing, ...coming])
clearInterval(watching)

for (const what of ['save', 'login', 'upload']) {
  const own = seen.filter((each) => each.what === what)
  const times = own.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => seconds(times[Math.min(Math.floor(times.length * share), times.length - 1)] ?? 0)
  const failed = own.filter(({ status }) => status >= 400).length
  console.log(
    `${what}: ${String(own.length)} answered, ${String(failed)} refused; median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
  )
}
await pause(A_MINUTE)
console.log(
  `memory with children: ${String(before)} MB before, ${String(peak)} MB at most, ${String(memory(pid))} MB a minute later`,
)

const { docs } = await ask('list', 'GET', '/api/media?limit=100&depth=0', {
  headers: { authorization: `JWT ${token}` },
})
const named = (docs as { filename: string; sizes: Record<string, { filename: string }> }[]).flatMap(
  ({ filename, sizes }) => [filename, ...Object.values(sizes).map((size) => size.filename)],
)
const stored = await readdir(uploads)
console.log(
  `files: ${String(stored.length)}; without a document ${String(stored.filter((name) => !named.includes(name)).length)}, documents’ that are missing ${String(named.filter((name) => !stored.includes(name)).length)}`,
)

upload('last').catch(() => undefined)
while (!(await readdir(uploads)).some((name) => name.startsWith('.making-'))) await pause(20)
await pause(1000)
const told = performance.now()
process.kill(pid, 'SIGTERM')
while (isThere(pid)) await pause(50)
console.log(`SIGTERM in the middle of a picture: ended after ${seconds(performance.now() - told)}`)
await server.close()
await rm(uploads, { recursive: true, force: true })

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function pidsBelow(parent: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  } catch {
    return []
  }
}

/** In MB; Linux only. */
function memory(root: number): number {
  let kilobytes = 0
  for (const each of [root, ...pidsBelow(root)]) {
    try {
      const status = execFileSync('grep', ['VmRSS', `/proc/${String(each)}/status`], { encoding: 'utf8' })
      kilobytes += Number(/\d+/.exec(status)?.[0] ?? 0)
    } catch {
      // It has ended since it was listed.
    }
  }
  return Math.round(kilobytes / 1000)
}

function isThere(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch {
    return false
  }
}
