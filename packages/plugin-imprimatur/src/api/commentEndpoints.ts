import type { Endpoint } from 'payload'
import { refuseCondition } from '../hooks/index.ts'
import {
  comment,
  commentsOf,
  editComment,
  leaveSuggestion,
  removeComment,
  takeSuggestion,
} from '../operations/index.ts'
import { requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { bodyOf, idOf, refuseParameters } from './asked.ts'
import { commentChangeOf, newCommentOf, refuseValues, takingOf } from './commentInput.ts'

/** Comments on one piece, at its address. */
export function commentsOfPiece(slug: string): Endpoint[] {
  return [
    {
      path: '/:id/comments',
      method: 'get',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        return inSnapshot(req, async (seen) => Response.json(await commentsOf(seen, slug, idOf(req))))
      },
    },
    {
      path: '/:id/comments',
      method: 'post',
      handler: async (req) => {
        requireStaff(req)
        refuseParameters(req)
        refuseCondition(req)
        const doc = await comment(req, slug, idOf(req), newCommentOf(await bodyOf(req)))
        return Response.json({ doc }, { status: 201 })
      },
    },
  ]
}

/** One comment, at the address of their collection. */
export const commentEndpoints: Endpoint[] = [
  {
    path: '/:id',
    method: 'patch',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      refuseCondition(req)
      return Response.json({ doc: await editComment(req, idOf(req), commentChangeOf(await bodyOf(req))) })
    },
  },
  {
    path: '/:id',
    method: 'delete',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      refuseCondition(req)
      return Response.json({ doc: await removeComment(req, idOf(req)) })
    },
  },
  {
    path: '/:id/take',
    method: 'post',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      return Response.json({ doc: await takeSuggestion(req, idOf(req), takingOf(await bodyOf(req))) })
    },
  },
  {
    path: '/:id/leave',
    method: 'post',
    handler: async (req) => {
      requireStaff(req)
      refuseParameters(req)
      refuseCondition(req)
      refuseValues(await bodyOf(req))
      return Response.json({ doc: await leaveSuggestion(req, idOf(req)) })
    },
  },
]
