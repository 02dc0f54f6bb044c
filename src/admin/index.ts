// The parts of the admin panel that show the workflow: stages, moves, the review queue, the history of a piece, importing.
// May import Payload's admin packages, React, src/payload and, further in, anything; in the browser only types of these.
// Tests: test/unit/admin, test/e2e/admin.e2e.spec.ts.
export { DeskLink } from './DeskLink.tsx'
export { DeskProvider } from './DeskProvider.tsx'
export { FastTrackBanner } from './FastTrackBanner.tsx'
export { ImportView } from './ImportView.tsx'
export { MovesAlone } from './MovesAlone.tsx'
export { Nothing } from './Nothing.tsx'
export { PasswordNote } from './PasswordNote.tsx'
export { PieceList } from './PieceList.tsx'
export { PieceMoves } from './PieceMoves.tsx'
export { PiecePanel } from './PiecePanel.tsx'
export { ReviewQueueView } from './ReviewQueueView.tsx'
export { SaveButton } from './SaveButton.tsx'
export { StageCell } from './StageCell.tsx'
export { StageStatus } from './StageStatus.tsx'
export { WaitingCard } from './WaitingCard.tsx'
