import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../cabinet/src/words.en'
import { zh } from '../../cabinet/src/words.zh'
import { saying, type Say } from './words'

/** Somebody's hands at a virtual cabinet, on the cabinet page. */
export class Cabinet {
  readonly say: Say

  constructor(
    readonly page: Page,
    language: string,
  ) {
    this.say = saying(language === 'en-US' ? en : zh)
  }

  async stepUpTo(sn: string): Promise<void> {
    await this.page.goto('/pages/cabinet/')
    await this.page.getByRole('combobox').selectOption(sn)
    await expect(this.door(1)).toBeVisible()
  }

  /** Waits for the lock, then pulls. */
  async pull(door: number): Promise<void> {
    await this.door(door).getByRole('button', { name: this.say('pull') }).click()
    await expect(this.door(door).getByText(this.say('position.open'))).toBeVisible()
  }

  async take(door: number, lane: number): Promise<void> {
    const held = this.page.locator('.tray [aria-pressed]')
    const before = await held.count()
    await this.hands(door, lane, 'take').click()
    await expect(held).toHaveCount(before + 1)
  }

  /** Puts what is in the hand into a lane. */
  async put(door: number, lane: number): Promise<void> {
    await this.hands(door, lane, 'put').click()
  }

  async close(door: number): Promise<void> {
    await this.door(door).getByRole('button', { name: this.say('close') }).click()
    await this.expectLocked(door)
  }

  async expectLocked(door: number): Promise<void> {
    await expect(this.door(door).getByText(this.say('position.closed'))).toBeVisible({ timeout: 40_000 })
  }

  async expectUnlocked(door: number): Promise<void> {
    await expect(this.door(door).getByText(this.say('position.unlocked'))).toBeVisible()
  }

  /** Shuts what a story that failed has left open, so that the next one finds a door. */
  async leaveShut(): Promise<void> {
    for (const button of await this.page.getByRole('button', { name: this.say('close'), disabled: false }).all()) {
      await button.click()
    }
  }

  private door(door: number): Locator {
    return this.page.locator(`[data-door="${door}"]`)
  }

  private hands(door: number, lane: number, what: string): Locator {
    return this.door(door)
      .locator(`[data-lane="${lane}"]`)
      .locator('.hands')
      .getByRole('button', { name: this.say(what) })
  }
}
