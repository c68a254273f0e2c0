import { expect, it } from 'vitest'
import { hand } from './hand'

it('lets go of what was chosen, then of what was taken last', () => {
  const { take, drop, inHand, chosen, held } = hand()
  expect(drop()).toBeNull()
  take(1, 'COLA-330', 'Cola')
  take(2, 'WATER-550', 'Water')
  take(1, 'COLA-330', 'Cola')
  expect(inHand()?.of).toBe(1)

  chosen.value = held.value[1]!.id
  expect(drop()?.of).toBe(2)
  expect(drop()?.of).toBe(1)
  expect(held.value).toHaveLength(1)
})
