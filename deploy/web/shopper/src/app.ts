import { Orders, words } from '@kaimen/common'
import { Session } from './session'
import { en } from './words.en'
import { zh } from './words.zh'

export const language = words(zh, en)

/** Who is at the phone, and the services they talk to. */
export const session = new Session(language.language)

export const orders: Orders = session.orders
