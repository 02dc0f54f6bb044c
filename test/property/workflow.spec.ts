import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CLOCK,
  faultInChain,
  fold,
  openDossier,
  options,
  recordChange,
  transition,
  TRANSITIONS,
  unreviewed,
  type Actor,
  type Command,
  type Digest,
  type Dossier,
  type Facts,
  type Person,
  type Review,
  type TransitionContext,
  type Stage,
  type TransitionName,
  type WorkflowEvent,
} from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const START = Date.parse('2026-03-02T09:00:00.000Z')
const HOUR = 3_600_000

const STAFF = {
  wanda: ['contributor'],
  otto: ['contributor', 'reviewer'],
  edith: ['editor'],
  bo: ['editor', 'reviewer', 'lawyer'],
  rita: ['reviewer'],
  remy: ['reviewer'],
  lena: ['lawyer'],
  paula: ['publisher'],
  bea: ['publisher', 'reviewer'],
  ada: ['admin', 'publisher', 'editor', 'reviewer'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type StaffId = keyof typeof STAFF

/** Who may fast-track, as long as they are a publisher. */
const BREAKING: StaffId = 'bea'

const SIGNERS: readonly StaffId[] = ['rita', 'remy', 'lena', 'bo', 'otto', 'rita', 'remy', 'lena']

function review(name: string, needed: number, roles: readonly string[]): Review {
  return { name, needed, roles, collections: [], when: {} }
}

const POLICIES: readonly (readonly Review[])[] = [
  [review('desk', 1, ['reviewer'])],
  [review('desk', 2, ['reviewer'])],
  [review('desk', 1, ['reviewer']), review('legal', 1, ['lawyer'])],
  [],
]

/** One step of a random history. Numbers are chosen small, so that histories come back to what they had before. */
type Step =
  | { do: 'save'; by: StaffId; text: number }
  | {
      do: 'move'
      by: StaffId | 'clock'
      name: TransitionName
      digest: 'newest' | 'live' | number
      review: string | null
      words: string
      hours: number
    }
  | { do: 'natural'; pick: number }
  | { do: 'office'; who: StaffId; active: boolean; roles: readonly string[] }
  | { do: 'policy'; number: number }
  | { do: 'embargo'; hours: number | null }
  | { do: 'wait'; hours: number }

const staff = fc.constantFrom(...(Object.keys(STAFF) as StaffId[]))
const text = fc.integer({ min: 0, max: 3 })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('natural' as const), pick: fc.nat(59) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), by: staff, text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      by: fc.oneof({ weight: 6, arbitrary: staff }, { weight: 1, arbitrary: fc.constant('clock' as const) }),
      name: fc.constantFrom(...TRANSITIONS),
      digest: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom('newest' as const, 'live' as const) },
        { weight: 1, arbitrary: text },
      ),
      review: fc.constantFrom(null, null, 'desk', 'legal', 'sport'),
      words: fc.constantFrom('', ' ', 'Because.'),
      hours: fc.integer({ min: -2, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('office' as const),
      who: staff,
      active: fc.boolean(),
      roles: fc.subarray(['contributor', 'editor', 'reviewer', 'publisher', 'lawyer']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), number: fc.nat(POLICIES.length - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('embargo' as const), hours: fc.constantFrom(null, null, -1, 2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 4 }) }) },
)

function digestOfText(number: number): Digest {
  return `sha256:${String(number).repeat(64)}`
}

function rightsOf(id: string): Pick<Person, 'rights'> {
  return id === BREAKING ? { rights: ['breaking'] } : {}
}

/** A newsroom with one piece, and beside the code under test a bookkeeping of its own of who wrote and signed what. */
class Newsroom {
  readonly people = new Map<string, Person>(
    Object.entries(STAFF).map(([id, roles]) => [id, { active: true, roles, ...rightsOf(id) }]),
  )
  policy = POLICIES[0] ?? []
  embargoUntil: string | null = null
  now = START
  text: Digest = digestOfText(0)
  readonly events: WorkflowEvent[]
  dossier: Dossier
  publications = 0

  /** By hand: who changed the text since the last publication, who signed since the last change, what is public. */
  readonly touched = new Set<string>(['wanda'])
  signed: { by: string; review: string; digest: Digest }[] = []
  public: Digest | null = null
  /** What nobody has reviewed although readers have or had it: who wrote or sent it out, and who signed it since. */
  unreviewed: { hands: Set<string>; digest: Digest; signed: { by: string; review: string }[] } | null = null
  fastTracked = 0
  reviewedAfterwards = 0

  constructor() {
    const { event, dossier } = openDossier({
      collection: 'articles',
      id: '1',
      actor: 'wanda',
      digest: this.text,
      now: new Date(START),
    })
    this.events = [event]
    this.dossier = dossier
  }

