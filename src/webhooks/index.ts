// Webhooks by Standard Webhooks, and what caches in front are told to drop: an outbox in the transaction of each change, and the sender that empties it.
// May import: accounts, environment, the plugin. Tests: test/int/webhooks*.int.spec.ts, test/unit/webhooks.
export { deliveryEndpoints, webhookEndpoints } from './endpoints.ts'
export { EVENT_TYPES } from './events.ts'
export { enqueueWebhooks } from './enqueueWebhooks.ts'
export { isInternal } from './internalAddresses.ts'
export { purgePieces, purging } from './purging.ts'
export { addressFault } from './addressFault.ts'
export { WebhookSender, type SenderParts } from './WebhookSender.ts'
