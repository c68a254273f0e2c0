import { expect } from '@playwright/test'
import { SN, test } from './story'

test('a person buys by clicking, and an operator sees why', async ({ phone, cabinet, operator, look }) => {
  await phone.scan(`${SN}/1`)
  await expect(phone.page.getByText('¥3.50')).toBeVisible()
  await look(phone.page, '1-inside')

  await phone.askToOpen()
  await look(phone.page, '2-confirm')
  await phone.confirm()

  await phone.expectStage('opening')
  await cabinet.expectUnlocked(1)
  await look(phone.page, '3-unlocked')
  await cabinet.pull(1)
  await phone.expectStage('open')

  await cabinet.take(1, 1)
  await cabinet.take(1, 1)
  await cabinet.take(1, 3)
  await cabinet.put(1, 3)
  await look(phone.page, '4-open')
  await look(cabinet.page, '4-cabinet')
  await cabinet.close(1)

  await phone.expectStage('done')
  await expect(phone.receiptLine('可口可乐')).toContainText('¥7.00')
  await expect(phone.receiptLine('三得利')).toHaveCount(0)
  await look(phone.page, '5-receipt')

  await operator.logIn()
  await look(operator.page, '6-start')
  await operator.lookUp(/order\/(\w+)/.exec(phone.page.url())?.[1] ?? '')
  await expect(operator.page.getByRole('heading', { level: 1 })).toContainText('¥7.00')
  await look(operator.page, '7-flight-recorder')
})

test('who takes nothing pays nothing', async ({ phone, cabinet, look }) => {
  await phone.scan(`${SN}/1`)
  await phone.askToOpen()
  await phone.confirm()
  await cabinet.pull(1)
  await cabinet.close(1)
  await phone.expectStage('nothing')
  await look(phone.page, 'nothing-taken')
})

test('a door that nobody pulls locks again and the order is cancelled', async ({ phone, cabinet, look }) => {
  await phone.scan(`${SN}/2`)
  await phone.askToOpen()
  await phone.confirm()
  await cabinet.expectUnlocked(2)
  await cabinet.expectLocked(2)
  await phone.expectStage('cancelled')
  await look(phone.page, 'never-pulled')
})

test('a refresh and a second scan go on with the order', async ({ phone, cabinet }) => {
  await phone.scan(`${SN}/2`)
  await phone.askToOpen()
  await phone.confirm()
  await phone.expectStage('opening')
  await phone.page.reload()
  await cabinet.pull(2)
  await phone.expectStage('open')

  await cabinet.take(2, 6)
  await phone.page.reload()
  await phone.expectStage('open')
  const running = phone.page.url()
  await phone.page.goto(`/pages/shopper/#/door/${SN}/2`)
  await phone.expectStage('open')
  expect(phone.page.url()).toBe(running)

  await cabinet.close(2)
  await phone.expectStage('done')
  await expect(phone.receiptLine('士力架')).toContainText('¥4.50')
})

test('the orders of a person are listed', async ({ phone, cabinet, look }) => {
  await phone.scan(`${SN}/2`)
  await phone.askToOpen()
  await phone.confirm()
  await cabinet.pull(2)
  await cabinet.take(2, 5)
  await cabinet.close(2)
  await phone.expectStage('done')

  await phone.page.goto('/pages/shopper/#/orders')
  await expect(phone.page.getByText('奥利奥')).toBeVisible()
  await look(phone.page, 'orders')
})

test('a code that is no door says so', async ({ phone, look }) => {
  await phone.page.goto('/pages/shopper/')
  await phone.page.getByLabel(phone.say('scan.typed')).fill('hello')
  await phone.page.getByRole('button', { name: phone.say('scan.go') }).click()
  await expect(phone.page.getByRole('alert')).toHaveText(phone.say('scan.notUnderstood'))
  await look(phone.page, 'no-door')
})
