import sharp from 'sharp'
import { expect } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import type { BarrierPoint } from '../../packages/plugin-imprimatur/src/index.ts'
import { aBarrierGate, type BarrierGate } from './barrierGate.ts'
import { onServer, openNewsroom, STAFF, type Answer, type Staff, type TestNewsroom } from './openNewsroom.ts'
import { codesOf, pieces } from './pieces.ts'

/** What one of two requests was told: `ok`, or the first code of its refusal. */
type Told = string

/** How a race may end: what each was told, and what is true afterwards. */
export type Outcome = {
  readonly told: readonly [Told, Told]
  readonly stage: string
  /** Headline that readers get; null: nothing. */
  readonly public: string | null
  /** Headline of the newest revision. */
  readonly newest: string
  /** How many events the two added. */
  readonly events: number
  /** How often a list of the staff has it; 0 in the trash. Default 1. */
  readonly listed?: number
}

/** The piece, and the two requests that race for it. */
type Runners = {
  readonly id: string
  readonly requests: readonly [() => Promise<Told>, () => Promise<Told>]
  readonly after?: () => Promise<unknown>
}

export type Race = {
  readonly name: string
  readonly prepare: (track: Track) => Promise<Runners>
  /** Every order in which the table lets the two come, worked out by hand from DESIGN §5. */
  readonly outcomes: readonly Outcome[]
}

/** 08:00, and 08:11 when what was scheduled for 08:10 is due. */
const START = new Date('2026-03-01T08:00:00.000Z')
const DUE = new Date('2026-03-01T08:10:00.000Z')
const AFTER_DUE = new Date('2026-03-01T08:11:00.000Z')
const LATER = '2026-03-02T08:00:00.000Z'

export type TrackClock = { now: Date }

export const aTrackClock = (): TrackClock => ({ now: START })

/** What the races need: a newsroom behind a gate, its clock, and ways to bring a piece to where a race begins. */
export function aTrack(newsroom: TestNewsroom, gate: BarrierGate, clock: TrackClock) {
  const desk = pieces(newsroom)
  const told = (answer: Answer): Told => {
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    return answer.status < 300 ? 'ok' : (codesOf(answer)[0] ?? String(answer.status))
  }

  /** The request for a move, with the digest that stands when the race is prepared. */
  const moving = async (id: string, transition: string, as: Staff, more: object = {}) => {
    const { digest, live } = await desk.transitions('articles', id, as)
    const about = ['withdraw', 'retract'].includes(transition) ? live : digest
    return async (): Promise<Told> => {
      const answer = await newsroom.ask('POST', `/api/articles/${id}/transitions`, {
        as,
        body: { transition, digest: about, ...more },
      })
      // Whoever lost is told what is true now.
      if (answer.status === 409 && codesOf(answer)[0] !== 'conflict') {
        expect(answer.body.errors[0].current).toMatchObject({
          stage: expect.any(String),
          digest: expect.stringMatching(/^sha256:/),
          by: expect.any(String),
          at: expect.any(String),
        })
      }
      return told(answer)
    }
  }
  const asking =
    (method: string, address: string, as: Staff, body?: object, headers: Record<string, string> = {}) =>
    async (): Promise<Told> =>
      told(await newsroom.ask(method, address, { as, headers, ...(body ? { body } : {}) }))

  const piece = async (stage: 'draft' | 'in_review' | 'approved' | 'published', more: object = {}) => {
    clock.now = START
    const id = await desk.anArticle({ headline: 'First', ...more })
    if (stage !== 'draft') await desk.moved('articles', id, 'submit', 'editor')
    if (stage === 'approved' || stage === 'published') await desk.moved('articles', id, 'sign_off', 'reviewer')
    if (stage === 'published') await desk.moved('articles', id, 'publish', 'publisher')
    return id
  }
  /** A published piece whose next revision, “Second”, is approved. */
  const withNext = async () => {
    const id = await piece('published')
    await desk.save('articles', id, { headline: 'Second' })
    return desk.approved('articles', id)
  }
  const dueNow = async () => {
    const id = await piece('approved')
    await desk.moved('articles', id, 'schedule', 'publisher', { at: DUE.toISOString() })
    clock.now = AFTER_DUE
    return id
  }
  const theClock = async (): Promise<Told> => ((await publishDue(newsroom.payload)).published === 1 ? 'ok' : 'nothing')

  const picture = async (): Promise<string> => {
    const bytes = await sharp({
      create: { width: 60, height: 40, channels: 3, background: { r: Math.floor(Math.random() * 256), g: 90, b: 9 } },
    })
      .png()
      .toBuffer()
    const doc = await newsroom.payload.create({
      collection: 'media',
      data: { alt: 'A quay', credit: 'Jane Doe' },
      file: { data: bytes, mimetype: 'image/png', name: `quay-${String(Date.now())}.png`, size: bytes.length },
      overrideAccess: true,
    })
    return String(doc.id)
  }
  return { newsroom, desk, gate, moving, asking, piece, withNext, dueNow, theClock, picture }
}

