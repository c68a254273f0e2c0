import { Problem, type LiveScales, type OrderWithWeights } from '@kaimen/common'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { orders, session } from './app'
import { follow, type News, type Shown } from './follow'

/** Follows an order as long as it changes; it goes on by itself whether or not anybody looks. */
export function watchOrder(orderNo: string) {
  const order = shallowRef<OrderWithWeights | null>(null)
  /** What the scales behind the open door say; null while nobody tells. */
  const scales = shallowRef<LiveScales | null>(null)
  /** Why it cannot be shown at all. */
  const refused = shallowRef<Problem | null>(null)
  /** Shown, and not certain to be the latest. */
  const stale = ref(false)
  let over = false
  let following: Promise<void> | null = null
  let stream = new AbortController()
  let wake = () => {}

  const news: News = {
    ask: async () => {
      while (document.hidden && !over) {
        await pause(null)
      }
      return session.call(() => orders.order(orderNo))
    },
    stream: async (events) => {
      stream = new AbortController()
      await session.call(() => orders.live(orderNo, events, stream.signal)).catch((failure: unknown) => {
        // Ended by us, to look at once.
        if (!stream.signal.aborted) throw failure
      })
    },
    now: () => Date.now(),
    pause,
    over: () => over,
  }
  const shown: Shown = {
    order: (now) => {
      order.value = now
      refused.value = null
    },
    scales: (now) => (scales.value = now),
    refused: (why) => (refused.value = why),
    stale: (isStale) => (stale.value = isStale),
  }

  /** @param millis null: until somebody looks */
  function pause(millis: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = millis === null ? undefined : setTimeout(resolve, millis)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Looks at once, and goes on following. */
  async function look(): Promise<void> {
    stream.abort()
    wake()
    if (following === null) {
      following = follow(news, shown).finally(() => {
        following = null
      })
    }
  }

  /** A phone taken out of the pocket shows at once how things stand; one put away asks for nothing. */
  const hiddenOrShown = () => {
    if (document.hidden) {
      stream.abort()
    } else {
      void look()
    }
  }
  /** The browser knows sooner than the stream falls silent; asking then fails, and says so. */
  const offline = () => stream.abort()
  document.addEventListener('visibilitychange', hiddenOrShown)
  window.addEventListener('online', hiddenOrShown)
  window.addEventListener('offline', offline)
  onScopeDispose(() => {
    over = true
    stream.abort()
    wake()
    document.removeEventListener('visibilitychange', hiddenOrShown)
    window.removeEventListener('online', hiddenOrShown)
    window.removeEventListener('offline', offline)
  })
  void look()
  return { order, scales, refused, stale, look, show: shown.order }
}
