import type { Order } from '@kaimen/common'
import { orders, session } from './app'
import { isUnderWay, stageOf } from './stage'

/** The person's order that is under way, for a scan or a new page to go on with; null if there is none. */
export async function runningOrder(): Promise<Order | null> {
  if (!session.isKnown()) {
    return null
  }
  const latest = await session.call(() => orders.list(1, 1))
  const order = latest.items[0]
  return order !== undefined && isUnderWay(stageOf(order)) ? order : null
}
