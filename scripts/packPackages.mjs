import { fileURLToPath } from 'node:url'

import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

/** `npm run package`: packs the plugin and the client, and prints where they lie. */
requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
if (!(await installPackages(root))) process.exit(1)

// Imports TypeScript, which in a new clone is there only now.
const { packClient, packPlugin } = await import('./package.mjs')
for (const { tarball, files } of [packPlugin(root), packClient(root)]) console.log(`${tarball}, ${files.length} files`)
