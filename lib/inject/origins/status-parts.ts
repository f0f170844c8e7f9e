import type { Json, JsonMap } from "../../go/json-value";
import type { Flow } from "../../provenance/flow";
import { join, type Inputs } from "../../provenance/inputs";
import { at, inputsAt, partsAt } from "./found";
import { ListTree, memberOf, type MapTree } from "./tree";
import type { Parts } from "./trees";

const LISTS = ["initContainers", "containers", "volumes", "imagePullSecrets"] as const;

/** What the status annotation is made of: the names of what templates wrote, and what decided that they wrote no others. */
export class StatusParts {
  private data: Inputs;
  private control: Inputs;

  /** The tree of one template's patch. */
  add(tree: MapTree, patch: JsonMap): void {
    const spec = patch.get("spec");
    for (const name of LISTS) {
      const list = at(tree, "spec", name);
      this.control = join(this.control, inputsAt(list));
      if (!(list.tree instanceof ListTree)) continue;
      for (const absent of list.tree.absent) this.control = join(this.control, absent.control);
      const elements = spec instanceof Map ? spec.get(name) : undefined;
      for (const [index, item] of list.tree.items.entries()) {
        const isThere: Json | undefined = Array.isArray(elements) ? elements[index] : undefined;
        const named = partsAt({ tree: memberOf(item.tree, "name"), around: item.tree.control });
        // An item without a value is one that the template could have written.
        if (isThere !== undefined) this.data = join(this.data, named.data);
        this.control = join(this.control, join(named.control, isThere === undefined ? named.data : undefined));
      }
    }
  }

  /** All parts, with the injector's revision. */
  with(revision: Flow): Parts {
    return { data: join(this.data, revision.data), control: join(this.control, revision.control) };
  }
}
