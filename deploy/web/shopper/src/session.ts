import { Orders, Problem, sandbox } from '@kaimen/common'
import { ref } from 'vue'

const OPENID = 'kaimen.openid'
const TOKEN = 'kaimen.token'

/** Somebody new, as the sandbox knows people. */
function somebody(): string {
  const letters = crypto.getRandomValues(new Uint8Array(6))
  return `o-web-${Array.from(letters, (letter) => letter.toString(16).padStart(2, '0')).join('')}`
}

/** The person at the phone: logged in when something first asks for it, and again when the token has ended. */
export class Session {
  readonly openid = ref(localStorage.getItem(OPENID) ?? somebody())
  readonly orders: Orders
  private token = localStorage.getItem(TOKEN)
  private loggingIn: Promise<void> | null = null

  constructor(language: () => string) {
    localStorage.setItem(OPENID, this.openid.value)
    this.orders = new Orders({ token: () => this.token, language })
  }

  /** Whether there was a login before; the token may have ended since. */
  isKnown(): boolean {
    return this.token !== null
  }

  /** Calls as somebody who is logged in. */
  async call<T>(question: () => Promise<T>): Promise<T> {
    if (this.token === null) {
      await this.logIn()
    }
    try {
      return await question()
    } catch (refused) {
      if (!(refused instanceof Problem && refused.status === 401)) {
        throw refused
      }
      this.forget()
      await this.logIn()
      return question()
    }
  }

  /** Becomes somebody else; what runs goes on without us. */
  change(): void {
    this.openid.value = somebody()
    localStorage.setItem(OPENID, this.openid.value)
    this.forget()
  }

  private forget(): void {
    this.token = null
    localStorage.removeItem(TOKEN)
  }

  /** Two callers at once share one login. */
  private logIn(): Promise<void> {
    this.loggingIn ??= this.exchangeCode().finally(() => {
      this.loggingIn = null
    })
    return this.loggingIn
  }

  private async exchangeCode(): Promise<void> {
    const login = await this.orders.logIn(await sandbox.loginCode(this.openid.value))
    this.token = login.token
    localStorage.setItem(TOKEN, login.token)
  }
}
