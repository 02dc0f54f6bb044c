/** What an adapter of this plugin can tell of other processes. */
export type OthersPort = {
  /** A number that is another one when somebody else than this process has committed since it was last asked for. */
  stampOfOthers: () => Promise<number>
}

/** How an adapter on Postgres can be told to make the transactions of this process known. */
export type MarkPort = {
  /** A statement that reads nothing, with which each transaction begins from now on that may write. */
  mark?: string
}
