import { json } from './http'

/** Where door and lock truly are. */
export type Position = 'closed' | 'unlocking' | 'unlocked' | 'open'

/** How many units are truly in a lane, and what they truly weigh. */
export interface VirtualLane {
  readonly lane: number
  readonly sku: string | null
  readonly unitGrams: number
  readonly count: number
  readonly grams: number
}

/** A door; `seen` is where the cabinet takes it to be. */
export interface VirtualDoor {
  readonly door: number
  readonly position: Position
  readonly seen: Position | 'fault'
  readonly lanes: readonly VirtualLane[]
}

/** A fault by name, with its settings; `used` and `over` are the simulator's. */
export interface Fault {
  readonly fault: string
  readonly [setting: string]: unknown
}

export interface VirtualCabinet {
  readonly sn: string
  readonly online: boolean
  readonly boot: string
  readonly unacknowledged: number
  readonly doors: readonly VirtualDoor[]
  readonly faults: readonly Fault[]
}

/** A packet of a cabinet's MQTT connection; the last three are null when it is no message. */
export interface Packet {
  /** Counts from 1 since the simulator started. */
  readonly number: number
  readonly at: string
  readonly kind: 'ONLINE' | 'OFFLINE' | 'UP' | 'DOWN'
  readonly topic: string | null
  readonly qos: number | null
  readonly text: string | null
}

/** `last` is the number of the newest packet there is. */
export interface Traffic {
  readonly last: number
  readonly packets: readonly Packet[]
}

const at = (sn: string) => `/simulator/cabinets/${encodeURIComponent(sn)}`

/** The virtual cabinets, through the edge: somebody's hands. There only on a local stack. */
export const simulator = {
  cabinets: () => json<VirtualCabinet[]>('GET', '/simulator/cabinets'),

  cabinet: (sn: string) => json<VirtualCabinet>('GET', at(sn)),

  pull: (sn: string, door: number) => json<VirtualCabinet>('POST', `${at(sn)}/doors/${door}/pull`),

  close: (sn: string, door: number) => json<VirtualCabinet>('POST', `${at(sn)}/doors/${door}/close`),

  take: (sn: string, door: number, lane: number) =>
    json<VirtualCabinet>('POST', `${at(sn)}/doors/${door}/take`, { lane, count: 1 }),

  /** @param of the lane whose product it is */
  put: (sn: string, door: number, lane: number, of: number) =>
    json<VirtualCabinet>('POST', `${at(sn)}/doors/${door}/put`, { lane, count: 1, of }),

  /** The packets kept that are newer than this number. */
  traffic: (sn: string, after: number) => json<Traffic>('GET', `${at(sn)}/traffic?after=${after}`),

  /** Puts these in the place of all faults there were. */
  fault: (sn: string, faults: readonly Fault[]) => json<Fault[]>('PUT', `${at(sn)}/faults`, faults),

  hangUp: (sn: string) => json<VirtualCabinet>('POST', `${at(sn)}/hang-up`),
}
