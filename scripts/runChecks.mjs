import { runStep } from './runStep.mjs'

/** Each check on its own: what it is called, and the script of Node that runs it. */
const CHECKS = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']],
  ['imports', ['scripts/checkImports.mjs']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
]

/** Runs every check, two at a time, and goes on after a failure. */
export async function runChecks(root) {
  const waiting = [...CHECKS]
  const results = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, args] = next
      const { ok } = await runStep(`Checking ${name}`, process.execPath, args, { cwd: root })
      results.push({ name, ok })
    }
  }
  await Promise.all([work(), work()])
  return results
}
