import { fileURLToPath } from 'node:url'

import { becomeNode } from './becomeNode.mjs'
import { buildServer } from './buildApp.mjs'
import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

/** `node scripts/payload.mjs COMMAND …` runs a command of Payload's own console, on the compiled config. */
requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (!(await installPackages(root)) || !(await buildServer(root))) process.exit(1)
becomeNode('production', ['node_modules/payload/bin.js', ...process.argv.slice(2), '--disable-transpile'], {
  PAYLOAD_CONFIG_PATH: '.build/server/src/payload.config.js',
})
