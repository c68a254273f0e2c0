import { createI18n } from 'vue-i18n'
import { watch } from 'vue'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEPT_AS = 'kaimen.language'

/** The one chosen before, else what the browser asks for, else Chinese. */
export function preferredLanguage(kept: string | null, wanted: readonly string[]): Language {
  const chosen = LANGUAGES.find((language) => language === kept)
  if (chosen !== undefined) {
    return chosen
  }
  const first = wanted.find((language) => /^(zh|en)\b/i.test(language))
  return first?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-CN'
}

/** Words by name, in groups. */
export interface Words {
  readonly [name: string]: string | Words
}

/** The same names in another language. */
export type Translation<Original> = {
  readonly [Name in keyof Original]: Original[Name] extends string ? string : Translation<Original[Name]>
}

/** A page's words in both languages; the choice is kept for all pages. */
export function words(chinese: Words, english: Words) {
  const i18n = createI18n({
    legacy: false,
    locale: preferredLanguage(localStorage.getItem(KEPT_AS), navigator.languages) as Language,
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': chinese as Record<string, string>, en: english as Record<string, string> },
  })
  const locale = i18n.global.locale
  watch(
    locale,
    (language) => {
      document.documentElement.lang = language
    },
    { immediate: true },
  )
  return {
    i18n,
    language: (): Language => locale.value as Language,
    choose(language: Language) {
      locale.value = language
      localStorage.setItem(KEPT_AS, language)
    },
  }
}
