import { runJobs } from './runJobs.mjs'
import { runStep } from './runStep.mjs'

/** Each check on its own, the long ones first: what it is called, and the script of Node that runs it. */
export const CHECKS = {
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  imports: ['scripts/checkImports.mjs'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
}

/** Runs one check. */
export async function runCheck(root, name) {
  const { ok } = await runStep(`Checking ${name}`, process.execPath, CHECKS[name], { cwd: root })
  return ok
}

/** Runs every check, two at a time, and goes on after a failure. */
export async function runChecks(root) {
  const results = []
  const jobs = Object.keys(CHECKS).map((name) => ({
    name,
    run: async () => void results.push({ name, ok: await runCheck(root, name) }),
  }))
  await runJobs(jobs, 2)
  return results
}
