import {
  afterReadTraverseFields,
  createLocalReq,
  type JsonObject,
  type Payload,
  type PayloadRequest,
  type PopulateType,
} from 'payload'
import { LIMITS } from '../domain/comments/index.ts'
import { cleanText } from '../domain/content/index.ts'
import { contributorsOf, type ShownMedia } from '../domain/workflow/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import {
  addComment,
  changeReviewLink,
  commentsOn,
  findDossier,
  newestRevision,
  peopleOf,
  reviewLinkWith,
  splitPiece,
  writeNotifications,
  type DossierRow,
  type ReviewLinkRow,
} from '../store/index.ts'
import { inSnapshot, inTransaction, type Revision } from '../transaction/index.ts'
import { revisionWith } from './difference.ts'
import { isClosed, stateOf } from './reviewLinks.ts'

/** What whoever has a link gets to see. */
export type ShownRevision = {
  readonly collection: string
  /** The document, with what else is in it as far as readers have it. */
  readonly doc: JsonObject
  /** The words that stand with its pictures. The files are readers' once the piece is public. */
  readonly pictures: readonly Pick<ShownMedia, 'alt' | 'caption' | 'credit'>[]
  /** Whom the link is for, and until when, ISO 8601. */
  readonly name: string
  readonly expiresAt: string
}

/** What became of words that somebody sent by a link. */
export type GuestComment = 'sent' | 'empty' | 'too_long' | 'full' | 'no_link'

/** How many comments may come by one link. */
const COMMENTS_PER_LINK = 20

/** `randomBytes(32)` in base64url. */
const TOKEN = /^[\w-]{43}$/

/**
 * The one revision that a link shows, as readers would get it; null, and always the same, for a link that is not there, has ended, or
 * leads to what is not shown any more. That it was opened is written down the first time.
 *
 * @param populate what a page needs of other documents, as Payload's Local API has it
 */
export async function openReviewLink(
  payload: Payload,
  token: string,
  populate: PopulateType = {},
): Promise<ShownRevision | null> {
  const shown = await inSnapshot(await createLocalReq({}, payload), async (req) => {
    const found = await revisionBehind(req, token)
    return found && { ...found, doc: await readForNobody(req, found.collection, found.revision, populate) }
  })
  if (!shown) return null
  const { collection, doc, link, revision } = shown
  if (link.openedAt === null) await noteOpened(payload, link)
  return {
    collection: collection.slug,
    doc,
    pictures: revision.media.map(({ alt, caption, credit }) => ({ alt, caption, credit })),
    name: link.name,
    expiresAt: link.expiresAt,
  }
}

/**
 * Adds a comment on the piece, in the name of whom the link is for, and tells whoever works on it.
 *
 * @param words null for more than was read
 */
export async function commentByLink(payload: Payload, token: string, words: string | null): Promise<GuestComment> {
  const req = await createLocalReq({}, payload)
  // Guesses are not to keep those waiting who write.
  if (!(await inSnapshot(req, (seen) => revisionBehind(seen, token)))) return 'no_link'
  const text = words === null ? null : cleanText(words).trim()
  if (text === '') return 'empty'
  if (text === null || text.length > LIMITS.text) return 'too_long'
  return inTransaction(req, async () => {
    const found = await revisionBehind(req, token)
    if (!found) return 'no_link'
    const { link, row } = found
    const by = guestOf(link)
    const before = await commentsOn(req, link.piece)
    const own = before.filter((each) => each.by === by).length
    if (own >= COMMENTS_PER_LINK || before.length >= LIMITS.perPiece) return 'full'
    const { id } = await addComment(req, {
      piece: link.piece,
      by,
      guest: link.name,
      at: runtimeOf(payload).now().toISOString(),
      text,
      editedAt: null,
      parent: null,
      mentions: [],
      anchor: null,
      suggestion: null,
      resolved: null,
      removed: null,
    })
    const to = [...new Set([...contributorsOf(row.state), row.state.owner, link.by])]
    await writeNotifications(req, row.state, { kind: 'commented', to, actor: by, comment: id })
    return 'sent'
  })
}

/** No account has this id. */
function guestOf({ id }: ReviewLinkRow): string {
  return `guest:${id}`
}

type Found = {
  readonly link: ReviewLinkRow
  readonly row: DossierRow
  readonly collection: WorkflowCollection
  readonly revision: Revision
}

/** Fails closed: whoever made the link has to work here still, and the piece to be neither dropped nor thrown away. */
async function revisionBehind(req: PayloadRequest, token: string): Promise<Found | null> {
  const { collections, now, reviewPage } = runtimeOf(req.payload)
  const link = reviewPage !== null && TOKEN.test(token) ? await reviewLinkWith(req, token) : null
  if (!link || stateOf(link, now()) !== 'open') return null
  if (!(await peopleOf(req, [link.by])).get(link.by)?.active) return null
  const [slug, id] = splitPiece(link.piece)
  const collection = collections.get(slug)
  const row = collection ? await findDossier(req, slug, id) : null
  if (!collection || !row) return null
  const newest = await newestRevision(req, collection, id)
  if (!newest || isClosed(row.state, newest)) return null
  const revision = newest.digest === link.digest ? newest : await revisionWith(req, collection, row, link.digest)
  return revision && { link, row, collection, revision }
}

async function noteOpened(payload: Payload, link: ReviewLinkRow): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => changeReviewLink(req, link.id, { openedAt: runtimeOf(payload).now().toISOString() }))
}

/** What Payload does to a document after it is read, for nobody in particular: hooks, access to fields, documents in place of ids. */
async function readForNobody(
  req: PayloadRequest,
  { slug }: WorkflowCollection,
  { doc }: Revision,
  populate: PopulateType,
): Promise<JsonObject> {
  const config = req.payload.collections[slug]?.config
  if (!config) throw new Error(`There is no collection “${slug}”.`)
  const read = structuredClone(doc) as JsonObject
  const fieldPromises: Promise<void>[] = []
  const populationPromises: Promise<void>[] = []
  afterReadTraverseFields({
    collection: config,
    context: req.context,
    currentDepth: 1,
    depth: 2,
    doc: read,
    draft: false,
    fallbackLocale: null,
    fieldPromises,
    fields: config.fields,
    findMany: false,
    flattenLocales: true,
    global: null,
    locale: null,
    overrideAccess: false,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    populate,
    populationPromises,
    req,
    showHiddenFields: false,
    siblingDoc: read,
  })
  while (fieldPromises.length > 0 || populationPromises.length > 0) {
    const [fields, populations] = [fieldPromises.splice(0), populationPromises.splice(0)]
    await Promise.all(fields)
    await Promise.all(populations)
  }
  return read
}
