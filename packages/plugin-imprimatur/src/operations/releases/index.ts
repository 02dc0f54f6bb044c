// Releases: pieces that go public together. Part of the room of operations.
export {
  addToRelease,
  makeRelease,
  publishRelease,
  removeFromRelease,
  scheduleRelease,
  type NamedPiece,
  type PublishedRelease,
} from './changeRelease.ts'
export { releaseOf, releasesOf, type ReleasePage, type ReleasePieceView, type ReleaseView } from './releasesOf.ts'
