/** What the pages share: the clients of the services and of the local stack, languages, money. */
export { Problem } from './problem'
export * from './orders'
export { sandbox } from './sandbox'
export * from './simulator'
export { json } from './http'
export { LANGUAGES, words, type Language, type Translation, type Words } from './language'
export { yuan } from './money'
export { hueOf } from './colour'
