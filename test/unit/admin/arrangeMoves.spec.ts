import { describe, expect, it } from 'vitest'
import { arrangeMoves } from '../../../packages/plugin-imprimatur/src/admin/arrangeMoves.ts'
import { questionOf } from '../../../packages/plugin-imprimatur/src/admin/moveTexts.ts'
import {
  blocker,
  type ErrorCode,
  type Option,
  type TransitionName,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const aMove = (name: TransitionName, ...codes: readonly ErrorCode[]): Option => ({
  name,
  label: name,
  to: 'draft',
  actsOn: 'revision',
  allowed: codes.length === 0,
  blockers: codes.map((code) => blocker(code)),
  needs: [],
})
const names = (moves: readonly Option[]) => moves.map((move) => move.name)

describe('arrangeMoves', () => {
  it('leads with what takes the piece furthest, wherever it stands in the list', () => {
    const moves = arrangeMoves([aMove('request_changes'), aMove('sign_off'), aMove('publish')])
    expect(moves.leading?.name).toBe('publish')
    expect(names(moves.others)).toEqual(['request_changes', 'sign_off'])
  })

  it('never leads with what takes something away', () => {
    expect(arrangeMoves([aMove('spike'), aMove('withdraw'), aMove('retract')]).leading).toBeNull()
  })

  it('does not lead with a move that is refused', () => {
    const moves = arrangeMoves([aMove('publish', 'quorum_missing'), aMove('request_changes')])
    expect(moves.leading).toBeNull()
    expect(names(moves.held)).toEqual(['publish'])
  })

  it('parts what can be put right from what is of another stage and what is for others', () => {
    const moves = arrangeMoves([
      aMove('submit', 'gate_failed', 'gate_failed'),
      aMove('sign_off', 'four_eyes'),
      aMove('restore', 'wrong_stage'),
      aMove('publish', 'forbidden'),
    ])
    expect(names(moves.held)).toEqual(['submit', 'sign_off'])
    expect(names(moves.otherStage)).toEqual(['restore'])
    expect(names(moves.otherHands)).toEqual(['publish'])
    expect([moves.leading, moves.others]).toEqual([null, []])
  })

  it('counts a move that is of another stage as that, whatever else is in its way', () => {
    const moves = arrangeMoves([aMove('sign_off', 'already_signed', 'wrong_stage')])
    expect([names(moves.held), names(moves.otherStage)]).toEqual([[], ['sign_off']])
  })
})

describe('questionOf', () => {
  it.each([
    'publish',
    'sign_off',
    'schedule',
    'withdraw',
    'retract',
    'spike',
    'request_changes',
    'fast_track',
  ] as const)('asks before “%s”', (name) => {
    expect(questionOf({ name, actsOn: 'revision' })).not.toBeNull()
  })

  it('says of a sign-off after a fast_track that readers have the text already', () => {
    expect(questionOf({ name: 'sign_off', actsOn: 'live' })).toBe('questions:sign_off_live')
    expect(questionOf({ name: 'sign_off', actsOn: 'revision' })).toBe('questions:sign_off')
  })

  it.each(['submit', 'recall', 'unschedule', 'revise', 'restore'] as const)('does not ask before “%s”', (name) => {
    expect(questionOf({ name, actsOn: 'revision' })).toBeNull()
  })
})
