import type { Packet, Traffic } from '@kaimen/common'

/** What a packet is about, as far as somebody wants to see or not to see it. */
export const TOPICS = ['command', 'answer', 'event', 'report', 'line', 'time', 'heartbeat', 'weights'] as const
export type Topic = (typeof TOPICS)[number]

/** There are many of these, each much like the one before. */
export const CHATTER: readonly Topic[] = ['time', 'heartbeat', 'weights']

/** Packets that are shown as one line, in order: one, or chatter in a row. */
export type Line = readonly [Packet, ...Packet[]]

export function topicOf(packet: Packet): Topic {
  if (packet.kind === 'ONLINE' || packet.kind === 'OFFLINE') {
    return 'line'
  }
  if (packet.kind === 'DOWN') {
    return parsed(packet.text ?? '')['type'] === 'time' ? 'time' : 'command'
  }
  const last = packet.topic?.split('/').at(-1)
  return TOPICS.find((topic) => topic === last) ?? 'event'
}

const isChatter = (packet: Packet) => CHATTER.includes(topicOf(packet))

/** The page keeps as many as the simulator. */
const MOST = 500

/** What is known with what was just told. A number that went back is another simulator: all begins anew. */
export function joined(known: readonly Packet[], told: Traffic): readonly Packet[] {
  const last = known.at(-1)?.number ?? 0
  if (told.last < last) {
    return told.packets
  }
  const news = told.packets.filter((packet) => packet.number > last)
  return news.length === 0 ? known : [...known, ...news].slice(-MOST)
}

/** As lines, the newest first; chatter in a row becomes one line when it is folded. */
export function linesOf(packets: readonly Packet[], shown: ReadonlySet<Topic>, folded: boolean): readonly Line[] {
  const lines: Line[] = []
  for (const packet of packets.filter((each) => shown.has(topicOf(each)))) {
    const before = lines.at(-1)
    if (folded && before !== undefined && isChatter(before[0]) && isChatter(packet)) {
      lines[lines.length - 1] = [...before, packet]
    } else {
      lines.push([packet])
    }
  }
  return lines.reverse()
}

/** How many packets of each topic a line holds. */
export function countsOf(line: Line): readonly (readonly [Topic, number])[] {
  const counts = new Map<Topic, number>()
  for (const packet of line) {
    counts.set(topicOf(packet), (counts.get(topicOf(packet)) ?? 0) + 1)
  }
  return [...counts]
}

/** A payload for people: JSON spread out, anything else as it is. */
export function spreadOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** What a message says at a glance, in its own words. */
export function gist(packet: Packet): string {
  const said = parsed(packet.text ?? '')
  const words = ['type', 'event', 'outcome', 'detail', 'door'].flatMap((name) => {
    const value = said[name]
    const known = typeof value === 'string' || typeof value === 'number'
    return known ? [name === 'door' ? `door ${value}` : `${value}`] : []
  })
  return [...words, ...doorsOf(said), ...lanesOf(said)].join(' · ')
}

/** `door 1 closed`, of a report. */
function doorsOf(said: Record<string, unknown>): readonly string[] {
  const doors = Array.isArray(said['doors']) ? (said['doors'] as Record<string, unknown>[]) : []
  return doors.map(({ door, state }) => `door ${String(door)} ${String(state)}`)
}

/** `1: 4965.2 g`, with a ~ before the weight of a scale that has not settled. */
function lanesOf(said: Record<string, unknown>): readonly string[] {
  const lanes = Array.isArray(said['lanes']) ? (said['lanes'] as Record<string, unknown>[]) : []
  return lanes.map(({ lane, g, s }) => `${String(lane)}: ${s === 1 ? '' : '~'}${String(g)} g`)
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
