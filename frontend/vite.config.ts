import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './build/content-security-policy.ts'

/** Where the page asks for data while it is developed: a bank that runs, or the small stand-in in dev/. */
const endpoint = process.env['BANK_ENDPOINT'] ?? 'http://127.0.0.1:8181'

/** Of the work and never of the shell: with another one React is built for its developers, larger and many times slower, or has nothing for tests. */
const NODE_ENV = { build: 'production', serve: 'development' }

export default defineConfig(({ command, mode }) => {
  process.env['NODE_ENV'] = mode === 'test' ? 'test' : NODE_ENV[command]
  return {
    plugins: [react(), contentSecurityPolicy()],
    build: {
      outDir: 'target/site',
      emptyOutDir: true,
      target: 'es2022',
      // Nothing is put into the page as a data: URL, and no polyfill as an inline script: the policy allows neither.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: { fileName: 'licenses.md' },
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/graphql': { target: endpoint, ws: true },
        '/load-results.json': endpoint,
      },
    },
    test: {
      environment: 'happy-dom',
      include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
      setupFiles: ['src/testing/setup.ts'],
      restoreMocks: true,
    },
  }
})
