import type { PayloadRequest, Where } from 'payload'
import { isNarrowed, knownDrafts } from '../access/index.ts'
import { pageOf } from '../hardening/queries/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { pageOfDossiers, type DossierRow } from '../store/index.ts'

/** Dossiers that are read at once, and at most, where a rule of the project is asked about each. */
const MOST = { atOnce: 500, pages: 20 }

/**
 * `pageOfDossiers()`, of those that the project's own rules let the asker read. Such a rule is about documents, so all that could be meant is read, up to
 * 10,000 dossiers; where no rule narrows anything, only the page is.
 */
export async function pageOfKnown(
  req: PayloadRequest,
  where: Where,
  page: { limit: number; page: number; sort: string },
): Promise<Page> {
  const known = await knownWhereNarrowed(req, where, page.sort)
  return known ? cut(known, page) : pageOfDossiers(req, where, page)
}

/** These pages, one after the other. What could be meant is read once for all of them. */
export async function* pagesOfKnown(
  req: PayloadRequest,
  where: Where,
  { limit, sort }: { limit: number; sort: string },
): AsyncGenerator<Page> {
  const known = await knownWhereNarrowed(req, where, sort)
  for (let page = 1; ; page++) {
    const found = known ? cut(known, { limit, page }) : await pageOfDossiers(req, where, { limit, page, sort })
    yield found
    if (!found.hasNextPage) return
  }
}

type Page = Awaited<ReturnType<typeof pageOfDossiers>>

/** Null where no rule narrows anything. */
async function knownWhereNarrowed(
  req: PayloadRequest,
  where: Where,
  sort: string,
): Promise<readonly DossierRow[] | null> {
  if (!(await isNarrowed(req, runtimeOf(req.payload).collections.keys()))) return null
  const known: DossierRow[] = []
  for (let page = 1; page <= MOST.pages; page++) {
    const { docs, hasNextPage } = await pageOfDossiers(req, where, { limit: MOST.atOnce, page, sort })
    known.push(...(await knownDrafts(req, docs)))
    if (!hasNextPage) break
  }
  return known
}

function cut(known: readonly DossierRow[], { limit, page }: { limit: number; page: number }): Page {
  return { docs: known.slice((page - 1) * limit, page * limit), ...pageOf(known.length, limit, page) }
}
