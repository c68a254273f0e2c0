import { defineConfig, type Plugin } from 'vite'
import { page } from '../page.ts'

/** Vant's icons are in its style sheet; the address of a second copy elsewhere is left out. */
const noForeignFonts: Plugin = {
  name: 'no-foreign-fonts',
  enforce: 'pre',
  transform(code, id) {
    return id.includes('vant') && id.endsWith('.css')
      ? code.replace(/,\s*url\(["']?\/\/[^)]*\)\s*format\(["']woff["']\)/g, '')
      : null
  },
}

const config = page('/pages/shopper/', '../dist/shopper')
export default defineConfig({ ...config, plugins: [...(config.plugins ?? []), noForeignFonts] })
