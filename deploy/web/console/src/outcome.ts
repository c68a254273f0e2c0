import { yuan } from '@kaimen/common'
import { sinceScan, type Moment, type Trace, type TracedLane } from './trace'

/** A sentence by the name of its words. */
export interface Sentence {
  readonly key: string
  readonly with: Readonly<Record<string, string | number>>
}

export type Tone = 'good' | 'calm' | 'waiting' | 'bad'

/** How an order ended, or stands, in plain words; the first sentence is the headline. */
export interface Outcome {
  readonly tone: Tone
  readonly headline: Sentence
  readonly sentences: readonly Sentence[]
}

type Translate = (key: string, named: Readonly<Record<string, string | number>>) => string

/** Builds the sentences; `t` is asked for lists of goods, which are words too. */
export function outcomeOf(trace: Trace, t: Translate): Outcome {
  const { tone, headline } = headlineOf(trace, t)
  return { tone, headline, sentences: [...scales(trace), ...timing(trace)] }
}

function headlineOf(trace: Trace, t: Translate): { tone: Tone; headline: Sentence } {
  const goods = goodsOf(trace, t)
  const amount = (fen: number | null | undefined) => yuan(fen ?? trace.basketFen ?? 0)
  const told = (tone: Tone, key: string, named: Sentence['with'] = {}) => ({
    tone,
    headline: { key: `outcome.${key}`, with: named },
  })
  switch (trace.paymentStatus) {
    case 'PAID':
      return goods === ''
        ? told('good', 'paid', { amount: amount(trace.paidFen) })
        : told('good', 'paidFor', { amount: amount(trace.paidFen), goods })
    case 'NOTHING_DUE':
      return (trace.basketFen ?? 0) === 0 ? told('calm', 'nothing') : told('good', 'discounted', { goods })
    case 'CAPTURING':
      return told('waiting', 'capturing', { amount: amount(trace.dueFen), goods })
    case 'FAILED':
      return told('bad', 'owing', { amount: amount(trace.dueFen), goods })
    case 'PARTLY_REFUNDED':
    case 'REFUNDED':
      return told('calm', trace.paymentStatus === 'REFUNDED' ? 'refunded' : 'partlyRefunded', {
        amount: amount(trace.paidFen),
        goods,
      })
  }
  switch (trace.orderStatus) {
    case 'CANCELLED':
      return told('calm', 'cancelled', { cause: causeOf(trace.moments, 'CANCELLED', t) })
    case 'ABNORMAL':
      return told('bad', 'abnormal', { cause: causeOf(trace.moments, 'ABNORMAL', t) })
    case 'SETTLED':
      return (trace.basketFen ?? 0) === 0
        ? told('calm', 'nothing')
        : told('waiting', 'capturing', { amount: amount(trace.dueFen), goods })
    case 'PRE_AUTHORISED':
    case 'AUTHORISING':
    case 'AUTHORISED':
    case 'OPENED':
    case 'CLOSED':
      return told('waiting', trace.orderStatus)
    default:
      return told('waiting', 'unknown', { status: trace.orderStatus })
  }
}

/** `1 × Cola, 2 × Water`; empty when nothing was taken. */
function goodsOf(trace: Trace, t: Translate): string {
  const counts = new Map<string, number>()
  for (const lane of taken(trace)) {
    const name = lane.productName ?? lane.sku ?? t('outcome.lane', { lane: lane.lane })
    counts.set(name, (counts.get(name) ?? 0) + (lane.quantity ?? 0))
  }
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(t('outcome.and', {}))
}

export function taken(trace: Trace): readonly TracedLane[] {
  return (trace.lanes ?? []).filter((lane) => (lane.quantity ?? 0) > 0)
}

/** Grams that a lane lost (negative) or gained; null when either weight is not known. */
export function change(lane: TracedLane): number | null {
  const { beforeGrams, afterGrams } = lane
  return beforeGrams == null || afterGrams == null ? null : afterGrams - beforeGrams
}

/** Less is noise of the scales. */
const NOTICEABLE_GRAMS = 5

/** Lanes whose weight moved, taken from or not. */
export function changed(lane: TracedLane): boolean {
  return (
    Math.abs(change(lane) ?? 0) >= NOTICEABLE_GRAMS ||
    (lane.quantity ?? 0) > 0 ||
    (lane.flags ?? []).length > 0
  )
}

function scales(trace: Trace): Sentence[] {
  const weighed = (trace.lanes ?? []).filter((lane) => change(lane) !== null)
  const moved = weighed.filter((lane) => Math.abs(change(lane)!) >= NOTICEABLE_GRAMS)
  if (weighed.length > 0 && moved.length === 0) {
    return [{ key: 'outcome.scalesStill', with: {} }]
  }
  return moved.map((lane) => ({
    key: change(lane)! < 0 ? 'outcome.scalesLost' : 'outcome.scalesGained',
    with: { lane: lane.lane, grams: Math.abs(Math.round(change(lane)!)) },
  }))
}

function timing(trace: Trace): Sentence[] {
  const opened = sinceScan(trace, trace.marks?.openedAt)
  const closed = sinceScan(trace, trace.marks?.closedAt)
  const charged = sinceScan(trace, trace.marks?.chargedAt)
  const sentences: Sentence[] = []
  if (opened !== null && closed !== null) {
    sentences.push({ key: 'outcome.doorOpen', with: { seconds: seconds(closed - opened) } })
  }
  if (closed !== null && charged !== null && trace.paymentStatus === 'PAID') {
    sentences.push({ key: 'outcome.paidAfter', with: { seconds: seconds(charged - closed) } })
  }
  return sentences
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** Causes that the page has words for, by how the order recorded them. */
const CAUSES: Readonly<Record<string, string>> = {
  'not authorised in time': 'not-authorised',
  'declined by the shopper': 'declined',
  'refused by the platform': 'refused',
  'the door never opened': 'never-opened',
  'the door was unlocked and not pulled': 'not-pulled',
}

function causeOf(moments: readonly Moment[], to: string, t: Translate): string {
  const moves = moments.filter(
    ({ kind, facts }) => kind === 'ORDER_MOVED' && facts?.['machine'] === 'ORDER' && facts['to'] === to,
  )
  const cause = moves.at(-1)?.facts?.['cause'] ?? ''
  const known = CAUSES[cause]
  return known === undefined ? cause || '–' : t(`outcome.causes.${known}`, {})
}
