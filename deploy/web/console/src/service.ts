import { Problem, type Order, type OrderPage } from '@kaimen/common'
import { language } from './app'
import { session } from './session'
import type { Trace } from './trace'

/** What an operator looks for; empty strings say nothing. */
export interface Search {
  readonly sn: string
  readonly status: string
  readonly page: number
}

export const PAGE_SIZE = 20

/** The operators' side of order-service, through the edge. Every refusal is a {@link Problem}. */
export const service = {
  orders({ sn, status, page }: Search): Promise<OrderPage> {
    const query = new URLSearchParams({ page: String(page), size: String(PAGE_SIZE) })
    if (sn !== '') {
      query.set('sn', sn)
    }
    if (status !== '') {
      query.set('status', status)
    }
    return get<OrderPage>(`/admin/orders?${query}`)
  },

  order: (orderNo: string) => get<Order>(`/admin/orders/${encodeURIComponent(orderNo)}`),

  trace: (orderNo: string) => get<Trace>(tracePath(orderNo)),

  /** The weight curves as CSV. */
  async weights(orderNo: string): Promise<Blob> {
    return (await ask(`${tracePath(orderNo)}/weights.csv`, 'text/csv')).blob()
  },
}

const tracePath = (orderNo: string) => `/admin/orders/${encodeURIComponent(orderNo)}/trace`

async function get<T>(path: string): Promise<T> {
  return (await (await ask(path, 'application/json')).json()) as T
}

/** Asks once more with a new token when the old one has run out and somebody was handed over. */
async function ask(path: string, accept: string): Promise<Response> {
  let response = await send(path, accept)
  if (response.status === 401) {
    session.expire()
    if (await session.logInHandedOver()) {
      response = await send(path, accept)
    }
  }
  if (!response.ok) {
    throw Problem.of(response.status, await response.json().catch(() => null))
  }
  return response
}

async function send(path: string, accept: string): Promise<Response> {
  try {
    return await fetch(path, {
      headers: {
        // A refusal is JSON whatever was asked for.
        Accept: `${accept}, application/problem+json`,
        'Accept-Language': language.language(),
        Authorization: `Bearer ${session.token() ?? ''}`,
      },
    })
  } catch {
    throw Problem.offline()
  }
}
