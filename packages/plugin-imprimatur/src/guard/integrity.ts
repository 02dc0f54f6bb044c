import { faultInHistory, fold, type Dossier, type WorkflowEvent } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import {
  eventsOf,
  isPublicRow,
  readDossier,
  readMainRevision,
  readNewestRevision,
  splitPiece,
  type DossierRow,
} from '../store/index.ts'
import type { InPayload, Revision } from '../transaction/index.ts'

/**
 * What is wrong with one piece (`collection:id`), as sentences; none when all of it holds: its events, its dossier as their
 * fold, what readers get as what was signed off, and its newest revision as the one that was recorded.
 *
 * The write path asks before each commit, the audit for every piece there is. All of it is read from the database, whatever is remembered in
 * the transaction.
 */
export async function problemsIn(req: InPayload, piece: string): Promise<readonly string[]> {
  const [slug, id] = splitPiece(piece)
  return problemsOf(req, piece, await readDossier(req, slug, id), await eventsOf(req, piece))
}

/** The same, of a piece whose dossier and events were just read from the database. */
export async function problemsOf(
  req: InPayload,
  piece: string,
  row: DossierRow | null,
  chain: readonly WorkflowEvent[],
): Promise<readonly string[]> {
  const [slug, id] = splitPiece(piece)
  const broken = faultInHistory(chain)
  if (broken) return [`its events do not hold: ${broken}`]
  const folded = chain.length > 0 ? fold(chain) : null
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) return row ? ['its collection is not under the workflow any more'] : []
  const main = await readMainRevision(req, collection, id)
  if (!row) return faultsWithoutDossier(folded, main)
  if (!folded) return ['there are no events']
  return [
    ...faultsInState(folded, row),
    ...faultsInContent(row, main, main && (await readNewestRevision(req, collection, id))),
  ]
}

/** A piece that is gone may have gone only when readers did not have it at the end. */
function faultsWithoutDossier(folded: Dossier | null, main: Revision | null): readonly string[] {
  if (main && isPublicRow(main.doc)) return ['it is public, and has no dossier']
  if (folded?.live) return ['it was public, and its dossier is gone']
  return folded && main ? ['its dossier is gone'] : []
}

function faultsInState(folded: Dossier, { state }: DossierRow): readonly string[] {
  const names = Object.keys(folded) as (keyof Dossier)[]
  const differing = names.filter((name) => stable(folded[name]) !== stable(state[name]))
  return differing.length > 0 ? [`the dossier does not follow from its events: ${differing.join(', ')}`] : []
}

/** JSON with sorted keys: databases give objects back in an order of their own. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

function faultsInContent(row: DossierRow, main: Revision | null, newest: Revision | null): readonly string[] {
  if (!main || !newest) return ['the piece itself is missing']
  const faults: string[] = []
  const { live } = row.state
  const isPublic = isPublicRow(main.doc)
  if (live && !isPublic) faults.push('its dossier says that it is public, and it is not')
  if (!live && isPublic) faults.push('it is public, and its dossier does not know of it')
  if (live && isPublic && main.digest !== live.digest) {
    faults.push(`what is public (${main.digest}) is not what was signed off (${live.digest})`)
  }
  if (live && isPublic && main.doc.deletedAt) faults.push('it is public and in the trash')
  if (newest.digest !== row.digest) faults.push('its newest revision was changed past the workflow')
  return faults
}
