import { sinceScan, type Trace } from './trace'

export const MACHINES = ['ORDER', 'DOOR', 'PAYMENT'] as const
export type Machine = (typeof MACHINES)[number]

/** A state that was entered; the first has neither a time nor a cause. */
export interface Step {
  readonly state: string
  readonly ms: number | null
  readonly cause: string
}

/** How each of the three states moved, as recorded; with nothing recorded, where it stands. */
export function stepsOf(trace: Trace, machine: Machine): readonly Step[] {
  const moves = trace.moments.filter((each) => each.kind === 'ORDER_MOVED' && each.facts?.['machine'] === machine)
  const first = moves[0]?.facts?.['from'] ?? null
  const entered = moves.map((move) => ({
    state: move.facts?.['to'] ?? '?',
    ms: sinceScan(trace, move.at),
    cause: move.facts?.['cause'] ?? '',
  }))
  const start = first === null ? [] : [{ state: first, ms: null, cause: '' }]
  const steps = [...start, ...entered]
  return steps.length > 0 ? steps : [{ state: stateOf(trace, machine), ms: null, cause: '' }]
}

export function stateOf(trace: Trace, machine: Machine): string {
  return { ORDER: trace.orderStatus, DOOR: trace.doorStatus, PAYMENT: trace.paymentStatus }[machine]
}
