import { STRING, type GoType } from "../go/types";
import type { Release } from "../k8s/release";
import { typesOf } from "../k8s/types";
import { GoError } from "../source/errors";
import type { LabelSelector } from "./selectors";
import { unmarshalYaml } from "./unmarshal-yaml";

/** data.config of the injector's ConfigMap. */
export interface InjectionConfig {
  /** `enabled` or `disabled`; anything else turns injection off. */
  readonly policy: string;
  readonly defaultTemplates: readonly string[];
  /** Template texts by name. */
  readonly templates: ReadonlyMap<string, string>;
  /** The names of templates that another name stands for. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly neverInjectSelector: readonly LabelSelector[];
  readonly alwaysInjectSelector: readonly LabelSelector[];
  readonly injectedAnnotations: ReadonlyMap<string, string>;
}

interface ConfigNode {
  policy?: string;
  defaultTemplates?: string[] | null;
  templates?: Map<string, string> | null;
  aliases?: Map<string, string[] | null> | null;
  neverInjectSelector?: LabelSelector[] | null;
  alwaysInjectSelector?: LabelSelector[] | null;
  injectedAnnotations?: Map<string, string> | null;
}

const PACKAGE = "istio.io/istio/pkg/kube/inject";

const RAW_TEMPLATES: GoType = {
  kind: "map",
  name: "inject.RawTemplates",
  path: `${PACKAGE}.RawTemplates`,
  key: STRING,
  elem: STRING,
};

const configTypes = new Map<Release, GoType>();

/** inject.Config, whose templates are of a map type of their own: errors name it. */
function configType(release: Release): GoType {
  let type = configTypes.get(release);
  if (!type) {
    const { kind, name, path, fields } = typesOf(release).get(`${PACKAGE}.Config`);
    const named = fields!.map((field) => (field.go === "RawTemplates" ? { ...field, type: RAW_TEMPLATES } : field));
    configTypes.set(release, (type = { kind, name, path, fields: named }));
  }
  return type;
}

/**
 * Reads data.config; its templates are not compiled here.
 * @throws GoError `failed to unmarshal injection template: …`
 * Mirrors UnmarshalConfig of pkg/kube/inject/inject.go.
 */
export function parseInjectionConfig(release: Release, text: string): InjectionConfig {
  const node = readConfig(release, text);
  return {
    policy: node.policy ?? "",
    defaultTemplates: node.defaultTemplates?.length ? node.defaultTemplates : ["sidecar"],
    templates: node.templates ?? new Map(),
    aliases: new Map([...(node.aliases ?? [])].map(([name, list]) => [name, list ?? []])),
    neverInjectSelector: node.neverInjectSelector ?? [],
    alwaysInjectSelector: node.alwaysInjectSelector ?? [],
    injectedAnnotations: node.injectedAnnotations ?? new Map(),
  };
}

function readConfig(release: Release, text: string): ConfigNode {
  try {
    return unmarshalYaml(text, configType(release)) as ConfigNode;
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`failed to unmarshal injection template: ${error.message}`, error.position, error.text);
  }
}
