import { type Flow, ScalarFlow } from "../../provenance/flow";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Injection } from "../injection";
import type { PastedInputs } from "./pasted-inputs";

/** What a part of an image came from: of what was pasted for it, or by default. */
interface Part {
  readonly data: Inputs;
  readonly control: Inputs;
}

/** `.ProxyImage`, made as lib/istio/proxy-image.ts does. `proxyConfig`: the effective one's. */
export function proxyImageFlow(inputs: PastedInputs, proxyConfig: Flow, injection: Injection): Flow {
  return imageFlow(inputs, "/global/proxy/image", imageType(inputs, proxyConfig, injection));
}

/** `.ProxyInitImage`. */
export function initImageFlow(inputs: PastedInputs): Flow {
  const type = annotated(inputs) ?? after(annotation(inputs), variant(inputs));
  return imageFlow(inputs, "/global/proxy_init/image", type);
}

function imageFlow(inputs: PastedInputs, name: string, type: Part): Flow {
  const at = (pointer: string) => InputSet.of(inputs.values.at(pointer));
  const image = inputs.text(inputs.values.at(name)) === "" ? { control: at(name) } : { data: at(name) };
  const data = joinAll([at("/global/hub"), image.data, at("/global/tag"), type.data]);
  return new ScalarFlow(data, join(image.control, type.control));
}

/** What follows the tag: the annotation, else the ProxyConfig's image, else the variant. */
function imageType(inputs: PastedInputs, proxyConfig: Flow, injection: Injection): Part {
  const own = annotated(inputs);
  if (own) return own;
  const none = annotation(inputs);
  const { image: node } = injection.proxyConfig;
  const { imageVariant, emptyImageTypeKeepsVariant } = injection.behaviours;
  const image = proxyConfig.member("image");
  const byVariant = imageVariant ? variant(inputs) : NOTHING;
  if (!node) return after(join(none, image.inputs), byVariant);
  const type = image.member("imageType");
  if (node.imageType) return { data: type.data, control: join(none, join(image.control, type.control)) };
  const empty = join(none, join(image.inputs, type.inputs));
  return emptyImageTypeKeepsVariant ? after(empty, byVariant) : { data: undefined, control: empty };
}

const NOTHING: Part = { data: undefined, control: undefined };

function after(control: Inputs, part: Part): Part {
  return { data: part.data, control: join(control, part.control) };
}

function annotation({ metadata }: PastedInputs): Inputs {
  return InputSet.of(metadata.at("/annotations/sidecar.istio.io~1proxyImageType"));
}

function annotated(inputs: PastedInputs): Part | undefined {
  const text = inputs.json(inputs.metadata.at("/annotations/sidecar.istio.io~1proxyImageType"));
  if (typeof text !== "string") return undefined;
  // An empty one leaves the tag as it is.
  return text === ""
    ? { data: undefined, control: annotation(inputs) }
    : { data: annotation(inputs), control: undefined };
}

function variant(inputs: PastedInputs): Part {
  const input = inputs.values.at("/global/variant");
  const itself = InputSet.of(input);
  return inputs.text(input) === "" ? { data: undefined, control: itself } : { data: itself, control: undefined };
}
