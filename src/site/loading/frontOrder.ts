import { asNumber, asRecord, asText, type Loose } from '../../bodies/index.ts'

/** What the editors have put where; what they left open is filled by the site. */
export type FrontOrder = {
  readonly lead?: string
  readonly list: readonly string[]
  readonly rail: readonly string[]
  /** Places below the lead. */
  readonly listLength: number
  /** Places in the rail. */
  readonly railLength: number
}

/** The `front` global, with ids or populated documents in it, as an order of ids. */
export function frontOrder(front: Loose): FrontOrder {
  const lead = idOf(front.lead)
  return {
    ...(lead === undefined ? {} : { lead }),
    list: idsOf(front.list),
    rail: idsOf(front.rail),
    listLength: asNumber(front.listLength) ?? 10,
    railLength: asNumber(front.railLength) ?? 6,
  }
}

/**
 * Fills places in order: first what was chosen, then the others as they come, each once.
 *
 * @param without ids that stand elsewhere already
 */
export function filled<T extends { readonly id: string }>(
  places: number,
  chosen: readonly T[],
  others: readonly T[],
  without: readonly string[] = [],
): readonly T[] {
  const byId = new Map<string, T>()
  for (const each of [...chosen, ...others])
    if (!byId.has(each.id) && !without.includes(each.id)) byId.set(each.id, each)
  return [...byId.values()].slice(0, places)
}

function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => idOf(each) ?? []) : []
}

function idOf(value: unknown): string | undefined {
  return asText(asRecord(value)?.id ?? value)
}
