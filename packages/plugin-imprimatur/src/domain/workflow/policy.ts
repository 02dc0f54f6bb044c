import type { Digest } from './digest.ts'
import type { SignOff } from './dossier.ts'

/** A named review that pieces need before they go out. An empty list of collections or values means all. */
export type Review = {
  readonly name: string
  /** How many people have to give it, at least one. */
  readonly needed: number
  /** Roles that may give it. */
  readonly roles: readonly string[]
  readonly collections: readonly string[]
  /** Values of the piece's attributes that it is for, such as `{ genre: ['opinion'] }`. */
  readonly when: Readonly<Record<string, readonly string[]>>
  /** Names of the reviews that have to be complete before this one is given. One that a piece does not need is not waited for. */
  readonly after?: readonly string[]
}

export type Policy = {
  readonly reviews: readonly Review[]
  /** Within how many hours a fast-tracked piece has to be reviewed before it counts as overdue; default {@link REVIEW_WITHIN_HOURS}. */
  readonly reviewWithinHours?: number
  /** What a comment that nobody has resolved stands in the way of; default nothing. `publish` holds up scheduling, too. */
  readonly openCommentsBlock?: readonly ('sign_off' | 'publish')[]
}

export const REVIEW_WITHIN_HOURS = 24

/** What a policy may look at: the collection and the named values of the newest revision. */
export type PolicySubject = {
  readonly collection: string
  readonly attributes: Readonly<Record<string, string | null>>
}

/** What is true of a user now. Nobody here (deleted, deactivated) is `active: false`. */
export type Person = {
  readonly active: boolean
  readonly roles: readonly string[]
  /** Rights beside the roles, such as `breaking`. */
  readonly rights?: readonly string[]
  /** Ids of the other accounts that belong to the same human being: four eyes are counted in people, not in accounts. */
  readonly accounts?: readonly string[]
  /** As colleagues know them, for messages to the staff. */
  readonly name?: string
}

/**
 * Where no review of the policy fits a piece, one reviewer has to sign: nothing goes out that one person alone has
 * seen.
 */
export const FALLBACK_REVIEW: Review = {
  name: 'desk',
  needed: 1,
  roles: ['reviewer'],
  collections: [],
  when: {},
}

/** The reviews that `subject` needs, never none. */
export function reviewsFor(policy: Policy, subject: PolicySubject): readonly Review[] {
  const fitting = policy.reviews.filter(
    (review) =>
      (review.collections.length === 0 || review.collections.includes(subject.collection)) &&
      Object.entries(review.when).every(
        ([attribute, values]) => values.length === 0 || values.includes(subject.attributes[attribute] ?? ''),
      ),
  )
  return fitting.length > 0 ? fitting : [FALLBACK_REVIEW]
}

/** The role in which `person` may give `review`, if any. */
export function roleToGive(review: Review, person: Person): string | undefined {
  return person.active ? review.roles.find((role) => person.roles.includes(role)) : undefined
}

/** Whether `person` may give some review that `subject` needs, whatever they had a hand in. */
export function mayReview(policy: Policy, subject: PolicySubject, person: Person): boolean {
  return reviewsFor(policy, subject).some((review) => roleToGive(review, person) !== undefined)
}

export type Tally = {
  readonly review: Review
  /** Sign-offs that count now. */
  readonly counted: readonly SignOff[]
  /** Sign-offs that were given for this text and do not count any more, as the person lost the right. */
  readonly lapsed: readonly SignOff[]
  readonly missing: number
  /** Names of the reviews that are not complete and come before this one: empty when its turn has come. */
  readonly waitsFor: readonly string[]
}

/**
 * All accounts of whoever signed: those that they had then, and those that they have now. Neither taking a link
 * between two accounts away nor making one later turns one human being into two.
 */
export function accountsBehind(signOff: SignOff, people: ReadonlyMap<string, Person>): readonly string[] {
  return [signOff.by, ...(signOff.accounts ?? []), ...(people.get(signOff.by)?.accounts ?? [])]
}

/**
 * Counts sign-offs for exactly `digest`, once per human being and review, of people who still hold a right to give it
 * and had no hand in the revision. `writers` are accounts.
 */
