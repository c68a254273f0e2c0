/** What of a service's metrics says at a glance how it fares. */
export interface Figures {
  /** Heap in use, in bytes. */
  readonly heap: number | null
  /** HTTP requests answered but for those that ask how it is, and of those with 5xx, since its start. */
  readonly requests: number
  readonly failed: number
  /** Messages that no try could handle and nobody has looked after yet. */
  readonly deadLetters: number
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/

/** Reads them out of the Prometheus text format. */
export function figuresOf(text: string): Figures {
  let heap: number | null = null
  const sums = { requests: 0, failed: 0, deadLetters: 0 }
  for (const line of text.split('\n')) {
    const [, name, labels = '', written] = SAMPLE.exec(line) ?? []
    const value = Number(written)
    if (name === undefined || Number.isNaN(value)) {
      continue
    }
    if (name === 'jvm_memory_used_bytes' && labels.includes('area="heap"')) {
      heap = (heap ?? 0) + value
    } else if (name === 'http_server_requests_seconds_count' && !labels.includes('uri="/actuator')) {
      sums.requests += value
      sums.failed += /status="5/.test(labels) ? value : 0
    } else if (name === 'kaimen_dead_letters') {
      sums.deadLetters += value
    }
  }
  return { heap, ...sums }
}

/** By service; one that does not answer has none. */
export async function figuresBy(services: readonly string[]): Promise<ReadonlyMap<string, Figures>> {
  const all = await Promise.all(
    services.map(async (service) => {
      const answer = await fetch(`/metrics/${service}`).catch(() => null)
      return answer?.ok === true ? ([[service, figuresOf(await answer.text())]] as const) : []
    }),
  )
  return new Map(all.flat())
}
