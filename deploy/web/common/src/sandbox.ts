import { json } from './http'

/**
 * The payment sandbox in the place of WeChat: what the mini-program asks of `wx` the page asks of
 * it. There only on a local stack.
 */
export const sandbox = {
  /** `wx.login`: a code that is good once. */
  async loginCode(openid: string): Promise<string> {
    const answer = await json<{ code: string }>('POST', '/sandbox/codes', { openid })
    return answer.code
  },

  /** What a person does in WeChat itself with an order that could not be collected. */
  async pay(orderNo: string): Promise<void> {
    await json('POST', `/sandbox/payscore/orders/${encodeURIComponent(orderNo)}/pay`)
  },

  /** `wx.openBusinessView`: the platform's own page, on which a person confirms. A package opens it once. */
  confirmPage(authorisation: Readonly<Record<string, string>>, openid: string): string {
    const query = new URLSearchParams({ package: authorisation['package'] ?? '', openid })
    return `/sandbox/payscore/confirm-page?${query}`
  },
}
