import { LRUCache } from 'lru-cache'

import { Dependencies, gathering } from './Dependencies.ts'
import { SharedAnswer, type MadeAnswer } from './SharedAnswer.ts'
import { keyHeaders, surrogateKeys } from './surrogateKeys.ts'
import { subjectOf, type Tag } from './tags.ts'

/** The making of one answer, which goes on until it is done or told that nobody waits for it any more. */
export type Making = { readonly answer: Promise<MadeAnswer>; readonly abandon: () => void }

/** What comes of it: an answer for everybody, or one that is for nobody else and says so. */
export type Outcome = { readonly shared: SharedAnswer } | { readonly single: MadeAnswer }

export type AnswerCacheParts = {
  /** Bytes that answers may take in memory; 0 keeps none, and every request is answered anew. */
  readonly bytes: number
  readonly now: () => number
  /**
   * By collection: when its next document comes or goes by time alone, after a given moment. Anything that hangs on the collection is over
   * then.
   */
  readonly nextChange?: Readonly<Record<string, (after: number) => Promise<number | undefined>>>
  /** Whether readers know a collection of this name. */
  readonly isPublic: (collection: string) => boolean
  /** Whether everything that others changed is known by now. */
  readonly isInStep?: () => boolean
}

type Entry = {
  readonly key: string
  readonly answer: SharedAnswer
  readonly tags: ReadonlySet<Tag>
  readonly until: number
  readonly spellings: Set<string>
}

/** An answer that is being made. */
type Flight = {
  readonly outcome: Promise<Outcome>
  readonly abandon: () => void
  readonly since: number
  /** Of the cache, when it began. */
  readonly generation: number
  /** What changed since it began, or was about to. */
  readonly changed: Set<Tag>
  /** Whether more changed than is known. */
  spoiled: boolean
  waiting: number
}

/** The last answer to an address, by the hash of its body, and the second that is taken for it. */
type Dated = { readonly hash: string; readonly modified: number; readonly isOwn: boolean }

/** How long others join an answer that is being made, in milliseconds: one that hangs holds up nobody who comes later. */
const JOIN_MS = 5_000

/** Ways of writing one address that are remembered with it, and how much longer than it they may be: what an entry takes in memory is reckoned by that. */
const MOST_SPELLINGS = 16
const LONGER_SPELLING = 2

/** Addresses whose last answer is remembered by its hash, so that one that comes out the same keeps its date; and how many bytes these may have. */
const MOST_DATES = 20_000
const MOST_DATES_BYTES = 40 * 1024 * 1024

/** Statuses that are true of an address for everybody (RFC 9110 §15.1, those that public addresses have). */
const SHARED_STATUSES: ReadonlySet<number> = new Set([200, 308, 404, 410])

/** Days begin at such a moment in every time zone there is. */
const QUARTER_OF_AN_HOUR = 15 * 60_000

/**
 * Answers to anonymous reads, for as long as nothing changed of what they were made from.
 *
 * A change is told twice: when it is about to be committed and when that is over. From the first moment nothing that hangs on it is answered from
 * memory, and nothing is kept that was begun before the second: so whoever asks after the writer has an answer gets what was written.
 */
export class AnswerCache {
  private readonly kept: LRUCache<string, Entry> | undefined
  private readonly bySpelling = new Map<string, Entry>()
  private readonly byTag = new Map<Tag, Set<Entry>>()
  private readonly flights = new Map<string, Flight>()
  /** Also those that nobody joins any more. */
  private readonly underWay = new Set<Flight>()
  private readonly beingCommitted = new Set<readonly Tag[]>()
  private readonly dates = new LRUCache<string, Dated>({
    max: MOST_DATES,
    maxSize: MOST_DATES_BYTES,
    sizeCalculation: (_, key) => key.length,
    dispose: ({ modified }, _, reason) => {
      if (reason === 'evict') this.forgottenDate = Math.max(this.forgottenDate, modified)
    },
  })
  private forgottenDate = 0
  private generation = 0

