import { Flow } from "../../provenance/flow";
import { join, type Inputs } from "../../provenance/inputs";

/** A struct, map or list whose members come from different places; what they are is found when somebody asks. */
export class PartsFlow extends Flow {
  private readonly found = new Map<string, Flow>();

  constructor(
    readonly data: Inputs,
    /** Of the container itself: which members it has. */
    readonly control: Inputs,
    private readonly find: (key: string) => Flow,
  ) {
    super();
  }

  member(key: string): Flow {
    let flow = this.found.get(key);
    if (!flow) this.found.set(key, (flow = this.find(key)));
    return flow;
  }

  decidedBy(control: Inputs): Flow {
    if (!control) return this;
    return new PartsFlow(this.data, join(this.control, control), (key) => this.member(key).decidedBy(control));
  }
}
