import { json, simulator } from '@kaimen/common'

/** A part of the stack, and whether it is there. */
export interface Part {
  readonly name: string
  readonly up: boolean
  /** Whether the edge leads to its API's description and its metrics. */
  readonly described: boolean
  readonly numbers: Readonly<Record<string, number>>
}

interface Health {
  readonly details?: { readonly found?: readonly string[]; readonly missing?: readonly string[] }
}

/** The services the edge routes to. */
async function services(): Promise<Part[]> {
  // 503 while one is missing, with the same body.
  const response = await fetch('/actuator/health/routes')
  const health = (await response.json()) as Health
  const all = [
    ...(health.details?.found ?? []).map((name) => ({ name, up: true, described: true, numbers: {} })),
    ...(health.details?.missing ?? []).map((name) => ({ name, up: false, described: false, numbers: {} })),
  ]
  return all.sort((one, other) => one.name.localeCompare(other.name))
}

async function sandboxPart(): Promise<Part> {
  const up = await json('GET', '/sandbox/faults').then(
    () => true,
    () => false,
  )
  return { name: 'sandbox', up, described: false, numbers: {} }
}

async function simulatorPart(): Promise<Part> {
  const cabinets = await simulator.cabinets().catch(() => null)
  return {
    name: 'simulator',
    up: cabinets !== null,
    described: false,
    numbers: {
      count: cabinets?.length ?? 0,
      online: cabinets?.filter((cabinet) => cabinet.online).length ?? 0,
    },
  }
}

/** Everything that runs behind the edge, or should. */
export async function whatRuns(): Promise<Part[]> {
  const [routed, sandbox, cabinets] = await Promise.all([services(), sandboxPart(), simulatorPart()])
  return [...routed, sandbox, cabinets]
}
