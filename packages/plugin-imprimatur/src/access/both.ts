import type { Access, Where } from 'payload'
import { Scope } from '../scope/index.ts'

const withoutOurs = new Scope<true>('withoutOurs')

/** Asks a rule that {@link both} made what it says without the plugin's half: what the project, and plugins after this one, make of it. */
export function askingTheirs<T>(ask: () => T): T {
  return withoutOurs.run(true, ask)
}

/** What both rules allow. Where a project has no rule of its own, only the plugin's counts. */
export function both(own: Access | undefined, ours: Access): Access {
  return async (args) => {
    const mine = withoutOurs.get() ? true : await ours(args)
    if (!own || mine === false) return mine
    const theirs = await own(args)
    if (theirs === false || mine === true) return theirs
    return theirs === true ? mine : ({ and: [mine, theirs] } satisfies Where)
  }
}
