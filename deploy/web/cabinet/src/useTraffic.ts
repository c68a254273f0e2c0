import { simulator, type Packet } from '@kaimen/common'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { joined } from './traffic'

const LOOK_EVERY = 1_000

/** What goes over a cabinet's line, as long as it is not paused. */
export function useTraffic(sn: () => string) {
  const packets = shallowRef<readonly Packet[]>([])
  const paused = ref(false)
  const unreachable = ref(false)
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    const asked = sn()
    try {
      const answer = await simulator.traffic(asked, packets.value.at(-1)?.number ?? 0)
      if (asked === sn() && !paused.value) {
        packets.value = joined(packets.value, answer)
      }
      unreachable.value = false
    } catch {
      unreachable.value = true
    }
  }

  async function follow() {
    if (!document.hidden && !paused.value) {
      await look()
    }
    if (!over) {
      timer = setTimeout(() => void follow(), LOOK_EVERY)
    }
  }

  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
  })
  watch(sn, () => (packets.value = []))
  void follow()
  return { packets, paused, unreachable }
}
