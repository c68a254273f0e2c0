import type { Packet } from '@kaimen/common'
import { expect, it } from 'vitest'
import { countsOf, gist, joined, linesOf, spreadOut, TOPICS, topicOf } from './traffic'

function packet(number: number, kind: Packet['kind'], topic: string | null = null, text: string | null = null): Packet {
  return { number, at: '2026-11-20T02:00:00Z', kind, topic, qos: text === null ? null : 1, text }
}
const up = (number: number, topic: string, text = '{}') => packet(number, 'UP', `cabinet/KM-1/up/${topic}`, text)
const down = (number: number, text: string) => packet(number, 'DOWN', 'cabinet/KM-1/down', text)

const ALL = new Set(TOPICS)

it('tells what a packet is about', () => {
  expect(topicOf(up(1, 'weights'))).toBe('weights')
  expect(topicOf(down(1, '{"type":"open"}'))).toBe('command')
  expect(topicOf(down(1, '{"type":"time"}'))).toBe('time')
  expect(topicOf(packet(1, 'OFFLINE'))).toBe('line')
})

it('folds chatter in a row, and nothing that matters', () => {
  const said = [up(1, 'weights'), up(2, 'heartbeat'), down(3, '{"type":"time"}'), up(4, 'event'), up(5, 'event'), up(6, 'weights')]
  const lines = linesOf(said, ALL, true)
  expect(lines.map((line) => line.map((each) => each.number))).toEqual([[6], [5], [4], [1, 2, 3]])
  expect(countsOf(lines[3]!)).toEqual([
    ['weights', 1],
    ['heartbeat', 1],
    ['time', 1],
  ])
  expect(linesOf(said, ALL, false)).toHaveLength(6)
})

it('leaves out what nobody wants to see, also from what it folds', () => {
  const said = [up(1, 'weights'), up(2, 'event'), up(3, 'weights')]
  expect(linesOf(said, new Set(['weights']), true).map((line) => line.length)).toEqual([2])
})

it('joins what is new to what is known, once', () => {
  const known = [up(1, 'event'), up(2, 'event')]
  const more = joined(known, { last: 3, packets: [up(2, 'event'), up(3, 'event')] })
  expect(more.map((each) => each.number)).toEqual([1, 2, 3])
  expect(joined(more, { last: 3, packets: [] })).toBe(more)
})

it('keeps no more than one can look through', () => {
  const many = Array.from({ length: 600 }, (_, index) => up(index + 1, 'weights'))
  expect(joined([], { last: 600, packets: many })).toHaveLength(500)
})

it('begins anew with another simulator', () => {
  const known = [up(41, 'event')]
  // It was asked for what is newer than 41: nothing is. All it has comes with the next answer.
  const none = joined(known, { last: 1, packets: [] })
  expect(none).toEqual([])
  expect(joined(none, { last: 1, packets: [up(1, 'report')] }).map((each) => each.number)).toEqual([1])
})

it('says at a glance what a message says', () => {
  expect(gist(up(1, 'event', '{"event":"opened","door":1,"seq":12}'))).toBe('opened · door 1')
  expect(gist(up(1, 'weights', '{"door":1,"lanes":[{"lane":1,"g":7097.1,"s":1},{"lane":2,"g":3.5,"s":0}]}'))).toBe(
    'door 1 · 1: 7097.1 g · 2: ~3.5 g',
  )
  expect(gist(up(1, 'report', '{"doors":[{"door":1,"state":"closed","lanes":[]}]}'))).toBe('door 1 closed')
  expect(gist(up(1, 'event', 'no JSON'))).toBe('')
  expect(spreadOut('no JSON')).toBe('no JSON')
})
