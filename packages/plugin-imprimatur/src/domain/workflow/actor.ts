import type { Person } from './policy.ts'
import type { Dossier } from './dossier.ts'
import { ruleOf, type Party, type TransitionName } from './table.ts'

/**
 * Who acts: a logged-in user, the clock for what is due, or a named part of the system (`system:import`), which may
 * make drafts and nothing else. There is no acting without an actor.
 */
export type Actor =
  | ({ readonly kind: 'person'; readonly id: string } & Person)
  | { readonly kind: 'clock'; readonly id: 'clock' }
  | { readonly kind: 'system'; readonly id: `system:${string}` }

export const CLOCK: Actor = { kind: 'clock', id: 'clock' }

/** The part of the system that records what was there before the workflow. */
export const ADOPTER = 'system:adopt'

/** All accounts of whoever acts; the clock and the system have one. */
export function accountsOf(actor: Actor): readonly string[] {
  return actor.kind === 'person' ? [actor.id, ...(actor.accounts ?? [])] : [actor.id]
}

/** What an event says of the actor: the account and, if there are any, the person's other accounts. */
export function signatureOf(actor: Actor): { actor: string; accounts?: readonly string[] } {
  const [id, ...others] = accountsOf(actor)
  return others.length > 0 ? { actor: id ?? actor.id, accounts: others } : { actor: actor.id }
}

/** Whether `actor` may change the content of a piece that `owner` made (undefined: of a new one, their own). */
export function mayWrite(actor: Actor, owner: string | undefined): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'person' || !actor.active) return false
  return (
    actor.roles.includes('editor') ||
    (actor.roles.includes('contributor') && (owner === undefined || owner === actor.id))
  )
}

/** Whether `person` sees every piece at whatever stage: not those who are contributors and nothing else. */
export function maySeeAll(person: Person): boolean {
  return person.active && person.roles.some((role) => role !== 'contributor')
}

/** Whether the user with this id may know what is not public of a piece that `owner` made. */
export function maySeeDraft(id: string, person: Person, owner: string): boolean {
  return maySeeAll(person) || (person.active && person.roles.length > 0 && id === owner)
}

/** Whether the table gives `actor` the right to `name`, whatever the stage. `givesReview` is for `review_giver`. */
export function mayMove(actor: Actor, name: TransitionName, dossier: Dossier, givesReview: boolean): boolean {
  return isOneOf(actor, ruleOf(name).parties, dossier, givesReview)
}

/** Whether `actor` is one of `parties` of a piece. */
export function isOneOf(actor: Actor, parties: readonly Party[], dossier: Dossier, givesReview: boolean): boolean {
  return parties.some((party) => isParty(actor, party, dossier, givesReview))
}

function isParty(actor: Actor, party: Party, dossier: Dossier, givesReview: boolean): boolean {
  if (actor.kind !== 'person') return party === actor.kind
  if (!actor.active) return false
  switch (party) {
    case 'clock':
      return false
    case 'writer':
      return actor.roles.includes('contributor') && dossier.owner === actor.id
    case 'review_giver':
      return givesReview
    case 'editor':
    case 'reviewer':
    case 'publisher':
      return actor.roles.includes(party)
    case 'breaking_publisher':
      return actor.roles.includes('publisher') && actor.rights?.includes('breaking') === true
  }
}
