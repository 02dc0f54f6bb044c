import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { aText, codesOf } from './pieces.ts'
import type { Answer, Staff } from './openNewsroom.ts'
import type { NewsroomProcess } from './openNewsroomProcess.ts'

/** What is known of one piece: what an answer of success said, and what was asked for when the process went away. */
type Known = {
  readonly collection: string
  /** Events that were answered: number and hash. */
  readonly events: Map<number, string>
  /** Headlines that the newest revision may have: the last one that was answered, and one that was under way. */
  newest: string[]
  /** Headlines that readers may get, null for nothing. */
  public: (string | null)[]
  /** Was it scheduled, and its time has come or will. */
  scheduled: boolean
}

export type Ledger = {
  readonly pieces: Map<string, Known>
  /** Pictures whose upload was answered: id to file name. */
  readonly pictures: Map<string, string>
  /** Answers that must never be given, such as internal errors. */
  readonly faults: string[]
  /** Called with the number of answers so far, after each. */
  onAnswer: (answered: number) => void
  answered: number
  unanswered: number
}

export const aLedger = (): Ledger => ({
  pieces: new Map(),
  pictures: new Map(),
  faults: [],
  onAnswer: () => undefined,
  answered: 0,
  unanswered: 0,
})

/** Fields that make a piece ready for review: an author needs nobody else to be public. */
const ready = (displayName: string) => ({ displayName, biography: aText('A life.'), shortBio: 'A life.' })

/** How far ahead pieces are scheduled: some come due before the process is killed, some after it is back. */
const SOON_MS = 3_000

class Gone extends Error {}

/** One desk at work: makes pieces, and takes each through its life, writing down every answer. */
class Worker {
  constructor(
    private readonly newsroom: NewsroomProcess,
    private readonly ledger: Ledger,
    private readonly name: string,
  ) {}

  /** Works until the process goes away. */
  async work(): Promise<void> {
    try {
      for (let made = 0; ; made++) {
        if (made % 2 === 0) await this.upload(`${this.name}-${String(made)}`)
        await this.life(`${this.name} ${String(made)}`, made)
      }
    } catch (error) {
      if (!(error instanceof Gone)) throw error
    }
  }

  private async life(headline: string, turn: number): Promise<void> {
    const answer = await this.ask('POST', '/api/authors', 'editor', ready(headline))
    if (answer.status !== 201) return
    const id = String(answer.body.doc.id)
    const known: Known = {
      collection: 'authors',
      events: new Map(),
      newest: [headline],
      public: [null],
      scheduled: false,
    }
    this.ledger.pieces.set(id, known)
    await this.save(id, known, `${headline} edited`)
    await this.move(id, known, 'submit', 'editor')
    await this.move(id, known, 'sign_off', 'reviewer')
    if (turn % 2 === 0) {
      known.public.push(...known.newest)
      known.scheduled = true
      await this.move(id, known, 'schedule', 'publisher', { at: new Date(Date.now() + SOON_MS).toISOString() })
      return
    }
    await this.move(id, known, 'publish', 'publisher', {}, [...known.newest])
    await this.save(id, known, `${headline} revised`)
    await this.move(id, known, 'withdraw', 'publisher', { reason: 'Enough.' }, [null])
  }

  private async save(id: string, known: Known, displayName: string): Promise<void> {
    known.newest.push(displayName)
    const answer = await this.ask('PATCH', `/api/authors/${id}`, 'editor', { displayName })
    known.newest = answer.status === 200 ? [displayName] : known.newest.slice(0, -1)
  }

  /** @param leaves what readers get after it, when it changes that. */
  private async move(
    id: string,
    known: Known,
    transition: string,
    as: Staff,
    more: object = {},
    leaves?: (string | null)[],
  ): Promise<void> {
    const { body } = await this.ask('GET', `/api/authors/${id}/transitions`, as)
    const digest = transition === 'withdraw' ? body.live : body.digest
    if (leaves) known.public.push(...leaves)
    const answer = await this.ask('POST', `/api/authors/${id}/transitions`, as, { transition, digest, ...more })
    if (answer.status !== 200) return
    const { seq, hash } = answer.body.event as { seq: number; hash: string }
    known.events.set(seq, hash)
    if (leaves) known.public = leaves
  }

  private async upload(name: string): Promise<void> {
    const colour = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: 60 }
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], `${name}.jpg`, { type: 'image/jpeg' }))
    form.set('_payload', JSON.stringify({ alt: 'A field', credit: 'Nobody' }))
    const answer = this.noted(await this.newsroom.send('POST', '/api/media', 'editor', form))
    if (answer.status === 201) this.ledger.pictures.set(String(answer.body.doc.id), String(answer.body.doc.filename))
  }

  private async ask(method: string, address: string, as: Staff, body?: object): Promise<Answer> {
    return this.noted(await this.newsroom.ask(method, address, { as, ...(body ? { body } : {}) }))
  }

  private noted(answer: Answer | null): Answer {
    if (answer === null) {
      this.ledger.unanswered++
      throw new Gone()
    }
    this.ledger.answered++
    this.ledger.onAnswer(this.ledger.answered)
    // On a slow machine the time has passed before the request is there; that is an answer like any other.
    const late = codesOf(answer).includes('time_not_ahead')
    if (answer.status >= 400 && !late)
      this.ledger.faults.push(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
    return answer
  }
}

