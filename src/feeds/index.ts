// Feeds in each format, sitemaps and robots.txt, from what readers may read. Knows no framework and no database.
// Tests: test/unit/feeds, test/int/feeds.int.spec.ts.
export { isFeedPath } from './feedPath.ts'
export { answerFeeds } from './answerFeeds.ts'
export type { FeedSource } from './FeedSource.ts'
