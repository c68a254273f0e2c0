import { expect, type Page } from '@playwright/test'
import { en } from '../../console/src/words.en'
import { zh } from '../../console/src/words.zh'
import { saying, type Say } from './words'

/** An operator who follows the address that deploy/up printed. */
export class Operator {
  readonly say: Say

  constructor(
    readonly page: Page,
    language: string,
  ) {
    this.say = saying(language === 'en-US' ? en : zh)
  }

  /** Needs KAIMEN_OPERATOR, name:password, as it stands in that address. */
  async logIn(): Promise<void> {
    const operator = process.env['KAIMEN_OPERATOR']
    if (operator === undefined) {
      throw new Error('KAIMEN_OPERATOR=name:password is not set; the password is in deploy/run/secrets/administrator.')
    }
    await this.page.goto(`/pages/start/#operator=${operator}`)
    await expect(this.page).toHaveURL(/start\/(#\/?)?$/)
  }

  async lookUp(orderNo: string): Promise<void> {
    await this.page.goto(`/pages/console/#/orders/${orderNo}`)
    await expect(this.page.getByText(orderNo)).toBeVisible()
  }
}
