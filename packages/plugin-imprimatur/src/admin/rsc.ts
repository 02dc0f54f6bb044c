// The components of the panel that run on the server.
// May import Payload's admin packages, React and every room further in.
// Tests: test/e2e.
export { DeskCards } from './DeskCards.tsx'
export { DeskProvider } from './DeskProvider.tsx'
export { DeskView } from './DeskView.tsx'
export { ReleasesView } from './ReleasesView.tsx'
export { ReleaseView } from './ReleaseView.tsx'
export { ReportView } from './ReportView.tsx'
export { ReviewShortfalls } from './ReviewShortfalls.tsx'
export { ReviewQueueView } from './ReviewQueueView.tsx'
export { ReviewView } from './ReviewView.tsx'
export { loaded } from './loaded.ts'
export { loginAddress } from './loginAddress.ts'
export { pageMetadata } from './payload3/pageMetadata.ts'
export { redirect } from './payload3/serverRouter.ts'
