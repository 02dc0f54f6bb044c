import { randomUUID } from 'node:crypto'
import {
  createLocalReq,
  type CollectionAfterDeleteHook,
  type CollectionConfig,
  type Endpoint,
  type Payload,
  type PayloadRequest,
  type Plugin,
  type Where,
} from 'payload'
import {
  coded,
  entriesOf,
  inTransaction,
  requireStaff,
  refuseCondition,
  runtimeOf,
  wholePiece,
} from 'payload-plugin-imprimatur'
import { pieceKey } from 'payload-plugin-imprimatur/workflow'
import { readPreviewToken, signPreviewToken } from './previewToken.ts'

export const PREVIEW_TOKENS = 'preview-tokens'

/** How long a token lasts, in milliseconds. */
const LASTS_MS = 60 * 60_000

type Row = { readonly id: number | string; readonly piece: string; readonly maker: string }

/**
 * Tokens by which a front end without a login reads the newest draft of one piece. Each is signed, and has a row: without it, or when whoever made it
 * may not see the draft any more, it is of no use.
 *
 * @param collections slugs of the pieces that have them
 */
export function previewTokens(collections: readonly string[]): Plugin {
  return (config) => ({
    ...config,
    collections: (config.collections ?? []).map((each) =>
      collections.includes(each.slug)
        ? {
            ...each,
            admin: withMenu(each.admin),
            endpoints: [...(each.endpoints || []), ...endpointsOf(each.slug)],
            hooks: { ...each.hooks, afterDelete: [...(each.hooks?.afterDelete ?? []), forgetTokens(each.slug)] },
          }
        : each,
    ),
  })
}

/** In the panel: where addresses with a token are copied. */
function withMenu(admin: CollectionConfig['admin']): NonNullable<CollectionConfig['admin']> {
  const { components } = admin ?? {}
  const editMenuItems = [...(components?.edit?.editMenuItems ?? []), '/src/newsroom/admin/index.ts#PreviewTokenItems']
  return { ...admin, components: { ...components, edit: { ...components?.edit, editMenuItems } } }
}

function endpointsOf(slug: string): Endpoint[] {
  return [
    {
      // → 201 `{token, expiresAt}`
      path: '/:id/preview-token',
      method: 'post',
      handler: async (req) => {
        refuseWhatIsNotKnown(req)
        const answer = await issue(req, slug, String(req.routeParams?.id))
        return Response.json(answer, { status: 201, headers: PRIVATE })
      },
    },
    {
      // → `{revoked}`: how many of one's own
      path: '/:id/preview-token',
      method: 'delete',
      handler: async (req) => {
        refuseWhatIsNotKnown(req)
        const revoked = await revoke(req, slug, String(req.routeParams?.id))
        return Response.json({ revoked }, { headers: PRIVATE })
      },
    },
  ]
}

const PRIVATE = { 'cache-control': 'private, no-store' }

function refuseWhatIsNotKnown(req: PayloadRequest): void {
  requireStaff(req)
  refuseCondition(req)
  for (const name of req.searchParams.keys()) throw coded('unknown_parameter', { field: name })
}

async function issue(req: PayloadRequest, slug: string, id: string): Promise<{ token: string; expiresAt: string }> {
  const { payload } = req
  const maker = requireStaff(req).id
  const now = runtimeOf(payload).now()
  const expiresAt = new Date(now.getTime() + LASTS_MS)
  const piece = pieceKey(slug, id)
  const row = randomUUID()
  await inTransaction(req, async () => {
    await wholePiece(req, slug, id)
    await forget(req, { expiresAt: { less_than: now.toISOString() } })
    const data = { row, piece, maker, expiresAt: expiresAt.toISOString() }
    await payload.db.create({ collection: PREVIEW_TOKENS, data, req })
  })
  return { token: await signPreviewToken(payload, { piece, row }, expiresAt), expiresAt: expiresAt.toISOString() }
}

async function revoke(req: PayloadRequest, slug: string, id: string): Promise<number> {
  const maker = requireStaff(req).id
  return inTransaction(req, async () => {
    await wholePiece(req, slug, id)
    const where: Where = { and: [{ piece: { equals: pieceKey(slug, id) } }, { maker: { equals: maker } }] }
    const { totalDocs } = await req.payload.db.count({ collection: PREVIEW_TOKENS, where, req })
    await forget(req, where)
    return totalDocs
  })
}

const forgetTokens =
  (slug: string): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    await forget(req, { piece: { equals: pieceKey(slug, String(id)) } })
  }

async function forget(req: PayloadRequest, where: Where): Promise<void> {
  await req.payload.db.deleteMany({ collection: PREVIEW_TOKENS, where, req })
}

/** Whether a token opens the draft of a piece at this moment. */
export async function opensDraft(payload: Payload, slug: string, id: string, token: string): Promise<boolean> {
  const { now, users } = runtimeOf(payload)
  const claims = await readPreviewToken(payload, token, now())
  if (claims?.piece !== pieceKey(slug, id)) return false
  const row = await payload.db.findOne<Row>({
    collection: PREVIEW_TOKENS,
    where: { and: [{ row: { equals: claims.row } }, { piece: { equals: claims.piece } }] },
  })
  if (row === null) return false
  const maker = await payload.findByID({
    collection: users,
    id: row.maker,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return maker !== null && maySeeDraft(payload, { ...(maker as object), collection: users }, slug, id)
}

/** As they are now: an account that was closed, or lost its roles, opens nothing. */
async function maySeeDraft(payload: Payload, user: object, slug: string, id: string): Promise<boolean> {
  const req = await createLocalReq({ user: user as NonNullable<PayloadRequest['user']> }, payload)
  try {
    await wholePiece(req, slug, id)
    return true
  } catch (error) {
    if (entriesOf(error) === null) throw error
    return false
  }
}
