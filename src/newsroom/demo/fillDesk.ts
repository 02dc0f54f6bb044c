import type { Payload, PayloadRequest } from 'payload'
import { actorOf, assignPiece, newestRevision, executeTransitions, runtimeOf } from 'payload-plugin-imprimatur'
import { textToLexical } from 'payload-plugin-imprimatur/content'
import { drawPicture } from './drawPicture.ts'
import { ARTICLES, AUTHORS, PICTURES, SECTIONS, type DemoArticle } from './deskPieces.ts'
import type { Login } from './staff.ts'

export type As = (login: Login) => PayloadRequest

/** A piece that the demo made. */
export type DeskPiece = { readonly collection: 'articles' | 'authors'; readonly id: string; readonly title: string }

/**
 * Draws the pictures of the demo, outside of any transaction, and keeps those that a start which was cut off has left; ids by name.
 */
export async function hangPictures(payload: Payload): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { alt, caption, name, seed } of PICTURES) {
    const known = await payload.find({
      collection: 'media',
      where: { alt: { equals: alt } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const [there] = known.docs
    if (there) {
      ids.set(name, String(there.id))
      continue
    }
    const data = await drawPicture(seed)
    const made = await payload.create({
      collection: 'media',
      data: { alt, caption, credit: 'Imprimatur', licence: 'CC0-1.0' },
      file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
      depth: 0,
      overrideAccess: true,
    })
    ids.set(name, String(made.id))
  }
  return ids
}

/** Pieces in four sections by four authors, at every stage, all made and moved as the staff would. */
export async function fillDesk(
  as: As,
  pictures: ReadonlyMap<string, string>,
  userIds: ReadonlyMap<Login, string>,
): Promise<readonly DeskPiece[]> {
  const sections = new Map<string, string>()
  for (const name of SECTIONS) sections.set(name, await create(as('editor'), 'sections', { name }))
  const authors: DeskPiece[] = []
  for (const { biography, ...author } of AUTHORS) {
    const id = await create(as('editor'), 'authors', { ...author, biography: textToLexical(biography) })
    const piece: DeskPiece = { collection: 'authors', id, title: author.displayName }
    authors.push(piece)
    for (const [login, transition] of [
      ['editor', 'submit'],
      ['reviewer', 'sign_off'],
      ['publisher', 'publish'],
    ] as const) {
      await move(as(login), piece, { transition })
    }
  }
  const articles: DeskPiece[] = []
  for (const article of ARTICLES) {
    const { by, headline, moves } = article
    const author = authors.find(({ title }) => title === article.author)?.id
    const data = dataOf(article, {
      author,
      picture: pictures.get(article.picture ?? ''),
      section: sections.get(article.section),
    })
    const piece: DeskPiece = { collection: 'articles', id: await create(as(by), 'articles', data), title: headline }
    for (const each of moves) await take(as(each.by), piece, each, userIds)
    articles.push(piece)
  }
  return [...authors, ...articles]
}

function dataOf(
  { body, genre, headline, standfirst }: DemoArticle,
  ids: {
    readonly author: string | undefined
    readonly picture: string | undefined
    readonly section: string | undefined
  },
): Readonly<Record<string, unknown>> {
  return {
    headline,
    standfirst,
    genre,
    body: textToLexical(body),
    section: ids.section,
    credits: [{ author: ids.author, role: 'author' }],
    ...(ids.picture === undefined ? {} : { leadImage: ids.picture }),
  }
}

async function create(
  req: PayloadRequest,
  collection: 'articles' | 'authors' | 'sections',
  data: Readonly<Record<string, unknown>>,
): Promise<string> {
  const made = await req.payload.create({
    collection,
    data,
    draft: true,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return String(made.id)
}

type Step = DemoArticle['moves'][number]

/** One step of a piece: a save, an assignment or a move. */
async function take(
  req: PayloadRequest,
  piece: DeskPiece,
  step: Step,
  userIds: ReadonlyMap<Login, string>,
): Promise<void> {
  const { collection, id } = piece
  if ('save' in step) {
    await req.payload.update({
      collection,
      id,
      data: step.save,
      draft: true,
      depth: 0,
      overrideAccess: false,
      req,
    } as never)
  } else if ('assign' in step) {
    const dueAt = timeIn(req, step.dueInDays, 16)
    const assignees = step.assign.map((login) => userIds.get(login) ?? '')
    await assignPiece(req, collection, id, { assignees, dueAt, priority: step.priority })
  } else {
    await move(req, piece, commandOf(req, step))
  }
}

function commandOf(req: PayloadRequest, step: Extract<Step, { move: string }>): Omit<Command, 'digest'> {
  switch (step.move) {
    case 'schedule':
      return { transition: step.move, at: timeIn(req, step.inDays, step.hour) }
    case 'request_changes':
    case 'withdraw':
      return { transition: step.move, reason: step.reason }
    case 'retract':
      return { transition: step.move, notice: step.notice }
    default:
      return { transition: step.move }
  }
}

/** @returns ISO 8601 in UTC, at the full hour */
function timeIn({ payload }: PayloadRequest, days: number, hour: number): string {
  const at = runtimeOf(payload).now()
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + days, hour)).toISOString()
}

type Command = Parameters<typeof executeTransitions>[2][number]['command']

async function move(
  req: PayloadRequest,
  { collection, id }: DeskPiece,
  command: Omit<Command, 'digest'>,
): Promise<void> {
  const actor = actorOf(req)
  const own = runtimeOf(req.payload).collections.get(collection)
  const revision = own ? await newestRevision(req, own, id) : null
  if (!actor || !revision) throw new Error(`There is nothing to ${command.transition} in ${collection}.`)
  await executeTransitions(req, actor, [{ collection, id, command: { ...command, digest: revision.digest } }])
}
