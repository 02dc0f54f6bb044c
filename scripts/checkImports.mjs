import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Checks the direction of imports below the working folder with .dependency-cruiser.cjs. A run that looked at no module is a failure: with a
 * TypeScript that it does not know, dependency-cruiser finds nothing and is content.
 */
const depcruise = fileURLToPath(import.meta.resolve('dependency-cruiser')).replace(
  /src[\\/]main[\\/]index\.mjs$/,
  'bin/dependency-cruise.mjs',
)
const { stdout, stderr } = spawnSync(
  process.execPath,
  [depcruise, 'src', 'packages', 'collections', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { encoding: 'utf8', maxBuffer: 1024 ** 3 },
)

let summary
try {
  summary = JSON.parse(stdout).summary
} catch {
  console.error(stderr || stdout)
  process.exit(1)
}

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} imports ${to}`)
if (summary.totalCruised === 0) console.error('no module was looked at')
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} against the rules`,
)
process.exit(summary.totalCruised > 0 && summary.violations.length === 0 ? 0 : 1)
