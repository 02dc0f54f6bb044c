import type { Endpoint } from 'payload'
import { isRecord } from '../domain/content/index.ts'
import { isDigest } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { refuseCondition } from '../hooks/index.ts'
import { letStand, letStandNoMore, styleOf } from '../operations/index.ts'
import { requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { bodyOf, idOf, refuseParameters } from './asked.ts'

type Passage = Parameters<typeof letStand>[3]

/** The house style in one piece, at its address. */
export function styleOfPiece(slug: string): Endpoint[] {
  return [
    {
      path: '/:id/style',
      method: 'get',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        return inSnapshot(req, async (seen) => Response.json(await styleOf(seen, slug, idOf(req))))
      },
    },
    {
      path: '/:id/style/exceptions',
      method: 'post',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        refuseCondition(req)
        return Response.json(await letStand(req, slug, idOf(req), passageOf(await bodyOf(req))))
      },
    },
    {
      path: '/:id/style/exceptions/:exception',
      method: 'delete',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        refuseCondition(req)
        return Response.json(await letStandNoMore(req, slug, idOf(req), String(req.routeParams?.['exception'])))
      },
    },
  ]
}

const NAMES: readonly string[] = ['digest', 'rule', 'path', 'start']

/** @throws CodedError `invalid_value`, naming the field */
function passageOf(body: unknown): Passage {
  if (!isRecord(body)) throw coded('invalid_value', { message: 'This has to be one JSON object.' })
  const odd = Object.keys(body).find((name) => !NAMES.includes(name))
  if (odd !== undefined) throw coded('invalid_value', { field: odd, message: 'There is no such value here.' })
  const { digest, path, rule, start } = body
  if (!isDigest(digest))
    throw coded('invalid_value', { field: 'digest', message: 'Name a digest: sha256: and 64 hex digits.' })
  if (typeof rule !== 'string') throw coded('invalid_value', { field: 'rule', message: 'Name the rule by its id.' })
  if (typeof path !== 'string' || path.length > 500)
    throw coded('invalid_value', { field: 'path', message: 'Name the passage by its path.' })
  if (typeof start !== 'number' || !Number.isInteger(start) || start < 0)
    throw coded('invalid_value', { field: 'start', message: 'Say where the words begin, as a whole number.' })
  return { digest, rule, path, start }
}