export type Track = ReturnType<typeof aTrack>

/** A newsroom with a barrier and a clock of its own, to race in. */
export async function openTrack(): Promise<{ track: Track; close: () => Promise<void> }> {
  const gate = aBarrierGate()
  const clock = aTrackClock()
  const newsroom = await openNewsroom({ now: () => clock.now, barrier: gate.barrier })
  return { track: aTrack(newsroom, gate, clock), close: newsroom.close }
}

const address = (id: string, more = '') => `/api/articles/${id}${more}`

export const RACES: readonly Race[] = [
  {
    name: 'two sign-offs of two reviewers',
    prepare: async (track) => {
      const id = await track.piece('in_review')
      return {
        id,
        requests: [await track.moving(id, 'sign_off', 'reviewer'), await track.moving(id, 'sign_off', 'reviewer2')],
      }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'approved', public: null, newest: 'First', events: 1 },
      { told: ['wrong_stage', 'ok'], stage: 'approved', public: null, newest: 'First', events: 1 },
    ],
  },
  {
    name: 'two sign-offs of one reviewer',
    prepare: async (track) => {
      const id = await track.piece('in_review')
      const sign = await track.moving(id, 'sign_off', 'reviewer')
      return { id, requests: [sign, sign] }
    },
    outcomes: [
      { told: ['ok', 'already_signed'], stage: 'approved', public: null, newest: 'First', events: 1 },
      { told: ['already_signed', 'ok'], stage: 'approved', public: null, newest: 'First', events: 1 },
    ],
  },
  {
    name: 'two publications',
    prepare: async (track) => {
      const id = await track.piece('approved')
      const publish = await track.moving(id, 'publish', 'publisher')
      return { id, requests: [publish, publish] }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'published', public: 'First', newest: 'First', events: 1 },
      { told: ['wrong_stage', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  ...['', '?draft=true&autosave=true'].map((query): Race => ({
    name: query === '' ? 'publication and edit' : 'publication and autosave',
    prepare: async (track) => {
      const id = await track.piece('approved')
      return {
        id,
        requests: [
          await track.moving(id, 'publish', 'publisher'),
          track.asking('PATCH', address(id, query), 'editor', { headline: 'Second' }),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'draft', public: 'First', newest: 'Second', events: 2 },
      { told: ['wrong_stage', 'ok'], stage: 'in_review', public: null, newest: 'Second', events: 1 },
    ],
  })),
  {
    name: 'withdrawal and schedule of the next revision',
    prepare: async (track) => {
      const id = await track.withNext()
      return {
        id,
        requests: [
          await track.moving(id, 'withdraw', 'publisher', { reason: 'A complaint.' }),
          await track.moving(id, 'schedule', 'publisher', { at: LATER }),
        ],
      }
    },
    // They act on the two sides of the dossier and do not exclude each other.
    outcomes: [{ told: ['ok', 'ok'], stage: 'scheduled', public: null, newest: 'Second', events: 2 }],
  },
  {
    name: 'withdrawal and publication of the next revision',
    prepare: async (track) => {
      const id = await track.withNext()
      return {
        id,
        requests: [
          await track.moving(id, 'withdraw', 'publisher', { reason: 'A complaint.' }),
          await track.moving(id, 'publish', 'publisher'),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'published', public: 'Second', newest: 'Second', events: 2 },
      { told: ['stale_digest', 'ok'], stage: 'published', public: 'Second', newest: 'Second', events: 1 },
    ],
  },
  {
    name: 'withdrawal and retraction',
    prepare: async (track) => {
      const id = await track.piece('published')
      return {
        id,
        requests: [
          await track.moving(id, 'withdraw', 'publisher', { reason: 'A complaint.' }),
          await track.moving(id, 'retract', 'publisher', { notice: 'It was wrong.' }),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'withdrawn', public: null, newest: 'First', events: 1 },
      { told: ['wrong_stage', 'ok'], stage: 'retracted', public: null, newest: 'First', events: 1 },
    ],
  },
  {
    name: 'the clock and a publication by hand',
    prepare: async (track) => {
      const id = await track.dueNow()
      return { id, requests: [track.theClock, await track.moving(id, 'publish', 'publisher')] }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'published', public: 'First', newest: 'First', events: 1 },
      { told: ['nothing', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  {
    name: 'the clock twice',
    prepare: async (track) => ({ id: await track.dueNow(), requests: [track.theClock, track.theClock] }),
    outcomes: [
      { told: ['ok', 'nothing'], stage: 'published', public: 'First', newest: 'First', events: 1 },
      { told: ['nothing', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  {
    name: 'the clock and an edit',
    prepare: async (track) => {
      const id = await track.dueNow()
      return { id, requests: [track.theClock, track.asking('PATCH', address(id), 'editor', { headline: 'Second' })] }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'draft', public: 'First', newest: 'Second', events: 2 },
      { told: ['nothing', 'ok'], stage: 'in_review', public: null, newest: 'Second', events: 1 },
    ],
  },
  {
    name: 'the clock and its unscheduling',
    prepare: async (track) => {
      const id = await track.dueNow()
      return { id, requests: [track.theClock, await track.moving(id, 'unschedule', 'publisher')] }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'published', public: 'First', newest: 'First', events: 1 },
      { told: ['nothing', 'ok'], stage: 'approved', public: null, newest: 'First', events: 1 },
    ],
  },
  {
    name: 'spike and publication',
    prepare: async (track) => {
      const id = await track.piece('approved')
      return {
        id,
        requests: [await track.moving(id, 'spike', 'editor'), await track.moving(id, 'publish', 'publisher')],
      }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'spiked', public: null, newest: 'First', events: 1 },
      { told: ['wrong_stage', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  {
    name: 'sign-off and edit',
    prepare: async (track) => {
      const id = await track.piece('in_review')
      return {
        id,
        requests: [
          await track.moving(id, 'sign_off', 'reviewer'),
          track.asking('PATCH', address(id), 'editor', { headline: 'Second' }),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'in_review', public: null, newest: 'Second', events: 2 },
      { told: ['stale_digest', 'ok'], stage: 'in_review', public: null, newest: 'Second', events: 0 },
    ],
  },
  {
    name: 'sign-off and restored version',
    prepare: async (track) => {
      const id = await track.piece('draft')
      await track.desk.save('articles', id, { headline: 'Second' })
      const { body } = await track.newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}&limit=9`, {
        as: 'editor',
      })
      const first = body.docs.find((each: { version: { headline: string } }) => each.version.headline === 'First')
      await track.desk.moved('articles', id, 'submit', 'editor')
      return {
        id,
        requests: [
          await track.moving(id, 'sign_off', 'reviewer'),
          track.asking('POST', `/api/articles/versions/${String(first.id)}`, 'editor'),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'in_review', public: null, newest: 'First', events: 2 },
      { told: ['stale_digest', 'ok'], stage: 'in_review', public: null, newest: 'First', events: 0 },
    ],
  },
  {
    name: 'trash and publication',
    prepare: async (track) => {
      const id = await track.piece('approved')
      return {
        id,
        requests: [
          track.asking('PATCH', address(id), 'editor', { deletedAt: START.toISOString() }),
          await track.moving(id, 'publish', 'publisher'),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'wrong_stage'], stage: 'approved', public: null, newest: 'First', events: 0, listed: 0 },
      { told: ['use_transitions', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  {
    name: 'new revision and withdrawal',
    prepare: async (track) => {
      const id = await track.piece('published')
      return {
        id,
        requests: [
          await track.moving(id, 'revise', 'editor'),
          await track.moving(id, 'withdraw', 'publisher', { reason: 'A complaint.' }),
        ],
      }
    },
    outcomes: [{ told: ['ok', 'ok'], stage: 'draft', public: null, newest: 'First', events: 2 }],
  },
  {
    name: 'two saves that name their base',
    prepare: async (track) => {
      const id = await track.piece('draft')
      const { digest } = await track.desk.transitions('articles', id, 'editor')
      const base = { 'if-match': `"${String(digest)}"` }
      return {
        id,
        requests: [
          track.asking('PATCH', address(id), 'editor', { headline: 'Second' }, base),
          track.asking('PATCH', address(id), 'editor2', { headline: 'Third' }, base),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'stale_revision'], stage: 'draft', public: null, newest: 'Second', events: 0 },
      { told: ['stale_revision', 'ok'], stage: 'draft', public: null, newest: 'Third', events: 1 },
    ],
  },
  {
    name: 'two saves that name none',
    prepare: async (track) => {
      const id = await track.piece('draft')
      return {
        id,
        requests: [
          track.asking('PATCH', address(id), 'editor', { headline: 'Second' }),
          track.asking('PATCH', address(id), 'editor2', { headline: 'Third' }),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'ok'], stage: 'draft', public: null, newest: 'Second', events: 1 },
      { told: ['ok', 'ok'], stage: 'draft', public: null, newest: 'Third', events: 1 },
    ],
  },
  {
    name: 'a picture’s text and the sign-off of what shows it',
    prepare: async (track) => {
      const media = await track.picture()
      const id = await track.piece('in_review', { leadImage: media })
      return {
        id,
        requests: [
          track.asking('PATCH', `/api/media/${media}`, 'editor', { alt: 'A quay at night' }),
          await track.moving(id, 'sign_off', 'reviewer'),
        ],
      }
    },
    outcomes: [
      { told: ['ok', 'stale_digest'], stage: 'in_review', public: null, newest: 'First', events: 0 },
      { told: ['media_in_use', 'ok'], stage: 'approved', public: null, newest: 'First', events: 1 },
    ],
  },
  {
    name: 'a picture’s text and the publication of what shows it',
    prepare: async (track) => {
      const media = await track.picture()
      const id = await track.piece('approved', { leadImage: media })
      return {
        id,
        requests: [
          track.asking('PATCH', `/api/media/${media}`, 'editor', { alt: 'A quay at night' }),
          await track.moving(id, 'publish', 'publisher'),
        ],
      }
    },
    outcomes: [{ told: ['media_in_use', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 }],
  },
  {
    name: 'the reviewer’s leaving and the publication of what they signed',
    prepare: async (track) => {
      const id = await track.piece('approved')
      const reviewer = (roles: string[]) =>
        track.asking('PATCH', `/api/users/${track.newsroom.userIds.reviewer}`, 'admin', { roles })
      return {
        id,
        requests: [reviewer(['contributor']), await track.moving(id, 'publish', 'publisher')],
        after: reviewer(['reviewer']),
      }
    },
    outcomes: [
      { told: ['ok', 'quorum_missing'], stage: 'approved', public: null, newest: 'First', events: 0 },
      { told: ['ok', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
  {
    name: 'a stricter policy and a publication',
    prepare: async (track) => {
      const id = await track.piece('approved')
      const needed = (count: number) =>
        track.asking('POST', '/api/globals/newsroom', 'admin', {
          workflow: { reviews: [{ name: 'desk', needed: count, roles: ['reviewer'] }] },
        })
      return {
        id,
        requests: [needed(2), await track.moving(id, 'publish', 'publisher')],
        after: needed(1),
      }
    },
    outcomes: [
      { told: ['ok', 'quorum_missing'], stage: 'approved', public: null, newest: 'First', events: 0 },
      { told: ['ok', 'ok'], stage: 'published', public: 'First', newest: 'First', events: 1 },
    ],
  },
]

/**
 * Runs one round of `race`: prepares a piece, lets both requests meet at `point`, and holds what they were told and what
 * is true afterwards against the outcomes.
 */
export async function runRound(track: Track, race: Race, point: BarrierPoint, turns: readonly number[]): Promise<void> {
  const { desk, gate, newsroom } = track
  const { id, requests, after } = await race.prepare(track)
  const before = await desk.dossier('articles', id)
  const told = await gate.together(point, turns, requests)
  const seen = await outcomeOf(track, id, before.seq)
  expect(
    race.outcomes.map((outcome) => ({ listed: 1, ...outcome })),
    `${race.name}, ${point}, ${turns.join()}`,
  ).toContainEqual({ told, ...seen })
  await after?.()
  if (seen.listed === 1) await newsroom.ask('DELETE', address(id), { as: 'editor' })
}

async function outcomeOf({ desk, newsroom }: Track, id: string, seq: number): Promise<Omit<Outcome, 'told'>> {
  const dossier = await desk.dossier('articles', id)
  const reader = await newsroom.ask('GET', `/api/articles?where[id][equals]=${id}`)
  const byId = await newsroom.ask('GET', address(id))
  expect(reader.body.docs.length).toBe(byId.status === 200 ? 1 : 0)
  const list = await newsroom.ask('GET', `/api/articles?draft=true&where[id][equals]=${id}`, { as: 'editor' })
  expect(list.body.docs.length).toBe(list.body.totalDocs)
  const newest = list.body.docs[0] ?? (await inTrash(newsroom, id))
  return {
    stage: dossier.stage,
    public: byId.status === 200 ? byId.body.headline : null,
    newest: newest.headline,
    events: dossier.seq - seq,
    listed: list.body.totalDocs,
  }
}

async function inTrash(newsroom: TestNewsroom, id: string) {
  const { body } = await newsroom.ask('GET', `/api/articles?draft=true&trash=true&where[id][equals]=${id}`, {
    as: 'editor',
  })
  return body.docs[0]
}

/**
 * Runs `rounds` of one race, every order and, where the database lets several transactions run at once, every point of
 * meeting in turn; then audits everything. Says in how many rounds both stood at the barrier together.
 */
export async function runRace(track: Track, race: Race, rounds: number): Promise<{ met: number }> {
  const points: readonly BarrierPoint[] = onServer() ? ['judged', 'begin'] : ['begin']
  // A login is a transaction too, and would stand at the barrier.
  for (const as of STAFF) await track.newsroom.ask('GET', '/api/users/me', { as })
  const metBefore = track.gate.met()
  for (let round = 0; round < rounds; round++) {
    const point = points[Math.floor(round / 2) % points.length] ?? 'begin'
    await runRound(track, race, point, round % 2 === 0 ? [0, 1] : [1, 0])
  }
  expect((await audit(track.newsroom.payload)).offences).toEqual([])
  return { met: track.gate.met() - metBefore }
}
