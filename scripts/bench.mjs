// The benchmarks, one after the other, as they share two cores: `npm run bench`, or `npm run bench -- NAME …` for some of test/bench/NAME.bench.ts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { installPackages } from './installPackages.mjs'
import { requireNode } from './requireNode.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const END = '.bench.ts'
const all = readdirSync('test/bench')
  .filter((file) => file.endsWith(END))
  .map((file) => file.slice(0, -END.length))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) stop(`There is no benchmark ${unknown.join(', ')}. There are ${all.join(', ')}.`)
if (!(await installPackages(root))) stop('The packages could not be installed.')

const names = asked.length > 0 ? asked : all
const failed = []
for (const [at, name] of names.entries()) {
  console.log(`\n${name} (${at + 1} of ${names.length})`)
  const started = Date.now()
  const bench = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=imprimatur-source', `test/bench/${name}${END}`],
    {
      stdio: 'inherit',
    },
  )
  const [code] = await once(bench, 'exit')
  if (code !== 0) failed.push(name)
  console.log(`${name}: ${code === 0 ? 'done' : 'failed'}, in ${((Date.now() - started) / 60_000).toFixed(1)} minutes`)
}
console.log(failed.length === 0 ? '\nAll done.' : `\nFailed: ${failed.join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)

function stop(why) {
  console.error(why)
  process.exit(1)
}
