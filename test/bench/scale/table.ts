/** What was seen of one line in one newsroom. */
export type Figures = {
  readonly what: string
  readonly size: number
  /** The time of each request, or of the one run, in milliseconds. */
  readonly ms?: readonly number[]
  /** Requests a second of several clients. */
  readonly rate?: number
  /** Processor time of the server for one request, in milliseconds. */
  readonly cpuMs?: number
  readonly megabytes?: number
}

/** A Markdown table: a row for each line, a column for each size, and the ratios of the others to the smallest. */
export function table(figures: readonly Figures[], sizes: readonly number[]): string {
  const [smallest = NaN, ...others] = sizes
  const by = (what: string, size: number) => figures.find((each) => each.what === what && each.size === size)
  const count = (size: number) => size.toLocaleString('en')
  const head = [
    '',
    ...sizes.map(count),
    ...others.map((size) => `${count(size)} to ${count(smallest)}: p50, processor`),
  ]
  const rows = [...new Set(figures.map(({ what }) => what))].map((what) => [
    what,
    ...sizes.map((size) => said(by(what, size))),
    ...others.map((size) => ratios(by(what, size), by(what, smallest))),
  ])
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** What was seen, in words. */
export function said(figures: Figures | undefined): string {
  if (!figures) return ''
  const { ms = [], rate, cpuMs, megabytes } = figures
  const times = ms.length > 1 ? `${inMs(at(ms, 0.5))}, ${inMs(at(ms, 0.99))}` : ms.map(inMs).join('')
  return [
    times,
    rate === undefined ? '' : `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
    cpuMs === undefined ? '' : `${inMs(cpuMs)} processor`,
    megabytes === undefined ? '' : `${String(megabytes)} MB`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

function ratios(of: Figures | undefined, to: Figures | undefined): string {
  const ratio = (a = NaN, b = NaN) => (Number.isNaN(a / b) ? '' : (a / b).toFixed(2))
  const p50 = ratio(of?.ms && at(of.ms, 0.5), to?.ms && at(to.ms, 0.5))
  return [p50, ratio(of?.cpuMs, to?.cpuMs), ratio(of?.megabytes, to?.megabytes)]
    .filter((part) => part !== '')
    .join(', ')
}

/** The value that so large a part of all is below. */
function at(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

function inMs(ms: number): string {
  return ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(2)} ms`
}
