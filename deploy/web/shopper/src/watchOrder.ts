import { Problem, type OrderWithWeights } from '@kaimen/common'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { orders, session } from './app'
import { nextLook, stageOf } from './stage'

const AFTER_A_FAILURE = 2_000

/** Follows an order as long as it changes; it goes on by itself whether or not anybody looks. */
export function watchOrder(orderNo: string) {
  const order = shallowRef<OrderWithWeights | null>(null)
  /** Why it cannot be shown at all. */
  const refused = shallowRef<Problem | null>(null)
  /** Shown, and not certain to be the latest. */
  const stale = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    let wait: number | null
    try {
      order.value = await session.call(() => orders.order(orderNo))
      stale.value = false
      refused.value = null
      wait = nextLook(stageOf(order.value))
    } catch (failure) {
      wait = AFTER_A_FAILURE
      if (failure instanceof Problem && failure.status >= 400 && failure.status < 500) {
        refused.value = failure
        wait = null
      } else {
        stale.value = true
      }
    }
    if (!over && wait !== null && !document.hidden) {
      timer = setTimeout(() => void look(), wait)
    }
  }

  /** A phone taken out of the pocket shows at once how things stand. */
  const shown = () => {
    if (!document.hidden) {
      void look()
    }
  }
  document.addEventListener('visibilitychange', shown)
  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', shown)
  })
  void look()
  return { order, refused, stale, look }
}
