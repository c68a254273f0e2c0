/** A time for people, to the second, by their own clock. */
export function clock(at: string, locale: string): string {
  const time = new Date(at)
  return Number.isNaN(time.getTime())
    ? '–'
    : new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(time)
}
