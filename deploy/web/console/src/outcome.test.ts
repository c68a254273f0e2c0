import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import fixture from './purchase.fixture.json'
import { outcomeOf } from './outcome'
import type { Trace } from './trace'
import { en } from './words.en'
import { zh } from './words.zh'

const purchase = fixture as unknown as Trace

function said(trace: Trace, locale: 'en' | 'zh-CN') {
  const { t } = createI18n({ legacy: false, locale, messages: { 'zh-CN': zh, en } }).global
  const outcome = outcomeOf(trace, t)
  return {
    tone: outcome.tone,
    headline: t(outcome.headline.key, outcome.headline.with),
    rest: outcome.sentences.map((each) => t(each.key, each.with)),
  }
}

it('says what was paid for what, what the scales saw and how long it took', () => {
  expect(said(purchase, 'en')).toEqual({
    tone: 'good',
    headline: 'Paid ¥9.00 for 1 × Cola.',
    rest: [
      'The scales saw lane 1 lose 331 g.',
      'The door was open for 6.5 s.',
      'The money was there 2.0 s after it closed.',
    ],
  })
  expect(said(purchase, 'zh-CN').headline).toBe('买了 1 × Cola，已付 ¥9.00。')
})

it('adds units of one product from several lanes', () => {
  const lanes = [1, 2].map((lane) => ({ lane, productName: 'Cola', quantity: lane }))
  expect(said({ ...purchase, lanes }, 'en').headline).toBe('Paid ¥9.00 for 3 × Cola.')
})

it('says that nothing was taken', () => {
  const lanes = [{ lane: 1, quantity: 0, beforeGrams: 500, afterGrams: 501 }]
  const { tone, headline, rest } = said({ ...purchase, paymentStatus: 'NOTHING_DUE', basketFen: 0, lanes }, 'en')
  expect(tone).toBe('calm')
  expect(headline).toBe('Nothing was taken and nothing was charged.')
  expect(rest[0]).toBe('The scales saw no lane change.')
})

it('says why an order was cancelled, in both languages where it knows the cause', () => {
  const cancelled = {
    ...purchase,
    orderStatus: 'CANCELLED',
    paymentStatus: 'UNPAID',
    lanes: [],
    marks: {},
    moments: [
      {
        at: purchase.scannedAt,
        source: 'ORDER',
        kind: 'ORDER_MOVED',
        facts: { machine: 'ORDER', from: 'AUTHORISED', to: 'CANCELLED', cause: 'the door was unlocked and not pulled' },
      },
    ],
  }
  expect(said(cancelled, 'en').headline).toContain('nobody pulled it')
  expect(said(cancelled, 'zh-CN').headline).toContain('没有人拉门')
})

it.each([
  ['FAILED', 'SETTLED', 'bad', '¥9.00 could not be collected yet'],
  ['CAPTURING', 'SETTLED', 'waiting', '¥9.00 is being collected'],
  ['UNPAID', 'OPENED', 'waiting', 'The door is open'],
  ['UNPAID', 'ABNORMAL', 'bad', 'Somebody has to look at this'],
  ['REFUNDED', 'SETTLED', 'calm', 'got it back'],
  ['UNPAID', 'FROZEN', 'waiting', 'FROZEN'],
])('tells %s and %s apart', (paymentStatus, orderStatus, tone, words) => {
  const told = said({ ...purchase, paymentStatus, orderStatus }, 'en')
  expect(told.tone).toBe(tone)
  expect(told.headline).toContain(words)
})

it('stays silent about what is not known', () => {
  const { rest } = said({ ...purchase, lanes: null, marks: null }, 'en')
  expect(rest).toEqual([])
})
