import type { BarrierPoint } from '../../packages/plugin-imprimatur/src/index.ts'
import { aLedger, answersOf, faultsAfter, workUntilGone, type Ledger } from './crash.ts'
import { openNewsroomProcess, openPremises, type Tokens } from './openNewsroomProcess.ts'

const POINTS: readonly BarrierPoint[] = ['judged', 'effected', 'commit']

export type Crash =
  { readonly at: 'answer'; readonly nth: number } | { readonly at: BarrierPoint; readonly nth: number }

/** Every other crash right after a random answer, whatever the other desks are at, the others at one of the points between two steps. Seeded. */
export function crashes(count: number, seed: number): Crash[] {
  let state = seed
  // A linear congruential generator with the constants of Numerical Recipes: the same crashes for the same seed.
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return Array.from({ length: count }, (_, round) =>
    round % 2 === 0
      ? { at: 'answer', nth: 10 + Math.floor(random() * 40) }
      : { at: POINTS[Math.floor(random() * POINTS.length)] ?? 'commit', nth: 1 + Math.floor(random() * 12) },
  )
}

/**
 * Starts the newsroom, lets desks work, ends its process group with SIGKILL, starts it again and looks at everything, once for
 * each crash and on the same database. Returns what was wrong, after which crash.
 */
export async function runCrashes(
  plan: readonly Crash[],
  report: (line: string) => void = () => undefined,
): Promise<{ faults: readonly string[]; ledger: Ledger }> {
  const premises = await openPremises()
  const tokens: Tokens = new Map()
  const ledger = aLedger()
  const faults: string[] = []
  try {
    let newsroom = await openNewsroomProcess(premises, tokens)
    for (const who of ['editor', 'reviewer', 'publisher'] as const)
      await newsroom.ask('GET', '/api/users/me', { as: who })
    for (const [round, crash] of plan.entries()) {
      const held = crash.at === 'answer' ? answersOf(ledger, crash.nth) : newsroom.holdAt(crash.at, crash.nth)
      const working = workUntilGone(newsroom, ledger, `r${String(round)}`)
      await held
      await newsroom.kill()
      await working
      newsroom = await openNewsroomProcess(premises, tokens)
      const found = await faultsAfter(newsroom, ledger, premises.uploads)
      faults.push(...found.map((fault) => `round ${String(round)} (${JSON.stringify(crash)}): ${fault}`))
      report(
        `round ${String(round)}: ${JSON.stringify(crash)}, ${String(ledger.pieces.size)} pieces, ` +
          `${String(ledger.pictures.size)} pictures, ${String(ledger.answered)} answers, ${String(found.length)} faults`,
      )
      if (found.length > 0) break
      forgetSettled(ledger)
    }
    await newsroom.kill()
    return { faults, ledger }
  } finally {
    await premises.close()
  }
}

/** Looks at the last hundred pieces only, so that a round of a long campaign costs what the first did; the audit sees all. */
function forgetSettled(ledger: Ledger): void {
  for (const id of [...ledger.pieces.keys()].slice(0, -100)) ledger.pieces.delete(id)
}
