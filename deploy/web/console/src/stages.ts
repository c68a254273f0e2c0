import { sinceScan, type MarkName, type Trace } from './trace'

/** A stretch of a purchase between two marks. */
export interface Stage {
  readonly name: string
  readonly ms: number
}

/** What somebody waits for between one mark and the next, in the order of a purchase. */
const STRETCHES: readonly (readonly [name: string, until: MarkName])[] = [
  ['authorise', 'commandedAt'],
  ['unlock', 'unlockedAt'],
  ['pull', 'openedAt'],
  ['choose', 'closedAt'],
  ['weigh', 'decidedAt'],
  ['collect', 'chargedAt'],
]

/** Where the time went, as far as the marks tell. A missing mark joins its stretch to the next one. */
export function stagesOf(trace: Trace): readonly Stage[] {
  const stages: Stage[] = []
  let from = 0
  for (const [name, until] of STRETCHES) {
    const ms = sinceScan(trace, trace.marks?.[until])
    if (ms !== null && ms >= from) {
      stages.push({ name, ms: ms - from })
      from = ms
    }
  }
  return stages
}
