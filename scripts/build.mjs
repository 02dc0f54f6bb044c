import { fileURLToPath } from 'node:url'

import { buildApp } from './buildApp.mjs'
import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.exit((await installPackages(root)) && (await buildApp(root)) ? 0 : 1)
