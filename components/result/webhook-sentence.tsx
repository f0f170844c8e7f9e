import type { WebhookReason, WebhookResult } from "../../lib/index";
import { useStrings } from "../language";
import { type GoTo, PlaceLinks } from "./place-link";

/** Whether the API server calls the injector at all, and what decides it. */
export function WebhookSentence({ webhook, onGo }: { readonly webhook: WebhookResult; readonly onGo: GoTo }) {
  const t = useStrings();
  const { stop, space, colon, list } = t.punctuation;
  const { called, by, also = [], because, labels, namespace, error } = webhook;
  const [label] = labels;
  return (
    <p data-testid="webhook" className={called ? "text-muted" : "text-warn"}>
      {error ? (
        <>
          {t.webhook.fails}
          {colon}
          <code className="font-mono">{error.message}</code>
          {error.at && <PlaceLinks places={[error.at]} onGo={onGo} />}
        </>
      ) : (
        <>
          {called ? t.webhook.calledBy : t.webhook.notCalled}
          {by !== undefined && <code className="font-mono">{by}</code>}
          {because.length > 0 && colon}
          {because.map((reason, i) => (
            <span key={i}>
              {i > 0 && list}
              <Reason reason={reason} called={called} onGo={onGo} />
            </span>
          ))}
        </>
      )}
      {stop}
      {also.length > 0 && `${space}${t.webhook.also(also.join(list))}`}
      {!called && label && (
        <>
          {space}
          {t.webhook.wouldCall}
          <code className="font-mono whitespace-nowrap">
            {label.of === "namespace" ? t.webhook.ofNamespace(namespace.name) : t.webhook.ofPod} {label.key}
            {label.value === undefined ? "" : `=${label.value}`}
          </code>
          {label.value === undefined && ` ${t.webhook.takenAway}`}
          {stop}
        </>
      )}
      {!namespace.given && `${space}${t.webhook.assumed(namespace.name)}`}
      {!called && `${space}${t.webhook.asIf}`}
    </p>
  );
}

function Reason({
  reason: { predicate, label, at, labelAt, error },
  called,
  onGo,
}: {
  readonly reason: WebhookReason;
  readonly called: boolean;
  readonly onGo: GoTo;
}) {
  const t = useStrings();
  return (
    <>
      {label ? (
        t.webhook.label(label.of, label.key, label.found)
      ) : (
        <code className="font-mono">{error ?? predicate}</code>
      )}
      {labelAt && <PlaceLinks places={[labelAt]} onGo={onGo} />}
      {label && !called && ` ${t.webhook.wanted(label.operator, label.values)}`}
      <PlaceLinks places={[at]} onGo={onGo} />
    </>
  );
}
