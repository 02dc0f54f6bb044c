import { readFileSync } from 'node:fs'

/** Ends the process with one sentence when this Node is older than package.json asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const least = engines.node.replace(/^>=/, '')
  if (isAtLeast(process.versions.node, least)) return
  console.error(`Imprimatur needs Node ${least} or newer, and this is ${process.versions.node}.`)
  process.exit(1)
}

function isAtLeast(version, least) {
  const [have, need] = [version, least].map((each) => each.split('.').map(Number))
  for (let place = 0; place < 3; place += 1) {
    if (have[place] !== need[place]) return have[place] > need[place]
  }
  return true
}
