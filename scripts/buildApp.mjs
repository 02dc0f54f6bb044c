import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { runStep } from './runStep.mjs'
import { sourceHash } from './sourceHash.mjs'

/** Where the server's JavaScript lies, as a folder below the root. */
export const SERVER_FOLDER = '.build/server/src/server'

const SERVER = {
  title: 'Compiling the server',
  script: ['scripts/compileServer.mjs'],
  sources: ['src', 'packages', 'collections', 'package-lock.json', 'scripts/compileServer.mjs'],
  output: `${SERVER_FOLDER}/process/main.js`,
  stamp: '.build/server.stamp',
}

const PAGES = {
  title: 'Building the pages',
  script: ['node_modules/next/dist/bin/next', 'build'],
  sources: ['src', 'packages', 'collections', 'public', 'next.config.ts', 'tsconfig.json', 'package-lock.json'],
  output: '.next/BUILD_ID',
  stamp: '.build/pages.stamp',
}

/**
 * Builds the pages and compiles the server, each unless the last time was from the same sources.
 *
 * @returns {Promise<boolean>} false when one failed; it has said why
 */
export async function buildApp(root) {
  const built = await Promise.all([SERVER, PAGES].map((part) => build(root, part)))
  return built.every(Boolean)
}

/** The same for the server alone, which is all that the commands need. */
export function buildServer(root) {
  return build(root, SERVER)
}

async function build(root, { title, script, sources, output, stamp }) {
  const stampFile = join(root, stamp)
  const wanted = sourceHash(root, sources)
  if (existsSync(join(root, output)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true

  rmSync(stampFile, { force: true })
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { ok } = await runStep(title, process.execPath, script, { cwd: root, env })
  if (!ok) return false
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
  return true
}
