import { createRouter, createWebHashHistory } from 'vue-router'
import LoginPage from './pages/LoginPage.vue'
import OrdersPage from './pages/OrdersPage.vue'
import { session } from './session'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/orders' },
    {
      path: '/login',
      name: 'login',
      component: LoginPage,
      props: ({ query }) => ({ back: String(query['back'] ?? '/orders') }),
    },
    { path: '/orders', name: 'orders', component: OrdersPage },
    // With the charts, which a list does not need.
    { path: '/orders/:orderNo', name: 'order', component: () => import('./pages/OrderPage.vue'), props: true },
    { path: '/:rest(.*)', redirect: '/orders' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  const known = session.token() !== null || to.name === 'login' || (await session.logInHandedOver())
  return known ? true : { name: 'login', query: { back: to.fullPath } }
})
