import { expect, it, vi } from 'vitest'
import { Problem, type LiveEvents, type LiveScales, type OrderWithWeights } from '@kaimen/common'
import { follow, type News, type Shown } from './follow'

function order(status: string, paymentStatus = 'UNPAID'): OrderWithWeights {
  return { status, paymentStatus, basketFen: status === 'SETTLED' ? 350 : null } as OrderWithWeights
}

/** A phone, and a server that answers with what it was given, one after the other. */
function phone(answers: (OrderWithWeights | Problem)[], streams: ((events: LiveEvents) => void)[] = []) {
  let clock = 0
  const seen: string[] = []
  const news: News = {
    ask: vi.fn(async () => {
      const next = answers.shift()
      if (next === undefined) throw new Error('asked too often')
      if (next instanceof Problem) throw next
      return next
    }),
    stream: vi.fn(async (events) => {
      const next = streams.shift()
      if (next === undefined) throw Problem.offline()
      next(events)
    }),
    now: () => clock,
    pause: vi.fn(async (millis) => {
      clock += millis
    }),
    over: () => false,
  }
  const shown: Shown = {
    order: (now) => seen.push(`${now.status} ${now.paymentStatus}`),
    scales: (scales) => seen.push(scales === null ? 'no scales' : `scales ${scales.totalFen}`),
    refused: (why) => seen.push(why.code),
    stale: (stale) => stale && seen.push('stale'),
  }
  return { news, shown, seen }
}

it('follows the stream and looks once more when it has ended', async () => {
  const { news, shown, seen } = phone([order('OPENED'), order('SETTLED', 'PAID')], [
    (events) => {
      events.scales({ totalFen: 350 } as LiveScales)
      events.order(order('CLOSED'))
    },
  ])

  await follow(news, shown)

  expect(seen).toEqual(['OPENED UNPAID', 'scales 350', 'CLOSED UNPAID', 'SETTLED PAID'])
  expect(news.pause).not.toHaveBeenCalled()
})

it('asks again while there is no stream, and tries the stream again later', async () => {
  const many = Array.from({ length: 12 }, () => order('OPENED'))
  const { news, shown, seen } = phone([...many, order('SETTLED', 'PAID')], [
    () => {
      throw new Problem(429, 'too-many-streams', '')
    },
    () => undefined,
  ])

  await follow(news, shown)

  expect(news.stream).toHaveBeenCalledTimes(2)
  expect(news.pause).toHaveBeenCalledTimes(10)
  expect(seen).toContain('no scales')
  expect(seen.at(-1)).toBe('SETTLED PAID')
})

it('keeps trying without a connection, and says that what it shows may be old', async () => {
  const { news, shown, seen } = phone([Problem.offline(), Problem.of(503, null), order('CANCELLED')])

  await follow(news, shown)

  expect(seen).toEqual(['stale', 'stale', 'CANCELLED UNPAID'])
})

it("gives up on somebody else's order", async () => {
  const { news, shown, seen } = phone([new Problem(404, 'order-not-found', 'There is no such order.')])

  await follow(news, shown)

  expect(seen).toEqual(['order-not-found'])
})

it('looks at an order under review now and then, without a stream', async () => {
  const { news, shown } = phone([order('ABNORMAL'), order('SETTLED', 'PAID')])

  await follow(news, shown)

  expect(news.stream).not.toHaveBeenCalled()
  expect(news.pause).toHaveBeenCalledExactlyOnceWith(5_000)
})
