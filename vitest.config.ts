import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{lib,cli,components,conformance,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    testTimeout: 60_000,
  },
});
