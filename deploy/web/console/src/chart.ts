import type uPlot from 'uplot'
import type { Mark, WeightStep } from './curve'
import type { MarkName } from './trace'

const HEIGHT = 240
const MARK_ROWS = 3
const ROW = 15
const FONT = '12px system-ui, sans-serif'
const INK = '#3b4742'

/** How a lane's weight is drawn: stable readings as a line, unstable ones as rings, what happened as marks. */
export function chartOptions(
  width: number,
  span: readonly [number, number],
  marks: readonly Mark[],
  steps: readonly WeightStep[],
  wordOf: (mark: MarkName) => string,
): uPlot.Options {
  return {
    width,
    height: HEIGHT,
    padding: [MARK_ROWS * ROW + 6, 12, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [span[0], span[1]] }, y: { range: rangeOf } },
    axes: [
      { font: FONT, stroke: INK, grid: { stroke: '#eef1ef' }, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
      { font: FONT, stroke: INK, grid: { stroke: '#eef1ef' }, size: 72, values: (_, ticks) => ticks.map((tick) => `${tick} g`) },
    ],
    series: [
      {},
      { stroke: '#b4c0ba', width: 1, dash: [3, 3], points: { show: false } },
      { stroke: '#0b7a5b', width: 2.5, points: { show: true, size: 4, fill: '#0b7a5b' } },
      { width: 0, points: { show: true, size: 7, stroke: '#c26a00', width: 1.8, fill: '#fff' } },
    ],
    hooks: {
      draw: [
        (chart) => {
          drawMarks(chart, marks, wordOf)
          drawSteps(chart, steps)
        },
      ],
    },
  }
}

/** A quiet scale is a line, not a mountain range of noise. */
function rangeOf(_: uPlot, min: number, max: number): [number, number] {
  const margin = Math.max((max - min) * 0.15, 20)
  return [min - margin, max + margin]
}

/** Words stand in the row in which they cover no others. */
function drawMarks(chart: uPlot, marks: readonly Mark[], wordOf: (mark: MarkName) => string) {
  const { ctx, bbox } = chart
  const ratio = devicePixelRatio
  const ends = new Array<number>(MARK_ROWS).fill(0)
  ctx.save()
  plainText(ctx)
  ctx.font = `${12 * ratio}px system-ui, sans-serif`
  ctx.lineWidth = ratio
  for (const mark of marks) {
    const x = chart.valToPos(mark.seconds, 'x', true)
    const word = wordOf(mark.name)
    const length = ctx.measureText(word).width
    const left = Math.max(bbox.left, Math.min(x - length / 2, bbox.left + bbox.width - length))
    const free = ends.findIndex((end) => end + 6 * ratio <= left)
    const row = free === -1 ? MARK_ROWS - 1 : free
    ends[row] = left + length
    const top = bbox.top - (MARK_ROWS - row) * ROW * ratio
    ctx.strokeStyle = '#6b7771'
    ctx.setLineDash([4 * ratio, 3 * ratio])
    ctx.beginPath()
    ctx.moveTo(x, top + ROW * ratio)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.fillStyle = INK
    ctx.fillText(word, left, top + 11 * ratio)
  }
  ctx.restore()
}

/** The axes leave theirs behind. */
function plainText(ctx: CanvasRenderingContext2D) {
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
}

/** Each beside its step, half way: two steps one after the other do not cover each other's words. */
function drawSteps(chart: uPlot, steps: readonly WeightStep[]) {
  const { ctx, bbox } = chart
  const ratio = devicePixelRatio
  ctx.save()
  plainText(ctx)
  ctx.font = `600 ${12.5 * ratio}px system-ui, sans-serif`
  for (const step of steps) {
    const word = `${step.grams < 0 ? '−' : '+'}${Math.abs(step.grams).toFixed(0)} g`
    const x = chart.valToPos(step.seconds, 'x', true)
    const length = ctx.measureText(word).width
    const left = Math.min(x + 6 * ratio, bbox.left + bbox.width - length)
    const y = chart.valToPos(step.to - step.grams / 2, 'y', true) + 4 * ratio
    ctx.fillStyle = 'rgba(255,255,255,0.85)'
    ctx.fillRect(left - 3 * ratio, y - 12 * ratio, length + 6 * ratio, 16 * ratio)
    ctx.fillStyle = step.grams < 0 ? '#a3261f' : '#075e46'
    ctx.fillText(word, left, y)
  }
  ctx.restore()
}
