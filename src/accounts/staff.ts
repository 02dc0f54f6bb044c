import type { FieldAccess, PayloadRequest } from 'payload'

/** What a person may do in the newsroom. Several can be held at once; `admin` means users and settings, no transition. */
export const ROLES = ['contributor', 'editor', 'reviewer', 'publisher', 'admin'] as const

export type Role = (typeof ROLES)[number]

/** Extra rights beside the roles: `breaking` allows to publish first and review afterwards. */
export const RIGHTS = ['breaking'] as const

export type StaffMember = {
  readonly id: string
  readonly roles: readonly string[]
}

/** The active member of staff behind a request, or undefined for readers and for people whose account was closed. */
export function staffMember(req: Pick<PayloadRequest, 'user'>): StaffMember | undefined {
  const user: unknown = req.user
  if (typeof user !== 'object' || user === null || !('id' in user)) return undefined
  if (!('collection' in user) || user.collection !== 'users') return undefined
  if ('active' in user && user.active === false) return undefined
  const roles: unknown = 'roles' in user ? user.roles : undefined
  return {
    id: String(user.id),
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
  }
}

type ByRequest = (args: { req: PayloadRequest }) => boolean

/** Access for every active member of staff. Fits collections, globals and fields. */
export const anyStaff: ByRequest & FieldAccess = ({ req }) => staffMember(req) !== undefined

/** Access for whoever holds one of `roles`. */
export function anyOfRoles(...roles: readonly Role[]): ByRequest & FieldAccess {
  return ({ req }) => {
    const member = staffMember(req)
    return member !== undefined && roles.some((role) => member.roles.includes(role))
  }
}

/** Access for everybody, readers included. */
export const anyone: ByRequest & FieldAccess = () => true

/** Access for nobody: the field is written by the software only. */
export const nobody: ByRequest & FieldAccess = () => false
