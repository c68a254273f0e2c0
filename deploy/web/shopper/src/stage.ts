import type { Order } from '@kaimen/common'

/** Where a purchase stands for the person who makes it. */
export type Stage =
  | 'confirm'
  | 'opening'
  | 'open'
  | 'processing'
  | 'charging'
  | 'done'
  | 'nothing'
  | 'owing'
  | 'refunded'
  | 'cancelled'
  | 'checking'

type States = Pick<Order, 'status' | 'paymentStatus' | 'basketFen'>

/** The three states of an order as one stage. */
export function stageOf(order: States): Stage {
  switch (order.paymentStatus) {
    case 'CAPTURING':
      return 'charging'
    case 'PAID':
      return 'done'
    case 'NOTHING_DUE':
      return order.basketFen === 0 ? 'nothing' : 'done'
    case 'FAILED':
      return 'owing'
    case 'PARTLY_REFUNDED':
    case 'REFUNDED':
      return 'refunded'
    case 'UNPAID':
      return beforePayment(order)
  }
}

function beforePayment(order: States): Stage {
  switch (order.status) {
    case 'PRE_AUTHORISED':
    case 'AUTHORISING':
      return 'confirm'
    case 'AUTHORISED':
      return 'opening'
    case 'OPENED':
      return 'open'
    case 'CLOSED':
      return 'processing'
    case 'SETTLED':
      return order.basketFen === 0 ? 'nothing' : 'charging'
    case 'CANCELLED':
      return 'cancelled'
    case 'ABNORMAL':
      return 'checking'
  }
}

/** Whether something will still happen by itself within seconds. */
export function isUnderWay(stage: Stage): boolean {
  return ['confirm', 'opening', 'open', 'processing', 'charging'].includes(stage)
}

/** How long until the order is asked for again, in milliseconds; null: it does not change any more. */
export function nextLook(stage: Stage): number | null {
  if (isUnderWay(stage)) {
    return 1_000
  }
  return stage === 'checking' || stage === 'owing' ? 5_000 : null
}
