import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  // The window is served from its own scheme: addresses are relative, and no
  // font may become a data: address, which the content policy refuses.
  base: './',
  clearScreen: false,
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: { target: 'safari16', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    css: false,
    // A whole screen is drawn in many of them, and asks a program, on a machine that may do much else.
    testTimeout: 30_000,
  },
})
