import type { Json } from "../../go/json-value";
import { type Flow, InputFlow, ScalarFlow } from "../../provenance/flow";
import type { Input } from "../../provenance/input";
import { InputSet, type Inputs } from "../../provenance/inputs";
import { defaultMeshConfig, type MeshConfig } from "../../istio/mesh-config";
import {
  type FieldDescriptor,
  MESH_CONFIG,
  type MessageDescriptor,
  messageDescriptor,
} from "../../istio/protobuf/descriptor";
import { PartsFlow } from "./parts-flow";
import type { PastedInputs } from "./pasted-inputs";

/** The field of a message by the JSON name. */
export function fieldOf(message: MessageDescriptor, key: string): FieldDescriptor | undefined {
  return message.fields.find((field) => field.json === key);
}

/** The key that a field was pasted under: the JSON name, unless only the other one is there. */
export function pastedKey(json: Json | undefined, field: FieldDescriptor): string {
  return json instanceof Map && !json.has(field.json) && json.has(field.name) ? field.name : field.json;
}

/** What was pasted for a field; undefined for what leaves it as it is. */
export function pastedField(json: Json | undefined, field: FieldDescriptor): Json | undefined {
  return json instanceof Map ? (json.get(pastedKey(json, field)) ?? undefined) : undefined;
}

/** A field of a message as it was pasted at `input` (`json` is what stands there, undefined for a built-in default). */
export function fieldFlow(field: FieldDescriptor, input: Input, json: Json | undefined, control: Inputs): Flow {
  if (!field.repeated && !field.isMap) return valueFlow(field, input, json, control);
  return new PartsFlow(InputSet.of(input), control, (key) => {
    const item = Array.isArray(json) ? json[Number(key)] : json instanceof Map ? json.get(key) : undefined;
    return valueFlow(field, input.member(key), item, control);
  });
}

function valueFlow(field: FieldDescriptor, input: Input, json: Json | undefined, control: Inputs): Flow {
  if (field.kind !== "message") return new InputFlow(input, control);
  return messageFlow(field.message, input, json, control);
}

/** A message as it was pasted: its fields by JSON name. A well-known one is a scalar to whoever pastes it. */
export function messageFlow(
  message: MessageDescriptor,
  input: Input,
  json: Json | undefined,
  control: Inputs = undefined,
): Flow {
  const data = InputSet.of(input);
  if (message.wellKnown) return new ScalarFlow(data, control);
  return new PartsFlow(data, control, (key) => {
    const field = fieldOf(message, key);
    // Go's name of a oneof: whichever of its members is set.
    if (!field) return messageFlow(message, input, json, control);
    return fieldFlow(field, input.member(pastedKey(json, field)), pastedField(json, field), control);
  });
}

/** `.MeshConfig`: what was pasted over the release's defaults. `defaultConfig`: the flow of that field, which is merged. */
export function meshFlow(inputs: PastedInputs, defaultConfig: () => Flow): Flow {
  const { release, mesh } = inputs.about.setup;
  const message = messageDescriptor(release, MESH_CONFIG);
  const json = inputs.json(inputs.mesh);
  let defaults: MeshConfig | undefined;
  return new PartsFlow(InputSet.of(inputs.mesh), undefined, (key) => {
    if (key === "defaultConfig") return defaultConfig();
    const field = fieldOf(message, key);
    if (!field) return new ScalarFlow(undefined, InputSet.of(inputs.mesh));
    if (key === "extensionProviders") return providersFlow(inputs, field, json, mesh);
    if (key === "trustDomainAliases") return aliasesFlow(inputs, field, json, mesh);
    const input = inputs.mesh.member(pastedKey(json, field));
    const pasted = pastedField(json, field);
    defaults ??= defaultMeshConfig(release);
    if (pasted !== undefined || defaults[key] === undefined) return fieldFlow(field, input, pasted, undefined);
    return fieldFlow(field, inputs.defaults.member("mesh").member(key), undefined, InputSet.of(input));
  });
}

/** The default providers and those that were pasted, by name: one that has a default's name takes its place, and keeps the name. */
function providersFlow(inputs: PastedInputs, field: FieldDescriptor, json: Json | undefined, mesh: MeshConfig): Flow {
  const input = inputs.mesh.member(pastedKey(json, field));
  const pasted = pastedField(json, field);
  const names = Array.isArray(pasted) ? pasted.map((p) => (p instanceof Map ? (p.get("name") ?? "") : "")) : [];
  const count = defaultMeshConfig(inputs.about.setup.release).extensionProviders!.length;
  const itself = InputSet.of(input);
  return new PartsFlow(itself, undefined, (key) => {
    const provider = mesh.extensionProviders?.[Number(key)];
    const at = provider ? names.lastIndexOf(provider.name ?? "") : -1;
    const byDefault = inputs.defaults.member("mesh").member("extensionProviders").member(key);
    if (at < 0) return messageFlow(field.message, byDefault, undefined, itself);
    const own = input.member(String(at));
    const name = InputSet.of(own.member("name"));
    const flow = messageFlow(field.message, own, (pasted as Json[])[at], name);
    if (Number(key) >= count) return flow;
    return new PartsFlow(flow.data, flow.control, (part) =>
      part === "name" ? new InputFlow(byDefault.member(part), name) : flow.member(part),
    );
  });
}

/** A sorted set. */
function aliasesFlow(inputs: PastedInputs, field: FieldDescriptor, json: Json | undefined, mesh: MeshConfig): Flow {
  const input = inputs.mesh.member(pastedKey(json, field));
  const pasted = pastedField(json, field);
  return new PartsFlow(InputSet.of(input), undefined, (key) => {
    const at = Array.isArray(pasted) ? pasted.indexOf(mesh.trustDomainAliases?.[Number(key)] ?? "") : -1;
    return at < 0 ? new ScalarFlow(undefined, InputSet.of(input)) : new InputFlow(input.member(String(at)));
  });
}
