import { fileURLToPath } from 'node:url'

import { becomeNode } from './becomeNode.mjs'
import { buildApp, SERVER_FOLDER } from './buildApp.mjs'
import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (!(await installPackages(root)) || !(await buildApp(root))) process.exit(1)
becomeNode('production', [`${SERVER_FOLDER}/process/main.js`])
