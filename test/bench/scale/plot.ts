// Draws the table of docs/benchmarks.md, "As the newsroom grows", anew.
//   npx tsx test/bench/scale/plot.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { plot, ratiosIn } from './plotTable.ts'

writeFileSync('docs/images/scale.svg', plot(ratiosIn(readFileSync('docs/benchmarks.md', 'utf8'))))
