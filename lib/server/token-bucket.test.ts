import fc from "fast-check";
import { expect, test } from "vitest";
import { TokenBuckets } from "./token-bucket";

test("gives a burst at once, and then so many a second", () => {
  const buckets = new TokenBuckets(3, 0.5);
  expect([1, 2, 3, 4].map(() => buckets.take("a", 0))).toEqual([0, 0, 0, 2]);
  expect(buckets.take("b", 0)).toBe(0);
  expect(buckets.take("a", 1000)).toBe(1);
  expect(buckets.take("a", 2000)).toBe(0);
  expect(buckets.take("a", 2000)).toBe(2);
});

test("what costs more than a burst is let through when it is full, and paid for afterwards", () => {
  const buckets = new TokenBuckets(10, 1);
  expect(buckets.take("a", 0, 25)).toBe(0);
  expect(buckets.take("a", 0, 1)).toBe(16);
  expect(buckets.take("a", 16_000, 1)).toBe(0);
});

test("never gives more than burst and rate allow, whatever the times, and what it promises holds", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 10 }), fc.constantFrom(0.5, 1, 3), steps, (burst, rate, all) => {
      const buckets = new TokenBuckets(burst, rate);
      let [now, taken] = [0, 0];
      for (const [pause, cost] of all) {
        now += pause;
        const wait = buckets.take("a", now, cost);
        if (wait === 0) taken += cost;
        else {
          now += wait * 1000;
          expect(buckets.take("a", now, cost)).toBe(0);
          taken += cost;
        }
        expect(taken).toBeLessThanOrEqual(burst + (rate * now) / 1000 + 1e-6);
      }
    }),
  );
});

test("a clock that goes back gives nothing", () => {
  const buckets = new TokenBuckets(1, 1);
  expect(buckets.take("a", 5000)).toBe(0);
  expect(buckets.take("a", 0)).toBe(1);
});

test("holds a bounded number of buckets", () => {
  const buckets = new TokenBuckets(1, 0.001);
  expect(buckets.take("first", 0)).toBe(0);
  for (let i = 0; i < 20_000; i++) buckets.take(String(i), 0);
  expect(buckets.take("first", 0)).toBe(0);
  expect(buckets.take("19999", 0)).toBeGreaterThan(0);
});
