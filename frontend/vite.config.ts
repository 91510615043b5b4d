import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.KYOSEKI_SERVER ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routeFileIgnorePattern: '\\.test\\.tsx?$',
      quoteStyle: 'single',
    }),
    react(),
    tailwindcss(),
  ],
  resolve: { alias: { '#': new URL('./src', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    // The policy of the pages allows no data: address for fonts or scripts.
    assetsInlineLimit: 0,
    // Read by roster-worker.js, and by tools/size.mjs.
    manifest: 'parts.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Every screen's address belongs to the first screen; twenty small files of them weigh twice as much as one.
        codeSplitting: { groups: [{ name: 'addresses', test: /\/src\/routes\/[^-?][^/?]*\.tsx$/ }] },
      },
    },
  },
  server: {
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  test: {
    environment: 'jsdom',
    // jsdom is loaded once for each of the two threads rather than for every file: half of the time.
    pool: 'vmThreads',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
