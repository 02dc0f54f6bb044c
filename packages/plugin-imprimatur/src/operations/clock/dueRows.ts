import type { Payload, Where } from 'payload'
import { hasItsTime } from '../../domain/releases/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import { findDossiers, holdersOf, type DossierRow } from '../../store/index.ts'

/**
 * Scheduled pieces whose time has come, earliest first, page by page: what becomes due while they are gone through, too. Those that have the time of their
 * release go out with that.
 *
 * @param limit how many are read at once
 */
export async function* dueRows(payload: Payload, limit: number): AsyncGenerator<DossierRow> {
  let behind: Where = {}
  for (;;) {
    const now = runtimeOf(payload).now().toISOString()
    const due: Where[] = [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than_equal: now } }]
    const rows = await findDossiers({ payload }, { and: [...due, behind] }, { limit, sort: ['scheduledAt', 'piece'] })
    const last = rows.at(-1)
    if (!last) return
    const holders = await holdersOf(
      { payload },
      rows.map(({ state }) => state.piece),
    )
    yield* rows.filter(({ state }) => {
      const holder = holders.get(state.piece)
      return !holder || !hasItsTime(holder, state.schedule)
    })
    behind = isBehind(last)
  }
}

function isBehind({ state: { piece, schedule } }: DossierRow): Where {
  const at = new Date(schedule?.at ?? 0).toISOString()
  return {
    or: [
      { scheduledAt: { greater_than: at } },
      { and: [{ scheduledAt: { equals: at } }, { piece: { greater_than: piece } }] },
    ],
  }
}
