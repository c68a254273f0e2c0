import { MARKS, sinceScan, type MarkName, type Trace, type TracedLane } from './trace'

/** A lane's readings as columns over seconds from the scan; null where a reading is of the other kind. */
export interface Curve {
  readonly seconds: number[]
  readonly all: number[]
  readonly stable: (number | null)[]
  readonly unstable: (number | null)[]
}

/** Where something happened, in seconds from the scan. */
export interface Mark {
  readonly name: MarkName
  readonly seconds: number
}

/** The weight went from one stable value to another. */
export interface WeightStep {
  readonly seconds: number
  /** Lost (negative) or gained. */
  readonly grams: number
  readonly to: number
}

export function curveOf(trace: Trace, lane: TracedLane): Curve {
  const curve: Curve = { seconds: [], all: [], stable: [], unstable: [] }
  const readings = [...(lane.curve ?? [])].sort((one, other) => one.at.localeCompare(other.at))
  for (const { at, grams, stable } of readings) {
    const ms = sinceScan(trace, at)
    if (ms !== null) {
      curve.seconds.push(ms / 1000)
      curve.all.push(grams)
      curve.stable.push(stable ? grams : null)
      curve.unstable.push(stable ? null : grams)
    }
  }
  return curve
}

/** Those that are known, in the order of time. */
export function marksOf(trace: Trace): readonly Mark[] {
  return MARKS.flatMap((name) => {
    const ms = sinceScan(trace, trace.marks?.[name])
    return ms === null ? [] : [{ name, seconds: ms / 1000 }]
  }).sort((one, other) => one.seconds - other.seconds)
}

/** Grams that are no unit: noise, or a draught at the door. */
const AT_LEAST = 20

/** Every change between stable readings that is at least half a unit. */
export function weightSteps(curve: Curve, unitGrams: number | null): readonly WeightStep[] {
  const least = unitGrams === null || unitGrams <= 0 ? AT_LEAST : unitGrams / 2
  const steps: WeightStep[] = []
  let level: number | null = null
  curve.stable.forEach((grams, index) => {
    if (grams === null) {
      return
    }
    if (level !== null && Math.abs(grams - level) >= least) {
      steps.push({ seconds: curve.seconds[index]!, grams: grams - level, to: grams })
      level = grams
    }
    level ??= grams
  })
  return steps
}

/** What all lanes of an order are drawn over, in seconds: their readings and what happened meanwhile. */
export function spanOf(curves: readonly Curve[], marks: readonly Mark[]): readonly [number, number] {
  const known = [...curves.flatMap((curve) => [curve.seconds[0], curve.seconds.at(-1)])].filter(
    (each) => each !== undefined,
  )
  const all = [...known, ...marks.map((mark) => mark.seconds)]
  if (all.length === 0) {
    return [0, 1]
  }
  const from = Math.min(...all)
  const to = Math.max(...all)
  const margin = Math.max((to - from) * 0.03, 0.2)
  return [from - margin, to + margin]
}
