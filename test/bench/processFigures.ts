import { readFileSync } from 'node:fs'

/** Processor time that a process has taken, in microseconds; Linux counts in hundredths of a second (proc(5)). */
export function cpuOf(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** What a process has in memory, and the most that it ever had, in megabytes; undefined when it has ended. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000)
    return { now: of('VmRSS'), most: of('VmHWM') }
  } catch {
    return undefined
  }
}
