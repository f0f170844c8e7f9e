import { fieldByName, type FieldPath, type FoundMethod, isExported, methodByName } from "../go/reflect";
import { type GoType, ptrTo } from "../go/types";

/** What `.name` of a struct is: a method (of the struct or, where it has an address, of its pointer), a field, or nothing. */
export interface StructMember {
  readonly method?: FoundMethod;
  /** The type in whose method set the method was looked for. */
  readonly receiverType: GoType;
  readonly field?: StructField;
}

interface StructField {
  readonly path: FieldPath;
  readonly type: GoType;
  /** A pointer on the way makes what is behind it addressable. */
  readonly throughPointer: boolean;
}

const known = [new WeakMap<GoType, Map<string, StructMember>>(), new WeakMap<GoType, Map<string, StructMember>>()];

/** The member of a struct type, looked for once; as evalField of text/template/exec.go looks: methods first, and only exported ones. */
export function structMember(type: GoType, addressable: boolean, name: string): StructMember {
  const members = known[addressable ? 1 : 0]!;
  let byName = members.get(type);
  if (!byName) members.set(type, (byName = new Map()));
  let member = byName.get(name);
  if (!member) byName.set(name, (member = find(type, addressable, name)));
  return member;
}

function find(type: GoType, addressable: boolean, name: string): StructMember {
  // Only defined types have methods.
  const defined = type.path !== "";
  const receiverType = addressable && defined ? ptrTo(type) : type;
  const method = defined && isExported(name) ? methodByName(receiverType, name) : undefined;
  const path = fieldByName(type, name);
  const field = path && {
    path,
    type: path[path.length - 1]!.type,
    throughPointer: path.slice(0, -1).some((step) => step.type.kind === "ptr"),
  };
  return { method, receiverType, field };
}
