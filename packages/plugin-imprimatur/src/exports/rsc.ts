// The components of the panel that run on the server.
export {
  DeskProvider,
  DeskView,
  loginAddress,
  redirect,
  ReviewQueueView,
  ReviewShortfalls,
  ReviewView,
  WaitingCard,
} from '../admin/rsc.ts'
