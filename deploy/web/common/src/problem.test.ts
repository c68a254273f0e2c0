import { describe, expect, it } from 'vitest'
import { Problem } from './problem'

describe('a problem', () => {
  it('keeps the words and the wait of the one who refused', () => {
    const problem = Problem.of(409, {
      code: 'order-ending',
      detail: 'Your last order is just ending.',
      retryAfterSeconds: 3,
    })

    expect(problem).toMatchObject({
      status: 409,
      code: 'order-ending',
      detail: 'Your last order is just ending.',
      retryAfterSeconds: 3,
    })
  })

  it.each([null, 'plain text', [], { detail: 7, retryAfterSeconds: 'soon' }])(
    'says nothing for a body it cannot read: %j',
    (body) => {
      const problem = Problem.of(502, body)

      expect(problem.code).toBe('http-502')
      expect(problem.detail).toBe('')
      expect(problem.retryAfterSeconds).toBeUndefined()
    },
  )
})