  actor(id: StaffId | 'clock'): Actor {
    return id === 'clock' ? CLOCK : { kind: 'person', id, ...(this.people.get(id) ?? { active: false, roles: [] }) }
  }

  facts(): Facts {
    return {
      digest: this.text,
      subject: { collection: 'articles', attributes: {} },
      policy: { reviews: this.policy },
      people: new Map(
        [...this.dossier.signOffs, ...(this.dossier.fastTracked?.signOffs ?? [])].flatMap(({ by }) => [
          [by, this.people.get(by) ?? { active: false, roles: [] }] as const,
        ]),
      ),
      findings: [],
      embargoUntil: this.embargoUntil,
      hasClock: true,
      trashed: false,
      now: new Date(this.now),
    }
  }

  context(id: StaffId | 'clock'): TransitionContext {
    return { dossier: this.dossier, actor: this.actor(id), facts: this.facts() }
  }

  take(one: Step): void {
    this.now += 1000
    switch (one.do) {
      case 'save':
        this.save(one.by, digestOfText(one.text))
        break
      case 'move':
        this.move(one.by, {
          transition: one.name,
          digest:
            one.digest === 'newest'
              ? this.text
              : one.digest === 'live'
                ? (this.dossier.live?.digest ?? this.text)
                : digestOfText(one.digest),
          ...(one.review === null ? {} : { review: one.review }),
          reason: one.words,
          notice: one.words,
          at: new Date(this.now + one.hours * HOUR).toISOString(),
        })
        break
      case 'natural':
        this.natural(one.pick)
        break
      case 'office':
        this.people.set(one.who, { active: one.active, roles: one.roles, ...rightsOf(one.who) })
        break
      case 'policy':
        this.policy = POLICIES[one.number] ?? []
        break
      case 'embargo':
        this.embargoUntil = one.hours === null ? null : new Date(this.now + one.hours * HOUR).toISOString()
        break
      case 'wait':
        this.now += one.hours * HOUR
        break
    }
  }

  /** What a newsroom might do next, so that histories get far enough to be worth checking. */
  private natural(pick: number): void {
    const moves: Record<Stage, readonly [StaffId | 'clock', TransitionName][]> = {
      draft: [
        ['edith', 'submit'],
        ['edith', 'submit'],
        ['bea', 'fast_track'],
      ],
      changes_requested: [['wanda', 'submit']],
      in_review: [
        ...SIGNERS.map((by): [StaffId, TransitionName] => [by, 'sign_off']),
        ['wanda', 'recall'],
        ['remy', 'request_changes'],
        ['bea', 'fast_track'],
      ],
      approved: [
        ['paula', 'publish'],
        ['paula', 'publish'],
        ['paula', 'schedule'],
        ['paula', 'schedule'],
        ['edith', 'spike'],
      ],
      scheduled: [
        ['clock', 'publish'],
        ['clock', 'publish'],
        ['paula', 'unschedule'],
        ['rita', 'request_changes'],
      ],
      published: [
        ...(this.unreviewed ? SIGNERS.map((by): [StaffId, TransitionName] => [by, 'sign_off']) : []),
        ['edith', 'revise'],
        ['edith', 'revise'],
        ['edith', 'revise'],
        ['paula', 'withdraw'],
        ['paula', 'retract'],
      ],
      withdrawn: [['edith', 'revise']],
      retracted: [['edith', 'revise']],
      spiked: [['edith', 'restore']],
    }
    const possible = moves[this.dossier.stage]
    const [by, name] = possible[pick % possible.length] ?? ['edith', 'submit']
    if (by === 'clock') this.now = Math.max(this.now, Date.parse(this.dossier.schedule?.at ?? ''))
    this.move(by, {
      transition: name,
      digest: this.text,
      reason: 'Because.',
      notice: 'To our readers.',
      at: new Date(this.now + 3 * HOUR).toISOString(),
    })
  }

  private save(by: StaffId, after: Digest): void {
    const before = structuredClone(this.dossier)
    const decision = recordChange(this.dossier, {
      actor: this.actor(by),
      before: this.text,
      after,
      now: new Date(this.now),
    })
    expect(this.dossier).toEqual(before)
    if (!decision.ok) {
      this.refused(decision.status, decision.blockers.length)
      return
    }
    const { active, roles } = this.people.get(by) ?? { active: false, roles: [] }
    expect(active && (roles.includes('editor') || (roles.includes('contributor') && by === 'wanda'))).toBe(true)
    if (after === this.text) {
      expect(decision.event).toBeNull()
    } else {
      this.touched.add(by)
      this.signed = []
      expect(['draft', 'in_review', 'changes_requested']).toContain(decision.dossier.stage)
    }
    this.accept(decision.event, decision.dossier)
    this.text = after
    expect(this.dossier.signOffs.filter(({ digest }) => digest !== after)).toEqual([])
    expect(this.dossier.live).toEqual(before.live)
  }

