import { defineConfig } from '@playwright/test'

/** Where a browser is looked for; deploy/web/install-chromium installs the system's. */
const CHROMIUM = process.env['KAIMEN_CHROMIUM'] ?? '/usr/bin/chromium'

/** Pictures and reports; the build keeps them with its own results. */
export const RESULTS = process.env['KAIMEN_STORIES_RESULTS'] ?? 'dist'

/** Stories in a real browser against a running stack (KAIMEN_EDGE, by default port 8080). */
export default defineConfig({
  testDir: 'src',
  testMatch: '*.story.ts',
  outputDir: `${RESULTS}/failures`,
  reporter: [['list'], ['html', { outputFolder: `${RESULTS}/report`, open: 'never' }]],
  // One stack and one pair of doors: one story after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  // A restarted or busy machine is slow, not broken.
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env['KAIMEN_EDGE'] ?? 'http://127.0.0.1:8080',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    timezoneId: 'Asia/Shanghai',
    // Words that fade have too little contrast for a moment.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: CHROMIUM,
      // A root user has no sandbox; everything else keeps the browser from looking for the internet.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 }, locale: 'en-US' } },
  ],
})
