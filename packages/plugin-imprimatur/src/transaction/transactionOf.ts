import type { PayloadRequest } from 'payload'

/** The transaction that a request is in. Payload's loader of relations leaves `null` behind where there is none (3.90). */
export async function transactionOf(
  req: Pick<Partial<PayloadRequest>, 'transactionID'> | undefined,
): Promise<number | string | undefined> {
  return (await req?.transactionID) ?? undefined
}
