/**
 * Does jobs on a number of lanes at once. A lane that is free takes the first job in the list that may begin, so the long ones stand first;
 * a job may begin when those that it names in `after` have ended, however they ended.
 *
 * @param {readonly { name: string, after?: readonly string[], run: () => Promise<void> }[]} jobs
 * @param {number} lanes
 */
export async function runJobs(jobs, lanes) {
  const waiting = [...jobs]
  const open = new Set(jobs.map(({ name }) => name))
  for (const { name, after = [] } of jobs) {
    const unknown = after.find((each) => !open.has(each))
    if (unknown !== undefined) throw new Error(`${name} waits for ${unknown}, which is no job.`)
  }
  const running = new Map()
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < lanes) {
      const at = waiting.findIndex(({ after = [] }) => !after.some((each) => open.has(each)))
      if (at === -1) break
      const [{ name, run }] = waiting.splice(at, 1)
      running.set(
        name,
        run().then(() => {
          open.delete(name)
          running.delete(name)
        }),
      )
    }
    if (running.size === 0) throw new Error(`These jobs wait for each other: ${[...open].join(', ')}.`)
    await Promise.race(running.values())
  }
}
