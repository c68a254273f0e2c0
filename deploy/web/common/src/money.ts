/** Fen as shoppers read it: ¥12.30. */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`
}
