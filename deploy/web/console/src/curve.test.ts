import { expect, it } from 'vitest'
import fixture from './purchase.fixture.json'
import { curveOf, marksOf, spanOf, weightSteps } from './curve'
import { stagesOf } from './stages'
import { stepsOf } from './states'
import { duration, type Trace } from './trace'

const purchase = fixture as unknown as Trace
const cola = purchase.lanes![0]!

it('tells stable readings from unstable ones, in the order of time', () => {
  const at = (second: number) => `2026-11-20T08:00:0${second}.000Z`
  const curve = curveOf(purchase, {
    lane: 1,
    curve: [
      { at: at(3), grams: 170, stable: true },
      { at: at(1), grams: 500, stable: true },
      { at: at(2), grams: 300, stable: false },
    ],
  })
  expect(curve).toEqual({
    seconds: [1, 2, 3],
    all: [500, 300, 170],
    stable: [500, null, 170],
    unstable: [null, 300, null],
  })
})

it('finds the one step of a taken unit and no step in noise', () => {
  const steps = weightSteps(curveOf(purchase, cola), 330)
  expect(steps).toHaveLength(1)
  expect(steps[0]!.grams).toBeCloseTo(-331, 0)
  expect(steps[0]!.seconds).toBeGreaterThan(8)
  expect(weightSteps(curveOf(purchase, purchase.lanes![1]!), 565)).toEqual([])
})

it('sees a unit put back', () => {
  const stable = [500, 170, 500]
  const steps = weightSteps({ seconds: [1, 2, 3], all: stable, stable, unstable: [null, null, null] }, null)
  expect(steps.map((step) => step.grams)).toEqual([-330, 330])
})

it('orders the marks that are known', () => {
  expect(marksOf(purchase).map((mark) => mark.name)).toEqual([
    'commandedAt',
    'unlockedAt',
    'openedAt',
    'closedAt',
    'decidedAt',
    'chargedAt',
  ])
  expect(marksOf({ ...purchase, marks: { closedAt: null } })).toEqual([])
})

it('draws over readings and marks alike, also when there are none', () => {
  const [from, to] = spanOf([curveOf(purchase, cola)], marksOf(purchase))
  expect(from).toBeLessThan(1.5)
  expect(to).toBeGreaterThan(13.7)
  expect(spanOf([], [])).toEqual([0, 1])
})

it('says where the time went, and joins what it does not know to the next stretch', () => {
  expect(stagesOf(purchase).map(({ name, ms }) => [name, ms])).toEqual([
    ['authorise', 3558],
    ['unlock', 386],
    ['pull', 1236],
    ['choose', 6522],
    ['weigh', 1209],
    ['collect', 789],
  ])
  const lost = { ...purchase, marks: { ...purchase.marks, unlockedAt: null } }
  expect(stagesOf(lost).map((stage) => stage.name)).not.toContain('unlock')
  expect(stagesOf(lost).find((stage) => stage.name === 'pull')?.ms).toBe(1622)
})

it('follows each of the three states from where it began', () => {
  expect(stepsOf(purchase, 'PAYMENT').map((step) => step.state)).toEqual(['UNPAID', 'CAPTURING', 'PAID'])
  expect(stepsOf({ ...purchase, moments: [] }, 'DOOR')).toEqual([{ state: 'CLOSED', ms: null, cause: '' }])
})

it.each([
  [0, '0.000 s'],
  [8214, '8.214 s'],
  [-12, '-0.012 s'],
  [125_400, '2:05 min'],
])('writes %i ms as %s', (ms, words) => {
  expect(duration(ms)).toBe(words)
})