export function tally(
  reviews: readonly Review[],
  given: readonly SignOff[],
  about: { digest: Digest; writers: readonly string[]; people: ReadonlyMap<string, Person> },
): readonly Tally[] {
  const counts = reviews.map((review) => {
    const own = given
      .filter((each) => each.review === review.name && each.digest === about.digest)
      .map((each) => ({ signOff: each, accounts: accountsBehind(each, about.people) }))
      .filter(({ accounts }) => !overlap(accounts, about.writers))
      .filter((each, at, all) => all.findIndex((other) => overlap(other.accounts, each.accounts)) === at)
      .map(({ signOff }) => signOff)
    const counted = own.filter((each) => {
      const person = about.people.get(each.by)
      return person !== undefined && roleToGive(review, person) !== undefined
    })
    return {
      review,
      counted,
      lapsed: own.filter((each) => !counted.includes(each)),
      missing: Math.max(0, atLeastOne(review) - counted.length),
    }
  })
  const incomplete = new Set(counts.filter(({ missing }) => missing > 0).map(({ review }) => review.name))
  return counts.map((each) => ({
    ...each,
    waitsFor: comesAfter(reviews, each.review.name).filter((name) => incomplete.has(name)),
  }))
}

/** The names of those among `reviews` that come before the one of this name. */
export function comesAfter(reviews: readonly Review[], name: string): readonly string[] {
  const before = new Set(reviews.flatMap((review) => (review.name === name ? (review.after ?? []) : [])))
  return [...new Set(reviews.map((review) => review.name))].filter((each) => before.has(each))
}

/** A review that names one before it which is not there, or which comes after it in the end. */
export type OrderFault = { readonly review: string; readonly after: string; readonly fault: 'unknown' | 'circle' }

/** What is wrong with the order of the reviews, or null. A review that comes after itself is a circle. */
export function faultInOrder(reviews: readonly Pick<Review, 'after' | 'name'>[]): OrderFault | null {
  const before = new Map<string, readonly string[]>()
  for (const { after = [], name } of reviews) before.set(name, [...(before.get(name) ?? []), ...after])
  for (const [review, named] of before) {
    const unknown = named.find((after) => !before.has(after))
    if (unknown !== undefined) return { review, after: unknown, fault: 'unknown' }
  }
  for (const [review, named] of before) {
    const circle = named.find((after) => reaches(before, after, review))
    if (circle !== undefined) return { review, after: circle, fault: 'circle' }
  }
  return null
}

function reaches(before: ReadonlyMap<string, readonly string[]>, from: string, wanted: string): boolean {
  const seen = new Set([from])
  for (const name of seen) for (const next of before.get(name) ?? []) seen.add(next)
  return seen.has(wanted)
}

/** How many have to give a review, whatever a policy says: nothing goes out on one pair of eyes. */
function atLeastOne({ needed }: Review): number {
  return Math.max(1, needed)
}

/** A review that fewer people could give than have to. */
export type Shortfall = {
  readonly review: string
  readonly roles: readonly string[]
  readonly needed: number
  /** How many human beings work here and hold a role for it. */
  readonly able: number
}

/**
 * The reviews that no piece can be given in full, whoever wrote it, with the people of today: those of `people` by their
 * accounts. Where no review is for every piece, the one that every piece needs is among those judged.
 */
export function shortfalls(policy: Policy, people: ReadonlyMap<string, Person>): readonly Shortfall[] {
  const forAll = policy.reviews.some(
    ({ collections, when }) => collections.length === 0 && Object.values(when).every((values) => values.length === 0),
  )
  return (forAll ? policy.reviews : [...policy.reviews, FALLBACK_REVIEW]).flatMap((review) => {
    const givers = [...people].filter(([, person]) => roleToGive(review, person) !== undefined)
    const able = givers.filter(
      ([, { accounts = [] }], at) => !givers.slice(0, at).some(([earlier]) => accounts.includes(earlier)),
    ).length
    const needed = atLeastOne(review)
    return able < needed ? [{ review: review.name, roles: review.roles, needed, able }] : []
  })
}

/** Whether two lists of accounts have one in common. */
export function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.some((each) => other.includes(each))
}
