import { words } from '@kaimen/common'
import { en } from './words.en'
import { zh } from './words.zh'

export const language = words(zh, en)
