// The components of the panel that run on the server.
export {
  DeskCards,
  DeskProvider,
  DeskView,
  loaded,
  loginAddress,
  pageMetadata,
  redirect,
  ReleasesView,
  ReleaseView,
  ReportView,
  ReviewQueueView,
  ReviewShortfalls,
  ReviewView,
} from '../admin/rsc.ts'
