import type { Endpoint, PayloadRequest } from 'payload'
import { isDigest, unreviewed } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findDossiers, splitPiece, requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { newerThan } from '../hooks/index.ts'
import { wholePiece } from '../operations/index.ts'
import { canSeeDraft, knownRows } from '../access/index.ts'

/** Pieces whose stages one request may ask for. */
const MOST_PIECES = 100

/** What the admin panel asks beside the newsroom's own API; for staff. */
export const adminEndpoints: Endpoint[] = [
  {
    // `?pieces=articles:1,articles:2`: the stages of a whole list at once. Left out: what the asker may not know of.
    path: '/stages',
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      const known = await knownRows(req, await findDossiers(req, { piece: { in: piecesOf(req) } }))
      const whole = canSeeDraft(req)
      const stages = known.map(
        ({ state }) =>
          [
            state.piece,
            {
              stage: whole(state) ? state.stage : 'published',
              live: state.live !== null,
              unreviewed: unreviewed(state) !== null,
            },
          ] as const,
      )
      return Response.json({ stages: Object.fromEntries(stages) })
    },
  },
  {
    // `?piece=articles:1&than=sha256:…`: what was saved since that revision, or null.
    path: '/newer-revision',
    method: 'get',
    handler: (asked) =>
      inSnapshot(asked, async (req) => {
        const [slug, id] = splitPiece(req.searchParams.get('piece') ?? '')
        const than = req.searchParams.get('than')
        await wholePiece(req, slug, id)
        const collection = runtimeOf(req.payload).collections.get(slug)
        if (!collection) throw coded('not_found')
        if (!isDigest(than)) {
          throw coded('invalid_value', { field: 'than', message: 'Name a digest: sha256: and 64 hex digits.' })
        }
        return Response.json({ newer: await newerThan(req, collection, id, than) })
      }),
  },
]

function piecesOf(req: PayloadRequest): readonly string[] {
  const pieces = (req.searchParams.get('pieces') ?? '').split(',').filter((piece) => piece !== '')
  if (pieces.length === 0 || pieces.length > MOST_PIECES) {
    throw coded('invalid_value', {
      field: 'pieces',
      message: `Name 1 to ${String(MOST_PIECES)} pieces as collection:id.`,
    })
  }
  return pieces
}
