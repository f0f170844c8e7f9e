import { type ComponentType, useEffect, useState } from "react";
import { useStrings } from "./language";

/** A panel whose code is loaded when it is drawn first, and kept then. */
export function lazyPanel<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function LazyPanel(props: Props) {
    const t = useStrings();
    const [Panel, setPanel] = useState<ComponentType<Props> | "unreachable" | undefined>(() => known);
    useEffect(() => {
      if (known) return;
      load().then(
        (loaded) => {
          known = loaded;
          setPanel(() => loaded);
        },
        () => setPanel("unreachable"),
      );
    }, []);
    if (Panel === "unreachable") return <p className="p-3 text-muted">{t.errorTitles.unreachable}</p>;
    return Panel ? <Panel {...props} /> : null;
  };
}
