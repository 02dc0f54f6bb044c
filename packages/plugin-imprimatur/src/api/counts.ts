import type { PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { Turns } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { targetOf } from './slugFilters.ts'

/** Fields that are counted by at once, and values that are counted in all: each is a question to the database. */
const MOST = { fields: 3, values: 500 }

/** One at a time, so that those who ask for many numbers take no more of the server than one of them. */
const turns = new Turns(1)

/** How long an answer waits for its turn, in milliseconds. */
const PATIENCE_MS = 10_000

type Count = { readonly id: string; readonly slug: string | null; readonly count: number }

/**
 * How many documents of a collection readers find, in all and for each value of the relations that `?by=` names: those that may be filtered by. Values
 * that no public document has are left out.
 *
 * @throws CodedError `unknown_parameter`, `invalid_value`, `field_not_queryable`, `query_too_complex`, `busy`
 */
export async function answerCounts(req: PayloadRequest, collection: string): Promise<Response> {
  const fields = fieldsAsked(req, collection)
  const leave = await turns.take(PATIENCE_MS)
  try {
    return await inSnapshot(req, (seen) => counted(seen, collection, fields))
  } finally {
    leave()
  }
}

async function counted(seen: PayloadRequest, collection: string, fields: readonly AskedField[]): Promise<Response> {
  // Nobody is logged in: whoever asks, these are the numbers of readers.
  const asked = { collection, overrideAccess: false, user: null, req: stranger(seen) } as const
  const { totalDocs } = await seen.payload.count(asked)
  const by: Record<string, readonly Count[]> = {}
  for (const [field, values] of await valuesOf(seen, fields)) {
    const counts: Count[] = []
    for (const { id, slug = null } of values) {
      const where = { [field]: { equals: id } }
      const { totalDocs: count } = await seen.payload.count({ ...asked, where })
      if (count > 0) counts.push({ id: String(id), slug, count })
    }
    by[field] = counts.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  }
  return Response.json({ totalDocs, by })
}

/** With the collection that it leads to. */
type AskedField = readonly [field: string, target: string]

function fieldsAsked({ payload, searchParams }: PayloadRequest, collection: string): readonly AskedField[] {
  const other = [...searchParams.keys()].find((name) => name !== 'by')
  if (other !== undefined) throw coded('unknown_parameter', { field: other })
  const given = searchParams.getAll('by')
  const names = given[0]?.split(',') ?? []
  if (given.length !== 1 || names.length > MOST.fields || new Set(names).size < names.length) {
    const message = `Name one to ${MOST.fields} fields, separated by commas, each once.`
    throw coded('invalid_value', { field: 'by', message })
  }
  const queryable = runtimeOf(payload).queryable.get(collection) ?? {}
  return names.map((name) => {
    const target = queryable[name] === 'id' ? targetOf(payload, collection, name) : undefined
    if (target !== undefined) return [name, target]
    const known = Object.keys(queryable).filter(
      (each) => queryable[each] === 'id' && targetOf(payload, collection, each) !== undefined,
    )
    throw coded('field_not_queryable', { field: 'by', hint: `One can count by ${known.join(', ')}.` })
  })
}

/** An anonymous request in the same snapshot. */
function stranger({ transactionID }: PayloadRequest): Partial<PayloadRequest> {
  return transactionID === undefined ? {} : { transactionID }
}

type Value = { readonly id: number | string; readonly slug?: string }

/** Each field with what readers know of the collection that it leads to. */
async function valuesOf(
  seen: PayloadRequest,
  fields: readonly AskedField[],
): Promise<readonly (readonly [field: string, values: readonly Value[]])[]> {
  const found: [string, readonly Value[]][] = []
  let free = MOST.values
  for (const [field, target] of fields) {
    const { docs, totalDocs } = await seen.payload.find({
      collection: target,
      select: { slug: true },
      depth: 0,
      limit: MOST.values,
      draft: false,
      overrideAccess: false,
      user: null,
      req: stranger(seen),
    })
    free -= totalDocs
    if (free < 0) {
      const message = `There are more than ${MOST.values} of these to count by.`
      const hint =
        totalDocs > MOST.values
          ? `One answer counts by at most ${MOST.values} values. Ask for the number of one value with GET …/count.`
          : 'Ask for one field at a time.'
      throw coded('query_too_complex', { field: 'by', message, hint })
    }
    found.push([field, docs as readonly Value[]])
  }
  return found
}
