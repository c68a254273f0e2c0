import { words, type Translation } from '@kaimen/common'

const zh = {
  title: 'Kaimen 开门',
  language: 'English',
  about: '开门式智能货柜的后台，整套都在这台机器上运行。',
  shopper: { title: '顾客页', text: '扫码、看里面有什么、授权、开门、取货、小票。手机优先，小程序的替身。' },
  cabinet: { title: '货柜页', text: '一台可以动手的虚拟货柜：拉门、拿、放、关门，还能给它制造故障。' },
  console: {
    title: '运营后台',
    text: '全部订单，以及每一单的全程记录：发生了什么、秤看到了什么、时间花在哪里。',
    known: '以 {name} 身份自动登录',
  },
  together: '顾客页和货柜页并排打开，就能完整地买一次。',
  runs: '正在运行',
  service: {
    'order-service': '顾客、订单',
    'device-service': '货柜、柜门、购物篮',
    'account-service': '账户、总账、结算',
    'channel-service': '支付平台',
    'replenish-service': '库存、补货',
    sandbox: '支付沙箱，扮演微信',
    simulator: '虚拟货柜 {count} 台，{online} 台在线',
  },
  figures: {
    all: '内存 {megabytes} MB，{requests} 次请求',
    failed: '{count} 次出错',
    deadLetters: '{count} 条死信',
  },
  metrics: '指标',
  developers: '给开发者',
  apiDocs: 'API 文档（所有服务）',
  health: '入口的健康状况（JSON）',
  noEdge: '入口没有应答。',
  up: '正常',
  down: '不在',
  asking: '…',
}

const en: Translation<typeof zh> = {
  title: 'Kaimen 开门',
  language: '中文',
  about: 'The back end of open-door vending cabinets, all of it running on this machine.',
  shopper: {
    title: 'Shopper page',
    text: 'Scan, look inside, authorise, open, take, receipt. Made for phones; the mini-program’s stand-in.',
  },
  cabinet: {
    title: 'Cabinet page',
    text: 'A virtual cabinet to use by hand: pull, take, put back, close, and faults to switch on.',
  },
  console: {
    title: 'Operators’ page',
    text: 'All orders, and the flight recorder of each: what happened, what the scales saw, where the time went.',
    known: 'Logs you in as {name}',
  },
  together: 'Open shopper and cabinet page side by side and make a whole purchase.',
  runs: 'What runs',
  service: {
    'order-service': 'shoppers, orders',
    'device-service': 'cabinets, doors, baskets',
    'account-service': 'accounts, ledger, settlement',
    'channel-service': 'payment platforms',
    'replenish-service': 'stock, restocking',
    sandbox: 'the payment sandbox, plays WeChat',
    simulator: 'virtual cabinets: {count}, online: {online}',
  },
  figures: {
    all: '{megabytes} MB heap, {requests} requests',
    failed: '{count} failed',
    deadLetters: '{count} dead letters',
  },
  metrics: 'metrics',
  developers: 'For developers',
  apiDocs: 'API documentation of all services',
  health: 'Health of the edge (JSON)',
  noEdge: 'The edge does not answer.',
  up: 'up',
  down: 'missing',
  asking: '…',
}

export const language = words(zh, en)
