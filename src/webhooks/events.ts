import type { PublicChange } from 'payload-plugin-imprimatur'

export type EventType = `piece.${PublicChange['kind']}`

/** What a webhook can be told of. */
export const EVENT_TYPES: Readonly<Record<EventType, string>> = {
  'piece.published': 'Published',
  'piece.updated': 'Published with another text',
  'piece.moved': 'Moved to another slug',
  'piece.withdrawn': 'Withdrawn',
  'piece.retracted': 'Retracted',
  'piece.expired': 'Expired',
}

/** What the button for a test sends. */
export const TEST_TYPE = 'webhook.test'

/** Entries of the outbox that are for the caches in front, and whom they are for. */
export const PURGE = { id: 'purge', name: 'Cache in front', type: 'cache.purge' } as const

export const SLUGS = { webhooks: 'webhooks', deliveries: 'webhook-deliveries' } as const

/** A webhook as the database has it. */
export type WebhookRow = {
  readonly id: number | string
  readonly name: string
  readonly url: string
  readonly active?: boolean | null
  /** Each of them empty for all. */
  readonly events?: readonly string[] | null
  readonly collections?: readonly string[] | null
  readonly sections?: readonly unknown[] | null
  readonly secrets?: unknown
}

/** One message to one webhook, until it is delivered or given up. */
export type DeliveryRow = {
  readonly id: number | string
  /** `webhook-id`: the same however often it is tried. */
  readonly message: string
  readonly webhook: string
  readonly name: string
  readonly type: string
  readonly body: string
  readonly status: 'dead' | 'delivered' | 'pending'
  readonly attempts: number
  /** When it is tried next; of one that is being tried, when somebody else may. */
  readonly nextAt: string
  readonly tries?: readonly Try[] | null
}

export type Try = {
  readonly at: string
  readonly ms: number
  /** HTTP status, or null where none came. */
  readonly status: number | null
  readonly error: string | null
}
