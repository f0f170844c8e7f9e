/** For tests: what a template makes of a value, and the error that it ends in. */
import { execute } from "../gotemplate/exec";
import { parseTemplate } from "../gotemplate/template";
import type { GoValue } from "../go/value";
import type { Release } from "../k8s/release";
import { functionTable } from "./index";

const ENVIRONMENT = new Map([["HOME", "/home/istio"]]);

/** The template's text with `data` as its dot, by the functions of the release. */
export function render(text: string, data: GoValue = null, release: Release = 30): string {
  const functions = functionTable({ release, env: ENVIRONMENT, protoToJson: () => "{}", defaultProxyConfig: {} });
  return execute(parseTemplate("t", text, functions), data);
}

/** What a function's error says, without where in the template it is. */
export function failure(text: string, data: GoValue = null, release: Release = 30): string {
  try {
    render(text, data, release);
  } catch (error) {
    return (error as Error).message.replace(/^.*: error calling [^:]+: /s, "");
  }
  throw new Error(`${text} does not fail`);
}
