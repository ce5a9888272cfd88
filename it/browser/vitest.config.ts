import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['src/bank/globalSetup.ts'],
    // One bank and one browser on a small machine: files one after another.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default of one second tests the machine and not the page.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['verbose'],
  },
})
