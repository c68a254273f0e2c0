import type { Words } from '@kaimen/common'

/** Says a page's own words in one language, so that a story looks for what a person reads. */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => RegExp

/** The words of a page by their names; values that are not given may be anything. */
export function saying(words: Words): Say {
  return (name, values = {}) => {
    const text = name
      .split('.')
      .reduce<string | Words | undefined>((group, part) => (typeof group === 'object' ? group[part] : undefined), words)
    if (typeof text !== 'string') {
      throw new Error(`The page has no words by the name ${name}.`)
    }
    const parts = text.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return escaped(part)
      return part in values ? escaped(String(values[part])) : '.*?'
    })
    return new RegExp(`^\\s*${parts.join('')}\\s*$`)
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
