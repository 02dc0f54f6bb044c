/** What an adapter of this plugin can do beside Payload's own. */
export type SnapshotPort = {
  /**
   * Opens a session that reads what is true at this moment, and keeps nobody from writing. `rollbackTransaction` ends it.
   *
   * @throws CodedError `busy` when too many are open.
   */
  beginSnapshot: () => Promise<string>
}
