import type { PayloadRequest } from 'payload'

/** What reads need of a request: the Payload instance, and the transaction when there is one. */
export type InPayload = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
