import { Orders, words } from '@kaimen/common'
import { en } from './words.en'
import { zh } from './words.zh'

export const language = words(zh, en)

/** For what a door sells, which anybody may ask. */
export const orders = new Orders({ token: () => null, language: language.language })
