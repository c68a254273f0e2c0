import { Problem } from '@kaimen/common'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { needsLogin, wordsOf } from './failure'
import { service } from './service'
import { isUnderWay, type Trace } from './trace'

const LOOK_EVERY = 2_000

/** An order's trace, asked for again while something still happens or somebody did not answer. */
export function useTrace(orderNo: () => string) {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const trace = shallowRef<Trace | null>(null)
  const failure = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    const asked = orderNo()
    let again = true
    try {
      const answer = await service.trace(asked)
      if (asked !== orderNo()) {
        return
      }
      trace.value = answer
      failure.value = ''
      again = isUnderWay(answer) || (answer.missing ?? []).length > 0
    } catch (refused) {
      if (needsLogin(refused)) {
        over = true
        await router.push({ name: 'login', query: { back: route.fullPath } })
      }
      failure.value = wordsOf(refused, t)
      // There is no such order; asking again brings none about.
      again = !(refused instanceof Problem && refused.status === 404)
    }
    if (again && !over) {
      timer = setTimeout(() => void look(), LOOK_EVERY)
    }
  }

  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
  })
  watch(
    orderNo,
    () => {
      trace.value = null
      void look()
    },
    { immediate: true },
  )
  return { trace, failure, look }
}
