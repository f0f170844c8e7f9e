import { useState } from "react";
import { copyText } from "../copy-text";
import { useStrings } from "../language";

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useStrings();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(text))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      {copied ? t.copied : label}
      <span role="status" className="sr-only">
        {copied ? t.copied : ""}
      </span>
    </button>
  );
}
