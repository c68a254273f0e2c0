/** A door, as its code names it. */
export interface DoorCode {
  readonly sn: string
  readonly door: number
}

const AT_THE_END = /(?:^|[/\s])([A-Za-z0-9][A-Za-z0-9_-]{0,63})[/\s]+(\d{1,3})\/?$/

/** What a code on a door or a typed one says: SN/DOOR, alone or at the end of an address; null if neither. */
export function readDoorCode(text: string): DoorCode | null {
  const found = AT_THE_END.exec(text.trim())
  const sn = found?.[1]
  const door = Number(found?.[2])
  return sn === undefined || door < 1 ? null : { sn, door }
}
