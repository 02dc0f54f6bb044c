import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { compileFolder } from './compileFolder.mjs'

/** The condition by which this repository reads the TypeScript of its packages; a package has none. */
const SOURCE = 'imprimatur-source'

/**
 * Packs the plugin as a stranger installs it: JavaScript, declarations and styles, and nothing of this repository.
 *
 * @param {string} root the repository
 * @returns {{ tarball: string, files: readonly string[] }} where it lies, and what is in it
 */
export function packPlugin(root) {
  return pack(root, 'plugin-imprimatur')
}

/** The same of the client. */
export function packClient(root) {
  return pack(root, 'client')
}

function pack(root, name) {
  const source = join(root, 'packages', name)
  const target = join(root, '.build', 'package', name)
  const folder = join(target, 'package')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  compileFolder(join(source, 'src'), join(folder, 'dist'))
  writeDeclarations(root, name, join(folder, 'dist'))
  copyFileSync(join(source, 'README.md'), join(folder, 'README.md'))
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const description = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  for (const door of Object.values(description.exports)) delete door[SOURCE]
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)

  const packed = run('npm', ['pack', '--json', '--pack-destination', target], folder)
  const [{ filename, files }] = JSON.parse(packed)
  return { tarball: join(target, filename), files: files.map(({ path }) => path) }
}

/** TypeScript leaves `.ts` in the imports of declarations, where it then finds only what has that name. */
function writeDeclarations(root, name, dist) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  run(process.execPath, [tsc, '-p', `packages/${name}/tsconfig.build.json`, '--outDir', dist], root)
  for (const path of readdirSync(dist, { recursive: true })) {
    if (!path.endsWith('.d.ts')) continue
    const file = join(dist, path)
    const text = readFileSync(file, 'utf8')
      .replace(/^import '.*\.css';\n/gm, '')
      .replace(/(from |import\()(['"])(\.{1,2}\/[^'"]+)\.tsx?\2/g, '$1$2$3.js$2')
    writeFileSync(file, text)
  }
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.\n${stdout}${stderr}${error ?? ''}`)
  return stdout
}
