import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { keptLanguage, openBooks, speak } from './lib/i18n'
import './styles/screens.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await speak(keptLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
// Nothing is refused before there is something on the screen.
void openBooks('refusals')
