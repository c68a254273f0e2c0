import { Problem } from '@kaimen/common'

type Translate = (key: string) => string

/** What went wrong, in words: those of whoever refused, if they said any. */
export function wordsOf(failure: unknown, t: Translate): string {
  if (failure instanceof Problem) {
    if (failure.code === 'offline') {
      return t('offline')
    }
    if (failure.detail !== '') {
      return failure.detail
    }
  }
  return t('failed')
}
