import '@fontsource-variable/golos-text/wght.css'
import '@fontsource/pt-serif/cyrillic-400.css'
import '@fontsource/pt-serif/cyrillic-400-italic.css'
import '@fontsource/pt-serif/cyrillic-700.css'
import '@fontsource/pt-serif/latin-400.css'
import '@fontsource/pt-serif/latin-400-italic.css'
import '@fontsource/pt-serif/latin-700.css'
import './style/tokens.css'
import './style/base.css'

import { mount } from 'svelte'
import App from './App.svelte'
import { useBackend } from './backend'
import { tauri } from './backend/tauri'
import { en } from './text/en'
import { ru } from './text/ru'

const target = document.getElementById('app')!

if ('__TAURI_INTERNALS__' in window) {
  useBackend(tauri)
  mount(App, { target })
} else {
  // Opened in a browser, where nobody answers and no language was chosen.
  target.append(
    ...[ru, en].map((text) => {
      const said = document.createElement('p')
      said.textContent = text.frame.noProgram
      return said
    }),
  )
}
