import { fileURLToPath } from 'node:url'

import { buildApp } from './buildApp.mjs'
import { requireNode } from './requireNode.mjs'

requireNode()
process.exit((await buildApp(fileURLToPath(new URL('..', import.meta.url)))) ? 0 : 1)
