import { expect, it } from 'vitest'
import { GROUPS, isSame, lasting } from './faults'

const LOST = { fault: 'lost', event: 'closed' }

it('knows a fault again by its name and settings', () => {
  expect(isSame({ ...LOST, used: 2, over: false }, LOST)).toBe(true)
  expect(isSame({ fault: 'lost', event: 'opened', used: 0, over: false }, LOST)).toBe(false)
  expect(isSame({ ...LOST, times: 1, used: 0, over: false }, LOST)).toBe(false)
  expect(isSame({ fault: 'late', kinds: null, delayMs: 3_000, used: 0 }, { fault: 'late', delayMs: 3_000 })).toBe(true)
})

it('keeps what goes on when another is switched', () => {
  expect(
    lasting([
      { ...LOST, used: 1, over: false },
      { fault: 'deaf', times: 1, used: 1, over: true },
    ]),
  ).toEqual([LOST])
})

it('has no switch twice', () => {
  const names = GROUPS.flatMap((group) => group.switches.map((each) => each.name))
  expect(new Set(names).size).toBe(names.length)
})
