// How costs grow with the newsroom: fills newsrooms of each size (scale/fillArticles.ts), starts the compiled server on a copy of each, and asks all
// of them for the same things in turns, so that whatever else the machine does is in all figures. Prints one table: p50, p99, requests a second and
// processor time of each line, and its p50 and processor time as ratios to the smallest size. Cold answers are made anew (CACHE_MB=0), warm ones
// come from memory. Processor time is the steadier figure where the machine has other work.
//   npx tsx --conditions=imprimatur-source test/bench/scale.bench.ts [--in DIR] [--rounds N] [--no-audit] [SIZE…]       1,000 and 10,000 unless said otherwise
// DIR keeps the newsrooms for another run; 100,000 articles take some 7 GB in it and as much for the copy.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { cpuOf, memoryOf } from './processFigures.ts'
import { runAudit } from './runAudit.ts'
import { fillArticles, type Filled } from './scale/fillArticles.ts'
import { load, type Load } from './scale/httpLoad.ts'
import { FRONT_PAGE, LINES, type Asked, type Line } from './scale/lines.ts'
import { asked, publishOne, STEPS, tokenOf, type Step } from './scale/moves.ts'
import { said, table, type Figures } from './scale/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    in: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    'no-audit': { type: 'boolean', default: false },
  },
})
const sizes = (positionals.length > 0 ? positionals : ['1000', '10000']).map(Number).sort((a, b) => a - b)
const ROUNDS = Number(values.rounds)
if (![...sizes, ROUNDS].every((number) => Number.isInteger(number) && number > 0))
  throw new Error('Sizes and rounds are whole numbers.')
/** A round of a line on one newsroom: one client by itself, from which the times are, and then several at once. */
const ALONE = { connections: 1, seconds: 0.5, atLeast: 5 }
const TOGETHER = { connections: 10, seconds: 0.5, atLeast: 10 }
/** Pieces that go from a draft to readers, in each newsroom. */
const PIECES = 30
const SEARCHES = 30

const work = await mkdtemp(path.join(os.tmpdir(), 'scale-bench-'))
const root = values.in ?? path.join(work, 'newsrooms')

type Place = {
  readonly size: number
  readonly filled: Filled
  readonly env: Readonly<Record<string, string>>
  server: OpenServer
  asked: Asked
}

const figures: Figures[] = []
/** Takes down what was seen, and says it: a run takes long. */
const note = (seen: Figures) => {
  figures.push(seen)
  say(`${String(seen.size)}: ${seen.what}: ${said(seen)}`)
}
const say = (what: string) => {
  console.log(`${new Date().toISOString().slice(11, 19)} ${what} (load ${os.loadavg()[0]?.toFixed(1) ?? ''})`)
}

const copies: Pick<Place, 'size' | 'filled' | 'env'>[] = []
const documents = path.join(work, 'documents')
await mkdir(documents)
await writeFile(path.join(documents, `${FRONT_PAGE.name}.graphql`), FRONT_PAGE.document)
for (const size of sizes) {
  const from = performance.now()
  const filled = await fillArticles(root, size, (what) => {
    say(`${String(size)}: ${what}`)
  })
  say(`${String(size)}: filled in ${((performance.now() - from) / 1000).toFixed(1)} s`)
  const dir = path.join(work, String(size))
  await cp(filled.dir, dir, { recursive: true })
  const env = {
    ...filled.env,
    DATA_DIR: path.join(dir, 'data'),
    UPLOADS_DIR: path.join(dir, 'uploads'),
    GRAPHQL_DOCUMENTS: documents,
    LOG_LEVEL: 'error',
  }
  copies.push({ size, filled, env })
}

await served('first start, cold', { CACHE_MB: '0' }, async (places) => {
  for (const line of LINES) await measured('cold', line, places)
  await moved(places)
})
await served('start, warm', {}, async (places) => {
  for (const line of LINES.filter(({ of }) => of === 'readers')) await measured('warm', line, places)
})
for (const { size, env } of values['no-audit'] ? [] : copies) {
  const { status, seconds, megabytes, said: report } = await runAudit(env)
  say(`${String(size)}: ${report}`)
  if (status !== 0) throw new Error('The audit found something.')
  note({ what: 'audit', size, ms: [seconds * 1000] })
  note({ what: 'audit, most memory', size, megabytes })
}
await rm(work, { recursive: true, force: true })
console.log(table(figures, sizes))

