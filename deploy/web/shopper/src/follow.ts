import { Problem, type LiveEvents, type LiveScales, type OrderWithWeights } from '@kaimen/common'
import { isUnderWay, nextLook, stageOf } from './stage'

const AFTER_A_FAILURE = 2_000
/** How long an order is asked for instead, when its stream could not be had. */
const WITHOUT_A_STREAM = 10_000

/** Where news of an order come from. */
export interface News {
  ask(): Promise<OrderWithWeights>
  /** Until the order has ended; rejects when the stream breaks. */
  stream(events: LiveEvents): Promise<void>
  now(): number
  /** Waits, or less when somebody wants to see how things stand. */
  pause(millis: number): Promise<void>
  /** Whether nobody looks any more. */
  over(): boolean
}

/** Where they go. */
export interface Shown {
  order(order: OrderWithWeights): void
  scales(scales: LiveScales | null): void
  /** It cannot be shown at all. */
  refused(why: Problem): void
  /** Whether what is shown may be old. */
  stale(isStale: boolean): void
}

/** Follows an order as long as it changes: by its stream, and by asking again while that cannot be had. */
export async function follow(news: News, shown: Shown): Promise<void> {
  let streamFrom = 0
  while (!news.over()) {
    let order: OrderWithWeights
    try {
      order = await news.ask()
    } catch (failure) {
      if (failure instanceof Problem && isFinal(failure)) {
        shown.refused(failure)
        return
      }
      shown.stale(true)
      await news.pause(AFTER_A_FAILURE)
      continue
    }
    shown.stale(false)
    shown.order(order)
    const stage = stageOf(order)
    const wait = nextLook(stage)
    if (wait === null) {
      return
    }
    if (!isUnderWay(stage) || news.now() < streamFrom) {
      await news.pause(wait)
      continue
    }
    try {
      await news.stream(shown)
    } catch (failure) {
      shown.scales(null)
      streamFrom = news.now() + patience(failure)
    }
  }
}

/** Asking again will not help: it is not this person's, or is not there. */
function isFinal(failure: Problem): boolean {
  return failure.status >= 400 && failure.status < 500 && failure.status !== 429 && failure.status !== 408
}

function patience(failure: unknown): number {
  const told = failure instanceof Problem ? failure.retryAfterSeconds : undefined
  return told === undefined ? WITHOUT_A_STREAM : told * 1_000
}
