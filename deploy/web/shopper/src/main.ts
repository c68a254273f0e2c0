import '@kaimen/common/page.css'
import 'vant/lib/index.css'
import './shopper.css'
import { createApp } from 'vue'
import App from './App.vue'
import { language } from './app'
import { router } from './router'

createApp(App).use(language.i18n).use(router).mount('#app')
