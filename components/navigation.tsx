import { useStrings } from "./language";
import { PAGES } from "./pages";

const SHOWN = ["explorer", "compare", "upgrade", "learn"] as const;

/** The pages, with the one that is open marked; a line of its own on a phone. The palette leads to them as well. */
export function Navigation({ at }: { readonly at: (typeof SHOWN)[number] | undefined }) {
  const { pages } = useStrings();
  return (
    <nav
      aria-label={pages.label}
      className="flex items-center max-wide:order-last max-wide:w-full max-wide:justify-between"
    >
      {SHOWN.map((name) => (
        <a
          key={name}
          href={PAGES[name]}
          aria-current={name === at ? "page" : undefined}
          className="quiet aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
        >
          {pages[name]}
        </a>
      ))}
    </nav>
  );
}
