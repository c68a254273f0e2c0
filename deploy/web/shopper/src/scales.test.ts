import { describe, expect, it } from 'vitest'
import type { LiveLane } from '@kaimen/common'
import { differenceOf, percentLeft, percentSure, saysOf, sureness } from './scales'

function lane(beforeGrams: number, grams: number | null, quantity = 0): LiveLane {
  return { beforeGrams, grams, quantity } as LiveLane
}

describe('a lane of an open door', () => {
  it.each([
    [lane(7000, null), 'waiting', 0, 100],
    [lane(7000, 6997), 'same', 3, 100],
    [lane(7000, 6645, 1), 'gone', 355, 95],
    [lane(7000, 6800), 'less', 200, 97],
    [lane(7000, 7120), 'more', 120, 100],
    [lane(0, -2), 'same', 2, 0],
    [lane(355, -1, 1), 'gone', 356, 0],
  ] as const)('%j says %s', (now, says, difference, left) => {
    expect(saysOf(now)).toBe(says)
    expect(differenceOf(now)).toBe(difference)
    expect(percentLeft(now)).toBe(left)
  })
})

it.each([
  [0.9999, 'certain', '99.9'],
  [0.99, 'certain', '99'],
  [0.95, 'likely', '95'],
  [0.6172, 'unsure', '61'],
  [0, 'unsure', '0'],
] as const)('%s is %s', (confidence, word, percent) => {
  expect(sureness(confidence)).toBe(word)
  expect(percentSure(confidence)).toBe(percent)
})
