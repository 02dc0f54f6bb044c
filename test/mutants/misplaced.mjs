import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What is wrong with a list of mutants, in sentences that say what to do: each guard's text has to stand exactly once in
 * its file, and its tests have to be there.
 */
export function misplaced(mutants, root) {
  const faults = []
  for (const { file, find, put, without, tests } of mutants) {
    const where = `${file} (“${without}”)`
    if (!existsSync(join(root, file))) {
      faults.push(`${where}: there is no such file. Give the mutant in test/mutants the one that the guard moved to.`)
      continue
    }
    const times = readFileSync(join(root, file), 'utf8').split(find).length - 1
    if (times !== 1) {
      faults.push(
        `${where}: the text of the guard stands there ${times} times, not once. Copy it anew into \`find\` in test/mutants, as long as it takes to be the only one; where the guard is gone, say in the change why, and take the mutant out.\n    ${find}`,
      )
    }
    if (put === find) faults.push(`${where}: \`put\` is the guard itself.`)
    for (const test of tests.filter((each) => !existsSync(join(root, each)))) {
      faults.push(`${where}: there is no ${test}. Name the test that notices when this guard is gone.`)
    }
  }
  return faults
}
