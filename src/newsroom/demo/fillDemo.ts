import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import { parsePage, planImport, runImport, type ImportedPiece } from '../../importing/index.ts'
import type { TransitionName } from 'payload-plugin-imprimatur/workflow'
import { ANY_PASSWORD, hashedBefore } from '../../accounts/index.ts'
import { importPorts } from '../import/index.ts'
import { runtimeOf, actorOf, executeTransitions, newestRevision } from 'payload-plugin-imprimatur'
import { fillDesk, hangPictures, type As, type DeskPiece } from './fillDesk.ts'
import { STAFF, type Login } from './staff.ts'

export type DemoResult = {
  /** The staff's password. */
  readonly password: string
  /** Whether it was made up here, so that it has to be told. */
  readonly passwordIsNew: boolean
  readonly pieces: readonly (DeskPiece | ImportedPiece)[]
}

/** Whether nobody works here yet: the sign of an empty database. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs === 0
}

/**
 * Fills an empty newsroom: seven people, a page that comes in through the importer, and with `whole` further pieces at every stage, all
 * of which go through the real workflow. One transaction: a start that is cut off leaves nothing behind but pictures, which
 * the next one uses.
 */
export async function fillDemo(
  payload: Payload,
  demo: { page: string; password: string | undefined; whole?: boolean },
): Promise<DemoResult> {
  const password = demo.password ?? randomBytes(12).toString('base64url')
  const text = await readFile(demo.page)
  // One after the other: whoever waits long for their turn is refused.
  const hashed: Awaited<ReturnType<typeof hashedBefore>>[] = []
  for (const _ of STAFF) hashed.push(await hashedBefore(password))
  const pictures = demo.whole ? await hangPictures(payload) : null
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const staff = await hire(req, password, hashed)
    await nameNewsroom(req)
    const as = await acting(req, staff)
    const ids = new Map([...staff].map(([login, { id }]) => [login, String(id)]))
    const page = await publishPage(as, text, path.basename(demo.page))
    const pieces = pictures ? [...page, ...(await fillDesk(as, pictures, ids))] : page
    await commitTransaction(req)
    return { password, passwordIsNew: demo.password === undefined, pieces }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** @param hashed of `hashedBefore`, one for each of the staff: everybody has a salt of their own */
async function hire(
  req: PayloadRequest,
  password: string,
  hashed: readonly Readonly<Record<string, unknown>>[],
): Promise<ReadonlyMap<Login, TypedUser>> {
  const staff = new Map<Login, TypedUser>()
  for (const [at, [login, role, name]] of STAFF.entries()) {
    const user = await req.payload.create({
      collection: 'users',
      data: { email: `${login}@imprimatur.example`, password, name, roles: [role], active: true },
      context: { ...ANY_PASSWORD, ...hashed[at] },
      depth: 0,
      overrideAccess: true,
      req,
    })
    staff.set(login, { ...user, collection: 'users' })
  }
  return staff
}

async function nameNewsroom(req: PayloadRequest): Promise<void> {
  await req.payload.updateGlobal({
    slug: 'newsroom',
    data: { name: 'Imprimatur Demo', languages: ['en'], timeZone: 'UTC' },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** Requests of the staff, all in the transaction of `req`. */
async function acting(req: PayloadRequest, staff: ReadonlyMap<Login, TypedUser>): Promise<As> {
  const requests = new Map<Login, PayloadRequest>()
  for (const [login, user] of staff) {
    const own = await createLocalReq({ user }, req.payload)
    const transactionID = await req.transactionID
    if (transactionID !== undefined) own.transactionID = transactionID
    requests.set(login, own)
  }
  return (login) => {
    const own = requests.get(login)
    if (!own) throw new Error(`There is no ${login} in the demo.`)
    return own
  }
}

async function publishPage(as: As, text: Uint8Array, file: string): Promise<readonly ImportedPiece[]> {
  const ports = importPorts(as('editor'))
  const { pieces } = await runImport(await planImport(parsePage(text), ports, file), ports)
  const [, ...laterTeasers] = pieces.filter((piece) => piece.collection === 'news-teasers')
  const readers = pieces.filter((piece) => !laterTeasers.includes(piece))
  await move(as('editor'), 'submit', pieces)
  await move(as('reviewer'), 'sign_off', readers)
  await move(as('publisher'), 'publish', readers)
  return pieces
}

/** Moves pieces in one call, as `POST /api/transitions` does. */
async function move(req: PayloadRequest, transition: TransitionName, pieces: readonly ImportedPiece[]): Promise<void> {
  const actor = actorOf(req)
  if (!actor) throw new Error('Nobody is behind this request.')
  const items = []
  for (const { collection, id } of pieces) {
    const own = runtimeOf(req.payload).collections.get(collection)
    const revision = own && id !== null ? await newestRevision(req, own, id) : null
    if (id === null || !revision) throw new Error(`There is nothing to ${transition} in ${collection}.`)
    items.push({ collection, id, command: { transition, digest: revision.digest } })
  }
  await executeTransitions(req, actor, items)
}
