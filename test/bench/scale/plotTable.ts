/** A line of the table in docs/benchmarks.md: its ratios of the largest newsroom to the smallest. */
export type Ratios = { readonly what: string; readonly p50: number; readonly processor: number }

/** The lines of the table of scale.bench.ts that were asked for several times; cold ones and moves, as what comes from memory is flat. */
export function ratiosIn(markdown: string): Ratios[] {
  const rows = /\n(\| What [^\n]* to 1,000 \|\n(?:\|[^\n]*\n)+)/u.exec(markdown)?.[1]?.trim().split('\n') ?? []
  return rows.slice(2).flatMap((row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const [p50, processor] = (cells.at(-2) ?? '').split(', ').map(Number)
    const what = cells[1] ?? ''
    return p50 === undefined || processor === undefined || what.endsWith(', warm')
      ? []
      : [{ what: what.replace(', cold', ''), p50, processor }]
  })
}

const ROW = 22
const [LEFT, TOP, WIDTH] = [230, 56, 720]
const [LEAST, MOST] = [0.5, 50]
const TICKS = [0.5, 1, 2, 5, 10, 20, 50]
/** What p50 is to stay below. */
const BOUND = 1.5

/** The ratios as a drawing, on a logarithmic scale: a dot for p50, a square for processor time. */
export function plot(ratios: readonly Ratios[]): string {
  const height = TOP + ratios.length * ROW + 12
  const x = (ratio: number) => {
    const part = Math.log(Math.min(MOST, Math.max(LEAST, ratio)) / LEAST) / Math.log(MOST / LEAST)
    return (LEFT + part * (WIDTH - LEFT - 24)).toFixed(1)
  }
  const line = (at: number, colour: string, dash = '') =>
    `<line x1="${x(at)}" y1="${String(TOP - 8)}" x2="${x(at)}" y2="${String(height - 8)}" stroke="${colour}"${dash}/>`
  const rows = ratios.map(({ what, p50, processor }, row) => {
    const y = TOP + row * ROW + 8
    return [
      `<text x="${String(LEFT - 10)}" y="${String(y + 4)}" text-anchor="end">${what.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
      `<line x1="${x(p50)}" y1="${String(y)}" x2="${x(processor)}" y2="${String(y)}" stroke="#999"/>`,
      `<rect x="${(Number(x(processor)) - 4).toFixed(1)}" y="${String(y - 4)}" width="8" height="8" fill="#b5651d"/>`,
      `<circle cx="${x(p50)}" cy="${String(y)}" r="5" fill="#1d5fb5"/>`,
    ].join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" font-family="sans-serif" font-size="12" fill="#222" role="img" aria-label="What each request costs with the largest newsroom, as a ratio to the smallest">`,
    `<rect width="${String(WIDTH)}" height="${String(height)}" fill="#fff"/>`,
    `<circle cx="${String(LEFT + 5)}" cy="14" r="5" fill="#1d5fb5"/><text x="${String(LEFT + 16)}" y="18">p50</text>`,
    `<rect x="${String(LEFT + 60)}" y="10" width="8" height="8" fill="#b5651d"/><text x="${String(LEFT + 74)}" y="18">processor time</text>`,
    ...TICKS.map(
      (tick) =>
        `${line(tick, '#ddd')}<text x="${x(tick)}" y="${String(TOP - 14)}" text-anchor="middle">${String(tick)}</text>`,
    ),
    line(BOUND, '#1d5fb5', ' stroke-dasharray="4 3"'),
    ...rows,
    '</svg>\n',
  ].join('\n')
}
