import { useId, type ReactNode } from "react";
import type { InputOptions } from "../inputs";
import { useStrings } from "../language";
import { Terms } from "../learn/terms";

interface OptionsFormProps {
  readonly options: InputOptions;
  /** Where there is no other way in than the webhook. */
  readonly webhookOnly?: boolean;
  /** What there is to know of single options. */
  readonly notes?: Readonly<Partial<Record<keyof InputOptions, string>>>;
  onOptions(options: InputOptions): void;
}

/** What the webhook or the offline command is told beside the texts. */
export function OptionsForm({ options, webhookOnly = false, notes = {}, onOptions }: OptionsFormProps) {
  const t = useStrings();
  const set = <K extends keyof InputOptions>(key: K, value: InputOptions[K]) => onOptions({ ...options, [key]: value });
  const text = (
    key: "namespace" | "revision" | "compliancePolicy" | "injectPath",
    placeholder: string,
    hint?: string,
  ) => (
    <Field label={t.options[key]} hint={hint} note={notes[key]}>
      {(id) => (
        <input
          id={id}
          className="control w-full font-mono text-[12.5px]"
          value={options[key]}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  const choice = <K extends "path" | "nativeSidecars" | "platform">(
    key: K,
    names: Readonly<Record<InputOptions[K], string>>,
    hint?: string,
  ) => (
    <Field label={t.options[key]} hint={hint} note={notes[key]}>
      {(id) => (
        <select
          id={id}
          className="control w-full"
          value={options[key]}
          onChange={(event) => set(key, event.target.value as InputOptions[K])}
        >
          {(Object.entries(names) as [string, string][]).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const offline = options.path === "kube-inject";

  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-3">
      {!webhookOnly && choice("path", t.options.paths, t.options.pathHint)}
      {text("namespace", "default", t.options.namespaceHint)}
      {text("revision", offline ? "" : "default")}
      {choice("nativeSidecars", t.options.native, t.options.nativeHint)}
      {choice("platform", t.options.platforms)}
      {text("compliancePolicy", "fips-140-2")}
      {!offline && text("injectPath", "/inject/cluster/c1/net/n1", t.options.injectPathHint)}
    </div>
  );
}

function Field({
  label,
  hint,
  note,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly note?: string;
  children(id: string): ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        <Terms text={label} />
        {note !== undefined && <span className="ml-2 text-[12px] font-normal text-accent">{note}</span>}
      </label>
      {children(id)}
      {hint !== undefined && (
        <p className="mt-1 text-[12px] leading-4 text-muted">
          <Terms text={hint} />
        </p>
      )}
    </div>
  );
}
