import { Problem } from './problem'

/** JSON to and from what has no description to generate a client from. */
export async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  const request: RequestInit = { method, headers: { Accept: 'application/json' } }
  if (body !== undefined) {
    request.headers = { ...request.headers, 'Content-Type': 'application/json' }
    request.body = JSON.stringify(body)
  }
  let response: Response
  try {
    response = await fetch(path, request)
  } catch {
    throw Problem.offline()
  }
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    throw Problem.of(response.status, answer)
  }
  return answer as T
}
