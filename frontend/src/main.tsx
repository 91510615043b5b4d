import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { keptLanguage, speak } from './lib/i18n'
import './styles/screens.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await speak(keptLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
