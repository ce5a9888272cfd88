import '@fontsource-variable/inter/wght.css'
import './app/radix.css'
import './app/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { openEndpoint } from './endpoint/endpoint'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App endpoint={openEndpoint(location.origin)} />
  </StrictMode>,
)
