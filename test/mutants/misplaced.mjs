import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every place where a mutant takes something out: its own, and those of guards that would answer in its place. */
export function editsOf({ file, find, put, also = [] }) {
  return [{ file, find, put }, ...also]
}

/**
 * What is wrong with a list of mutants, in sentences that say what to do: each guard's text has to stand exactly once in
 * its file, and its tests have to be there.
 */
export function misplaced(mutants, root) {
  const faults = []
  for (const mutant of mutants) {
    for (const edit of editsOf(mutant)) faults.push(...misplacedEdit(edit, mutant.without, root))
    for (const test of mutant.tests.filter((each) => !existsSync(join(root, each)))) {
      faults.push(
        `${mutant.file} (“${mutant.without}”): there is no ${test}. Name the test that notices when this guard is gone.`,
      )
    }
  }
  return faults
}

function misplacedEdit({ file, find, put }, without, root) {
  const where = `${file} (“${without}”)`
  if (!existsSync(join(root, file))) {
    return [`${where}: there is no such file. Give the mutant in test/mutants the one that the guard moved to.`]
  }
  if (put === find) return [`${where}: \`put\` is the guard itself.`]
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1
  return times === 1
    ? []
    : [
        `${where}: the text of the guard stands there ${times} times, not once. Copy it anew into \`find\` in test/mutants, as long as it takes to be the only one; where the guard is gone, say in the change why, and take the mutant out.\n    ${find}`,
      ]
}
