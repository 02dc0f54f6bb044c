// The components of the panel that run on the server.
export { DeskProvider, DeskView, loginAddress, ReviewQueueView, ReviewShortfalls, WaitingCard } from '../admin/rsc.ts'
