import { fileURLToPath } from 'node:url'

import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'
import { runChecks } from './runChecks.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
if (!(await installPackages(root))) process.exit(1)

const results = await runChecks(root)
process.exit(results.every(({ ok }) => ok) ? 0 : 1)
