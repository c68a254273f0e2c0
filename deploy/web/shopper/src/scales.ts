import type { LiveLane } from '@kaimen/common'

/** What a lane's scale says, in a word. */
export type LaneSays = 'waiting' | 'same' | 'gone' | 'less' | 'more'

/** Below this a scale only wanders, in grams; device-service's own threshold. */
const NOISE = 5

/** What the lane says: units gone, something gone that is no unit yet, something too much, or nothing. */
export function saysOf(lane: LiveLane): LaneSays {
  if (lane.grams === null) {
    return 'waiting'
  }
  const lost = lane.beforeGrams - lane.grams
  if (lane.quantity > 0) {
    return 'gone'
  }
  if (Math.abs(lost) <= NOISE) {
    return 'same'
  }
  return lost > 0 ? 'less' : 'more'
}

/** Grams lost, or gained, without a sign. */
export function differenceOf(lane: LiveLane): number {
  return lane.grams === null ? 0 : Math.abs(lane.beforeGrams - lane.grams)
}

/** How much of the lane's weight is left, from 0 to 100. */
export function percentLeft(lane: LiveLane): number {
  const now = lane.grams ?? lane.beforeGrams
  return lane.beforeGrams <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, now / lane.beforeGrams)) * 100)
}

/** How sure a number of units is, in a word. */
export function sureness(confidence: number): 'certain' | 'likely' | 'unsure' {
  return confidence >= 0.99 ? 'certain' : confidence >= 0.9 ? 'likely' : 'unsure'
}

/** As people read it; nothing is ever 100 % sure. */
export function percentSure(confidence: number): string {
  return confidence >= 0.999 ? '99.9' : String(Math.floor(confidence * 100))
}
