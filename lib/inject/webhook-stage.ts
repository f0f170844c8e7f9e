import type { Json, JsonMap } from "../go/json-value";
import { misfit } from "../k8s/misfit";
import { explainInjection, type AdmissionRequest, type InjectionMatch, type LabelTest, type Reason } from "../match";
import { CONFIGURATION } from "../match/types";
import { escapeToken } from "../patch/json-patch";
import type { Place, WebhookReason, WebhookResult } from "./api";
import type { PastedObject } from "./inputs";
import type { PastedText } from "./places";
import type { PodPointers } from "./texts";

/** A pod as the API server gets it, and where it was pasted. */
interface Submitted {
  readonly raw: Json;
  /** "" : the one of the request. */
  readonly namespace: string;
  readonly pasted: PastedText;
  readonly at: PodPointers;
}

/** What comes before the injector: whether the API server calls it, by the webhook configurations that were pasted. */
export class WebhookStage {
  private readonly configurations: readonly JsonMap[];

  constructor(
    private readonly webhooks: readonly PastedObject[],
    private readonly namespaces: readonly PastedObject[],
  ) {
    this.configurations = webhooks.map(({ json }) => json);
  }

  /** Whether a pod's creation calls one of the injector's webhooks, and why. A Namespace that was not pasted is taken to have no labels. */
  of(submitted: Submitted): WebhookResult {
    const name = submitted.namespace || "default";
    const pasted = this.namespaces.findLast(({ json }) => nameOf(json) === name);
    const namespace = pasted?.json ?? new Map([["metadata", new Map([["name", name]])]]);
    const request: AdmissionRequest = {
      configurations: this.configurations,
      namespace,
      object: submitted.raw,
      operation: "CREATE",
    };
    const match = explainInjection(request);
    const places: Places = { submitted, namespace: pasted, webhooks: this.webhooks };
    return {
      called: match.called,
      ...(match.by ? { by: match.by.webhook, configuration: match.by.configuration } : {}),
      ...(match.all.length > 1 ? { also: match.all.slice(1).map(({ webhook }) => webhook) } : {}),
      because: match.because.map((reason) => reasonWithPlaces(reason, places)),
      labels: match.labels,
      namespace: { name, given: pasted !== undefined },
      ...errorOf(match, places),
    };
  }
}

interface Places {
  readonly submitted: Submitted;
  readonly namespace: PastedObject | undefined;
  readonly webhooks: readonly PastedObject[];
}

function nameOf(json: JsonMap): string {
  const metadata = json.get("metadata");
  const name = metadata instanceof Map ? metadata.get("name") : undefined;
  return typeof name === "string" ? name : "";
}

function placeIn({ pasted, pointer }: PastedObject, inner: string): Place {
  return pasted.place(pointer + inner);
}

function reasonWithPlaces({ predicate, configuration, pointer, label, error }: Reason, places: Places): WebhookReason {
  return {
    predicate,
    at: placeIn(places.webhooks[configuration]!, pointer),
    ...(label ? { label, ...labelPlace(label, places) } : {}),
    ...(error === undefined ? {} : { error }),
  };
}

/** Where the label stands that was asked for; none where there is no such label in what was pasted. */
function labelPlace({ of, key, found }: LabelTest, { submitted, namespace }: Places): { readonly labelAt?: Place } {
  if (found === undefined) return {};
  const inner = `/labels/${escapeToken(key)}`;
  if (of === "object") {
    const pointer = submitted.at.metadata + inner;
    return submitted.pasted.has(pointer) ? { labelAt: submitted.pasted.place(pointer) } : {};
  }
  const pointer = `/metadata${inner}`;
  return namespace?.pasted.has(namespace.pointer + pointer) ? { labelAt: placeIn(namespace, pointer) } : {};
}

/** Why the request fails before the injector is asked. */
function errorOf({ ended, unreadable }: InjectionMatch, { webhooks }: Places): Pick<WebhookResult, "error"> {
  if (unreadable !== undefined) {
    const misfitting = webhooks.find(({ json }) => misfit(CONFIGURATION, json).length > 0);
    const pointer = misfitting ? misfit(CONFIGURATION, misfitting.json).map((key) => `/${escapeToken(key)}`) : [];
    const at = misfitting && unreadable.startsWith("webhooks: ") ? placeIn(misfitting, pointer.join("")) : undefined;
    return { error: { stage: "webhook", message: unreadable, ...(at ? { at } : {}) } };
  }
  if (!ended) return {};
  const at = placeIn(webhooks[ended.at.configuration]!, `/webhooks/${ended.at.webhook}`);
  const [reason] = ended.because;
  return {
    error: {
      stage: "webhook",
      message: `${ended.configuration}/${ended.webhook}: ${ended.error!}`,
      at: reason ? placeIn(webhooks[reason.configuration]!, reason.pointer) : at,
    },
  };
}
