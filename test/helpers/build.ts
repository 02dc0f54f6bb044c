import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the server, or the whole app with its pages, unless the last build was made from the same sources. */
export async function build(what: 'buildServer' | 'buildApp'): Promise<void> {
  const code = `import { ${what} } from './scripts/buildApp.mjs'; process.exit((await ${what}(process.cwd())) ? 0 : 1)`
  const building = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, stdio: 'inherit' })
  const [status] = (await once(building, 'exit')) as [number | null]
  if (status !== 0) throw new Error('The build failed.')
}
