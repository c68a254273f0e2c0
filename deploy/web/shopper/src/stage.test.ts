import { describe, expect, it } from 'vitest'
import type { Order } from '@kaimen/common'
import { isUnderWay, nextLook, stageOf } from './stage'

function order(status: Order['status'], paymentStatus: Order['paymentStatus'], basketFen: number | null = null) {
  return { status, paymentStatus, basketFen }
}

describe('the stage of an order', () => {
  it.each([
    ['PRE_AUTHORISED', 'UNPAID', null, 'confirm'],
    ['AUTHORISING', 'UNPAID', null, 'confirm'],
    ['AUTHORISED', 'UNPAID', null, 'opening'],
    ['OPENED', 'UNPAID', null, 'open'],
    ['CLOSED', 'UNPAID', null, 'processing'],
    ['SETTLED', 'UNPAID', 350, 'charging'],
    ['SETTLED', 'UNPAID', 0, 'nothing'],
    ['SETTLED', 'CAPTURING', 350, 'charging'],
    ['SETTLED', 'PAID', 350, 'done'],
    ['SETTLED', 'NOTHING_DUE', 0, 'nothing'],
    ['SETTLED', 'NOTHING_DUE', 350, 'done'],
    ['SETTLED', 'FAILED', 350, 'owing'],
    ['SETTLED', 'REFUNDED', 350, 'refunded'],
    ['CANCELLED', 'UNPAID', null, 'cancelled'],
    ['ABNORMAL', 'UNPAID', null, 'checking'],
  ] as const)('%s and %s with a basket of %s is %s', (status, payment, basket, stage) => {
    expect(stageOf(order(status, payment, basket))).toBe(stage)
  })

  it('is looked at again as long as it may change', () => {
    expect(nextLook('open')).toBe(1_000)
    expect(nextLook('checking')).toBe(5_000)
    expect(nextLook('done')).toBeNull()
    expect(isUnderWay('owing')).toBe(false)
  })
})
