import type { JsonMap } from "../../go/json-value";
import type { Flow } from "../../provenance/flow";
import { join, type Inputs } from "../../provenance/inputs";
import { at, enter, inputsAt, partsAt } from "./found";
import { ListTree, type MapTree } from "./tree";
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
        const named = partsAt(enter({ tree: item.tree, around: undefined }, "name"));
        // An item without a value is one that the template could have written.
        const isThere = Array.isArray(elements) && index < elements.length;
        this.control = join(this.control, isThere ? named.control : join(named.control, named.data));
        if (isThere) this.data = join(this.data, named.data);
      }
    }
  }

  /** What decided which containers, volumes and so on templates wrote. */
  get lists(): Inputs {
    return join(this.data, this.control);
  }

  /** All parts, with the injector's revision. */
  with(revision: Flow): Parts {
    return { data: join(this.data, revision.data), control: join(this.control, revision.control) };
  }
}