  private move(by: StaffId | 'clock', command: Command): void {
    const before = structuredClone(this.dossier)
    const decision = transition(this.context(by), command)
    expect(this.dossier).toEqual(before)
    if (!decision.ok) {
      this.refused(decision.status, decision.blockers.length)
      return
    }
    if (command.transition === 'sign_off') this.sign(by, before, decision.event, decision.dossier)
    if (command.transition === 'publish') this.checkPublication(by)
    else if (command.transition === 'fast_track') this.checkFastTrack(by, before, command)
    else if (command.transition === 'withdraw' || command.transition === 'retract')
      this.checkRemoval(before, decision.dossier)
    else expect(decision.dossier.live).toEqual(before.live)
    this.accept(decision.event, decision.dossier)
  }

  private sign(by: string, before: Dossier, event: WorkflowEvent, after: Dossier): void {
    const review = event.review ?? ''
    expect(this.unreviewed?.hands ?? new Set()).not.toContain(by)
    if (!event.afterFastTrack) {
      expect(this.touched).not.toContain(by)
      expect(event.digest).toBe(this.text)
      this.signed.push({ by, review, digest: event.digest })
      return
    }
    expect(this.public).toBe(event.digest)
    expect(this.unreviewed?.digest).toBe(event.digest)
    this.unreviewed?.signed.push({ by, review })
    const { stage, signOffs, writers, schedule } = before
    expect(after).toMatchObject({ stage, signOffs, writers, schedule })
    if (event.afterFastTrack === 'complete') {
      this.checkQuorum(this.unreviewed?.signed ?? [], this.unreviewed?.hands ?? new Set())
      this.unreviewed = null
      this.reviewedAfterwards += 1
    }
  }

  /** Breaking news: by a publisher with the right and nobody else, with a reason, and nothing counts as signed. */
  private checkFastTrack(by: StaffId | 'clock', before: Dossier, command: Command): void {
    expect(by).toBe(BREAKING)
    expect(this.people.get(by)).toMatchObject({
      active: true,
      roles: expect.arrayContaining(['publisher']) as string[],
    })
    expect(['draft', 'in_review']).toContain(before.stage)
    expect(before.retraction).toBeNull()
    expect(command.reason?.trim()).toBeTruthy()
    if (this.embargoUntil !== null) expect(this.now).toBeGreaterThanOrEqual(Date.parse(this.embargoUntil))
    const own = this.touched.size > 0 || this.unreviewed ? this.touched : new Set(before.live?.writers ?? [])
    this.unreviewed = {
      hands: new Set([...own, ...(this.unreviewed?.hands ?? []), by]),
      digest: this.text,
      signed: [],
    }
    this.public = this.text
    this.touched.clear()
    this.signed = []
    this.fastTracked += 1
  }

  /** I2: what goes out has a quorum for exactly this text, of people in office who did not write it. */
  private checkPublication(by: StaffId | 'clock'): void {
    const signed = this.signed.filter(({ digest }) => digest === this.text)
    this.checkQuorum(signed, new Set([...this.touched, ...(this.unreviewed?.hands ?? [])]))
    if (this.embargoUntil !== null) expect(this.now).toBeGreaterThanOrEqual(Date.parse(this.embargoUntil))
    if (by === 'clock') expect(this.now).toBeGreaterThanOrEqual(Date.parse(this.dossier.schedule?.at ?? ''))
    else
      expect(this.people.get(by)).toMatchObject({
        active: true,
        roles: expect.arrayContaining(['publisher']) as string[],
      })
    this.public = this.text
    this.touched.clear()
    this.signed = []
    this.unreviewed = null
    this.publications += 1
  }

  private checkQuorum(signed: readonly { by: string; review: string }[], hands: ReadonlySet<string>): void {
    const reviews = this.policy.length > 0 ? this.policy : [review('desk', 1, ['reviewer'])]
    for (const each of reviews) {
      const signers = new Set(
        signed
          .filter(({ review: name }) => name === each.name)
          .map((signature) => signature.by)
          .filter((id) => {
            const person = this.people.get(id)
            return !hands.has(id) && person?.active === true && each.roles.some((role) => person.roles.includes(role))
          }),
      )
      expect(signers.size).toBeGreaterThanOrEqual(each.needed)
    }
  }