  constructor(private readonly parts: AnswerCacheParts) {
    if (parts.bytes > 0) {
      this.kept = new LRUCache({
        maxSize: parts.bytes,
        maxEntrySize: Math.ceil(parts.bytes / 8),
        sizeCalculation: sizeOf,
        dispose: (entry) => {
          this.unlink(entry)
        },
      })
    }
  }

  /** What is kept for a target, in this very spelling. */
  lookUp(spelling: string): SharedAnswer | undefined {
    const entry = this.bySpelling.get(spelling)
    if (entry === undefined || this.parts.isInStep?.() === false) return undefined
    if (entry.until !== Infinity && entry.until <= this.parts.now()) {
      this.kept?.delete(entry.key)
      return undefined
    }
    this.kept?.get(entry.key)
    return entry.answer
  }

  /**
   * The answer for a key: the one that is kept, one that somebody else has begun to make, or a new one.
   *
   * @param spelling another way of writing the key, under which it is to be found from now on
   * @returns the answer, and what to call when it is not wanted any more
   */
  answer(key: string, spelling: string, make: () => Making): { readonly outcome: Promise<Outcome>; leave: () => void } {
    if (!this.kept) {
      const dependencies = new Dependencies()
      const { answer, abandon } = gathering(dependencies, make)
      return { outcome: answer.then((made) => this.outcomeOf(key, made, dependencies)), leave: abandon }
    }
    const shared = this.lookUp(key)
    if (shared) {
      this.spell(key, spelling)
      return { outcome: Promise.resolve({ shared }), leave: () => undefined }
    }
    const flight = this.joinable(key) ?? this.begin(key, make)
    flight.waiting++
    const outcome = flight.outcome.then((made) => {
      this.spell(key, spelling)
      return made
    })
    return {
      outcome,
      leave: () => {
        if (--flight.waiting > 0) return
        this.end(key, flight)
        flight.abandon()
      },
    }
  }

  /** Drops what hangs on `tags`, now and again when the commit is over, which the caller says by what it gets. */
  committing(tags: readonly Tag[]): () => void {
    this.beingCommitted.add(tags)
    this.drop(tags)
    return () => {
      this.beingCommitted.delete(tags)
      this.drop(tags)
    }
  }

  /** Drops everything: others changed something, and it is not known what. */
  empty(): void {
    this.generation++
    for (const flight of this.underWay) flight.spoiled = true
    this.kept?.clear()
  }

  private drop(tags: readonly Tag[]): void {
    this.generation++
    for (const flight of this.underWay) for (const tag of tags) flight.changed.add(tag)
    for (const tag of tags) for (const entry of [...(this.byTag.get(tag) ?? [])]) this.kept?.delete(entry.key)
  }

  /** One that began after everything that is committed by now. */
  private joinable(key: string): Flight | undefined {
    const flight = this.flights.get(key)
    const isCurrent = flight?.generation === this.generation && this.beingCommitted.size === 0
    return isCurrent && this.parts.isInStep?.() !== false && performance.now() - flight.since < JOIN_MS
      ? flight
      : undefined
  }

  private begin(key: string, make: () => Making): Flight {
    const dependencies = new Dependencies()
    const startedAt = this.parts.now()
    const { answer, abandon } = gathering(dependencies, make)
    const flight: Flight = {
      outcome: answer.then((made) => this.keep(key, made, dependencies, flight, startedAt)),
      abandon,
      since: performance.now(),
      generation: this.generation,
      changed: new Set([...this.beingCommitted].flat()),
      spoiled: false,
      waiting: 0,
    }
    this.flights.set(key, flight)
    this.underWay.add(flight)
    const over = (): void => {
      this.end(key, flight)
      this.underWay.delete(flight)
    }
    flight.outcome.then(over, over)
    return flight
  }

  /** Nobody joins it from now on. */
  private end(key: string, flight: Flight): void {
    if (this.flights.get(key) === flight) this.flights.delete(key)
  }

