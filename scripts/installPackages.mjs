import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runStep } from './runStep.mjs'
import { sourceHash } from './sourceHash.mjs'

/**
 * Installs what package-lock.json names, unless that is what is installed already, by this script or by npm itself.
 *
 * @returns {Promise<boolean>} false when npm failed; it has said why
 */
export async function installPackages(root) {
  const stamp = join(root, 'node_modules', '.imprimatur-install')
  const wanted = sourceHash(root, ['package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true

  if (!isInstalled(root)) {
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
    const [command, ...args] = [...npm, 'ci', '--include=dev', '--loglevel=error']
    const { ok } = await runStep('Installing packages', command, args, { cwd: root })
    if (!ok) return false
  }
  writeFileSync(stamp, wanted)
  return true
}

/** Does npm's own record of node_modules agree with the lock file, but for packages of other platforms? */
function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return installed[path] === undefined ? optional === true : installed[path].version === version
  })
}
