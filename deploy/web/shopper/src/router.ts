import { createRouter, createWebHashHistory } from 'vue-router'
import DoorPage from './pages/DoorPage.vue'
import OrderPage from './pages/OrderPage.vue'
import OrdersPage from './pages/OrdersPage.vue'
import ScanPage from './pages/ScanPage.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'scan', component: ScanPage },
    {
      path: '/door/:sn/:door(\\d+)',
      name: 'door',
      component: DoorPage,
      props: ({ params }) => ({ sn: String(params['sn']), door: Number(params['door']) }),
    },
    { path: '/order/:orderNo', name: 'order', component: OrderPage, props: true },
    { path: '/orders', name: 'orders', component: OrdersPage },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
