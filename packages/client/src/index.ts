// A client of a newsroom: reads, changes to follow, proofs and webhooks to verify. It needs fetch and WebCrypto, and imports nothing.
// Tests: test/unit/client, test/int/client*.int.spec.ts.
export type { Change, ChangePage, CursorStore, Step } from './changes.ts'
export { createClient, type BySlug, type Client, type Counts, type Page } from './createClient.ts'
export type { AskOptions as ClientOptions } from './ask.ts'
export type { Answered, AnyConfig, BodyForm, Depth, Populate, Select } from './documents.ts'
export type { FollowOptions } from './follow.ts'
export { ImprimaturError, type Refusal } from './ImprimaturError.ts'
export type {
  Article,
  Author,
  Front,
  Media,
  Newsroom,
  NewsroomConfig,
  NewsTeaser,
  Place,
  RichText,
  Section,
  Topic,
} from './NewsroomTypes.ts'
export type { ListQuery, Where } from './query.ts'
export { verifyProof, type Proof, type ProofVerdict } from './verifyProof.ts'
export {
  verifyWebhook,
  WebhookVerificationError,
  type VerifyWebhookOptions,
  type WebhookMessage,
} from './verifyWebhook.ts'
