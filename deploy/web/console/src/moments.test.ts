import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import fixture from './purchase.fixture.json'
import { factsOf, KINDS, wordsFor } from './moments'
import type { Moment, Trace } from './trace'
import { en } from './words.en'
import { zh } from './words.zh'

const purchase = fixture as unknown as Trace

function words(moment: Moment, locale: 'en' | 'zh-CN') {
  const { t, te } = createI18n({ legacy: false, locale, messages: { 'zh-CN': zh, en } }).global
  return wordsFor(moment, { has: te, word: t }, t)
}

const moment = (kind: string, facts: Record<string, string | null> = {}): Moment => ({
  at: purchase.scannedAt,
  source: 'ORDER',
  kind,
  facts,
})

it.each(KINDS)('has words for %s without any fact', (kind) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const said = words(moment(kind), locale)
    expect(said).not.toBe(kind)
    expect(said).not.toMatch(/[{}]/)
  }
})

it('shows a kind it does not know as it is', () => {
  expect(words(moment('LANE_PAINTED', { colour: 'green' }), 'en')).toBe('LANE_PAINTED')
  expect(factsOf(moment('LANE_PAINTED', { colour: 'green', by: null }))).toEqual([['colour', 'green']])
})

it('says what a state means, and names a state without words of its own', () => {
  const moved = (to: string) => moment('ORDER_MOVED', { machine: 'ORDER', from: 'CLOSED', to })
  expect(words(moved('SETTLED'), 'en')).toBe('The order is settled: the basket is booked')
  expect(words(moved('FROZEN'), 'en')).toBe('Order: CLOSED → FROZEN')
})

it('puts codes and amounts into words', () => {
  const sent = moment('COMMAND_SENT', { command: 'OPEN_DOOR', instance: 'comm-2' })
  expect(words(sent, 'en')).toBe('Sent to the cabinet over MQTT by comm-2: open the door')
  expect(words(moment('CAPTURE_MOVED', { state: 'PAID', amountFen: '900' }), 'zh-CN')).toBe('支付平台收到 ¥9.00')
})

it('says whether a notification was believed', () => {
  const told = (belief: string) => moment('PLATFORM_NOTIFIED', { eventType: 'PAYSCORE.USER_PAID', outcome: 'PAID', belief })
  expect(words(told('BELIEVED'), 'en')).toBe('The payment platform told us: the shopper paid')
  expect(words(told('DISPUTED'), 'en')).toContain('contradicts')
})

it('leaves no placeholder in a whole purchase', () => {
  for (const each of purchase.moments) {
    expect(words(each, 'en')).not.toMatch(/[{}]|–(?! [a-z])/)
  }
})
