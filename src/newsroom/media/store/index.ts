// Where files of pictures are: a folder, or a bucket.
// Tests: test/int/media*.int.spec.ts, test/s3.
export type { FileStore, KeptFile, Part } from './FileStore.ts'
export { folderStore } from './folderStore.ts'
export { storeFor } from './storeFor.ts'
export { TYPES } from './types.ts'
