/** Upper ends of the buckets for how long an answer took, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Anybody may send a method of their own making: those are one. */
const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/** The text format of Prometheus, version 0.0.4. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * How this process is and what it has answered since its start, for Prometheus. It tells nothing of the newsroom's pieces: no title, no slug, no count.
 * What readers get from memory never reaches the app and is not counted.
 */
export class RequestMetrics {
  readonly #answers = new Map<string, number>()
  readonly #within = BUCKETS.map(() => 0)
  #seconds = 0
  #count = 0

  /** @param seconds from the request to the end of its answer */
  note(method: string, status: number, seconds: number): void {
    const labels = `{method="${METHODS.has(method) ? method : 'other'}",status="${String(status)}"}`
    this.#answers.set(labels, (this.#answers.get(labels) ?? 0) + 1)
    this.#count++
    this.#seconds += seconds
    const bucket = BUCKETS.findIndex((end) => seconds <= end)
    if (bucket >= 0) this.#within[bucket] = (this.#within[bucket] ?? 0) + 1
  }

  text(): string {
    const { user, system } = process.cpuUsage()
    let within = 0
    const buckets = BUCKETS.map((end, at) => {
      within += this.#within[at] ?? 0
      return [`http_request_duration_seconds_bucket{le="${String(end)}"}`, within] as const
    })
    return [
      ...metric('http_requests_total', 'counter', 'Requests that the app has answered.', [
        ...[...this.#answers].map(([labels, count]) => [`http_requests_total${labels}`, count] as const),
      ]),
      ...metric('http_request_duration_seconds', 'histogram', 'How long the answers took.', [
        ...buckets,
        ['http_request_duration_seconds_bucket{le="+Inf"}', this.#count],
        ['http_request_duration_seconds_sum', this.#seconds],
        ['http_request_duration_seconds_count', this.#count],
      ]),
      ...metric('process_cpu_seconds_total', 'counter', 'Time of the processor that was used.', [
        ['process_cpu_seconds_total', (user + system) / 1e6],
      ]),
      ...metric('process_resident_memory_bytes', 'gauge', 'Memory that the process holds.', [
        ['process_resident_memory_bytes', process.memoryUsage.rss()],
      ]),
      ...metric('process_start_time_seconds', 'gauge', 'When the process started, in seconds since 1970.', [
        ['process_start_time_seconds', Math.round(performance.timeOrigin) / 1000],
      ]),
      '',
    ].join('\n')
  }
}

function metric(
  name: string,
  type: 'counter' | 'gauge' | 'histogram',
  help: string,
  samples: readonly (readonly [name: string, value: number])[],
): readonly string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([sample, value]) => `${sample} ${String(value)}`),
  ]
}
