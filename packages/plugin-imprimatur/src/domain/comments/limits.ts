/** How much of a piece's comments is kept: texts in UTF-16 units, and how many there are. */
export const LIMITS = {
  /** Of a comment. */
  text: 5_000,
  /** Of the words that it is about. */
  exact: 1_000,
  /** Of what stands before and behind them. */
  context: 200,
  /** Of a path. */
  path: 500,
  /** People whom one comment mentions. */
  mentions: 20,
  /** Comments on one piece, answers and deleted ones with them. */
  perPiece: 500,
} as const
