import type { Actor } from './actor.ts'
import type { Digest } from './digest.ts'
import type { Dossier } from './dossier.ts'
import type { Finding } from './gates.ts'
import type { Person, Policy, PolicySubject } from './policy.ts'
import type { TransitionName } from './table.ts'

export type Command = {
  readonly transition: TransitionName
  /**
   * What the asker was looking at: the live digest for `withdraw`, `retract` and the sign-off of what a `fast_track`
   * made public, else the newest revision's.
   */
  readonly digest: Digest
  readonly review?: string
  readonly reason?: string
  readonly notice?: string
  /** ISO 8601 with an offset or `Z`, for `schedule`. */
  readonly at?: string
}

/** What is true when the command is judged. All of it is read inside the transaction that acts on it. */
export type Facts = {
  /** Digest of the newest revision, computed from what is stored. */
  readonly digest: Digest
  readonly subject: PolicySubject
  /** The same of what is live, when that was fast-tracked and waits for its review; default {@link subject}. */
  readonly liveSubject?: PolicySubject
  readonly policy: Policy
  /** Everyone who signed off in this round, or afterwards what was fast-tracked. */
  readonly people: ReadonlyMap<string, Person>
  readonly findings: readonly Finding[]
  /** Threads of comments that nobody has resolved; looked up where the policy asks for it. */
  readonly openComments?: number
  readonly embargoUntil: string | null
  /** Whether something publishes at the time that was set. */
  readonly hasClock: boolean
  /** Whether the piece is in the trash, where nothing moves. */
  readonly trashed: boolean
  readonly now: Date
}

export type TransitionContext = {
  readonly dossier: Dossier
  readonly actor: Actor
  readonly facts: Facts
}
