import type { Endpoint } from 'payload'
import { cleanText, isRecord } from '../domain/content/index.ts'
import { instant, isDigest } from '../domain/workflow/index.ts'
import { coded, type CodedError } from '../errors/index.ts'
import { refuseCondition } from '../hooks/index.ts'
import { makeReviewLink, reviewLinksOf, revokeReviewLink, type ReviewLinkInput } from '../operations/index.ts'
import { requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { bodyOf, idOf, refuseParameters } from './asked.ts'

/** Addresses at which somebody without an account sees one revision of a piece. */
export function reviewLinksOfPiece(slug: string): Endpoint[] {
  return [
    {
      path: '/:id/review-links',
      method: 'get',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        return inSnapshot(req, async (seen) => Response.json(await reviewLinksOf(seen, slug, idOf(req))))
      },
    },
    {
      path: '/:id/review-links',
      method: 'post',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        refuseCondition(req)
        const made = await makeReviewLink(req, slug, idOf(req), inputOf(await bodyOf(req)))
        return Response.json(made, { status: 201 })
      },
    },
    {
      path: '/:id/review-links/:link',
      method: 'delete',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        refuseCondition(req)
        return Response.json({ doc: await revokeReviewLink(req, slug, idOf(req), String(req.routeParams?.link)) })
      },
    },
  ]
}

const NAMES = ['name', 'review', 'expiresAt', 'maySign', 'digest'] as const
const LONGEST_NAME = 120

/** @throws CodedError `invalid_value`, `too_large`, naming the field */
function inputOf(body: unknown): ReviewLinkInput {
  if (!isRecord(body)) throw invalid('', 'This has to be one JSON object.')
  const odd = Object.keys(body).find((name) => !NAMES.some((known) => known === name))
  if (odd !== undefined) throw invalid(odd, 'There is no such value here.')
  const { digest = null, expiresAt, maySign = false, name, review = null } = body
  const ends = typeof expiresAt === 'string' ? instant(expiresAt) : null
  if (ends === null)
    throw invalid(
      'expiresAt',
      'The time has to be an ISO 8601 time with an offset or Z, such as 2026-03-01T06:00:00+01:00.',
    )
  if (review !== null && typeof review !== 'string') throw invalid('review', 'Name the review.')
  if (typeof maySign !== 'boolean') throw invalid('maySign', 'It is true or false.')
  if (digest !== null && !isDigest(digest))
    throw invalid('digest', 'Name the digest of the text that you were looking at: sha256: and 64 hex digits.')
  return { name: nameOf(name), review, expiresAt: new Date(ends).toISOString(), maySign, digest }
}

function nameOf(value: unknown): string {
  if (typeof value !== 'string' || /\p{Surrogate}/u.test(value)) throw invalid('name', 'This has to be text.')
  const name = cleanText(value).replaceAll(/\s+/gu, ' ').trim()
  if (name === '') throw invalid('name', 'Say whom the link is for.')
  if (name.length > LONGEST_NAME)
    throw coded('too_large', { field: 'name', message: `There may be ${String(LONGEST_NAME)} at most.` })
  return name
}

function invalid(field: string, message: string): CodedError {
  return coded('invalid_value', { ...(field === '' ? {} : { field }), message })
}
