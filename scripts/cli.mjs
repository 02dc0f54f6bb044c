import { fileURLToPath } from 'node:url'

import { becomeNode } from './becomeNode.mjs'
import { buildServer, SERVER_FOLDER } from './buildApp.mjs'
import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

/** `node scripts/cli.mjs NAME …` runs src/server/cli/NAME.ts the way the server itself runs, with the arguments that follow. */
requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (!(await installPackages(root)) || !(await buildServer(root))) process.exit(1)
const [name, ...rest] = process.argv.slice(2)
becomeNode('production', [`${SERVER_FOLDER}/cli/${name}.js`, ...rest])
