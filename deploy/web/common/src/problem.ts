/** What went wrong, in the words of whoever refused (RFC 9457 problem details). */
export class Problem extends Error {
  override readonly name = 'Problem'

  /**
   * @param status HTTP status; 0 when nobody answered
   * @param code stable, for programs; `offline` when nobody answered
   * @param detail for people; empty when the other side said nothing they could read
   * @param retryAfterSeconds when the same call may well succeed; absent when waiting does not help
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(`${status} ${code}: ${detail}`)
  }

  /** Nobody answered. */
  static offline(): Problem {
    return new Problem(0, 'offline', '')
  }

  /** An answer that is a refusal, whatever its body. */
  static of(status: number, body: unknown): Problem {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
    const retry = said['retryAfterSeconds']
    return new Problem(
      status,
      typeof said['code'] === 'string' ? said['code'] : `http-${status}`,
      typeof said['detail'] === 'string' ? said['detail'] : '',
      typeof retry === 'number' ? retry : undefined,
    )
  }
}
