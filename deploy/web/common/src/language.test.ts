import { expect, it } from 'vitest'
import { preferredLanguage } from './language'

it.each([
  ['en', ['zh-CN'], 'en'],
  [null, ['en-GB', 'zh-CN'], 'en'],
  [null, ['de', 'en'], 'en'],
  [null, ['zh-TW', 'en'], 'zh-CN'],
  [null, ['de'], 'zh-CN'],
  ['klingon', [], 'zh-CN'],
] as const)('chose %s before, browser wants %j: %s', (kept, wanted, language) => {
  expect(preferredLanguage(kept, wanted)).toBe(language)
})
