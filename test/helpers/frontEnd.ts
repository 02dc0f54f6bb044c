import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { compileFolder } from '../../scripts/compileFolder.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

export type FrontEnd = {
  readonly folder: string
  /** Runs a module in a process of its own, with its own environment, and gives what it prints as JSON. */
  readonly print: (code: string, env?: Readonly<Record<string, string>>) => Promise<unknown>
  readonly remove: () => Promise<void>
}

/** A project of somebody else, with the client and `packages` of this repository, and with these files. */
export async function openFrontEnd(
  files: Readonly<Record<string, string>>,
  packages: readonly string[] = [],
): Promise<FrontEnd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-end-'))
  const installed = path.join(folder, 'node_modules')
  compileFolder(path.join(ROOT, 'packages/client/src'), path.join(installed, 'imprimatur/dist'))
  const description = await readFile(path.join(ROOT, 'packages/client/package.json'), 'utf8')
  await writeFile(path.join(installed, 'imprimatur/package.json'), description)
  for (const name of packages) {
    await mkdir(path.dirname(path.join(installed, name)), { recursive: true })
    await symlink(path.join(ROOT, 'node_modules', name), path.join(installed, name))
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  return {
    folder,
    print: async (code, env = {}) => {
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: folder,
        env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
      })
      return JSON.parse(stdout) as unknown
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
