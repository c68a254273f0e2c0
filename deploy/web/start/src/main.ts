import '@kaimen/common/page.css'
import { takeOperator } from '@kaimen/common'
import { createApp } from 'vue'
import App from './App.vue'
import { language } from './words'

takeOperator()
createApp(App).use(language.i18n).mount('#app')
