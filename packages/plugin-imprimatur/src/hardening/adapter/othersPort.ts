/** What an adapter of this plugin can tell of other processes. */
export type OthersPort = {
  /** A number that is another one when somebody else than this process has committed since it was last asked for. */
  stampOfOthers: () => Promise<number>
}
