import { useMemo } from "react";
import { type Inline, readMarkdown } from "../../lib/teach/markdown";

/** A text in the small Markdown of lessons, as elements: none of it is ever HTML. */
export function Markdown({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className="space-y-1.5 wrap-anywhere">
      {blocks.map((block, i) => {
        switch (block.kind) {
          case "code":
            return (
              <pre key={i} className="code overflow-x-auto rounded bg-raised px-2 py-1">
                {block.text}
              </pre>
            );
          case "list": {
            const items = block.items.map((inlines, n) => (
              <li key={n}>
                <Inlines inlines={inlines} />
              </li>
            ));
            return block.ordered ? (
              <ol key={i} className="list-decimal pl-5">
                {items}
              </ol>
            ) : (
              <ul key={i} className="list-disc pl-5">
                {items}
              </ul>
            );
          }
          case "heading":
            return (
              <p key={i} className="font-semibold">
                <Inlines inlines={block.inlines} />
              </p>
            );
          case "paragraph":
            return (
              <p key={i}>
                <Inlines inlines={block.inlines} />
              </p>
            );
        }
      })}
    </div>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, i) => {
    switch (inline.kind) {
      case "text":
        return inline.text;
      case "code":
        return (
          <code key={i} className="rounded bg-raised px-1 font-mono text-[0.92em]">
            {inline.text}
          </code>
        );
      case "strong":
        return (
          <strong key={i}>
            <Inlines inlines={inline.inlines} />
          </strong>
        );
      case "em":
        return (
          <em key={i} className="font-semibold not-italic">
            <Inlines inlines={inline.inlines} />
          </em>
        );
      case "link":
        return (
          <a
            key={i}
            href={inline.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
          >
            <Inlines inlines={inline.inlines} />
          </a>
        );
    }
  });
}
