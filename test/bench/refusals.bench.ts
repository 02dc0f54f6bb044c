// Can a stranger tell by the clock what is there and hidden from what is not there?
//   npx tsx test/bench/refusals.bench.ts                                     SQLite
//   TEST_DATABASE=mongodb MONGODB_URI=… npx tsx test/bench/refusals.bench.ts     MongoDB
// Each line: medians of requests that took turns with each other, their ratio, and the ratio of two halves of the same
// requests for what is not there, which is what chance alone does.
import sharp from 'sharp'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

const ROUNDS = 1_000

async function millisecondsFor(url: string, init?: RequestInit): Promise<number> {
  const start = performance.now()
  await (await fetch(url, init)).arrayBuffer()
  return performance.now() - start
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

async function compare(what: string, hidden: string, missing: string, init?: RequestInit): Promise<void> {
  const times: { hidden: number[]; missing: number[]; again: number[] } = { hidden: [], missing: [], again: [] }
  for (let round = 0; round < ROUNDS + 50; round++) {
    const these = {
      hidden: await millisecondsFor(hidden, init),
      missing: await millisecondsFor(missing, init),
      again: await millisecondsFor(missing, init),
    }
    if (round < 50) continue
    times.hidden.push(these.hidden)
    times.missing.push(these.missing)
    times.again.push(these.again)
  }
  const [there, not, again] = [median(times.hidden), median(times.missing), median(times.again)]
  const ratios = `hidden/missing ${(there / not).toFixed(3)}, missing/missing ${(again / not).toFixed(3)}`
  console.log(`${what}: ${there.toFixed(2)} ms hidden, ${not.toFixed(2)} ms missing; ${ratios}`)
}

async function aDraftAndItsPicture({ ask, url, payload }: TestNewsroom) {
  const data = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#258' } })
    .png()
    .toBuffer()
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'A hidden picture.' },
    file: { data, mimetype: 'image/png', name: 'hidden.png', size: data.length },
  })
  const { body } = await ask('POST', '/api/articles', {
    as: 'editor',
    body: { headline: 'Hidden so far', leadImage: picture.id },
  })
  return {
    id: String(body.doc.id),
    slug: String(body.doc.slug),
    file: `${url}/api/media/file/${String(picture['filename'])}`,
  }
}

/** One that readers had until it was withdrawn. */
async function aWithdrawnTeaser({ ask }: TestNewsroom) {
  const made = await ask('POST', '/api/news-teasers', {
    as: 'editor',
    body: {
      headline: 'Withdrawn by now',
      excerpt: 'Readers had this for a while.',
      target: { kind: 'external', url: 'https://example.org/there', sourceName: 'Example' },
    },
  })
  const id = String(made.body.doc.id)
  for (const [transition, as] of [
    ['submit', 'editor'],
    ['sign_off', 'reviewer'],
    ['publish', 'publisher'],
    ['withdraw', 'publisher'],
  ] as const) {
    const { digest } = (await ask('GET', `/api/news-teasers/${id}/transitions`, { as })).body
    const body = { transition, digest, reason: 'For the measurement.' }
    const answer = await ask('POST', `/api/news-teasers/${id}/transitions`, { as, body })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  return { id, slug: String(made.body.doc.slug) }
}

const newsroom = await openNewsroom()
const { id, slug, file } = await aDraftAndItsPicture(newsroom)
const articles = `${newsroom.url}/api/articles`
const nowhere = '3f0c9b52-6c0f-4d29-9a55-1f1f4d1c7a10'
await compare('by id', `${articles}/${id}`, `${articles}/${nowhere}`)
await compare('by slug', `${articles}/by-slug/${slug}`, `${articles}/by-slug/${slug}-not`)
await compare('public proof', `${articles}/${id}/imprimatur`, `${articles}/${nowhere}/imprimatur`)
await compare('file', file, file.replace('hidden', 'hiddex'))
await compare('list by slug', `${articles}?where[slug][equals]=${slug}`, `${articles}?where[slug][equals]=${slug}-not`)
const patch = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"headline":"Mine"}' }
await compare('PATCH by nobody', `${articles}/${id}`, `${articles}/${nowhere}`, patch)
const teasers = `${newsroom.url}/api/news-teasers`
const withdrawn = await aWithdrawnTeaser(newsroom)
await compare('withdrawn, by id', `${teasers}/${withdrawn.id}`, `${teasers}/${nowhere}`)
await compare('withdrawn, by slug', `${teasers}/by-slug/${withdrawn.slug}`, `${teasers}/by-slug/${withdrawn.slug}-not`)
await newsroom.close()
