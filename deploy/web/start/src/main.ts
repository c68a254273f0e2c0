import '@kaimen/common/page.css'
import { createApp } from 'vue'
import App from './App.vue'
import { language } from './words'

createApp(App).use(language.i18n).mount('#app')
