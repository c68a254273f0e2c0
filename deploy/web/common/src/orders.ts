import createClient from 'openapi-fetch'
import type { components, paths } from './generated/order'
import { Problem } from './problem'
import { readEvents } from './events'

/** The description leaves open which fields are always there; on the wire all are, some as null. */
type Present<T> = T extends readonly (infer Item)[]
  ? readonly Present<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Present<T[Key]> }
    : T

type Nullable<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: T[K] | null }

type Schemas = components['schemas']

/** A lane behind a door, with its product. */
export type Lane = Nullable<Present<Schemas['ShopperLane']>, 'photoUrl' | 'unitsLeft'>

/** A door and what is inside. */
export type Door = Omit<Present<Schemas['ShopperDoor']>, 'lanes'> & { readonly lanes: readonly Lane[] }

/** Units of one product taken from one lane. */
export type SoldLine = Present<Schemas['SoldLine']>

/** What a lane's scale said before the unlock and after the close, in grams, and how many units that makes. */
export type LaneWeights = Nullable<Present<Schemas['LaneWeights']>, 'quantity' | 'confidence'>

type NotYet =
  | 'basketFen'
  | 'dueFen'
  | 'paidFen'
  | 'transactionId'
  | 'authorisedAt'
  | 'doorCommandedAt'
  | 'openedAt'
  | 'closedAt'
  | 'basketAt'
  | 'chargedAt'
  | 'cancelledAt'
  | 'abnormalAt'

/** An order in a list: without its moves. */
export type Order = Nullable<Present<Schemas['OrderDetail']>, NotYet>

/** One order, with what the scales said of it once the basket is booked. */
export type OrderWithWeights = Omit<Nullable<Present<Schemas['ShopperOrder']>, NotYet>, 'lanes'> & {
  readonly lanes: readonly LaneWeights[]
}

/** A lane of an open door: its weight now, and how many units seem to be gone. */
export type LiveLane = Nullable<Present<Schemas['Lane']>, 'photoUrl' | 'grams'>

/** What the scales behind an open door say; `available` is false while they cannot be had. */
export type LiveScales = Omit<Present<Schemas['LiveScales']>, 'lanes' | 'readAt'> & {
  readonly readAt: string | null
  readonly lanes: readonly LiveLane[]
}

/** What a stream tells of an order. */
export interface LiveEvents {
  order(order: OrderWithWeights): void
  scales(scales: LiveScales): void
}

/** A line of an ended order that its shopper contests. */
export type Contest = Omit<Nullable<Present<Schemas['ShopperContest']>, 'refundFen'>, 'steps'> & {
  readonly steps: readonly Nullable<Present<Schemas['Progress']>, 'reason'>[]
}

/** An order just placed or resumed; `authorisation` is null when there is nothing to confirm. */
export type PlacedOrder = Order & { readonly authorisation: Readonly<Record<string, string>> | null }

export interface OrderPage {
  readonly items: readonly Order[]
  readonly total: number
}

export type Login = Present<Schemas['LoggedIn']>

/** What a call says of its caller. */
export interface Caller {
  token(): string | null
  /** BCP 47; the answers' words follow it. */
  language(): string
}

interface Answer {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

const PLATFORM = 'wechat'

/** The shopper's side of order-service, through the edge. Every refusal is a {@link Problem}. */
export class Orders {
  private readonly client
  /** Server's clock less ours, in milliseconds, as exact as HTTP's Date. */
  private ahead = 0

  constructor(private readonly caller: Caller) {
    this.client = createClient<paths>({ baseUrl: '/' })
    this.client.use({
      onRequest({ request }) {
        request.headers.set('Accept-Language', caller.language())
        const token = caller.token()
        if (token !== null) {
          request.headers.set('Authorization', `Bearer ${token}`)
        }
      },
    })
  }

  /** The server's time, in epoch milliseconds: phones' clocks are not believed. */
  now(): number {
    return Date.now() + this.ahead
  }

  logIn(code: string): Promise<Login> {
    return this.answer<Login>(this.client.POST('/shopper/login', { body: { platform: PLATFORM, code } }))
  }

  door(sn: string, door: number): Promise<Door> {
    return this.answer<Door>(
      this.client.GET('/shopper/doors/{sn}/{door}', { params: { path: { sn, door } } }),
    )
  }