  private async keep(
    key: string,
    made: MadeAnswer,
    dependencies: Dependencies,
    flight: Flight,
    startedAt: number,
  ): Promise<Outcome> {
    const { tags, readsClock } = dependencies
    const outcome = this.outcomeOf(key, made, dependencies)
    if (!('shared' in outcome) || !this.mayKeep(tags)) return outcome
    const until = Math.min(await this.nextChange(tags, startedAt), readsClock ? quarterAfter(startedAt) : Infinity)
    // From here on nothing is waited for, so that nothing can change in between.
    const isChanged = flight.spoiled || [...flight.changed].some((tag) => tags.has(tag))
    if (isChanged || until <= this.parts.now()) return outcome
    const entry: Entry = { key, answer: outcome.shared, tags: new Set(tags), until, spellings: new Set() }
    this.kept?.delete(key)
    this.kept?.set(key, entry)
    if (this.kept?.has(key) !== true) return outcome
    for (const tag of entry.tags) this.byTag.set(tag, (this.byTag.get(tag) ?? new Set()).add(entry))
    this.spell(key, key)
    return outcome
  }

  /**
   * Nothing that hangs on the records of the workflow: it would be dropped when somebody works on what readers do not see, and they could tell
   * by the clock.
   */
  private mayKeep(tags: ReadonlySet<Tag>): boolean {
    const isOfReaders = (tag: Tag) => {
      const subject = subjectOf(tag)
      return 'global' in subject || this.parts.isPublic(subject.collection)
    }
    return tags.size > 0 && [...tags].every(isOfReaders)
  }

  private outcomeOf(key: string, made: MadeAnswer, dependencies: Dependencies): Outcome {
    const says = (name: string) =>
      made.headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value)
    const isPrivate = says('cache-control').some((value) => value.includes('private')) || says('set-cookie').length > 0
    if (isPrivate || !SHARED_STATUSES.has(made.status)) return { single: made }
    const keys = keyHeaders(surrogateKeys(dependencies, this.parts.isPublic))
    return { shared: new SharedAnswer(made, (hash) => this.dateOf(key, hash), keys) }
  }

  /**
   * Since when the answer to `key` is like this, by the second. None when another one had the same second, or may have had: by it a client could
   * take the one for the other.
   */
  private dateOf(key: string, hash: string): number | undefined {
    const before = this.dates.get(key)
    if (before?.hash === hash && before.isOwn) return before.modified
    const modified = Math.floor(Date.now() / 1000) * 1000
    const latest = before?.modified ?? this.forgottenDate
    const isOwn = modified > latest
    this.dates.set(key, { hash, modified: Math.max(modified, latest), isOwn })
    return isOwn ? modified : undefined
  }

  private async nextChange(tags: ReadonlySet<Tag>, after: number): Promise<number> {
    const asked = Object.entries(this.parts.nextChange ?? {}).filter(([collection]) => tags.has(`${collection}*`))
    const times = await Promise.all(asked.map(([, next]) => next(after)))
    return Math.min(Infinity, ...times.filter((time) => time !== undefined))
  }

  private spell(key: string, spelling: string): void {
    const entry = this.kept?.peek(key)
    if (!entry || spelling.length > key.length * LONGER_SPELLING) return
    if (entry.spellings.size >= MOST_SPELLINGS && !entry.spellings.has(spelling)) return
    entry.spellings.add(spelling)
    this.bySpelling.set(spelling, entry)
  }

  private unlink(entry: Entry): void {
    for (const spelling of entry.spellings) this.bySpelling.delete(spelling)
    for (const tag of entry.tags) {
      const others = this.byTag.get(tag)
      others?.delete(entry)
      if (others?.size === 0) this.byTag.delete(tag)
    }
  }
}

function sizeOf({ key, answer, tags }: Entry): number {
  return answer.size + key.length * LONGER_SPELLING * MOST_SPELLINGS + tags.size * 200
}

function quarterAfter(instant: number): number {
  return (Math.floor(instant / QUARTER_OF_AN_HOUR) + 1) * QUARTER_OF_AN_HOUR
}
