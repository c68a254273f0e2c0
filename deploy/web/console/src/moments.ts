import { yuan } from '@kaimen/common'
import type { Moment } from './trace'

/** Every kind the services record; another one is shown by its name. */
export const KINDS = [
  'SCANNED',
  'ORDER_PLACED',
  'ORDER_MOVED',
  'DOOR_SESSION_MOVED',
  'COMMAND_ISSUED',
  'COMMAND_SENT',
  'COMMAND_ACKNOWLEDGED',
  'COMMAND_FAILED',
  'DOOR_UNLOCKED',
  'DOOR_OPENED',
  'DOOR_CLOSED',
  'DOOR_RELOCKED',
  'DOOR_IS_CLOSED',
  'DOOR_IS_OPEN',
  'DOOR_FAULT',
  'ALARM_RAISED',
  'BASKET_DECIDED',
  'DECIDED_BY_HAND',
  'PLATFORM_CALLED',
  'PLATFORM_NOTIFIED',
  'AUTHORISATION_MOVED',
  'CAPTURE_MOVED',
  'HOLD_PLACED',
  'HOLD_FREED',
  'SETTLEMENT_MOVED',
  'LEDGER_POSTED',
  'STOCK_MOVED',
  'RESTOCK_TASK_OPENED',
] as const

/** What the words of some kind name; unknown ones are a dash rather than a placeholder. */
const NAMED = [
  'action',
  'alarm',
  'command',
  'deliveries',
  'entries',
  'eventType',
  'from',
  'instance',
  'lane',
  'millis',
  'operation',
  'operator',
  'outcome',
  'place',
  'sku',
  'state',
  'taskNo',
  'to',
  'units',
  'unitsAfter',
] as const

const CODE = /^[A-Z][A-Z_]*$/
const AMOUNT = /Fen$/

export interface Dictionary {
  has(key: string): boolean
  word(key: string): string
}

/**
 * The names under which words for a moment may be found, the most exact first: by what it moved to
 * or came to, then by its kind alone.
 */
export function wordKeys(moment: Moment): readonly string[] {
  const { machine, to, state, belief, outcome } = moment.facts ?? {}
  const exact = [machine, to ?? state ?? belief ?? outcome].filter((each) => each != null && CODE.test(each))
  const kind = `kind.${moment.kind}`
  return exact.length === 0 ? [kind] : [`${kind}_${exact.join('_')}`, kind]
}

/** A moment's facts as its words name them: codes in words, amounts in yuan, nothing missing. */
export function named(moment: Moment, dictionary: Dictionary): Readonly<Record<string, string>> {
  const told = Object.entries(moment.facts ?? {}).map(([name, value]) => [name, inWords(name, value, dictionary)] as const)
  return { ...Object.fromEntries([...NAMED, 'amountFen', 'totalFen'].map((name) => [name, '–'])), ...Object.fromEntries(told) }
}

function inWords(name: string, value: string | null, { has, word }: Dictionary): string {
  if (value === null || value === '') {
    return '–'
  }
  if (AMOUNT.test(name) && /^-?\d+$/.test(value)) {
    return yuan(Number(value))
  }
  // Of PAYSCORE.USER_PAID the last part is the word.
  const code = value.split('.').at(-1)!
  return CODE.test(code) && has(`value.${code}`) ? word(`value.${code}`) : value
}

/** A moment in plain words; its kind as recorded when there are none. */
export function wordsFor(
  moment: Moment,
  dictionary: Dictionary,
  say: (key: string, named: Readonly<Record<string, string>>) => string,
): string {
  const key = wordKeys(moment).find((each) => dictionary.has(each))
  return key === undefined ? moment.kind : say(key, named(moment, dictionary))
}

/** What was recorded with a moment, for who wants to know. */
export function factsOf(moment: Moment): readonly (readonly [string, string])[] {
  return Object.entries(moment.facts ?? {}).flatMap(([name, value]) =>
    value == null || value === '' ? [] : [[name, value] as const],
  )
}
