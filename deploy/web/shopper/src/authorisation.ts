import type { PlacedOrder } from '@kaimen/common'

type Authorisation = Readonly<Record<string, string>>

const kept = new Map<string, Authorisation>()

/** Keeps what the platform's page needs, for the order's page to open it. */
export function keepAuthorisation(placed: PlacedOrder): void {
  if (placed.authorisation !== null) {
    kept.set(placed.orderNo, placed.authorisation)
  }
}

/** What the platform's page needs; null once it was taken, for the platform opens its page only once. */
export function takeAuthorisation(orderNo: string): Authorisation | null {
  const authorisation = kept.get(orderNo) ?? null
  kept.delete(orderNo)
  return authorisation
}

const OPENED = 'kaimen.opened'

/** Remembers, across a refresh, that the platform's page of this order was opened: it will not open again. */
export function rememberOpened(orderNo: string): void {
  sessionStorage.setItem(OPENED, orderNo)
}

/** Whether the platform's page of this order was opened before, in this tab. */
export function wasOpened(orderNo: string): boolean {
  return sessionStorage.getItem(OPENED) === orderNo
}
