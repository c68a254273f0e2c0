import { forgetOperator, handedOver, logInOperator, Problem, type Credentials } from '@kaimen/common'
import { ref } from 'vue'

interface Session {
  readonly name: string
  readonly token: string
  readonly expiresAt: string
}

const KEPT_AS = 'kaimen.console.session'

function kept(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null') as Session | null
  } catch {
    return null
  }
}

const current = ref<Session | null>(kept())

/** Who works at this tab. Ends with the tab. */
export const session = {
  name: () => current.value?.name ?? null,

  token: () => current.value?.token ?? null,

  async logIn(credentials: Credentials): Promise<void> {
    const login = await logInOperator(credentials)
    current.value = { name: credentials.name, token: login.token, expiresAt: login.expiresAt }
    sessionStorage.setItem(KEPT_AS, JSON.stringify(current.value))
  },

  /** Logs in whom the start page handed over, if it did; nobody is left waiting for a form. */
  async logInHandedOver(): Promise<boolean> {
    const credentials = handedOver()
    if (credentials === null) {
      return false
    }
    try {
      await session.logIn(credentials)
      return true
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) {
        forgetOperator()
      }
      return false
    }
  },

  /** The token is not taken any more. */
  expire() {
    current.value = null
    sessionStorage.removeItem(KEPT_AS)
  },

  leave() {
    session.expire()
    forgetOperator()
  },
}
