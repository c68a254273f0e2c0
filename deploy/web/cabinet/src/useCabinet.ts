import { Problem, simulator, type Fault, type Lane, type VirtualCabinet } from '@kaimen/common'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { orders } from './app'
import { lasting } from './faults'

const LOOK_EVERY = 500

/** The cabinet on the page: how it is, what its lanes sell, and what is done to it. */
export function useCabinet() {
  const sns = shallowRef<readonly string[] | null>(null)
  const sn = ref<string | null>(null)
  const cabinet = shallowRef<VirtualCabinet | null>(null)
  /** By lane number; empty for lanes nobody told what they sell. */
  const products = shallowRef<ReadonlyMap<number, Lane>>(new Map())
  const unreachable = ref(false)
  /** Why the last thing done was refused. */
  const refusal = ref('')

  async function look(): Promise<void> {
    try {
      if (sn.value === null) {
        const all = await simulator.cabinets()
        sns.value = all.map((each) => each.sn)
        sn.value = sns.value[0] ?? null
      }
      if (sn.value !== null) {
        const asked = sn.value
        const answer = await simulator.cabinet(asked)
        cabinet.value = asked === sn.value ? answer : cabinet.value
      }
      unreachable.value = false
    } catch (failure) {
      unreachable.value = true
      if (failure instanceof Problem && failure.status === 404) {
        // Removed; perhaps there are others.
        sn.value = null
        cabinet.value = null
      }
    }
  }

  async function learnProducts(): Promise<void> {
    const doors = cabinet.value?.doors ?? []
    const asked = sn.value
    if (asked === null || doors.length === 0) {
      return
    }
    const offers = await Promise.all(
      doors.map((door) => orders.door(asked, door.door).catch(() => null)),
    )
    products.value = new Map(
      offers.flatMap((offer) => offer?.lanes ?? []).map((lane) => [lane.lane, lane]),
    )
  }

  async function act(deed: (sn: string) => Promise<unknown>): Promise<boolean> {
    if (sn.value === null) {
      return false
    }
    refusal.value = ''
    try {
      await deed(sn.value)
      return true
    } catch (failure) {
      refusal.value = failure instanceof Problem ? failure.detail || failure.code : String(failure)
      return false
    } finally {
      await look()
    }
  }

  /** Adds a fault to those that go on. */
  const addFault = (fault: Fault) =>
    act((on) => simulator.fault(on, [...lasting(cabinet.value?.faults ?? []), fault]))

  const keepFaults = (keep: (fault: Fault) => boolean) =>
    act((on) => simulator.fault(on, lasting((cabinet.value?.faults ?? []).filter(keep))))

  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  async function follow() {
    if (!document.hidden) {
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
  watch(
    () => [sn.value, cabinet.value?.doors.length],
    () => void learnProducts(),
  )
  void follow()
  return { sns, sn, cabinet, products, unreachable, refusal, act, addFault, keepFaults }
}