  /** What is live goes; a next revision stays as it is. */
  private checkRemoval(before: Dossier, after: Dossier): void {
    expect(this.public).not.toBeNull()
    if (before.stage !== 'published') {
      const { stage, signOffs, writers, schedule } = before
      expect(after).toMatchObject({ stage, signOffs, writers, schedule })
    }
    this.public = null
  }

  private accept(event: WorkflowEvent | null, dossier: Dossier): void {
    if (event) this.events.push(event)
    else expect(dossier).toEqual(this.dossier)
    this.dossier = dossier
  }

  private refused(status: number, blockers: number): void {
    expect([400, 403, 409, 422]).toContain(status)
    expect(blockers).toBeGreaterThan(0)
  }

  /** At the end of a history; a sound chain is sound as far as any part of it. */
  checkLog(): void {
    expect(this.events.map(({ seq }) => seq)).toEqual(this.events.map((_, at) => at + 1))
    expect(faultInChain(this.events)).toBeNull()
  }

  /** After each step. */
  check(): void {
    expect(fold(this.events)).toEqual(this.dossier)
    expect(this.dossier).toMatchObject({ seq: this.events.length, head: this.events.at(-1)?.hash })
    expect(this.dossier.live?.digest ?? null).toBe(this.public)
    expect(new Set(this.dossier.writers)).toEqual(this.touched)
    expect(unreviewed(this.dossier)?.digest).toBe(this.public === null ? undefined : this.unreviewed?.digest)
    if (this.unreviewed) expect(new Set(this.dossier.fastTracked?.hands)).toEqual(this.unreviewed.hands)
    expect(this.dossier.stage === 'scheduled').toBe(this.dossier.schedule !== null)
    if (this.dossier.stage === 'published') expect(this.dossier.live?.digest).toBe(this.text)
  }
}

function histories(check: (newsroom: Newsroom, one: Step) => void, numRuns: number): Newsroom[] {
  const seen: Newsroom[] = []
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), (steps) => {
      const newsroom = new Newsroom()
      for (const one of steps) {
        newsroom.take(one)
        check(newsroom, one)
      }
      newsroom.checkLog()
      seen.push(newsroom)
    }),
    { numRuns },
  )
  return seen
}

describe('any history of a piece', { timeout: 120_000 }, () => {
  it('keeps the chain, the dossier and what is public true', () => {
    const seen = histories((newsroom) => {
      newsroom.check()
    }, 200)
    // Histories that never publish would prove nothing.
    expect(seen.reduce((sum, { publications }) => sum + publications, 0)).toBeGreaterThan(50)
    expect(seen.some(({ publications }) => publications > 1)).toBe(true)
    expect(seen.reduce((sum, { fastTracked }) => sum + fastTracked, 0)).toBeGreaterThan(50)
    expect(seen.reduce((sum, { reviewedAfterwards }) => sum + reviewedAfterwards, 0)).toBeGreaterThan(20)
    expect(new Set(seen.flatMap(({ events }) => events.map(({ transition: name }) => name)))).toEqual(
      new Set([...TRANSITIONS, 'create', 'touch', 'void']),
    )
  })

  it('options() and transition() agree on every move for everybody', () => {
    histories((newsroom, one) => {
      const by = one.do === 'move' || one.do === 'save' ? one.by : 'bo'
      const context = newsroom.context(by)
      for (const option of options(context)) {
        const digest = option.actsOn === 'live' ? (context.dossier.live?.digest ?? newsroom.text) : newsroom.text
        const [given] = option.reviews ?? []
        const decision = transition(context, {
          transition: option.name,
          digest,
          reason: 'Because.',
          notice: 'To our readers.',
          at: new Date(newsroom.now + 100 * HOUR).toISOString(),
          ...(given === undefined ? {} : { review: given }),
        })
        expect(option.allowed).toBe(decision.ok)
        if (decision.ok) expect(option.to).toBe(decision.dossier.stage)
        else expect(option.blockers).toEqual(decision.blockers)
      }
    }, 50)
  })

  it('any one change to any event of it is found', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
        fc.nat(),
        fc.nat(),
        (steps, which, where) => {
          const newsroom = new Newsroom()
          for (const one of steps) newsroom.take(one)
          const at = which % newsroom.events.length
          const event = newsroom.events[at]
          const fields = Object.keys(event ?? {})
          const field = fields[where % fields.length] ?? 'hash'
          const tampered = newsroom.events.map((each, index) =>
            index === at ? { ...each, [field]: 'tampered' } : each,
          )
          expect(faultInChain(tampered)).toMatch(new RegExp(`^event ${String(at + 1)} `))
          if (at < newsroom.events.length - 1) {
            expect(faultInChain(newsroom.events.filter((_, index) => index !== at))).toBe(
              `event ${String(at + 1)} is missing`,
            )
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
