import type { Access, Where } from 'payload'

/** What both rules allow. Where a project has no rule of its own, only the plugin's counts. */
export function both(own: Access | undefined, ours: Access): Access {
  if (!own) return ours
  return async (args) => {
    const mine = await ours(args)
    if (mine === false) return false
    const theirs = await own(args)
    if (theirs === false || mine === true) return theirs
    return theirs === true ? mine : ({ and: [mine, theirs] } satisfies Where)
  }
}
