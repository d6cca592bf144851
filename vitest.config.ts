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
          // Each file has a browser of its own, and times things: one at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'architecture', environment: 'node', include: ['tests/architecture/**/*.test.ts'] } },
    ],
  },
})
