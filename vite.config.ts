import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tools,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
