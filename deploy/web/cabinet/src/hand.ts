import { ref } from 'vue'

/** A unit taken out, by the lane it is of. */
export interface Held {
  readonly id: number
  readonly of: number
  readonly sku: string
  readonly name: string
}

/** What the person in front of the cabinet holds. It is this page's alone: a reload walks off with it. */
export function hand() {
  const held = ref<readonly Held[]>([])
  const chosen = ref<number | null>(null)
  let next = 1

  function take(of: number, sku: string, name: string) {
    held.value = [...held.value, { id: next, of, sku, name }]
    chosen.value = next++
  }

  /** Lets the chosen one go; the one taken before it is chosen next. */
  function drop(): Held | null {
    const found = held.value.find((unit) => unit.id === chosen.value) ?? null
    held.value = held.value.filter((unit) => unit !== found)
    chosen.value = held.value.at(-1)?.id ?? null
    return found
  }

  const inHand = () => held.value.find((unit) => unit.id === chosen.value) ?? null

  return { held, chosen, take, drop, inHand }
}
