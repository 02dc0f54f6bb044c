import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'

import { compileFile, isCompiled } from './compileFolder.mjs'

/** Compiles each file of the plugin anew when it was changed, until this process ends. */
export function watchPlugin(root) {
  const folder = join(root, 'packages', 'plugin-imprimatur')
  watch(join(folder, 'src'), { recursive: true }, (_, file) => {
    if (file && isCompiled(file) && existsSync(join(folder, 'src', file)))
      compileFile(join(folder, 'src'), join(folder, 'dist'), file)
  })
}
