import type { BucketSetting } from '../../../environment/index.ts'
import type { FileStore } from './FileStore.ts'
import { folderStore } from './folderStore.ts'

/** The store that was configured. What a bucket takes is loaded only where there is one. */
export async function storeFor(folder: string, bucket: BucketSetting | undefined): Promise<FileStore> {
  if (!bucket) return folderStore(folder)
  const { s3Store } = await import('./s3Store.ts')
  return s3Store(bucket)
}
