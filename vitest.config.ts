import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { samplesPlugin } from './src/samples/plugin.ts'

const plugins = [react(), samplesPlugin()]

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', environment: 'node', include: ['tests/core/**/*.test.ts'] } },
      {
        plugins,
        test: { name: 'ui', environment: 'happy-dom', include: ['tests/ui/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'site',
          environment: 'node',
          include: ['tests/site/**/*.test.ts', 'tests/interop/**/*.test.ts'],
          globalSetup: 'tests/site/harness.build.ts',
          // Two browsers at a time, each with a file of its own, and nothing beside them.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is waited for comes in its own time on a machine that has much to do.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      { test: { name: 'architecture', environment: 'node', include: ['tests/architecture/**/*.test.ts'] } },
    ],
  },
})
