import type { PayloadRequest, Where } from 'payload'
import type { Actor, Person } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type User } from '../runtime/index.ts'
import { rememberedEach } from '../transaction/index.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

/**
 * Context for Local API calls behind which is no person: `context: actingAs('import')`. The name stands in the log as
 * `system:import`. Nothing that comes over HTTP can set a context.
 */
export function actingAs(name: string): Readonly<Record<string, unknown>> {
  if (!SYSTEM_NAME.test(name)) throw new TypeError(`“${name}” is no name for a part of the system.`)
  return { imprimaturSystem: name }
}

const SYSTEM_NAME = /^[a-z][a-z0-9-]*$/

/** Who acts on this request: the logged-in member of staff, or the named part of the system. Null: nobody. */
export function actorOf(req: PayloadRequest): Actor | null {
  const { user } = req
  if (user?.collection === runtimeOf(req.payload).users) {
    return { kind: 'person', id: String(user.id), ...personOf(req, user) }
  }
  const system = req.context.imprimaturSystem
  return typeof system === 'string' && SYSTEM_NAME.test(system) ? { kind: 'system', id: `system:${system}` } : null
}

/**
 * The same actor as the database knows them at this moment: roles that a session still carries, or that whoever calls
 * the Local API makes up, are none.
 */
export async function asOfNow(req: PayloadRequest, actor: Actor): Promise<Actor> {
  return asKnown(actor, actor.kind === 'person' ? await peopleOf(req, [actor.id]) : new Map())
}

/** The same actor, with what `people` says about them. */
export function asKnown(actor: Actor, people: ReadonlyMap<string, Person>): Actor {
  if (actor.kind !== 'person') return actor
  const known = people.get(actor.id)
  return { kind: 'person', id: actor.id, ...(known ?? { active: false, roles: [] }) }
}

/**
 * The logged-in member of staff.
 *
 * @throws CodedError `not_authenticated`; `forbidden` for somebody without any role.
 */
export function requireStaff(req: PayloadRequest): Actor & { kind: 'person' } {
  const actor = actorOf(req)
  if (actor?.kind !== 'person' || !actor.active) throw coded('not_authenticated')
  if (actor.roles.length === 0) throw coded('forbidden')
  return actor
}

/** Whether this request comes from an active member of staff. */
export function isStaff(req: PayloadRequest): boolean {
  const actor = actorOf(req)
  return actor?.kind === 'person' && actor.active && actor.roles.length > 0
}

/**
 * What is true of these users now, their names and their other accounts with it; those who are not there any more are
 * missing. Each is read once in a transaction, and again when users were written.
 */
export async function peopleOf(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  return rememberedEach(req, ids, {
    key: (id) => `person ${id}`,
    sources: [`documents:${runtimeOf(req.payload).users}`],
    read: (missing) => readPeople(req, missing),
  })
}

async function readPeople(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const { person, userName, users } = runtimeOf(req.payload)
  const docs = await usersWhere(req, { id: { in: idsFor(req.payload, users, new Set(ids)) } })
  const identities = [...new Set(docs.flatMap((doc) => identityOf(doc, person) ?? []))]
  const kin = person && identities.length > 0 ? await usersWhere(req, { [person]: { in: identities } }) : []
  return new Map(
    docs.map((doc) => {
      const identity = identityOf(doc, person)
      const accounts = kin
        .filter((each) => identity !== null && identityOf(each, person) === identity && each.id !== doc.id)
        .map((each) => each.id)
      const name = doc[userName]
      return [
        doc.id,
        {
          ...personOf(req, doc),
          ...(accounts.length > 0 ? { accounts: accounts.sort() } : {}),
          ...(typeof name === 'string' && name !== '' ? { name } : {}),
        },
      ]
    }),
  )
}

/** The same of all users. */
export async function everybody(req: PayloadRequest): Promise<ReadonlyMap<string, Person>> {
  return peopleOf(
    req,
    (await usersWhere(req, {})).map(({ id }) => id),
  )
}

async function usersWhere(req: PayloadRequest, where: Where): Promise<readonly Stored[]> {
  const { docs } = await req.payload.db.find<Omit<Stored, 'id'> & { id: number | string }>({
    collection: runtimeOf(req.payload).users,
    where,
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}

/** Which human being an account belongs to, by the field that says so; null when nobody has said. */
function identityOf(user: Stored, field: string | null): string | null {
  const value = field === null ? null : user[field]
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

function personOf(req: PayloadRequest, user: User): Person {
  return { active: user.active !== false, roles: runtimeOf(req.payload).rolesOf(user), rights: words(user.rights) }
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
