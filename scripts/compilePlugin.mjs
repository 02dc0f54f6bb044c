import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { compileFolder } from './compileFolder.mjs'

/** Writes the plugin as JavaScript to packages/plugin-imprimatur/dist, where its package.json says that it is. */
const folder = fileURLToPath(new URL('../packages/plugin-imprimatur', import.meta.url))
const fresh = join(folder, '.dist')
rmSync(fresh, { recursive: true, force: true })
compileFolder(join(folder, 'src'), fresh)
rmSync(join(folder, 'dist'), { recursive: true, force: true })
renameSync(fresh, join(folder, 'dist'))
