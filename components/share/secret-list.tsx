import { useId } from "react";
import { maskOf, type Secret } from "../../lib/links/secrets";
import { useStrings } from "../language";
import { tabOf } from "../input/input-tab";
import type { TextField } from "../inputs";
import type { ShareTexts } from "./texts";
import type { Masking, SharedText } from "./use-share";

interface SecretListProps {
  readonly texts: ShareTexts;
  readonly secrets: readonly Masking[];
  readonly disabled: boolean;
  onMask(secret: Secret<SharedText>, masked: boolean): void;
}

/** What looks like a secret, each with its place, and whether the link has it. */
export function SecretList({ texts, secrets, disabled, onMask }: SecretListProps) {
  const t = useStrings();
  const title = useId();
  if (secrets.length === 0) return null;
  const open = secrets.filter(({ masked }) => !masked).length;
  return (
    <fieldset
      disabled={disabled}
      data-testid="secrets"
      aria-labelledby={title}
      className={`rounded border p-2 ${open > 0 ? "border-bad bg-bad-soft" : "border-line bg-warn-soft"}`}
    >
      <p>
        <strong id={title}>{texts.secrets(secrets.length)}</strong>
        {t.punctuation.stop} <span className="text-muted">{texts.secretsHint}</span>
      </p>
      <ul className="mt-1 max-h-44 overflow-y-auto" tabIndex={0} aria-label={texts.secrets(secrets.length)}>
        {secrets.map(({ secret, masked }) => {
          const { text } = secret;
          const field = text.replace(/^other /, "") as TextField;
          const where =
            text === "lesson" || text === "live" || text === "other live"
              ? t.line(text === "lesson" ? texts.taught : texts.live, secret.line)
              : (field === text ? "" : "B · ") + t.line(t.tabs[tabOf(field)], secret.line);
          const what = [texts.secretKinds[secret.kind], secret.name, where].filter((text) => text !== "").join(" · ");
          return (
            <li key={`${text} ${secret.start}`}>
              <label className="flex min-h-6 items-baseline gap-2">
                <input
                  type="checkbox"
                  checked={masked}
                  aria-label={texts.mask(what)}
                  onChange={({ target }) => onMask(secret, target.checked)}
                />
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {secret.name !== "" && <code className="font-mono font-semibold">{secret.name} </code>}
                  <span>{texts.secretKinds[secret.kind]}</span>
                  <span className="text-muted"> · {where}</span>
                </span>
                <code aria-hidden="true" className="max-w-32 truncate font-mono text-[12px] text-muted max-wide:hidden">
                  {masked ? maskOf("secret") : "•••"}
                </code>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
