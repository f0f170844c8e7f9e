import { useState } from "react";
import { useStrings } from "../language";

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useStrings();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" className="quiet" onClick={() => void copy().catch(() => undefined)}>
      {copied ? t.copied : label}
      <span role="status" className="sr-only">
        {copied ? t.copied : ""}
      </span>
    </button>
  );
}
