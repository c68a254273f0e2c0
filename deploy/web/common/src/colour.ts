/** A product without a photo has at least a colour of its own, the same on every page. */
export function hueOf(sku: string): number {
  let hash = 7
  for (const letter of sku) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 9973
  }
  return (hash * 137) % 360
}
