// Makes a newsroom with many articles on SQLite, to look at how costs grow.
//   npx tsx test/bench/scale/fill.ts DIR ARTICLES…
import { fillArticles } from './fillArticles.ts'

const [root, ...sizes] = process.argv.slice(2)
if (root === undefined || sizes.length === 0 || !sizes.every(Number))
  throw new Error('Give a folder and how many articles.')
for (const size of sizes) {
  const from = performance.now()
  await fillArticles(root, Number(size), (what) => {
    console.log(`${size}, ${((performance.now() - from) / 1000).toFixed(1)} s: ${what}`)
  })
}
