import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'

/** How a page is built: from its own folder, for its address at the edge. */
export function page(base: string, outDir: string): UserConfig {
  const edge = process.env['KAIMEN_EDGE'] ?? 'http://127.0.0.1:8080'
  return {
    base,
    plugins: [vue()],
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 900 },
    // npm run dev: the page from its sources, everything else from a running stack.
    server: {
      proxy: Object.fromEntries(
        ['/shopper/', '/sandbox/', '/simulator/', '/actuator/', '/admin/', '/metrics/', '/api-docs/'].map((path) => [path, edge]),
      ),
    },
  }
}
