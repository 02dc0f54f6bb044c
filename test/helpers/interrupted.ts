import type { Payload } from 'payload'

const READS = ['find', 'findOne', 'findVersions', 'count', 'countVersions', 'findGlobal', 'findDistinct'] as const

type Read = (args: { req?: { transactionID?: unknown } }) => Promise<unknown>

/**
 * Sends `ask`, holds it when it has done its `nth` read of the database, has `meanwhile` happen, and lets it go on. Within a
 * transaction that writes, `meanwhile` is only begun: it may have to wait for that.
 *
 * @returns the answer, and whether there were so many reads
 */
export async function interrupted<T>(
  { db }: Payload,
  nth: number,
  ask: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
): Promise<{ answer: T; reached: boolean }> {
  let reads = 0
  const happening: Promise<unknown>[] = []
  const writing = new Set<unknown>()
  const plain = Object.fromEntries([...READS, 'beginTransaction' as const].map((name) => [name, db[name]]))
  const begin = db.beginTransaction.bind(db)
  db.beginTransaction = async (options) => {
    const id = await begin(options)
    writing.add(id)
    return id
  }
  for (const name of READS) {
    const read = db[name].bind(db) as unknown as Read
    const held: Read = async (args) => {
      const found = await read(args)
      if (happening.length === 0 && ++reads === nth) {
        happening.push(meanwhile())
        if (!writing.has(await args.req?.transactionID)) await happening[0]
      }
      return found
    }
    Object.assign(db, { [name]: held })
  }
  try {
    const answer = await ask()
    await Promise.all(happening)
    return { answer, reached: happening.length > 0 }
  } finally {
    Object.assign(db, plain)
  }
}
