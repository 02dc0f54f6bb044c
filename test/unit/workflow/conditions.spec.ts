import { describe, expect, it } from 'vitest'
import {
  instant,
  options,
  transition,
  type Actor,
  type Command,
  type Dossier,
  type Facts,
  type TransitionName,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import {
  aBreakingPublisher,
  aDigest,
  aFinding,
  aPerson,
  AHEAD,
  aReview,
  aSignOff,
  aSituation,
  BEFORE,
  frozen,
  LIVE,
  NEXT,
  NOW,
  people,
  whatIsLive,
} from './builders.ts'

const editor = aPerson('edith', 'editor')
const reviewer = aPerson('remy', 'reviewer')
const publisher = aPerson('paula', 'publisher')
const clock: Actor = { kind: 'clock', id: 'clock' }

const approved = { stage: 'approved', signOffs: [aSignOff('rita')] } as const
const scheduled = { ...approved, stage: 'scheduled', schedule: { at: BEFORE, by: 'paula', digest: NEXT } } as const

function judge(actor: Actor, dossier: Partial<Dossier>, command: Partial<Command>, facts: Partial<Facts> = {}) {
  const full: Command = { transition: 'submit', digest: NEXT, ...command }
  return transition(frozen(aSituation(actor, dossier, facts)), full)
}

function refusal(...codes: string[]) {
  return { ok: false, blockers: codes.map((code) => ({ code })) }
}

describe('the digest that a command names', () => {
  const stale = aDigest('9')
  const rows: [TransitionName, Actor, Partial<Dossier>][] = [
    ['submit', editor, { stage: 'draft' }],
    ['recall', editor, { stage: 'in_review' }],
    ['request_changes', reviewer, { stage: 'in_review' }],
    ['sign_off', reviewer, { stage: 'in_review' }],
    ['schedule', publisher, approved],
    ['unschedule', publisher, scheduled],
    ['publish', publisher, approved],
    ['publish', clock, scheduled],
    ['revise', editor, { stage: 'published', live: whatIsLive() }],
    ['withdraw', publisher, { stage: 'draft', live: whatIsLive() }],
    ['retract', publisher, { stage: 'draft', live: whatIsLive() }],
    ['spike', editor, { stage: 'draft' }],
    ['restore', editor, { stage: 'spiked' }],
  ]
  const brought = { reason: 'Because.', notice: 'To our readers.', at: AHEAD }

  it.each(rows)('%s: another digest is stale', (name, actor, dossier) => {
    expect(judge(actor, dossier, { transition: name, digest: stale, ...brought })).toMatchObject({
      status: 409,
      ...refusal('stale_digest'),
    })
  })

  it.each(['withdraw', 'retract'] as const)('%s names what is live, not the next revision', (name) => {
    const dossier = { stage: 'in_review', live: whatIsLive() } as const
    expect(judge(publisher, dossier, { transition: name, digest: NEXT, ...brought })).toMatchObject(
      refusal('stale_digest'),
    )
    expect(judge(publisher, dossier, { transition: name, digest: LIVE, ...brought })).toMatchObject({
      ok: true,
      event: { digest: LIVE },
    })
  })

  it('submit names the next revision, not what is live', () => {
    const dossier = { stage: 'draft', live: whatIsLive() } as const
    expect(judge(editor, dossier, { digest: LIVE })).toMatchObject(refusal('stale_digest'))
    expect(judge(editor, dossier, { digest: NEXT })).toMatchObject({ ok: true, event: { digest: NEXT } })
  })

  it('says which digest it is now', () => {
    const decision = judge(editor, {}, { digest: stale })
    expect(decision.ok ? undefined : decision.blockers[0]?.hint).toContain(NEXT)
  })
})

describe('in the trash', () => {
  const trashed = {
    trashed: true,
    findings: [aFinding('submit')],
    people: people({}),
    embargoUntil: AHEAD,
  }
  const rows: [TransitionName, Actor, Partial<Dossier>][] = [
    ['submit', editor, { stage: 'draft' }],
    ['recall', editor, { stage: 'in_review' }],
    ['request_changes', reviewer, { stage: 'in_review' }],
    ['sign_off', reviewer, { stage: 'in_review', writers: ['remy'] }],
    ['schedule', publisher, approved],
    ['unschedule', publisher, scheduled],
    ['publish', publisher, approved],
    ['publish', clock, scheduled],
    ['revise', editor, { stage: 'withdrawn' }],
    ['spike', editor, { stage: 'draft' }],
    ['restore', editor, { stage: 'spiked' }],
    ['fast_track', aBreakingPublisher('bea'), { stage: 'draft' }],
  ]

  // Neither the reason nor a failing gate, a lacking sign-off, the embargo or four eyes are told before it.
  it.each(rows)('%s is told of the trash, and of no condition', (name, actor, dossier) => {
    const decision = judge(actor, dossier, { transition: name, at: AHEAD }, trashed)
    expect(decision).toMatchObject({ status: 409, ...refusal('wrong_stage') })
    expect(decision).toMatchObject({ blockers: [{ message: 'The piece is in the trash. Take it out first.' }] })
  })

  it.each(rows)('%s is not told of it to whoever has no right to it', (name, _, dossier) => {
    const nobody = aPerson('nora')
    expect(judge(nobody, dossier, { transition: name, at: AHEAD }, trashed)).toMatchObject({
      status: 403,
      ...refusal('forbidden'),
    })
  })

  it('nothing is offered as if it could be done', () => {
    for (const [, actor, dossier] of rows) {
      expect(options(aSituation(actor, dossier, { trashed: true })).filter(({ allowed }) => allowed)).toEqual([])
    }
  })
})

describe('a reason', () => {
  const dossier = { stage: 'in_review', live: whatIsLive() } as const
  const rows: [TransitionName, Actor][] = [
    ['request_changes', reviewer],
    ['withdraw', publisher],
  ]

  it.each(rows)('is asked for by %s', (name, actor) => {
    const digest = name === 'withdraw' ? LIVE : NEXT
    for (const reason of [undefined, '', '   \n\t', '\u00a0']) {
      const decision = judge(actor, dossier, { transition: name, digest, ...(reason === undefined ? {} : { reason }) })
      expect(decision).toMatchObject({ status: 422, ...refusal('reason_required') })
      expect(decision).toMatchObject({ blockers: [{ field: 'reason' }] })
    }
    expect(judge(actor, dossier, { transition: name, digest, reason: ' The date is wrong. ' })).toMatchObject({
      ok: true,
      event: { reason: 'The date is wrong.' },
    })
  })

  it('does not stand in for a public notice', () => {
    const command = { transition: 'retract', digest: LIVE, reason: 'Invented sources.' } as const
    expect(judge(publisher, dossier, command)).toMatchObject({ status: 422, ...refusal('notice_required') })
  })

  it('is not asked for by the others, and kept when given', () => {
    expect(judge(editor, {}, { reason: 'Ready.' })).toMatchObject({ ok: true, event: { reason: 'Ready.' } })
    expect(judge(editor, {}, {})).toMatchObject({
      ok: true,
      event: expect.not.objectContaining({ reason: expect.anything() }),
    })
  })
})

describe('a public notice', () => {
  const dossier = { stage: 'published', live: whatIsLive(), writers: [] } as const
  const facts = { digest: LIVE }

  it.each([undefined, '', ' \n '])('%j is none', (notice) => {
    const command = { transition: 'retract', digest: LIVE, ...(notice === undefined ? {} : { notice }) } as const
    expect(judge(publisher, dossier, command, facts)).toMatchObject({
      status: 422,
      blockers: [{ code: 'notice_required', field: 'notice' }],
    })
  })

  it('is kept with the retraction', () => {
    const command = { transition: 'retract', digest: LIVE, notice: ' The interview never took place. ' } as const
    expect(judge(publisher, dossier, command, facts)).toMatchObject({
      ok: true,
      event: { notice: 'The interview never took place.' },
      dossier: { retraction: { notice: 'The interview never took place.', at: NOW.toISOString() } },
    })
  })

  it('given with any other move stays out of the log', () => {
    const command = { transition: 'withdraw', digest: LIVE, reason: 'A complaint.', notice: 'For readers.' } as const
    const decision = judge(publisher, dossier, command, facts)
    expect(decision.ok && decision.event).not.toHaveProperty('notice')
    expect(decision.ok && decision.dossier.retraction).toBeNull()
  })
})

describe('quality gates', () => {
  const atSubmit = aFinding('submit')
  const atPublish = aFinding('publish', { gate: 'credit_author_public', field: 'credits.0.author' })
  const warning = aFinding('never', { gate: 'excerpt_length', field: 'excerpt' })

  it('that block from submit on block submit and publish', () => {
    const facts = { findings: [atSubmit] }
    const blockers = [
      { code: 'gate_failed', gate: 'headline_present', message: 'Write a headline.', field: 'headline' },
    ]
    expect(judge(editor, {}, {}, facts)).toMatchObject({ ok: false, status: 422, blockers })
    expect(judge(publisher, approved, { transition: 'publish' }, facts)).toMatchObject({
      ok: false,
      status: 422,
      blockers,
    })
    expect(judge(clock, scheduled, { transition: 'publish' }, facts)).toMatchObject({
      ok: false,
      status: 422,
      blockers,
    })
  })

  it('that block publish let submit pass', () => {
    const facts = { findings: [atPublish] }
    expect(judge(editor, {}, {}, facts)).toMatchObject({ ok: true })
    expect(judge(publisher, approved, { transition: 'publish' }, facts)).toMatchObject(refusal('gate_failed'))
  })

  it('that only warn block nothing', () => {
    const facts = { findings: [warning] }
    expect(judge(editor, {}, {}, facts)).toMatchObject({ ok: true })
    expect(judge(publisher, approved, { transition: 'publish' }, facts)).toMatchObject({ ok: true })
  })

  it('are all told at once, in their order, beside other conditions', () => {
    const facts = {
      findings: [atSubmit, warning, atPublish],
      embargoUntil: AHEAD,
      policy: { reviews: [aReview('legal')] },
    }
    const decision = judge(publisher, approved, { transition: 'publish' }, facts)
    expect(decision.ok ? [] : decision.blockers.map(({ code, gate }) => gate ?? code)).toEqual([
      'quorum_missing',
      'embargoed',
      'headline_present',
      'credit_author_public',
    ])
  })

  it.each(['recall', 'spike'] as const)('do not stand in the way of %s', (name) => {
    expect(judge(editor, { stage: 'in_review' }, { transition: name }, { findings: [atSubmit] })).toMatchObject({
      ok: true,
    })
  })

  it('about a field named “at” are told by options() as by transition()', () => {
    const findings = [aFinding('submit', { gate: 'event_date', field: 'at' })]
    const context = aSituation(editor, {}, { findings })
    expect(options(context).find(({ name }) => name === 'submit')).toMatchObject({
      allowed: false,
      blockers: [{ code: 'gate_failed', gate: 'event_date' }],
    })
  })
})

describe('the embargo', () => {
  const minuteBefore = new Date(NOW.getTime() - 60_000).toISOString()
  const minuteAfter = new Date(NOW.getTime() + 60_000).toISOString()

  it.each([
    ['a publisher', publisher, approved],
    ['the clock', clock, scheduled],
  ] as const)('holds %s off until it has passed', (_, actor, dossier) => {
    const publish = { transition: 'publish' } as const
    expect(judge(actor, dossier, publish, { embargoUntil: minuteAfter })).toMatchObject({
      status: 422,
      ok: false,
      blockers: [{ code: 'embargoed', field: 'embargoUntil' }],
    })
    expect(judge(actor, dossier, publish, { embargoUntil: NOW.toISOString() })).toMatchObject({ ok: true })
    expect(judge(actor, dossier, publish, { embargoUntil: minuteBefore })).toMatchObject({ ok: true })
  })

  it('is compared as a time, not as text', () => {
    // 10:59 at UTC+02:00 is 08:59 UTC, a minute ago; 08:01 at UTC-01:00 is 09:01 UTC, a minute ahead.
    const publish = { transition: 'publish' } as const
    expect(judge(publisher, approved, publish, { embargoUntil: '2026-03-02T10:59:00+02:00' })).toMatchObject({
      ok: true,
    })
    expect(judge(publisher, approved, publish, { embargoUntil: '2026-03-02T08:01:00-01:00' })).toMatchObject(
      refusal('embargoed'),
    )
  })

  it.each(['soon', '2026-13-45', 'NaN'])('that cannot be read (%j) lets nothing out', (embargoUntil) => {
    expect(judge(publisher, approved, { transition: 'publish' }, { embargoUntil })).toMatchObject(refusal('embargoed'))
    expect(judge(publisher, approved, { transition: 'schedule', at: AHEAD }, { embargoUntil })).toMatchObject(
      refusal('embargoed'),
    )
  })

  it('does not hold up the work before publication', () => {
    expect(judge(editor, {}, {}, { embargoUntil: minuteAfter })).toMatchObject({ ok: true })
    expect(
      judge(reviewer, { stage: 'in_review' }, { transition: 'sign_off' }, { embargoUntil: minuteAfter }),
    ).toMatchObject({ ok: true })
  })
})

describe('a time of publication', () => {
  const schedule = (at: string | undefined, facts: Partial<Facts> = {}) =>
    judge(publisher, approved, { transition: 'schedule', ...(at === undefined ? {} : { at }) }, facts)

  it.each([
    undefined,
    '',
    'tomorrow',
    '2026-03-03',
    '2026-03-03T06:00:00',
    '2026-03-03 06:00:00Z',
    '03/03/2026 06:00',
    '1772524800000',
    '2026-03-03T06:00:00 Z',
    ' 2026-03-03T06:00:00Z',
    '2026-03-03T06:00:00Z\n',
    '2026-03-03T06:00:00+0100',
    '2026-03-03T25:00:00Z',
    '2026-03-03T06:61:00Z',
    '2026-13-03T06:00:00Z',
    '2026-03-00T06:00:00Z',
    '2026-03-32T06:00:00Z',
    '2026-02-30T06:00:00Z',
    '2027-02-29T06:00:00Z',
    '2026-04-31T06:00:00+02:00',
    '2026-03-03T06:00:00+25:00',
  ])('%j is none', (at) => {
    expect(schedule(at)).toMatchObject({ ok: false, status: 400, blockers: [{ code: 'invalid_value', field: 'at' }] })
  })

  // CONTRACT §3: no right 403, then 409, then what does not fit the piece.
  it.each([undefined, 'tomorrow'])(
    '%j tells neither that there is one nor anything else before right and stage',
    (at) => {
      const command = { transition: 'schedule', ...(at === undefined ? {} : { at }) } as const
      expect(judge(editor, approved, command)).toMatchObject({ status: 403, ...refusal('forbidden') })
      expect(judge(publisher, { stage: 'draft' }, command)).toMatchObject({ status: 409, ...refusal('wrong_stage') })
    },
  )

  it('has to be ahead', () => {
    expect(schedule(NOW.toISOString())).toMatchObject({ status: 422, ...refusal('time_not_ahead') })
    expect(schedule('2026-03-02T08:59:59.999Z')).toMatchObject(refusal('time_not_ahead'))
    expect(schedule('2026-03-02T09:00:00.001Z')).toMatchObject({ ok: true })
    // Nine o'clock UTC is eleven at UTC+02:00.
    expect(schedule('2026-03-02T11:00:00+02:00')).toMatchObject(refusal('time_not_ahead'))
    expect(schedule('2026-03-02T11:01:00+02:00')).toMatchObject({ ok: true })
  })

  it('must not be before the embargo', () => {
    const facts = { embargoUntil: AHEAD }
    expect(schedule('2026-03-03T05:59:59Z', facts)).toMatchObject({
      status: 422,
      blockers: [{ code: 'embargoed', field: 'at' }],
    })
    expect(schedule('2026-03-03T06:00:00Z', facts)).toMatchObject({ ok: true })
    expect(schedule('2026-03-03T06:59:00+01:00', facts)).toMatchObject(refusal('embargoed'))
  })

  it('is kept in UTC, with who set it and for which text', () => {
    expect(schedule('2028-02-29T06:00:00+01:00')).toMatchObject({
      ok: true,
      event: { due: '2028-02-29T05:00:00.000Z' },
      dossier: { stage: 'scheduled', schedule: { at: '2028-02-29T05:00:00.000Z', by: 'paula', digest: NEXT } },
    })
  })

  it('is not set for a text whose sign-offs do not count any more', () => {
    expect(schedule(AHEAD, { people: people({ rita: ['editor'] }) })).toMatchObject({
      status: 422,
      ...refusal('quorum_missing'),
    })
  })
})

describe('instant()', () => {
  it.each([
    // Seconds since 1970: `date -u -d 2026-03-01T05:00:00Z +%s`.
    ['2026-03-01T06:00:00+01:00', 1772341200000],
    ['2026-03-01T05:00Z', 1772341200000],
    ['2026-03-01T05:00:00.250Z', 1772341200250],
    ['2026-02-28T23:30:00-05:30', 1772341200000],
    ['2024-02-29T00:00:00Z', 1709164800000],
  ])('%s', (text, expected) => {
    expect(instant(text)).toBe(expected)
  })
})

describe('the clock', () => {
  const publish = { transition: 'publish' } as const

  it('publishes what is due and records when it was due', () => {
    expect(judge(clock, scheduled, publish)).toMatchObject({
      ok: true,
      event: { actor: 'clock', due: BEFORE, at: NOW.toISOString() },
    })
  })

  it('has no right before the time has come', () => {
    const early = { ...scheduled, schedule: { at: '2026-03-02T09:00:00.001Z', by: 'paula', digest: NEXT } }
    expect(judge(clock, early, publish)).toMatchObject({ status: 403, ...refusal('forbidden') })
    const onTime = { ...scheduled, schedule: { at: NOW.toISOString(), by: 'paula', digest: NEXT } }
    expect(judge(clock, onTime, publish)).toMatchObject({ ok: true })
  })

  it('has no right where nothing is scheduled, signed off as it may be', () => {
    expect(judge(clock, approved, publish)).toMatchObject({ status: 403, ...refusal('forbidden') })
    expect(judge(clock, { ...scheduled, schedule: null }, publish)).toMatchObject(refusal('forbidden'))
  })

  it('publishes the text that was scheduled and no other', () => {
    const other = aDigest('c')
    expect(judge(clock, scheduled, { ...publish, digest: NEXT }, { digest: other })).toMatchObject(
      refusal('stale_digest'),
    )
    expect(judge(clock, scheduled, { ...publish, digest: other }, { digest: other })).toMatchObject({ ok: false })
  })

  it('is stopped by everything that would stop a publisher', () => {
    expect(judge(clock, scheduled, publish, { people: people({}) })).toMatchObject(refusal('quorum_missing'))
    expect(judge(clock, scheduled, publish, { policy: { reviews: [aReview('desk', { needed: 2 })] } })).toMatchObject(
      refusal('quorum_missing'),
    )
    expect(judge(clock, { ...scheduled, signOffs: [] }, publish)).toMatchObject(refusal('quorum_missing'))
  })
})

describe('the order of refusals', () => {
  const everythingWrong: Partial<Facts> = {
    findings: [aFinding('submit')],
    embargoUntil: AHEAD,
    people: new Map(),
  }

  it('without the right nothing else is told', () => {
    const nobody = aPerson('nora')
    const decision = judge(
      nobody,
      { stage: 'spiked' },
      { transition: 'publish', digest: aDigest('9') },
      everythingWrong,
    )
    expect(decision).toEqual({
      ok: false,
      status: 403,
      blockers: [{ code: 'forbidden', message: expect.any(String) as string }],
    })
  })

  it('the message of a missing right does not tell the stage', () => {
    const nobody = aPerson('nora')
    const told = (['draft', 'spiked', 'approved'] as const).map((stage) =>
      judge(nobody, { stage, live: whatIsLive() }, { transition: 'publish' }),
    )
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })

  it('conflicts come before unmet conditions', () => {
    const decision = judge(
      publisher,
      { stage: 'draft' },
      { transition: 'publish', digest: aDigest('9') },
      everythingWrong,
    )
    expect(decision).toMatchObject({ status: 409, ...refusal('wrong_stage', 'stale_digest') })
  })
})

describe('a refusal', () => {
  it('gives neither an event nor a dossier', () => {
    const decision = judge(aPerson('nora'), {}, {})
    expect(Object.keys(decision).toSorted()).toEqual(['blockers', 'ok', 'status'])
  })
})
