import { onScopeDispose, ref, type Ref } from 'vue'

/** The time by a clock, in epoch milliseconds, renewed four times a second while the page is shown. */
export function ticking(clock: () => number): Ref<number> {
  const now = ref(clock())
  const timer = setInterval(() => {
    now.value = clock()
  }, 250)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** Whole seconds until then, never negative. */
export function secondsUntil(then: number, now: number): number {
  return Math.max(0, Math.ceil((then - now) / 1_000))
}
