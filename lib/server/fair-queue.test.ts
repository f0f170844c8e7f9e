import fc from "fast-check";
import { expect, test } from "vitest";
import { FairQueue } from "./fair-queue";

test("nobody waits longer than one turn of each other client for each of their own, and nothing is lost", () => {
  const clients = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 60 });
  fc.assert(
    fc.property(clients, (pushed) => {
      const queue = new FairQueue<{ client: string; at: number }>();
      const items = pushed.map((client, at) => ({ client, at }));
      for (const item of items) queue.push(item.client, item);
      expect(queue.size).toBe(items.length);
      const taken = [...queue.drain()];
      for (const client of new Set(pushed)) {
        const own = taken.filter((item) => item.client === client);
        expect(own).toEqual(items.filter((item) => item.client === client));
        const others = new Set(pushed).size;
        own.forEach((item, nth) => expect(taken.indexOf(item)).toBeLessThan((nth + 1) * others));
      }
      expect([taken.length, queue.size, queue.sizeOf("a")]).toEqual([items.length, 0, 0]);
    }),
  );
});

test("takes out what is given up", () => {
  const queue = new FairQueue<string>();
  for (const item of ["a1", "b1", "a2"]) queue.push(item[0]!, item);
  expect([queue.remove("a", "a1"), queue.remove("a", "a1"), queue.remove("b", "b1")]).toEqual([true, false, true]);
  expect([queue.size, queue.sizeOf("a"), queue.shift(), queue.shift()]).toEqual([1, 1, "a2", undefined]);
});
