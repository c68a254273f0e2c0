import { expect, it } from 'vitest'
import { readEvents } from './events'
import { Problem } from './problem'

function stream(parts: readonly string[], end: 'end' | 'break' | 'stay'): Response {
  const encoder = new TextEncoder()
  return new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        parts.forEach((part) => controller.enqueue(encoder.encode(part)))
        if (end === 'end') controller.close()
        if (end === 'break') controller.error(new TypeError('network error'))
      },
    }),
  )
}

it('reads events however the network cut them, and passes over heartbeats', async () => {
  const seen: string[] = []

  await readEvents(
    stream(['event:order\nda', 'ta:{"a":1}\n\n:still here\n\nevent:sca', 'les\ndata:{"b":2}\n\n'], 'end'),
    (name, data) => seen.push(`${name} ${data}`),
  )

  expect(seen).toEqual(['order {"a":1}', 'scales {"b":2}'])
})

it('says so when the stream breaks', async () => {
  await expect(readEvents(stream([], 'break'), () => undefined)).rejects.toEqual(Problem.offline())
})

it('does not believe in a stream that says nothing', async () => {
  await expect(readEvents(stream([':\n\n'], 'stay'), () => undefined, 30)).rejects.toMatchObject({ code: 'offline' })
})
