import { GoError, GoPanic, toldError } from "../source/errors";
import { cloneNode } from "../go/clone";
import { fromBytes, sortStrings, toBytes } from "../go/strings";
import { parseTemplate, type Template } from "../gotemplate/template";
import { appendError } from "../istio/errors";
import { parseInjectionConfig, type InjectionConfig } from "../istio/injection-config";
import { nativeSidecars } from "../istio/native-sidecar";
import { behaviours } from "../istio/releases";
import type { Release } from "../k8s/release";
import { splitDocuments } from "./documents";
import { intoDocument, type OfflineObserver } from "./kube-inject";
import { InjectionLog, loggingFunctions, logMeshWarnings, type Log, type LogLine } from "./offline-log";
import { podTypeOf, readMesh, readValues, type Setup } from "./setup";

export type { LogLine } from "./offline-log";

/** The bytes of a file, or why it cannot be read, in Go's words (`open x: no such file or directory`). */
export type FileRead = Uint8Array | { readonly error: string };

/** What the command works on. Files are asked for one after another, each only when its turn comes. */
export interface OfflineInput {
  readonly release: Release;
  readonly mesh: () => FileRead;
  /** The injection config, or (what is no config with templates) the text of one template. */
  readonly config: () => FileRead;
  readonly values: () => FileRead;
  readonly workload: () => FileRead;
  readonly revision: string;
  /** ENABLE_NATIVE_SIDECARS of the command's environment. */
  readonly nativeSidecars?: string;
}

/** Where things go, as they happen. */
export interface OfflineSink {
  /** A piece of the output. */
  write(piece: Uint8Array): void;
  log(line: LogLine): void;
}

/** How a run ended. */
export interface OfflineEnd {
  /** What was skipped and why, in order; they are shown after everything else, before the error. */
  readonly warnings: readonly string[];
  readonly error?: string;
  /** The command would have crashed; `error` is then the panic's text. */
  readonly panicked?: boolean;
}

/**
 * Does what `istioctl kube-inject` does once its flags are read: mesh, config, values, then one document after another. What is written before
 * an error stays written. O(texts + documents × templates).
 * Mirrors InjectCommand of istioctl/pkg/kubeinject and IntoResourceFile of pkg/kube/inject.
 */
export function offlineCommand(input: OfflineInput, sink: OfflineSink): OfflineEnd {
  const warnings: string[] = [];
  try {
    const setup = prepare(input, sink.log.bind(sink));
    injectDocuments(textOf(input.workload()), setup, sink, warnings);
    return { warnings };
  } catch (error) {
    const told = toldError(error);
    return { warnings, error: told.message, panicked: told instanceof GoPanic };
  }
}

/** The text of a file as a Go string. @throws GoError for one that cannot be read. */
function textOf(file: FileRead, prefix = ""): string {
  if (file instanceof Uint8Array) return fromBytes(file);
  throw new GoError(prefix + file.error);
}

function prepare(input: OfflineInput, log: Log): Setup {
  const { release, revision } = input;
  const mesh = readMesh(textOf(input.mesh(), "cannot read mesh config file "), release);
  logMeshWarnings(mesh, log);
  const { config, templates } = readConfig(textOf(input.config()), release, log);
  const valuesText = textOf(input.values());
  const compiled = templates();
  const values = readValues(valuesText, release);
  return {
    release,
    behaviours: behaviours(release),
    podType: podTypeOf(release),
    config,
    templates: compiled,
    // Templates can change what they are given; whoever reads the same text later must not see it.
    values: { typed: values.typed, map: cloneNode(values.map) },
    mesh,
    nativeSidecar: nativeSidecars(release, input.nativeSidecars),
    // A revision of that name renders as none.
    revision: revision === "default" ? "" : revision,
    compliancePolicy: "",
  };
}

interface ReadConfig {
  readonly config: InjectionConfig;
  /** The compiled templates. @throws GoError where they are not: only asked for once the values have been read. */
  readonly templates: () => ReadonlyMap<string, Template>;
}

/**
 * The config with its templates; a text that is none is the template `sidecar` itself.
 * @throws GoError a list that ends with `loading --injectConfigFile` where a config's template does not parse.
 * Mirrors readInjectConfigFile.
 */
function readConfig(text: string, release: Release, log: Log): ReadConfig {
  const config = configOf(text, release);
  if (!config) {
    const only = new Map([["sidecar", text]]);
    return { config: parseInjectionConfig(release, ""), templates: () => compile(only, release, log) };
  }
  try {
    const templates = compile(config.templates, release, log);
    return { config, templates: () => templates };
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw appendError(appendError(undefined, error), new GoError("loading --injectConfigFile"));
  }
}

function configOf(text: string, release: Release): InjectionConfig | undefined {
  try {
    const config = parseInjectionConfig(release, text);
    return config.templates.size > 0 ? config : undefined;
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
}

/** Of several broken templates the first by name is told, where Go takes a random one. Mirrors ParseTemplates. */
function compile(texts: ReadonlyMap<string, string>, release: Release, log: Log): ReadonlyMap<string, Template> {
  const functions = loggingFunctions(release, log);
  return new Map(sortStrings(texts.keys()).map((name) => [name, parseTemplate("inject", texts.get(name)!, functions)]));
}

function injectDocuments(text: string, setup: Setup, sink: OfflineSink, warnings: string[]): void {
  let current: InjectionLog | undefined;
  const observer: OfflineObserver = {
    observers: (_, injection) => ({ record: (current = new InjectionLog(injection, sink.log.bind(sink))) }),
    done: ({ warning, error }) => {
      if (warning !== undefined) warnings.push(warning);
      if (error) current?.failed(error);
      current = undefined;
    },
  };
  const { documents, error } = splitDocuments(text);
  for (const document of documents) {
    sink.write(toBytes(intoDocument(document, setup, observer)));
    sink.write(SEPARATOR);
  }
  if (error) throw error;
}

const SEPARATOR = toBytes("---\n");
