import type { BaseFilter, CollectionConfig, PayloadRequest, Where } from 'payload'
import { isStage, type Stage } from '../domain/workflow/index.ts'
import { idsAtStage } from '../store/index.ts'

/** Pieces that a list is narrowed to at most: SQLite takes 32,766 values in one query, and the list asks twice with each. */
const MOST = 10_000

/** The list of the collection takes `stage=` in its address; of a stage with more than 10,000 pieces, those that came to it last. */
export function withStageFilter(collection: CollectionConfig): CollectionConfig {
  const { admin = {}, slug } = collection
  const own = admin.baseFilter
  const baseFilter: BaseFilter = async (args) => {
    const stage: unknown = args.req.query['stage']
    const filters = [await own?.(args), isStage(stage) ? await atStage(args.req, slug, stage) : null]
    const given = filters.filter((each): each is Where => Boolean(each))
    return given.length > 1 ? { and: given } : (given[0] ?? null)
  }
  return { ...collection, admin: { ...admin, baseFilter } }
}

async function atStage(req: PayloadRequest, slug: string, stage: Stage): Promise<Where> {
  const ids = await idsAtStage(req, slug, stage, MOST)
  return ids.length > 0 ? { id: { in: ids } } : { id: { exists: false } }
}
