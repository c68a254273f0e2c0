import { createParser } from 'eventsource-parser'
import { Problem } from './problem'

/** Longer than the server's own silence: beyond this the connection is dead, whatever it seems. */
export const SILENCE = 20_000

/**
 * Reads server-sent events until the server ends them. The browser's own EventSource cannot say who asks.
 * Rejects when the stream breaks or falls silent.
 */
export async function readEvents(
  response: Response,
  on: (name: string, data: string) => void,
  silence = SILENCE,
): Promise<void> {
  if (response.body === null) {
    throw Problem.offline()
  }
  const parser = createParser({ onEvent: (event) => on(event.event ?? 'message', event.data) })
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const part = await withinTime(reader.read(), silence)
      if (part.done) {
        return
      }
      parser.feed(part.value)
    }
  } catch (broken) {
    throw broken instanceof Problem ? broken : Problem.offline()
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

async function withinTime<T>(promise: Promise<T>, millis: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Problem.offline()), millis)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
