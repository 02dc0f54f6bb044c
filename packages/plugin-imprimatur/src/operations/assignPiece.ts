import type { PayloadRequest } from 'payload'
import {
  assign,
  isPriority,
  instant,
  PRIORITIES,
  reviewsFor,
  roleToGive,
  type AssignmentChange,
} from '../domain/workflow/index.ts'
import { coded, refused, type CodedError } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { asKnown, findDossier, peopleOf, requireStaff, saveAssignment } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'
import { notify } from './notify.ts'
import { subjectOf } from './transitionContext.ts'
import { wholePiece } from './transitionsOf.ts'

const NAMES = ['assignees', 'dueAt', 'priority', 'claim'] as const

/** People on one piece at most. */
const MOST_PEOPLE = 20

/**
 * The change that a request's body asks for.
 *
 * @throws CodedError `invalid_value`, naming the field.
 */
export function assignmentChangeOf(body: unknown): AssignmentChange {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw coded('invalid_value', { message: 'The body has to be a JSON object.' })
  }
  const given = body as Record<string, unknown>
  const unknown = Object.keys(given).find((name) => !NAMES.some((known) => known === name))
  if (unknown !== undefined) throw invalid(unknown, `Give one or more of ${NAMES.join(', ')}.`)
  if (Object.keys(given).length === 0) throw invalid(NAMES[0], `Give one or more of ${NAMES.join(', ')}.`)
  const { assignees, claim, dueAt, priority } = given
  if (claim !== undefined && typeof claim !== 'boolean') throw invalid('claim', 'It is true or false.')
  if (claim !== undefined && assignees !== undefined) {
    throw invalid('claim', 'Either claim the piece, or say who works on it.')
  }
  return {
    ...(claim === undefined ? {} : { claim }),
    ...(assignees === undefined ? {} : { assignees: idsIn(assignees) }),
    ...(dueAt === undefined ? {} : { dueAt: dueIn(dueAt) }),
    ...(priority === undefined ? {} : { priority: priorityIn(priority) }),
  }
}

/**
 * Changes who works on a piece, until when, and how urgent it is. Two who claim it at once write the same row, so one of them loses the
 * race and is judged again by what the other one made of it.
 *
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden`, `already_assigned`, `not_assignable`.
 */
export function assignPiece(
  req: PayloadRequest,
  slug: string,
  id: string,
  change: AssignmentChange,
): Promise<DossierView> {
  const asker = requireStaff(req)
  return inTransaction(req, async () => {
    const { collections, now, policy } = runtimeOf(req.payload)
    const { row: known, revision } = await wholePiece(req, slug, id)
    const collection = collections.get(slug)
    const row = await findDossier(req, slug, id)
    if (!collection || !row) throw coded('not_found')
    const people = await peopleOf(req, [asker.id, ...row.assignment.assignees, ...(change.assignees ?? [])])
    const actor = asKnown(asker, people)
    const reviews = reviewsFor(await policy(req), subjectOf(collection, revision.doc))
    const decision = assign(
      {
        actor,
        before: row.assignment,
        dossier: row.state,
        givesReview: reviews.some((review) => actor.kind === 'person' && roleToGive(review, actor) !== undefined),
        people,
        now: now(),
      },
      change,
    )
    if (!decision.ok) throw refused([decision.blocker])
    const { after } = decision
    await saveAssignment(req, row, after)
    const added = after.assignees.filter((each) => !row.assignment.assignees.includes(each))
    if (added.length > 0)
      await notify(req, { kind: 'assigned', piece: { collection: slug, id }, to: added, actor: asker.id })
    return dossierView({ ...known, assignment: after })
  })
}

function idsIn(value: unknown): readonly string[] {
  const ids = Array.isArray(value) ? (value as readonly unknown[]) : null
  if (!ids || ids.length > MOST_PEOPLE || !ids.every((each) => typeof each === 'string' || typeof each === 'number')) {
    throw invalid('assignees', `Give a list of ids of users, at most ${String(MOST_PEOPLE)}.`)
  }
  return [...new Set(ids.map(String))]
}

function dueIn(value: unknown): string | null {
  if (value === null) return null
  const time = typeof value === 'string' ? instant(value) : null
  if (time === null) {
    throw invalid('dueAt', 'Give a time in ISO 8601 with an offset or Z, such as 2026-03-01T06:00:00+01:00, or null.')
  }
  return new Date(time).toISOString()
}

function priorityIn(value: unknown) {
  if (isPriority(value)) return value
  throw invalid('priority', `A priority is one of ${PRIORITIES.join(', ')}.`)
}

function invalid(field: string, message: string): CodedError {
  return coded('invalid_value', { field, message })
}
