/** The flight recorder's answer: `GET /admin/orders/{orderNo}/trace`. Times are ISO 8601 in UTC, amounts fen. */

export const SOURCES = [
  'SHOPPER',
  'ORDER',
  'DEVICE',
  'CABINET',
  'CHANNEL',
  'PLATFORM',
  'ACCOUNT',
  'REPLENISH',
  'OPERATOR',
] as const

/** Something that happened; `facts` are told by name, as whoever recorded them wrote them. */
export interface Moment {
  readonly at: string
  readonly source: string
  readonly kind: string
  readonly facts?: Readonly<Record<string, string | null>> | null
}

/** What a scale said. */
export interface Reading {
  readonly at: string
  readonly grams: number
  readonly stable: boolean
}

/** A lane behind the order's door; weights are null where no stable one is known. */
export interface TracedLane {
  readonly lane: number
  readonly sku?: string | null
  readonly productName?: string | null
  readonly unitGrams?: number | null
  readonly beforeGrams?: number | null
  readonly afterGrams?: number | null
  readonly quantity?: number | null
  /** From 0 to 1. */
  readonly confidence?: number | null
  readonly flags?: readonly string[] | null
  readonly curve?: readonly Reading[] | null
}

export const MARKS = ['commandedAt', 'unlockedAt', 'openedAt', 'closedAt', 'decidedAt', 'chargedAt'] as const
export type MarkName = (typeof MARKS)[number]

export interface Trace {
  readonly orderNo: string
  readonly sn: string
  readonly door: number
  readonly platform?: string | null
  readonly scannedAt: string
  readonly orderStatus: string
  readonly doorStatus: string
  readonly paymentStatus: string
  readonly basketFen?: number | null
  readonly dueFen?: number | null
  readonly paidFen?: number | null
  readonly moments: readonly Moment[]
  readonly lanes?: readonly TracedLane[] | null
  readonly marks?: { readonly [Name in MarkName]?: string | null } | null
  /** Services that did not answer. */
  readonly missing?: readonly string[] | null
}

/** Milliseconds from the scan to a time; null for a time that is not known. */
export function sinceScan(trace: Trace, at: string | null | undefined): number | null {
  const then = Date.parse(at ?? '')
  const scan = Date.parse(trace.scannedAt)
  return Number.isNaN(then) || Number.isNaN(scan) ? null : then - scan
}

/** Seconds with their milliseconds, `8.214 s`; from two minutes on `2:05 min`. */
export function duration(ms: number): string {
  if (Math.abs(ms) < 120_000) {
    return `${(ms / 1000).toFixed(3)} s`
  }
  const seconds = Math.round(Math.abs(ms) / 1000)
  const rest = String(seconds % 60).padStart(2, '0')
  return `${ms < 0 ? '−' : ''}${Math.floor(seconds / 60)}:${rest} min`
}

/** Whether something will still happen by itself within seconds. */
export function isUnderWay(trace: Trace): boolean {
  const waits = ['PRE_AUTHORISED', 'AUTHORISING', 'AUTHORISED', 'OPENED', 'CLOSED']
  return (
    waits.includes(trace.orderStatus) ||
    (trace.orderStatus === 'SETTLED' && ['UNPAID', 'CAPTURING'].includes(trace.paymentStatus))
  )
}
