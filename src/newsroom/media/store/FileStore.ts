/** What a store knows of a file. */
export type KeptFile = {
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** SHA-256 in hex, where the store knows it. */
  readonly sha256?: string
}

/** Positions of the first and the last byte. */
export type Part = { readonly start: number; readonly end: number }

/**
 * Where finished files of pictures are, by names with `/` between folders. What is made stands on this machine first.
 *
 * @throws CodedError `busy` from each method, when the store does not answer
 */
export type FileStore = {
  /** Where it is, for messages. */
  readonly place: string
  /** Puts a file there under a name that no other has. The path given is not to be used any more. @returns false when there is one already */
  readonly add: (from: string, name: string) => Promise<boolean>
  /** The same, in the place of one that may be there. */
  readonly put: (from: string, name: string) => Promise<void>
  readonly look: (name: string) => Promise<KeptFile | undefined>
  readonly read: (name: string, part?: Part) => Promise<ReadableStream<Uint8Array>>
  /** The path of the file, or of a copy in `folder`, on this machine. */
  readonly localPath: (name: string, folder: string) => Promise<string>
  readonly remove: (name: string) => Promise<void>
  /** Removes everything in a folder. */
  readonly removeFolder: (name: string) => Promise<void>
  /** The files that are there, and those one folder down. */
  readonly names: () => Promise<readonly string[]>
  /** Waits until the names of what was put are there to stay. */
  readonly settle: () => Promise<void>
  /** Writes something and takes it away again. @throws EnvironmentError with a sentence for the operator, when that cannot be done */
  readonly check: () => Promise<void>
}
