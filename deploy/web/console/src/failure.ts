import { Problem } from '@kaimen/common'

type Translate = (key: string) => string

/** What went wrong, in words: those of whoever refused, if they said any. */
export function wordsOf(failure: unknown, t: Translate): string {
  if (failure instanceof Problem) {
    if (failure.code === 'offline') {
      return t('offline')
    }
    return failure.detail || t('failed')
  }
  return t('failed')
}

/** Whether the person has to log in again. */
export function needsLogin(failure: unknown): boolean {
  return failure instanceof Problem && failure.status === 401
}
