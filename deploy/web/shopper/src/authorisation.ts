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
