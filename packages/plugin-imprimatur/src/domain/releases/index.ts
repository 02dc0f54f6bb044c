// Releases, decided purely: what one is, who may do what with it, and when.
// May import domain/workflow. Tests: test/unit/releases.
export {
  hasItsTime,
  isHeldBack,
  MOST_PIECES,
  RELEASE_STATES,
  type MissedRelease,
  type Release,
  type ReleasePiece,
} from './Release.ts'
export { releaseRefusal, type ReleaseAct } from './releaseRefusal.ts'
