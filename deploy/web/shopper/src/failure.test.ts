/// <reference types="vite/client" />
import { expect, it } from 'vitest'
import { Problem } from '@kaimen/common'
import page from '../../../../docs/refusals.md?raw'
import { wordsOf } from './failure'
import { en } from './words.en'
import { zh } from './words.zh'

/** The codes in the table of what shoppers are answered. */
function documented(): string[] {
  const table = page.slice(page.indexOf("| Shopper's request"), page.indexOf('| Callback to'))
  const rows = table.split('\n').slice(2)
  return rows.flatMap((row) => Array.from((row.split('|')[2] ?? '').matchAll(/`([a-z-]+)`/g), (found) => found[1]!))
}

it('finds the codes', () => {
  expect(documented()).toEqual(expect.arrayContaining(['unknown-cabinet', 'order-unpaid', 'too-late-to-cancel']))
})

it.each(documented())('has words for %s in both languages', (code) => {
  const chinese: Record<string, string> = zh.refusal
  const english: Record<string, string> = en.refusal
  expect(chinese[code]).toMatch(/[\u4e00-\u9fff]/)
  expect(english[code]).toMatch(/^[A-Z][^\u4e00-\u9fff]+$/)
})

const words: Record<string, string> = { 'refusal.internal': 'ours', 'refusal.offline': 'no net', 'refusal.door-in-use': 'used' }
const say = (failure: unknown) => wordsOf(failure, (key) => words[key] ?? key, (key) => key in words)

it.each([
  [new Problem(409, 'door-in-use', 'This door is in use.'), 'This door is in use.'],
  [new Problem(409, 'door-in-use', ''), 'used'],
  [Problem.offline(), 'no net'],
  [new Problem(500, 'internal', 'Something went wrong on our side.'), 'ours'],
  [Problem.of(502, '<html>'), 'ours'],
  [Problem.of(418, null), 'failed'],
  [new TypeError('a bug'), 'failed'],
])('says %s as %s', (failure, said) => {
  expect(say(failure)).toBe(said)
})
