import path from 'node:path'
import { inWorkshop, widthsFolder } from './pictureFiles.ts'
import type { PictureMaker } from './PictureMaker.ts'
import type { FileStore } from './store/index.ts'
import { widthNamed, type PictureFacts } from './widths.ts'

/** Widths that are being made, by the name that they get. Whoever asks meanwhile waits for the same one. */
const underWay = new Map<string, Promise<void>>()

/**
 * The name in the store of one width of a stored picture, which is made now if nobody has asked for it before. When the picture itself is gone from
 * the store, nothing is made.
 *
 * @param workshops folder on this machine to make it in
 * @returns undefined when the picture has nothing of this name
 * @throws CodedError `busy`
 */
export async function keptWidth(
  maker: PictureMaker,
  store: FileStore,
  workshops: string,
  picture: PictureFacts & { readonly filename: string },
  name: string,
): Promise<string | undefined> {
  const wanted = widthNamed(picture, name)
  if (!wanted) return undefined
  const kept = `${widthsFolder(picture.sha256)}/${name}`
  if ((await store.look(kept)) || !(await store.look(picture.filename))) return kept
  const making =
    underWay.get(kept) ??
    inWorkshop(workshops, async (folder) => {
      const source = await store.localPath(picture.filename, folder)
      const to = path.join(folder, name)
      await maker.makeWidth({ source, to, ...wanted })
      await store.put(to, kept)
    }).finally(() => underWay.delete(kept))
  underWay.set(kept, making)
  await making
  return kept
}
