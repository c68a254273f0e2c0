import '@kaimen/common/page.css'
import './console.css'
import { createApp } from 'vue'
import App from './App.vue'
import { language } from './app'
import { router } from './router'

createApp(App).use(language.i18n).use(router).mount('#app')
