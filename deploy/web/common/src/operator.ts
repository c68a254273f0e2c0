import { json } from './http'

/** Name and password of an operator. */
export interface Credentials {
  readonly name: string
  readonly password: string
}

/** An operator's token; `expiresAt` by the server's clock. */
export interface OperatorLogin {
  readonly token: string
  readonly expiresAt: string
}

const KEPT_AS = 'kaimen.operator'
const HANDED_OVER = /^#operator=([^:&]+):(.+)$/

/**
 * Takes an operator's name and password out of an address that `deploy/up` printed, so that neither
 * stays in the address bar nor in the history. A fragment never reached the server.
 */
export function takeOperator(): void {
  const found = HANDED_OVER.exec(location.hash)
  if (found !== null) {
    sessionStorage.setItem(KEPT_AS, location.hash.slice('#operator='.length))
    history.replaceState(history.state, '', location.pathname + location.search)
  }
}

/** Who was handed over to this tab, or to the tab that opened it. */
export function handedOver(): Credentials | null {
  const found = HANDED_OVER.exec(`#operator=${sessionStorage.getItem(KEPT_AS) ?? ''}`)
  return found === null
    ? null
    : { name: decodeURIComponent(found[1]!), password: decodeURIComponent(found[2]!) }
}

/** They were refused, or the operator left: they are not tried again. */
export function forgetOperator(): void {
  sessionStorage.removeItem(KEPT_AS)
}

export function logInOperator(credentials: Credentials): Promise<OperatorLogin> {
  return json<OperatorLogin>('POST', '/admin/login', credentials)
}
