import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What goes through recordings takes longest: it begins first, so that no processor waits for it at the end. */
class RecordingsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOfRecordings = ({ moduleId }: TestSpecification) => moduleId.includes("/conformance/");
    const sorted = await super.sort(files);
    return [...sorted.filter(isOfRecordings), ...sorted.filter((file) => !isOfRecordings(file))];
  }
}

export default defineConfig({
  test: {
    include: ["{lib,cli,components,conformance,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    testTimeout: 60_000,
    // By default one processor is left alone.
    maxWorkers: "100%",
    sequence: { sequencer: RecordingsFirst },
  },
});
