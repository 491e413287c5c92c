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

async function start() {
  if ('__TAURI_INTERNALS__' in window) {
    useBackend((await import('./backend/tauri')).tauri)
  } else {
    const { memoryFromAddress } = await import('./backend/memory/address')
    useBackend(memoryFromAddress(location.search))
  }
  mount(App, { target: document.getElementById('app')! })
}

void start()