/** Resolves when the desks have had `count` more answers. */
export function answersOf(ledger: Ledger, count: number): Promise<void> {
  const last = ledger.answered + count
  return new Promise((resolve) => {
    ledger.onAnswer = (answered) => {
      if (answered >= last) resolve()
    }
  })
}

/** Lets `count` desks work at once until the process goes away. */
export async function workUntilGone(
  newsroom: NewsroomProcess,
  ledger: Ledger,
  round: string,
  count = 4,
): Promise<void> {
  const desks = Array.from(
    { length: count },
    (_, at) => new Worker(newsroom, ledger, `${round}${'abcdefgh'.charAt(at)}`),
  )
  await Promise.all(desks.map((desk) => desk.work()))
}

/**
 * Holds everything in the ledger against what a newsroom says after its restart, as sentences; none when every answer
 * that was given is still true and nothing is half-public.
 */
export async function faultsAfter(
  newsroom: NewsroomProcess,
  ledger: Ledger,
  uploads: string,
): Promise<readonly string[]> {
  const faults = [...ledger.faults]
  const get = async (address: string, as?: Staff): Promise<Answer> => {
    const answer = await newsroom.ask('GET', address, as ? { as } : {})
    if (!answer) throw new Error(`No answer to ${address}\n${newsroom.output()}`)
    return answer
  }
  for (const [id, known] of ledger.pieces) {
    const say = (what: string) => faults.push(`${known.collection}:${id} ${what}`)
    const { body: log } = await get(`/api/${known.collection}/${id}/events`, 'editor')
    const events = (log.docs ?? []) as { seq: number; hash: string; transition: string }[]
    for (const [seq, hash] of known.events) {
      if (events.find((event) => event.seq === seq)?.hash !== hash) say(`lost its event ${String(seq)}`)
    }
    const { body: draft } = await get(`/api/${known.collection}/${id}?draft=true`, 'editor')
    if (!known.newest.includes(draft.displayName)) {
      say(`has the text “${String(draft.displayName)}”, not ${known.newest.join(' or ')}`)
    }
    const { shown, listed } = await asReadersSee(get, known.collection, id)
    if (!known.public.includes(shown)) say(`shows ${String(shown)} to readers, not ${known.public.join(' or ')}`)
    if (listed !== (shown === null ? 0 : 1)) say('is half-public: by id and in lists')
    const twice = await get(`/api/${known.collection}?draft=true&where[id][equals]=${id}`, 'editor')
    if (twice.body.docs.length !== 1) say(`is listed ${String(twice.body.docs.length)} times`)
    if (known.scheduled && events.filter((event) => event.transition === 'publish').length > 1) say('went out twice')
  }
  faults.push(...(await faultsInFiles(get, ledger, uploads)))
  const { offences } = await newsroom.audit()
  return [...faults, ...offences.map((offence) => JSON.stringify(offence))]
}

/** A piece by its id and in lists, both in one state: the clock publishes what is due meanwhile, and then both are asked again. */
async function asReadersSee(
  get: (address: string) => Promise<Answer>,
  collection: string,
  id: string,
): Promise<{ shown: string | null; listed: number }> {
  const byId = async (): Promise<string | null> => {
    const { status, body } = await get(`/api/${collection}/${id}`)
    return status === 200 ? body.displayName : null
  }
  for (let shown = await byId(); ;) {
    const listed: number = (await get(`/api/${collection}?where[id][equals]=${id}`)).body.docs.length
    const afterwards = await byId()
    if (afterwards === shown) return { shown, listed }
    shown = afterwards
  }
}

/** A document without its file must not be; a file without its document may, as long as nobody gets it. */
async function faultsInFiles(
  get: (address: string, as?: Staff) => Promise<Answer>,
  ledger: Ledger,
  uploads: string,
): Promise<readonly string[]> {
  const faults: string[] = []
  const onDisk = new Set(await readdir(uploads).catch(() => [] as string[]))
  const known = new Set<string>()
  const ids = new Set<string>()
  for (let page = 1; ; page++) {
    const { body } = await get(`/api/media?limit=100&page=${String(page)}`, 'editor')
    for (const doc of body.docs as { id: string; filename: string; sizes: Record<string, { filename?: string }> }[]) {
      ids.add(doc.id)
      const files = [doc.filename, ...Object.values(doc.sizes).flatMap((size) => size.filename ?? [])]
      for (const file of files) {
        known.add(file)
        if (!onDisk.has(file)) faults.push(`media:${doc.id} has lost its file ${file}`)
      }
    }
    if (!body.hasNextPage) break
  }
  for (const [id, file] of ledger.pictures)
    if (!ids.has(id)) faults.push(`media:${id} (${file}) was answered and is gone`)
  for (const orphan of [...onDisk].filter((file) => !known.has(file)).slice(0, 20)) {
    const answer = await get(`/api/media/file/${encodeURIComponent(orphan)}`)
    if (answer.status < 400) faults.push(`readers get the file ${orphan}, which no document has`)
  }
  return faults
}