  /** Taps "open"; with a running order at this door the answer is that order. */
  place(sn: string, door: number): Promise<PlacedOrder> {
    return this.answer<PlacedOrder>(
      this.client.POST('/shopper/orders', { body: { sn, door, platform: PLATFORM } }),
    )
  }

  order(orderNo: string): Promise<OrderWithWeights> {
    return this.answer<OrderWithWeights>(
      this.client.GET('/shopper/orders/{orderNo}', { params: { path: { orderNo } } }),
    )
  }

  /**
   * Tells of an order until it has ended. Rejects when the stream cannot be had, breaks, is silent for too long,
   * or is aborted.
   */
  async live(orderNo: string, events: LiveEvents, signal: AbortSignal): Promise<void> {
    const response = await this.reached(
      fetch(`/shopper/orders/${encodeURIComponent(orderNo)}/live`, {
        headers: this.headers({ Accept: 'text/event-stream, application/problem+json' }),
        signal,
      }),
    )
    await refuse(response)
    await readEvents(response, (name, data) => {
      if (name === 'order') {
        events.order(JSON.parse(data) as OrderWithWeights)
      } else if (name === 'scales') {
        events.scales(JSON.parse(data) as LiveScales)
      }
    })
  }

  /** Gives up an order that is not authorised yet; answers how it stands then. */
  cancel(orderNo: string): Promise<OrderWithWeights> {
    return this.answer<OrderWithWeights>(
      this.client.POST('/shopper/orders/{orderNo}/cancel', { params: { path: { orderNo } } }),
    )
  }

  /** What was contested of an order, oldest first. */
  contests(orderNo: string): Promise<readonly Contest[]> {
    return this.answer<readonly Contest[]>(
      this.client.GET('/shopper/orders/{orderNo}/contests', { params: { path: { orderNo } } }),
    )
  }

  /** Says what is wrong with a line. The same again is the same. */
  contest(orderNo: string, lane: number, sku: string, text: string): Promise<Contest> {
    return this.answer<Contest>(
      this.client.POST('/shopper/orders/{orderNo}/contests', {
        params: { path: { orderNo } },
        body: { lane, sku, text },
      }),
    )
  }

  /** Adds photo 1, 2 or 3 to a contest, or puts another in its place. */
  async putPhoto(contest: string, number: number, photo: Blob): Promise<void> {
    const response = await this.reached(
      fetch(this.photoPath(contest, number), {
        method: 'PUT',
        headers: this.headers({ 'Content-Type': photo.type, Accept: 'application/json, application/problem+json' }),
        body: photo,
      }),
    )
    await refuse(response)
  }

  async photo(contest: string, number: number): Promise<Blob> {
    const response = await this.reached(fetch(this.photoPath(contest, number), { headers: this.headers({}) }))
    await refuse(response)
    return response.blob()
  }

  private photoPath(contest: string, number: number): string {
    return `/shopper/contests/${encodeURIComponent(contest)}/photos/${number}`
  }

  /** For what the generated client cannot carry: streams and files. */
  private headers(more: Record<string, string>): Record<string, string> {
    const token = this.caller.token()
    return {
      ...more,
      'Accept-Language': this.caller.language(),
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    }
  }

  private async reached(call: Promise<Response>): Promise<Response> {
    let response: Response
    try {
      response = await call
    } catch {
      throw Problem.offline()
    }
    this.setClock(response)
    return response
  }

  private setClock(response: Response): void {
    const date = Date.parse(response.headers.get('Date') ?? '')
    if (!Number.isNaN(date)) {
      this.ahead = date - Date.now()
    }
  }

  /** The newest first. */
  list(page: number, size: number): Promise<OrderPage> {
    return this.answer<OrderPage>(
      this.client.GET('/shopper/orders', { params: { query: { page, size } } }),
    )
  }

  private async answer<T>(call: Promise<Answer>): Promise<T> {
    let answer: Answer
    try {
      answer = await call
    } catch {
      throw Problem.offline()
    }
    this.setClock(answer.response)
    if (!answer.response.ok) {
      throw Problem.of(answer.response.status, answer.error)
    }
    return answer.data as T
  }
}

/** Throws what a refusal says. */
async function refuse(response: Response): Promise<void> {
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null)
    throw Problem.of(response.status, body)
  }
}
