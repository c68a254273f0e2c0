import type { Fault } from '@kaimen/common'

/** A fault one can switch on, by the name of its words. */
export interface Switch {
  readonly name: string
  readonly fault: Fault
}

export interface Group {
  readonly name: 'line' | 'doors' | 'scales'
  readonly switches: readonly Switch[]
}

function fault(name: string, fault: string, settings: Readonly<Record<string, unknown>> = {}): Switch {
  return { name, fault: { fault, ...settings } }
}

/** Those that last until they are switched off; deploy/simulator/README.md has all. */
export const GROUPS: readonly Group[] = [
  {
    name: 'line',
    switches: [
      fault('silent-heartbeat', 'silent', { kinds: ['heartbeat'] }),
      fault('late', 'late', { delayMs: 3_000 }),
      fault('doubled', 'doubled', { kinds: ['event'] }),
      fault('lost-opened', 'lost', { event: 'opened' }),
      fault('lost-closed', 'lost', { event: 'closed' }),
      fault('deaf', 'deaf'),
    ],
  },
  {
    name: 'doors',
    switches: [
      fault('idle-lock', 'idle-lock'),
      fault('left-open', 'left-open'),
      fault('unseen-opened', 'unseen', { event: 'opened' }),
      fault('unseen-closed', 'unseen', { event: 'closed' }),
      fault('never-latches', 'never-latches'),
      fault('bounces', 'bounces'),
    ],
  },
  {
    name: 'scales',
    switches: [
      fault('restless', 'restless', { flag: 0 }),
      fault('dead-scale', 'dead-scale', { lane: 1 }),
      fault('stuck-scale', 'stuck-scale'),
      fault('wrong-clock', 'wrong-clock', { aheadSeconds: 86_400 }),
    ],
  },
]

/** Those that happen at once and end by themselves. */
export const REBOOT: Fault = { fault: 'reboots' }
export const GONE: Fault = { fault: 'gone', seconds: 30 }

/** Whether a cabinet's fault is this one, with these settings and no others. */
export function isSame(known: Fault, wanted: Fault): boolean {
  const { used: _used, over: _over, ...settings } = known
  const names = Object.keys(settings).filter((name) => settings[name] !== null)
  return (
    names.length === Object.keys(wanted).length &&
    names.every((name) => JSON.stringify(settings[name]) === JSON.stringify(wanted[name]))
  )
}

/** Those of a cabinet's faults that still go on, as they were put. */
export function lasting(faults: readonly Fault[]): Fault[] {
  return faults
    .filter((fault) => fault['over'] !== true)
    .map(({ used: _used, over: _over, ...settings }) => settings as Fault)
}
