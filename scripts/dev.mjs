import { fileURLToPath } from 'node:url'

import { becomeNode } from './becomeNode.mjs'
import { buildPlugin } from './buildApp.mjs'
import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'
import { watchPlugin } from './watchPlugin.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (!(await installPackages(root)) || !(await buildPlugin(root))) process.exit(1)
watchPlugin(root)
// A change of the server's own files starts it anew; Next sees to the pages, and Payload's own reloading would fight with both.
const tsx = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', '--conditions=development']
becomeNode('development', [...tsx, 'src/server/process/main.ts'], { DISABLE_PAYLOAD_HMR: 'true' })
