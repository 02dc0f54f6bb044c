import type { PayloadRequest } from 'payload'
import type { Actor, Person } from '../../workflow/index.ts'
import { coded } from '../errors/CodedError.ts'
import { newsroom } from './context.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

/**
 * Context for Local API calls behind which is no person: `context: actingAs('import')`. The name stands in the log as
 * `system:import`. Nothing that comes over HTTP can set a context.
 */
export function actingAs(name: string): Readonly<Record<string, unknown>> {
  return { imprimaturSystem: name }
}

/** Who acts on this request: the logged-in member of staff, or the named part of the system. Null: nobody. */
export function actorOf(req: PayloadRequest): Actor | null {
  const { user } = req
  if (user?.collection === newsroom(req.payload).users) {
    return { kind: 'person', id: String(user.id), ...personOf(user) }
  }
  const system = req.context.imprimaturSystem
  return typeof system === 'string' ? { kind: 'system', id: `system:${system}` } : null
}

/**
 * The logged-in member of staff.
 *
 * @throws CodedError `not_authenticated`; `forbidden` for somebody without any role.
 */
export function staffOf(req: PayloadRequest): Actor & { kind: 'person' } {
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

/** What is true of these users now; those who are not there any more are missing. */
export async function peopleOf(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Stored>({
    collection: newsroom(req.payload).users,
    where: { id: { in: [...new Set(ids)] } },
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map((doc) => [doc.id, personOf(doc)]))
}

function personOf(user: Readonly<Record<string, unknown>>): Person {
  const roles = user.roles
  return { active: user.active !== false, roles: Array.isArray(roles) ? roles.map(String) : [] }
}
