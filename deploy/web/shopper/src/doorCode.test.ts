import { expect, it } from 'vitest'
import { readDoorCode } from './doorCode'

it.each([
  ['DEMO-1/1', 'DEMO-1', 1],
  [' KM0001 2 ', 'KM0001', 2],
  ['http://127.0.0.1:8080/pages/shopper/#/door/DEMO-1/2', 'DEMO-1', 2],
  ['https://kaimen.example/door/KM_7/12/', 'KM_7', 12],
])('reads %s', (text, sn, door) => {
  expect(readDoorCode(text)).toEqual({ sn, door })
})

it.each(['', 'DEMO-1', 'DEMO-1/0', 'DEMO-1/one', '/1', 'https://pay.example/?a=1', 'A B C'])(
  'refuses %j',
  (text) => {
    expect(readDoorCode(text)).toBeNull()
  },
)
