import type { Inputs } from "../inputs";
import { useLanguage } from "../language";
import type { GoTo } from "../result/place-link";
import type { Language } from "../strings/language";
import { ExportPanel } from "./export-panel";
import { LivePanel } from "./live-panel";
import { en, type VariantTexts } from "./texts-en";
import { zh } from "./texts-zh";
import { UninjectedPanel } from "./uninjected-panel";
import { useVariants } from "./use-variants";
import type { Variant } from "./variant";

export interface VariantsPanelProps {
  readonly inputs: Inputs;
  /** The object that is looked at. */
  readonly index: number;
  readonly variant: Variant;
  onVariant(variant: Variant): void;
  /** The live pods that were pasted beside the workload; `onLive` is absent where they are only read. */
  readonly live: string;
  readonly onLive: ((text: string) => void) | undefined;
  readonly onGo: GoTo;
  /** Shows a value of the final pod in the difference; false where it is not there. */
  onShow(pointer: string): void;
}

const TEXTS: Readonly<Record<Language, VariantTexts>> = { en, zh };
const VARIANTS: readonly Variant[] = ["uninjected", "export", "live"];

/** The pod in other circumstances, one at a time. */
export function VariantsPanel({ inputs, index, variant, onVariant, live, onLive, onGo, onShow }: VariantsPanelProps) {
  const { language } = useLanguage();
  const t = TEXTS[language];
  const known = useVariants(inputs, live);
  const object = known?.objects[index];
  return (
    <div data-testid="variants-panel" className="flex h-full flex-col max-wide:h-auto">
      <div role="group" aria-label={t.choose} className="flex gap-1 px-2 pt-2">
        {VARIANTS.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === variant}
            className="rounded border border-line px-2 py-0.5 text-muted hover:bg-raised aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-text"
            onClick={() => onVariant(id)}
          >
            {t.views[id]}
          </button>
        ))}
      </div>
      {!object && variant !== "live" && <p className="p-3 text-muted">{t.looking}</p>}
      {object && variant === "uninjected" && <UninjectedPanel object={object} texts={t} onGo={onGo} onShow={onShow} />}
      {object && variant === "export" && <ExportPanel object={object} texts={t} onGo={onGo} />}
      {variant === "live" && <LivePanel pods={known?.live} texts={t} live={live} onLive={onLive} onGo={onGo} />}
    </div>
  );
}