/** Starts a server on each newsroom, all with more in their environment, and stops them after `act`. */
async function served(
  what: string,
  env: Readonly<Record<string, string>>,
  act: (places: Place[]) => Promise<void>,
): Promise<void> {
  const places: Place[] = []
  try {
    for (const copy of copies) {
      const server = await openServer({ env: { ...copy.env, ...env } })
      note({ what, size: copy.size, ms: [server.startMs] })
      const [admin, editor, reviewer] = [
        await tokenOf(server.url, 'admin'),
        await tokenOf(server.url, 'editor'),
        await tokenOf(server.url, 'reviewer'),
      ]
      const first = places[0]
      const searches = first ? first.asked.searches : await headlineWords(server.url, copy.filled)
      places.push({
        ...copy,
        server,
        asked: { filled: copy.filled, tokens: { admin, editor, reviewer }, searches },
      })
    }
    await act(places)
    for (const { size, server } of places) {
      const memory = memoryOf(server.pid)
      note({ what: `memory after: ${what}`, size, megabytes: memory?.now ?? NaN })
      note({ what: `most memory: ${what}`, size, megabytes: memory?.most ?? NaN })
    }
  } finally {
    for (const { server } of places) await server.close()
  }
}

/** Two words of a headline each, of the articles that newsrooms of all sizes have. */
async function headlineWords(url: string, { slugs }: Filled): Promise<string[]> {
  const found: string[] = []
  for (const slug of slugs.slice(-SEARCHES)) {
    const { headline } = await asked(url, 'GET', `/api/articles/by-slug/${slug}`)
    found.push(String(headline).split(' ').slice(1, 3).join(' '))
  }
  return found
}

async function measured(how: 'cold' | 'warm', line: Line, places: readonly Place[]): Promise<void> {
  const what = line.of === 'staff' ? line.what : `${line.what}, ${how}`
  const seen = new Map(places.map(({ size }) => [size, { alone: [] as Load[], together: [] as Load[] }]))
  // Warm requests are few enough to be in memory after the first round, which does not count.
  const numbered = (nth: number) => (how === 'warm' ? nth % 10 : nth)
  for (let round = 0; round <= ROUNDS; round++) {
    for (const place of places) {
      const from = round * 10_000
      const request = (nth: number) => line.request(place.asked, numbered(from + nth))
      const alone = await load(place.server, request, ALONE)
      const together = await load(place.server, (nth) => request(nth + 5_000), TOGETHER)
      if (round === 0) continue
      seen.get(place.size)?.alone.push(alone)
      seen.get(place.size)?.together.push(together)
    }
  }
  for (const [size, { alone, together }] of seen) {
    const all = [...alone, ...together]
    const requests = all.reduce((sum, { ms }) => sum + ms.length, 0)
    note({
      what,
      size,
      ms: alone.flatMap(({ ms }) => ms),
      rate: median(together.map(({ ms, seconds }) => ms.length / seconds)),
      cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / requests,
    })
  }
}

async function moved(places: readonly Place[]): Promise<void> {
  const ready = []
  for (const place of places) ready.push({ ...place, publisher: await tokenOf(place.server.url, 'publisher') })
  const seen = new Map(places.map(({ size }) => [size, new Map(STEPS.map((step) => [step, { ms: [0], cpuMs: 0 }]))]))
  for (const steps of seen.values()) for (const one of steps.values()) one.ms.length = 0
  for (let nth = -2; nth < PIECES; nth++) {
    for (const { size, server, asked: of, publisher } of ready) {
      const { authors, sections, topics } = of.filled.world
      const piece = { nth, section: sections[0] ?? '', author: authors[0]?.id ?? '', topic: topics[0]?.id ?? '' }
      await publishOne(server.url, { ...of.tokens, publisher }, piece, async (step: Step, act) => {
        const [from, cpu] = [performance.now(), cpuOf(server.pid)]
        const done = await act()
        const one = seen.get(size)?.get(step)
        if (one && nth >= 0) {
          one.ms.push(performance.now() - from)
          one.cpuMs += (cpuOf(server.pid) - cpu) / 1000 / PIECES
        }
        return done
      })
    }
  }
  for (const [size, steps] of seen) for (const [what, { ms, cpuMs }] of steps) note({ what, size, ms, cpuMs })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
