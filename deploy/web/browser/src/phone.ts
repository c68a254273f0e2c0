import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../shopper/src/words.en'
import { zh } from '../../shopper/src/words.zh'
import { saying, type Say } from './words'

/** A shopper with the shopper page on a phone. */
export class Phone {
  readonly say: Say

  constructor(
    readonly page: Page,
    language: string,
  ) {
    this.say = saying(language === 'en-US' ? en : zh)
  }

  /** Types the door's code where a code can be scanned. */
  async scan(code: string): Promise<void> {
    await this.page.goto('/pages/shopper/')
    await this.page.getByLabel(this.say('scan.typed')).fill(code)
    await this.page.getByRole('button', { name: this.say('scan.go') }).click()
    await expect(this.heading('door.inside')).toBeVisible()
  }

  /** Orders, up to the platform's own page over ours. */
  async askToOpen(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('door.open') }).click()
    await expect(this.platformButton('确认订单')).toBeVisible()
  }

  /** Presses the green button of the platform's page, which speaks Chinese only. */
  async confirm(): Promise<void> {
    await this.platformButton('确认订单').click()
  }

  async expectStage(name: string): Promise<void> {
    await expect(this.heading(`order.${name}`)).toBeVisible({ timeout: 60_000 })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name: this.say(name) })
  }

  receiptLine(product: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: product })
  }

  private platformButton(name: string): Locator {
    return this.page.frameLocator('iframe').getByRole('button', { name })
  }
}
