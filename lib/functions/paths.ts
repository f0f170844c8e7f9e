/** Paths with slashes, which on Linux are also the paths of files. Mirrors package path. */
import type { GoFunction } from "../gotemplate/function";
import { BOOL, STRING } from "../go/types";
import { func, named } from "./define";

/** path.Clean */
export function clean(path: string): string {
  if (path === "") return ".";
  const rooted = path.startsWith("/");
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (!rooted) out.push("..");
  }
  const joined = out.join("/");
  return rooted ? `/${joined}` : joined || ".";
}

/** path.Base */
function base(path: string): string {
  if (path === "") return ".";
  const trimmed = path.replace(/\/+$/, "");
  return trimmed === "" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

/** path.Dir */
function dir(path: string): string {
  return clean(path.slice(0, path.lastIndexOf("/") + 1));
}

/** path.Ext */
function ext(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot);
}

export const pathFunctions: readonly GoFunction[] = [
  ...named(["base", "osBase"], (name) => func(name, [STRING], STRING, base)),
  ...named(["dir", "osDir"], (name) => func(name, [STRING], STRING, dir)),
  ...named(["clean", "osClean"], (name) => func(name, [STRING], STRING, clean)),
  ...named(["ext", "osExt"], (name) => func(name, [STRING], STRING, ext)),
  ...named(["isAbs", "osIsAbs"], (name) => func(name, [STRING], BOOL, (path: string) => path.startsWith("/"))),
];
