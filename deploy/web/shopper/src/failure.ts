import { Problem } from '@kaimen/common'

interface Translate {
  (key: string): string
}

/** Said by the edge, the network or a program that broke: their own words are not for shoppers. */
const OURS = new Set([
  'offline',
  'internal',
  'unauthorized',
  'forbidden',
  'invalid-request',
  'bad-request',
  'not-found',
  'content-too-large',
  'too-many-requests',
  'service-unavailable',
  'bad-gateway',
  'gateway-timeout',
  'internal-server-error',
])

/** What went wrong, in words: those of whoever refused, if they said any a shopper can read. */
export function wordsOf(failure: unknown, t: Translate, has: (key: string) => boolean): string {
  if (!(failure instanceof Problem)) {
    return t('failed')
  }
  if (failure.detail !== '' && !OURS.has(failure.code) && !failure.code.startsWith('http-')) {
    return failure.detail
  }
  // The edge says no more than the status of what it finds too large.
  const ours = `refusal.${failure.code === 'http-413' ? 'content-too-large' : failure.code}`
  if (has(ours)) {
    return t(ours)
  }
  return failure.status >= 500 ? t('refusal.internal') : t('failed')
}
