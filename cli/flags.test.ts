import { describe, expect, test } from "vitest";
import { parseFlags, valueOf, type Flag } from "./flags";

const FLAGS: readonly Flag[] = [
  { name: "filename", short: "f" },
  { name: "quiet", short: "q", type: "bool" },
  { name: "port", type: "int" },
  { name: "timeout", type: "duration" },
  { name: "as-group", type: "list" },
];
const problem = (...args: string[]) => {
  try {
    parseFlags(FLAGS, args);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe("flags", () => {
  test.each([
    [["--filename", "x"]],
    [["--filename=x"]],
    [["-f", "x"]],
    [["-fx"]],
    [["-f=x"]],
    [["-qfx"]],
    [["-qf", "x"]],
  ])("%j", (args) => {
    expect(valueOf(parseFlags(FLAGS, args), "filename")).toBe("x");
  });

  test("what follows -- is no flag, a lone - neither", () => {
    expect(parseFlags(FLAGS, ["a", "-", "-q", "--", "-f"]).positional).toEqual(["a", "-", "-f"]);
  });

  test("the last value counts, a list keeps all", () => {
    const parsed = parseFlags(FLAGS, ["-fa", "-fb", "--as-group=x", "--as-group", "y"]);
    expect(valueOf(parsed, "filename")).toBe("b");
    expect(parsed.values.get("as-group")).toEqual(["x", "y"]);
  });

  test.each([
    [["--nope"], "unknown flag: --nope"],
    [["--nope=1"], "unknown flag: --nope"],
    [["-x"], "unknown shorthand flag: 'x' in -x"],
    [["-qx"], "unknown shorthand flag: 'x' in -x"],
    [["--filename"], "flag needs an argument: --filename"],
    [["-qf"], "flag needs an argument: 'f' in -f"],
    [["--=x"], "bad flag syntax: --=x"],
    [
      ["-q=maybe"],
      'invalid argument "maybe" for "-q, --quiet" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [["--port=08"], 'invalid argument "08" for "--port" flag: strconv.ParseInt: parsing "08": invalid syntax'],
    [
      ["--port", "9223372036854775808"],
      'invalid argument "9223372036854775808" for "--port" flag: strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    [["--timeout=5"], 'invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"'],
    [["--timeout=5y"], 'invalid argument "5y" for "--timeout" flag: time: unknown unit "y" in duration "5y"'],
  ])("%j: %s", (args, message) => expect(problem(...args)).toBe(message));

  test.each([["--port=0x1f"], ["--port=-1_000"], ["--timeout=1h30m"], ["--timeout=-.5s"], ["-q=F"]])(
    "%s is fine",
    (arg) => {
      expect(problem(arg)).toBeUndefined();
    },
  );
});
