import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { runStep } from './runStep.mjs'
import { sourceHash } from './sourceHash.mjs'

/** Where the server's JavaScript lies, as a folder below the root. */
export const SERVER_FOLDER = '.build/server/src/server'

const COMPILER = ['package-lock.json', 'scripts/compileFolder.mjs']
const PLUGIN_SOURCES = ['packages/plugin-imprimatur/src', 'packages/plugin-imprimatur/package.json', ...COMPILER]

const PLUGIN = {
  title: 'Compiling the plugin',
  script: ['scripts/compilePlugin.mjs'],
  sources: [...PLUGIN_SOURCES, 'scripts/compilePlugin.mjs'],
  output: 'packages/plugin-imprimatur/dist/index.js',
  stamp: '.build/plugin.stamp',
}

const SERVER = {
  title: 'Compiling the server',
  script: ['scripts/compileServer.mjs'],
  sources: ['src', 'collections', ...COMPILER, 'scripts/compileServer.mjs'],
  output: `${SERVER_FOLDER}/process/main.js`,
  stamp: '.build/server.stamp',
}

const PAGES = {
  title: 'Building the pages',
  script: ['node_modules/next/dist/bin/next', 'build'],
  sources: ['src', 'collections', 'public', 'next.config.ts', 'tsconfig.json', ...PLUGIN_SOURCES],
  output: '.next/BUILD_ID',
  stamp: '.build/pages.stamp',
}

/**
 * Compiles the plugin, then builds the pages and compiles the server, each unless the last time was from the same sources.
 *
 * @returns {Promise<boolean>} false when one failed; it has said why
 */
export async function buildApp(root) {
  if (!(await buildPlugin(root))) return false
  const built = await Promise.all([SERVER, PAGES].map((part) => build(root, part)))
  return built.every(Boolean)
}

/** The same without the pages, which is all that the commands need. */
export async function buildServer(root) {
  const built = await Promise.all([PLUGIN, SERVER].map((part) => build(root, part)))
  return built.every(Boolean)
}

/** The plugin alone, as the pages of a server under development take it. */
export function buildPlugin(root) {
  return build(root, PLUGIN)
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
