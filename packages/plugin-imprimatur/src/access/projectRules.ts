import { executeAccess, type PayloadRequest, type Where } from 'payload'
import { idsFor } from '../hardening/adapter/index.ts'
import { actorOf, splitPiece, type DossierRow } from '../store/index.ts'
import { askingTheirs } from './both.ts'
import { canSeeDraft, canSeePiece } from './view.ts'

/** Ids that one query names. */
const AT_ONCE = 500

/** Whose text of a piece a rule is asked about: the newest one, or what readers have. */
type Text = 'newest' | 'public'

/** Those of the dossiers that the asker may know of, by the workflow and by the project's own rule for `read`. */
export async function knownRows<Row extends DossierRow>(
  req: PayloadRequest,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const seesDraft = canSeeDraft(req)
  const [whole, live] = [
    rows.filter(({ state }) => seesDraft(state)),
    rows.filter(({ state }) => !seesDraft(state) && canSeePiece(req)(state)),
  ]
  const known = new Set([
    ...(await allowedByProject(req, 'read', keysOf(whole))),
    ...(await allowedByProject(req, 'read', keysOf(live), 'public')),
  ])
  return rows.filter(({ state }) => known.has(state.piece))
}

/** The same of those whose newest text and history the asker may know of. */
export async function knownDrafts<Row extends DossierRow>(
  req: PayloadRequest,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const whole = rows.filter(({ state }) => canSeeDraft(req)(state))
  const known = await allowedByProject(req, 'read', keysOf(whole))
  return whole.filter(({ state }) => known.has(state.piece))
}

/**
 * Those of the pieces that the project's own rules, and those of other plugins, let the asker read or write; the plugin's are not asked. Nothing is
 * read where they are about no document. The system has no rules.
 *
 * @param pieces their keys
 */
export async function allowedByProject(
  req: PayloadRequest,
  operation: 'read' | 'update',
  pieces: readonly string[],
  text: Text = 'newest',
): Promise<ReadonlySet<string>> {
  if (actorOf(req)?.kind === 'system') return new Set(pieces)
  const byCollection = new Map<string, string[]>()
  for (const piece of pieces) {
    const [slug] = splitPiece(piece)
    byCollection.set(slug, [...(byCollection.get(slug) ?? []), piece])
  }
  const allowed = new Set<string>()
  for (const [slug, keys] of byCollection) {
    const rule = await ruleOf(req, slug, operation)
    if (rule === false) continue
    const found = rule === true ? null : await idsUnder(req, slug, rule, keys, text)
    for (const key of keys) if (!found || found.has(splitPiece(key)[1])) allowed.add(key)
  }
  return allowed
}

/** Whether the project's own rules may hide any piece from the asker that the workflow would show them. */
export async function isNarrowed(req: PayloadRequest, collections: Iterable<string>): Promise<boolean> {
  if (actorOf(req)?.kind === 'system') return false
  for (const slug of collections) if ((await ruleOf(req, slug, 'read')) !== true) return true
  return false
}

async function ruleOf(req: PayloadRequest, slug: string, operation: 'read' | 'update'): Promise<boolean | Where> {
  const rule = req.payload.collections[slug]?.config.access[operation]
  return rule ? askingTheirs(async () => executeAccess({ disableErrors: true, req }, rule)) : false
}

async function idsUnder(
  req: PayloadRequest,
  slug: string,
  rule: Where,
  keys: readonly string[],
  text: Text,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const ids = keys.map((key) => splitPiece(key)[1])
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    for (const id of await find(req, slug, rule, some, text)) found.add(id)
    const left =
      text === 'newest'
        ? await withoutVersions(
            req,
            slug,
            some.filter((id) => !found.has(id)),
          )
        : []
    for (const id of await find(req, slug, rule, left, 'public')) found.add(id)
  }
  return found
}

async function find(
  req: PayloadRequest,
  slug: string,
  rule: Where,
  ids: readonly string[],
  text: Text,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: slug,
    // Payload writes into it.
    where: structuredClone({ and: [{ id: { in: idsFor(req.payload, slug, ids) } }, rule] }),
    depth: 0,
    draft: text === 'newest',
    limit: ids.length,
    overrideAccess: true,
    pagination: false,
    select: {},
    trash: true,
    req,
  })
  return docs.map(({ id }) => String(id))
}

/** What was there before its collection had drafts is in its main row alone. */
async function withoutVersions(req: PayloadRequest, slug: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.findVersions({
    collection: slug,
    where: { and: [{ parent: { in: idsFor(req.payload, slug, ids) } }, { latest: { equals: true } }] },
    select: { parent: true },
    limit: 0,
    pagination: false,
    req,
  })
  const versioned = new Set(docs.map(({ parent }) => String(parent)))
  return ids.filter((id) => !versioned.has(id))
}

function keysOf(rows: readonly DossierRow[]): readonly string[] {
  return rows.map(({ state }) => state.piece)
}
