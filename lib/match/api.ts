import type { Json } from "../go/json-value";

/** A request to the API server, as far as admission webhooks are matched against it. */
export interface AdmissionRequest {
  /** Objects as JSON; those that are no MutatingWebhookConfiguration are left out, of several of one name the last one counts. */
  readonly configurations: readonly Json[];
  /** The Namespace object; null for a request to something that has no namespace, or where it does not exist. */
  readonly namespace: Json;
  /** The namespace that the request names; absent: the Namespace's own name. One without a Namespace object does not exist. */
  readonly namespaceName?: string;
  /** The object as submitted; null on DELETE. */
  readonly object: Json;
  /** On UPDATE and DELETE: as it was. */
  readonly oldObject?: Json;
  /** `CREATE`, `UPDATE`, `DELETE`, `CONNECT`. */
  readonly operation: string;
  /** The API group (default ""), version (default v1), resource (default pods) and subresource (default none). */
  readonly group?: string;
  readonly version?: string;
  readonly resource?: string;
  readonly subresource?: string;
  /** What the API server fills in is left out: what is absent stays absent. */
  readonly noDefaults?: boolean;
}

/** What can say no to a webhook, in the order in which it is told. */
export type Predicate = "rules" | "scope" | "namespaceSelector" | "objectSelector" | "matchConditions";

/** One thing in a configuration that says yes or no, or that cannot be asked. */
export interface Reason {
  readonly predicate: Predicate;
  /** The index of its configuration in the request, and where in it this stands, as a JSON pointer. */
  readonly configuration: number;
  readonly pointer: string;
  /** Of a selector: the label that was looked for, and what was there. */
  readonly label?: LabelTest;
  /** What went wrong where it cannot be asked, in the API server's words. */
  readonly error?: string;
}

/** A requirement of a selector, as it is asked of labels. */
export interface LabelTest {
  readonly of: "namespace" | "object";
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** The label's value; absent where there is no such label. */
  readonly found?: string;
}

/** What the API server does with one webhook. */
export interface WebhookVerdict {
  /** The names of the configuration and of the webhook in it. */
  readonly configuration: string;
  readonly webhook: string;
  /** Where it stands: the index of its configuration in the request, and its own index there. */
  readonly at: { readonly configuration: number; readonly webhook: number };
  readonly called: boolean;
  /** All predicates that say no, not the first one only. */
  readonly failed: readonly Predicate[];
  /** Every requirement that is not met; of one that is called, those that its selectors made and that are met. */
  readonly because: readonly Reason[];
  /** The webhook cannot be matched: the request ends with this error, whatever its failurePolicy. */
  readonly error?: string;
  /** What each predicate said that could not be asked, though another one may have said no. */
  readonly predicateErrors?: Readonly<Partial<Record<Predicate, string>>>;
  /** It is called again where a later webhook changed the object (reinvocationPolicy IfNeeded). */
  readonly reinvoked: boolean;
}

/** What the API server makes of a request's configurations. */
export interface MatchResult {
  /** In the order in which they run: configurations by the bytes of their names, webhooks as they stand. */
  readonly webhooks: readonly WebhookVerdict[];
  /** By configuration: why the API server would not store it; it is judged as if it had. */
  readonly invalid?: Readonly<Record<string, readonly string[]>>;
  /** By configuration: what a strict reader (`kubectl create --validate=strict`) refuses. */
  readonly strict?: Readonly<Record<string, string>>;
  /** `configuration/webhook` whose error ends the request. */
  readonly endsAt?: string;
  /** No webhook is ever asked about such an object. */
  readonly exempt?: boolean;
  /** Something cannot be read at all: nothing is judged. */
  readonly error?: string;
}

/** What the API server does about injection. */
export interface InjectionMatch {
  /** A webhook of the injector is called. */
  readonly called: boolean;
  /** The first one that is called. */
  readonly by?: WebhookVerdict;
  /** All webhooks of the injector that are called: more than one injects twice. */
  readonly all: readonly WebhookVerdict[];
  /** What made the injector be called; otherwise what kept that of its webhooks from it to which least says no. */
  readonly because: readonly Reason[];
  /** A webhook (any) that cannot be asked: the request fails with its error before the injector is called. */
  readonly ended?: WebhookVerdict;
  /** Something cannot be read at all. */
  readonly unreadable?: string;
  /** Single labels that would turn the answer round, best first. */
  readonly labels: readonly LabelChange[];
}

/** One label that makes the injector be called, or not be called. */
export interface LabelChange {
  readonly of: "namespace" | "object";
  readonly key: string;
  /** Absent: the label is to be taken away. */
  readonly value?: string;
}
