import createClient from 'openapi-fetch'
import type { components, paths } from './generated/order'
import { Problem } from './problem'

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

/** What a lane's scale said before the unlock and after the close, in grams. */
export type LaneWeights = Present<Schemas['LaneWeights']>

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
export type OrderWithWeights = Nullable<Present<Schemas['ShopperOrder']>, NotYet>

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

  constructor(caller: Caller) {
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
    const date = Date.parse(answer.response.headers.get('Date') ?? '')
    if (!Number.isNaN(date)) {
      this.ahead = date - Date.now()
    }
    if (!answer.response.ok) {
      throw Problem.of(answer.response.status, answer.error)
    }
    return answer.data as T
  }
}
