import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { RESULTS } from '../playwright.config'
import { Cabinet } from './cabinet'
import { Operator } from './operator'
import { Phone } from './phone'

/** The doors that deploy/up has set up for trying. */
export const SN = 'DEMO-1'

interface Cast {
  /** A shopper whom nobody has seen before. */
  readonly phone: Phone
  /** The same cabinet, in a window beside. */
  readonly cabinet: Cabinet
  /** Somebody at the operators' page, in a window of their own. */
  readonly operator: Operator
  /** Keeps a picture of a page, and looks for what keeps people from using it. */
  readonly look: (page: Page, name: string) => Promise<void>
}

export const test = base.extend<Cast>({
  phone: async ({ page, locale }, use) => {
    await use(new Phone(page, locale ?? 'zh-CN'))
  },
  cabinet: async ({ browser, locale, baseURL }, use) => {
    const window = await browser.newContext({
      locale: locale ?? 'zh-CN',
      viewport: { width: 1280, height: 900 },
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    const cabinet = new Cabinet(await window.newPage(), locale ?? 'zh-CN')
    await cabinet.stepUpTo(SN)
    await use(cabinet)
    await cabinet.leaveShut()
    await window.close()
  },
  operator: async ({ browser, locale, baseURL, viewport }, use) => {
    const window = await browser.newContext({
      locale: locale ?? 'zh-CN',
      viewport,
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    await use(new Operator(await window.newPage(), locale ?? 'zh-CN'))
    await window.close()
  },
  look: async ({}, use, info) => {
    await use(async (page, name) => {
      await page.screenshot({ path: `${RESULTS}/pictures/${info.project.name}-${name}.png`, fullPage: true })
      await expectNothingInTheWay(page)
    })
  },
})

/** No serious fault of those that axe-core finds; the platform's own page is not ours. */
async function expectNothingInTheWay(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const serious = violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .map((fault) => `${fault.id}: ${fault.help} (${fault.nodes.map((node) => node.target.join(' ')).join(', ')})`)
  expect(serious).toEqual([])
}
