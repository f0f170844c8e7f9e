import fc from "fast-check";
import { expect, it } from "vitest";
import { stableSort } from "./stable-sort";

it("sorts as any stable sort where less is an order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat()), { maxLength: 120 }), (list) => {
      const sorted = [...list];
      stableSort(sorted, (a, b) => a[0] < b[0]);
      expect(sorted).toEqual([...list].sort((a, b) => a[0] - b[0]));
    }),
  );
});

it("reverses a short list where everything counts as smaller", () => {
  const list = [1, 2, 3, 4];
  stableSort(list, () => true);
  expect(list).toEqual([4, 3, 2, 1]);
});
